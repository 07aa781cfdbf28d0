/** T4, T5: nobody can make the crawler reach an address that no source may name. Nothing here dials: the dialer records. */
import { describe, expect, it } from 'vitest'
import { TEST_LIMITS, testClock, testSource } from '../testing/town.ts'
import type { Dialer } from './connector.ts'
import type { Exchange } from './exchange.ts'
import { createFetcher } from './fetcher.ts'
import type { FetchOutcome } from './outcome.ts'
import { REFUSED } from './target.ts'
import { runSuite } from './testing/suite.ts'

interface Case {
  url: string
  why: 'address' | 'name' | 'rebinding' | 'redirect' | 'scheme' | 'credentials' | 'unparseable'
  resolves?: string[]
  resolves_in_turn?: string[][]
  redirects_to?: string
}

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

interface Attempt {
  outcomes: FetchOutcome[]
  dialled: string[]
  lookedUp: string[]
}

async function attempt(test: Case): Promise<Attempt> {
  const { dialled, dialer } = recorder()
  const turns = [...(test.resolves_in_turn ?? [])]
  const lookedUp: string[] = []
  const fetcher = createFetcher({
    limits: TEST_LIMITS,
    userAgent: 'Gulou/test',
    clock: testClock(),
    dialer,
    resolve: async (host) => {
      lookedUp.push(host)
      return turns.shift() ?? test.resolves ?? []
    },
    wrap: test.redirects_to === undefined ? withoutRobots : redirecting(test.url, test.redirects_to),
  })
  const source = willingSource([test.url, test.redirects_to])
  const outcomes: FetchOutcome[] = []
  for (const _answer of test.resolves_in_turn ?? ['once']) outcomes.push(await fetcher.fetch({ url: test.url, source }))
  await fetcher.close()
  return { outcomes, dialled, lookedUp }
}

/** Only the first answer of a name that changes is public; a name that is not there is no refusal but "down". */
async function check(test: Case): Promise<string | undefined> {
  const { outcomes, dialled, lookedUp } = await attempt(test)
  const last = outcomes.at(-1)
  const allowed = test.resolves_in_turn?.[0] ?? []
  if (JSON.stringify(dialled) !== JSON.stringify(allowed)) return `dialled ${dialled}`
  if (['scheme', 'credentials', 'unparseable', 'address'].includes(test.why) && lookedUp.length > 0) return 'looked up'
  if (last?.kind !== 'failed') return 'not refused'
  if (test.why === 'name' && test.resolves?.length === 0) return last.cause === 'down' ? undefined : last.cause
  return last.cause === 'not_allowed' && last.detail === REFUSED ? undefined : `${last.cause}: ${last.detail}`
}

describe('T4: nothing forbidden is dialled', () => {
  runSuite<Case>({ name: 'ssrf', cases: 85, nameOf: ({ url }) => url, check })

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
