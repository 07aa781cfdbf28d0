import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Limits } from '../../domain/town.ts'
import {
  cutOff,
  drip,
  encoded,
  type FaultServer,
  flood,
  gzipBomb,
  type Handler,
  openFaultServer,
  page,
  redirect,
  silence,
  status,
} from '../testing/fault-server.ts'
import { TEST_LIMITS, testClock, testSource } from '../testing/town.ts'
import { createFetcher, type FetcherOptions } from './fetcher.ts'
import { createHostMemory } from './host-memory.ts'
import type { FetchOutcome, FetchRequest } from './outcome.ts'

let server: FaultServer
beforeAll(async () => {
  server = await openFaultServer()
})
afterAll(() => server.close())

function city(limits: Partial<Limits> = {}, more: Partial<FetcherOptions> = {}) {
  const clock = testClock()
  const fetcher = createFetcher({
    limits: { ...TEST_LIMITS, ...limits },
    userAgent: 'Gulou/test (+me@example.org)',
    clock,
    ...more,
  })
  const source = testSource('city', server.port)
  const get = (path: string, request: Partial<FetchRequest> = {}): Promise<FetchOutcome> =>
    fetcher.fetch({ url: server.url(`city${path}`), source, ...request })
  return { get, clock, fetcher }
}
const hitsOf = (path: string) => server.hits.filter((hit) => hit.path === path)

describe('a page', () => {
  it('comes with its bytes, status and headers, and carries our name', async () => {
    server.routes['city/a.html'] = page('<p>你好</p>', { etag: '"1"' })
    const outcome = await city().get('/a.html')
    expect(outcome).toMatchObject({
      kind: 'page',
      redirects: [],
      permanent: false,
      page: { status: 200, headers: { etag: '"1"' } },
    })
    expect(outcome.kind === 'page' && new TextDecoder().decode(outcome.page.body)).toBe('<p>你好</p>')
    expect(hitsOf('/a.html').at(-1)?.headers).toMatchObject({ 'user-agent': 'Gulou/test (+me@example.org)' })
    expect(hitsOf('/a.html').at(-1)?.headers.cookie).toBeUndefined()
  })

  it('is not sent again when we hold the same', async () => {
    server.routes['city/e.html'] = page('x', { etag: '"7"' })
    expect(await city().get('/e.html', { etag: '"7"' })).toMatchObject({ kind: 'unchanged' })
    expect((await city().get('/e.html', { etag: '"6"' })).kind).toBe('page')
  })

  it('cannot be "unchanged" when nothing was held', async () => {
    server.routes['city/304.html'] = status(304)
    expect(await city().get('/304.html')).toMatchObject({ kind: 'failed', cause: 'server_error' })
  })
})

const brokenGone: Handler = (_request, response) => {
  response.writeHead(404, { 'content-length': '100' })
  response.write('gone', () => response.destroy())
}

describe('a failure has a name', () => {
  it.each([
    ['F2 a server error', status(500), 'server_error'],
    ['an empty answer', status(204), 'server_error'],
    ['a page that is gone', status(410), 'gone'],
    ['a page that is gone, whose error page breaks off', brokenGone, 'gone'],
    ['a closed door', status(403), 'blocked'],
    ['a challenge that says 412', status(412), 'blocked'],
    ['a challenge that says 521', status(521), 'blocked'],
    ['a page without a body', page(''), 'server_error'],
    ['a part of a page', status(206, { 'content-type': 'text/html' }, 'x'), 'server_error'],
    ['a challenge that says 202', status(202, {}, 'wait'), 'blocked'],
    ['an address that no longer means a page', status(400), 'changed'],
    ['F8 a body over the cap', flood(50_000_000), 'too_large'],
    ['F9 a body over the cap once unpacked', gzipBomb(20_000_000), 'too_large'],
    ['F8 a body that breaks off', cutOff('<p>half'), 'down'],
    ['a coding nobody knows', encoded(Buffer.from('x'), 'sdch'), 'down'],
    ['F3 silence', silence(), 'timeout'],
    ['F3 a drip that never ends', drip(50), 'timeout'],
    ['an archive sent as a page', encoded(Buffer.from('504b0304140000', 'hex'), undefined), 'not_allowed'],
    ['a picture', encoded(Buffer.from('x'), undefined, 'image/png'), 'not_allowed'],
    ['F4 a redirect to another host', redirect('http://elsewhere.example/'), 'not_allowed'],
    ['F4 a redirect to this machine', redirect('http://127.0.0.1:1/'), 'not_allowed'],
    ['F4 a redirect without an address', status(302), 'server_error'],
    ['a header that never ends', status(200, { 'x-long': 'a'.repeat(30_000) }), 'too_large'],
  ])('%s', async (_what, handler, cause) => {
    server.routes['city/fault.html'] = handler
    expect(await city().get('/fault.html')).toMatchObject({ kind: 'failed', cause })
  })

  it('F1 a closed port is down', async () => {
    const closed = await openFaultServer()
    await closed.close()
    const fetcher = createFetcher({ limits: TEST_LIMITS, userAgent: 'x', clock: testClock() })
    const source = testSource('city', closed.port)
    expect(await fetcher.fetch({ url: closed.url('city/'), source })).toMatchObject({ kind: 'failed', cause: 'down' })
  })

  it('rejects when the run is over, so that nothing is taken for a failure of the source', async () => {
    server.routes['city/slow.html'] = silence()
    const stop = new AbortController()
    const asked = city().get('/slow.html', { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('stopped')), 30)
    await expect(asked).rejects.toThrow('stopped')
  })
})

describe('F4 redirects', () => {
  it('are followed, and a permanent move is told from a passing one', async () => {
    server.routes['city/old.html'] = redirect('/new.html', 301)
    server.routes['city/tmp.html'] = redirect('/new.html', 302)
    server.routes['city/new.html'] = page('new')
    expect(await city().get('/old.html')).toMatchObject({ permanent: true, page: { url: server.url('city/new.html') } })
    expect(await city().get('/tmp.html')).toMatchObject({ permanent: false, redirects: [server.url('city/tmp.html')] })
  })

  it('end in a circle', async () => {
    server.routes['city/ping'] = redirect('/pong')
    server.routes['city/pong'] = redirect('/ping')
    expect(await city().get('/ping')).toMatchObject({ cause: 'server_error', detail: 'redirects in a circle' })
  })

  it('end after five hops', async () => {
    for (let hop = 0; hop < 30; hop += 1) server.routes[`city/hop${hop}`] = redirect(`/hop${hop + 1}`)
    expect(await city().get('/hop0')).toMatchObject({ cause: 'server_error', detail: 'more than 5 redirects' })
    expect(hitsOf('/hop5')).toHaveLength(1)
    expect(hitsOf('/hop6')).toHaveLength(0)
  })
})

describe('robots.txt', () => {
  const withRobots = async (handler: Handler, times = 1) => {
    server.routes['city/robots.txt'] = handler
    server.routes['city/r/a.html'] = page('a')
    const before = hitsOf('/r/a.html').length
    const { get, clock } = city()
    const outcomes: FetchOutcome[] = []
    for (let time = 0; time < times; time += 1) outcomes.push(await get('/r/a.html'))
    delete server.routes['city/robots.txt']
    return { outcomes, asked: hitsOf('/r/a.html').length - before, clock }
  }
  it.each([
    ['404 opens', status(404), 'page', 1],
    ['410 opens', status(410), 'page', 1],
    ['401 closes', status(401), 'not_allowed', 0],
    ['403 closes', status(403), 'not_allowed', 0],
    ['500 closes, as a failure of the server', status(500), 'server_error', 0],
    ['429 closes for now', status(429), 'retry_later', 0],
    ['over-long closes', flood(600_000), 'not_allowed', 0],
    ['a rule against us closes', page('User-agent: gulou\nDisallow: /r/'), 'not_allowed', 0],
    ['a rule against others does not', page('User-agent: other\nDisallow: /'), 'page', 1],
    ['a delay over a minute closes', page('User-agent: *\nCrawl-delay: 61'), 'not_allowed', 0],
  ])('%s', async (_what, handler, result, asked) => {
    const answer = await withRobots(handler)
    const [outcome] = answer.outcomes
    expect(outcome?.kind === 'failed' ? outcome.cause : outcome?.kind).toBe(result)
    expect(answer.asked).toBe(asked)
  })

  it('is asked once, also by pages that come together', async () => {
    server.routes['city/robots.txt'] = status(500)
    const before = hitsOf('/robots.txt').length
    const { get } = city()
    await Promise.all([get('/1'), get('/2'), get('/3')])
    delete server.routes['city/robots.txt']
    expect(hitsOf('/robots.txt').length - before).toBe(1)
  })

  it('Crawl-delay is kept between an answer and the next request', async () => {
    const { clock } = await withRobots(page('User-agent: *\nCrawl-delay: 7'), 2)
    expect(clock.slept).toEqual([7_000, 7_000])
  })

  it('holds for every address that a redirect leads to', async () => {
    server.routes['city/robots.txt'] = page('User-agent: *\nDisallow: /secret')
    server.routes['city/way-in'] = redirect('/secret')
    expect(await city().get('/way-in')).toMatchObject({
      cause: 'not_allowed',
      detail: 'robots.txt forbids this address',
    })
    delete server.routes['city/robots.txt']
    expect(hitsOf('/secret')).toHaveLength(0)
  })
})

describe('manners', () => {
  it('pauses after each answer, robots.txt and redirect hops included', async () => {
    server.routes['city/from'] = redirect('/a.html')
    const { get, clock } = city({ pauseMs: 3_000, maxPauseMs: 30_000 })
    await get('/from')
    expect(clock.slept).toEqual([3_000, 3_000])
  })

  it('asks one host for one thing at a time', async () => {
    const open = { now: 0, most: 0 }
    server.routes['city/one'] = (_request, response) => {
      open.now += 1
      open.most = Math.max(open.most, open.now)
      setTimeout(() => {
        open.now -= 1
        response.end('x')
      }, 20)
    }
    const { get } = city()
    await Promise.all([get('/one'), get('/one'), get('/one')])
    expect(open.most).toBe(1)
  })

  it('keeps Retry-After for the whole host, and a new process remembers it', async () => {
    const memory = createHostMemory()
    const first = city({}, { memory })
    server.routes['city/busy'] = status(503, { 'retry-after': '120' })
    expect(await first.get('/busy')).toMatchObject({ cause: 'retry_later', retryAfterMs: 120_000 })
    const asked = server.hits.length
    const second = city({}, { memory })
    expect(await second.get('/a.html')).toMatchObject({ cause: 'retry_later' })
    expect(server.hits).toHaveLength(asked)
    second.clock.advance(121_000)
    expect((await second.get('/a.html')).kind).toBe('page')
  })
})
