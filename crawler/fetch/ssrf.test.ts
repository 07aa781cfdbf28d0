/** T4, T5: nobody can make the crawler reach an address that no source may name. Nothing here dials: the dialer records. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TEST_LIMITS, testClock, testSource } from '../testing/town.ts'
import { isPublicAddress } from './address.ts'
import type { Dialer } from './connector.ts'
import type { Exchange } from './exchange.ts'
import { createFetcher } from './fetcher.ts'
import type { FetchOutcome } from './outcome.ts'
import { REFUSED } from './target.ts'

interface Case {
  url: string
  why: 'address' | 'name' | 'rebinding' | 'redirect' | 'scheme' | 'credentials' | 'unparseable'
  resolves?: string[]
  resolves_in_turn?: string[] | string[][]
  redirects_to?: string
}

const CASES = '../shared/cases/ssrf.jsonl'
const EXPECTED_CASES = 85

function recorder(): { dialled: string[]; dialer: Dialer } {
  const dialled: string[] = []
  return {
    dialled,
    dialer: (options, callback) => {
      dialled.push(options.hostname)
      callback(new Error('this test dials nothing'), null)
    },
  }
}

/** A source that would allow the host and any port: what is left is the guard at the socket. */
function willingSource(urls: (string | undefined)[]) {
  const hosts = urls.flatMap((url) => {
    if (url === undefined || !URL.canParse(url)) return []
    const { hostname, host } = new URL(url)
    return hostname === '' ? [] : [hostname, host]
  })
  return testSource('willing', 1, { allowHttp: true, hosts })
}

/** The first page may be fetched, from a stub, which redirects; everything after is the real network. */
function redirecting(from: string, to: string): (network: Exchange) => Exchange {
  const first = URL.canParse(from) ? new URL(from).href : from
  return (network) => ({
    ask: async (hop) =>
      hop.url === first
        ? { status: 302, headers: { location: to }, body: new Uint8Array() }
        : withoutRobots(network).ask(hop),
    close: () => network.close(),
  })
}

/** A site without robots.txt, so that the page itself is asked for. */
function withoutRobots(network: Exchange): Exchange {
  return {
    ask: async (hop) =>
      hop.url.endsWith('/robots.txt') ? { status: 404, headers: {}, body: new Uint8Array() } : network.ask(hop),
    close: () => network.close(),
  }
}

async function attempt(test: Case): Promise<{ outcomes: FetchOutcome[]; dialled: string[] }> {
  const { dialled, dialer } = recorder()
  const turns = (test.resolves_in_turn ?? []).map((answer) => [answer].flat())
  const fetcher = createFetcher({
    limits: TEST_LIMITS,
    userAgent: 'Gulou/test',
    clock: testClock(),
    dialer,
    resolve: async () => turns.shift() ?? test.resolves ?? [],
    wrap: test.redirects_to === undefined ? withoutRobots : redirecting(test.url, test.redirects_to),
  })
  const source = willingSource([test.url, test.redirects_to])
  const times = test.why === 'rebinding' ? turns.length : 1
  const outcomes: FetchOutcome[] = []
  for (let time = 0; time < times; time += 1) outcomes.push(await fetcher.fetch({ url: test.url, source }))
  await fetcher.close()
  return { outcomes, dialled }
}

describe('T4: nothing forbidden is dialled', () => {
  it.skipIf(!existsSync(CASES))('refuses every address of the ssrf list before any connection', async () => {
    const cases = readFileSync(CASES, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Case)
    expect(cases).toHaveLength(EXPECTED_CASES)
    const texts = new Set<string>()
    for (const test of cases) {
      const { outcomes, dialled } = await attempt(test)
      expect(
        dialled.filter((address) => !isPublicAddress(address)),
        test.url,
      ).toEqual([])
      const last = outcomes.at(-1)
      expect(last?.kind, test.url).toBe('failed')
      if (last?.kind === 'failed' && last.cause === 'not_allowed') texts.add(last.detail)
    }
    expect([...texts]).toEqual([REFUSED])
    console.log(`ssrf, ${cases.length} cases, ${cases.length} passed, 0 accepted misses`)
  })

  it.each([
    ['an IP literal', 'http://127.0.0.1/', []],
    ['a mapped loopback', 'http://[::ffff:7f00:1]/', []],
    ['a name that leads home', 'http://trap.example/', ['127.0.0.1']],
    ['a name with one public and one private answer', 'http://trap.example/', ['93.184.215.14', '10.0.0.1']],
    ['localhost without a look-up', 'http://x.localhost/', ['93.184.215.14']],
  ])('refuses %s', async (_what, url, resolves) => {
    const { outcomes, dialled } = await attempt({ url, why: 'name', resolves })
    expect(dialled).toEqual([])
    expect(outcomes).toEqual([{ kind: 'failed', cause: 'not_allowed', detail: REFUSED }])
  })

  it('compares the peer once more when the connection stands', async () => {
    const destroyed: string[] = []
    const fetcher = createFetcher({
      limits: TEST_LIMITS,
      userAgent: 'Gulou/test',
      clock: testClock(),
      resolve: async () => ['93.184.215.14'],
      wrap: withoutRobots,
      dialer: (_options, callback) => {
        const socket = { remoteAddress: '10.0.0.1', destroy: () => destroyed.push('10.0.0.1') }
        callback(null, socket as never)
      },
    })
    const outcome = await fetcher.fetch({
      url: 'http://changed.example/',
      source: willingSource(['http://changed.example/']),
    })
    expect(outcome).toMatchObject({ cause: 'not_allowed', detail: REFUSED })
    expect(destroyed).toEqual(['10.0.0.1'])
  })

  it('opens a private place to the source that names it and to no other', async () => {
    const { dialled, dialer } = recorder()
    const fetcher = createFetcher({
      limits: TEST_LIMITS,
      userAgent: 'Gulou/test',
      clock: testClock(),
      dialer,
      wrap: withoutRobots,
    })
    const owner = testSource('owner', 8080)
    const other = testSource('other', 8081, { hosts: ['owner.localhost:8080'], allowHttp: true })
    expect(await fetcher.fetch({ url: 'http://owner.localhost:8080/', source: other })).toMatchObject({
      cause: 'not_allowed',
    })
    expect(dialled).toEqual([])
    expect(await fetcher.fetch({ url: 'http://owner.localhost:8080/', source: owner })).toMatchObject({ cause: 'down' })
    expect(dialled).toEqual(['127.0.0.1'])
  })
})
