import { describe, expect, it } from 'vitest'
import { testSource } from '../testing/town.ts'
import type { TakeHop, Walk } from './hop.ts'
import { follow } from './redirects.ts'

const source = testSource('gov', 1, { home: 'https://gov.example/', lists: [], private: undefined })

/** Follows a made-up site: address → where it redirects to; anything else is a page. */
async function walkOver(
  site: Record<string, string>,
  { allowHttp = false, code = 301, start = 'https://gov.example/a' } = {},
) {
  const asked: string[] = []
  const hop: TakeHop = async (url) => {
    asked.push(url)
    const location = site[url]
    const headers: Record<string, string> = location === undefined ? {} : { location }
    const answer = { status: location === undefined ? 200 : code, headers, body: new Uint8Array() }
    return { url: new URL(url), answer }
  }
  const walk: Walk = {
    request: { url: start, source: { ...source, allowHttp } },
    leftMs: 1,
    maxBytes: 1,
    conditional: {},
  }
  return { outcome: await follow(walk, hop, 5), asked }
}

describe('F4 a redirect', () => {
  it('from https down to plain http is refused, and the http address is not asked', async () => {
    const { outcome, asked } = await walkOver({ 'https://gov.example/a': 'http://gov.example/b' })
    expect(outcome).toMatchObject({ cause: 'not_allowed', detail: 'a redirect leads from https to plain http' })
    expect(asked).toEqual(['https://gov.example/a'])
  })

  it('from https down to plain http is followed where the source allows plain http', async () => {
    const { outcome } = await walkOver({ 'https://gov.example/a': 'http://gov.example/b' }, { allowHttp: true })
    expect(outcome).toMatchObject({ permanent: true, redirects: ['https://gov.example/a'] })
  })

  it.each([
    [301, true],
    [308, true],
    [302, false],
    [303, false],
    [307, false],
  ])('of a %i is permanent: %s', async (code, permanent) => {
    const { outcome } = await walkOver({ 'https://gov.example/a': '/b' }, { code })
    expect(outcome).toMatchObject({ permanent })
  })

  it('ends after five, in a circle, and where there is no address', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`https://gov.example/${at}`, `https://gov.example/${at + 1}`]),
    )
    const long = await walkOver(chain, { start: 'https://gov.example/0' })
    expect(long.outcome).toMatchObject({ cause: 'server_error', detail: 'more than 5 redirects' })
    expect(long.asked).toHaveLength(6)
    const round = await walkOver({ 'https://gov.example/a': '/a#again' })
    expect(round.outcome).toMatchObject({ detail: 'redirects in a circle' })
    const nowhere = await walkOver({ 'https://gov.example/a': 'http://[' })
    expect(nowhere.outcome).toMatchObject({ detail: 'a redirect without a usable address' })
  })
})
