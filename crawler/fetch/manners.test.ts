/** What a server sees of us: redirects, robots.txt, pauses, validators, and nothing else. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Limits } from '../../domain/town.ts'
import { migrate, openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { systemClock } from '../config.ts'
import { keptHostMemory } from '../keep/hosts.ts'
import { type FaultServer, openFaultServer, page, redirect, status } from '../testing/fault-server.ts'
import { TEST_LIMITS, testClock, testSource } from '../testing/town.ts'
import { createFetcher, type FetcherOptions } from './fetcher.ts'
import type { FetchRequest } from './outcome.ts'
import { CERTIFICATE, KEY } from './testing/self-signed.ts'

let server: FaultServer
beforeAll(async () => {
  server = await openFaultServer()
})
beforeEach(() => {
  for (const place of Object.keys(server.routes)) delete server.routes[place]
  server.routes['city/a.html'] = page('a')
  server.hits.length = 0
})
afterAll(() => server.close())

function city(limits: Partial<Limits> = {}, more: Partial<FetcherOptions> = {}) {
  const clock = testClock()
  const userAgent = 'Gulou/test (+me@example.org)'
  const fetcher = createFetcher({ limits: { ...TEST_LIMITS, ...limits }, userAgent, clock, random: () => 0, ...more })
  const source = testSource('city', server.port)
  const get = (path: string, request: Partial<FetchRequest> = {}) =>
    fetcher.fetch({ url: server.url(`city${path}`), source, ...request })
  return { get, clock, fetcher }
}
const asked = () => server.hits.map(({ host, path }) => `${host}${path}`)

describe('F2 Retry-After', () => {
  it.each([429, 500, 502, 503, 301, 403])('of a %i rests the whole host, to the second', async (code) => {
    server.routes['city/busy'] = status(code, { 'retry-after': '60', location: '/a.html' })
    const { get, clock } = city()
    await get('/busy')
    clock.advance(58_999)
    expect(await get('/a.html')).toMatchObject({ cause: 'retry_later', retryAfterMs: 1_001 })
    expect(asked()).not.toContain('city/a.html')
    clock.advance(1_001)
    expect((await get('/a.html')).kind).toBe('page')
  })

  it('as a date is kept, also when robots.txt says it, and one of a week counts as a day', async () => {
    const { get, clock } = city()
    const date = new Date(clock.now().getTime() + 7 * 86_400_000).toUTCString()
    server.routes['city/robots.txt'] = status(503, { 'retry-after': date })
    expect(await get('/a.html')).toMatchObject({ cause: 'retry_later', retryAfterMs: 86_400_000 })
    clock.advance(86_390_000)
    await get('/a.html')
    expect(asked()).toEqual(['city/robots.txt'])
    delete server.routes['city/robots.txt']
    clock.advance(10_000)
    expect((await get('/a.html')).kind).toBe('page')
  })

  it('a 429 without it rests the host for 30 s at first, longer each time', async () => {
    server.routes['city/busy'] = status(429)
    const { get, clock } = city({ retryMs: 30_000 })
    expect(await get('/busy')).toMatchObject({ cause: 'retry_later', retryAfterMs: 30_000 })
    clock.advance(30_000)
    expect(await get('/busy')).toMatchObject({ cause: 'retry_later', retryAfterMs: 300_000 })
  })
})

describe('T24 robots.txt', () => {
  it('is followed through five redirects, not through six', async () => {
    for (let hop = 1; hop <= 6; hop += 1) server.routes[`city/r${hop}`] = redirect(`/r${hop + 1}`)
    server.routes['city/robots.txt'] = redirect('/r2')
    server.routes['city/r6'] = page('User-agent: *\nDisallow: /secret')
    expect((await city().get('/a.html')).kind).toBe('page')
    expect(await city().get('/secret')).toMatchObject({ cause: 'not_allowed', byRobots: true })
    server.routes['city/r6'] = redirect('/r7')
    server.hits.length = 0
    expect((await city().get('/a.html')).kind).toBe('failed')
    expect(asked()).not.toContain('city/a.html')
  })

  it('that leads to a host nobody named closes the site, and that host hears nothing', async () => {
    server.routes['city/robots.txt'] = redirect(server.url('other/robots.txt'))
    server.routes['other/robots.txt'] = page('')
    expect(await city().get('/a.html')).toMatchObject({ cause: 'not_allowed' })
    expect(asked()).toEqual(['city/robots.txt'])
  })

  it('is asked again after a day of our clock, once', async () => {
    const { get, clock } = city()
    for (const hours of [0, 23, 0.99, 0.02, 1]) {
      clock.advance(hours * 3_600_000)
      await get('/a.html')
    }
    expect(asked().filter((place) => place === 'city/robots.txt')).toHaveLength(2)
  })

  it('speaks for attachments too', async () => {
    server.routes['city/robots.txt'] = page('User-agent: *\nDisallow: /*.xls')
    expect(await city().get('/a.xls', { accept: 'file' })).toMatchObject({ cause: 'not_allowed', byRobots: true })
  })
})

describe('what is sent', () => {
  it('no cookies, whatever a server set, and no proxy of the environment', async () => {
    process.env.http_proxy = 'http://127.0.0.1:1'
    server.routes['city/a.html'] = (_request, response) => {
      response.writeHead(200, { 'set-cookie': 'id=1', 'content-type': 'text/html' }).end('a')
    }
    const { get } = city()
    await get('/a.html')
    expect((await get('/a.html')).kind).toBe('page')
    delete process.env.http_proxy
    expect(server.hits.some(({ headers }) => headers.cookie !== undefined || headers.authorization !== undefined)).toBe(
      false,
    )
  })

  it('both validators as the server wrote them; a damaged one is left out', async () => {
    const { get } = city()
    await get('/a.html', { etag: 'W/"é"', lastModified: 'Sun, 22 Nov 2026 00:00:00 GMT' })
    expect(server.hits.at(-1)?.headers).toMatchObject({
      'if-none-match': 'W/"é"',
      'if-modified-since': 'Sun, 22 Nov 2026 00:00:00 GMT',
    })
    expect((await get('/a.html', { etag: '"新\r\nx: 1"' })).kind).toBe('page')
    expect(server.hits.at(-1)?.headers['if-none-match']).toBeUndefined()
  })

  it('the address of a redirect byte for byte, in whatever encoding it was written', async () => {
    server.routes['city/old'] = (_request, response) => {
      response.socket?.end(
        Buffer.from('HTTP/1.1 302 Found\r\nLocation: /新\xd0\xc2\r\nContent-Length: 0\r\n\r\n', 'latin1'),
      )
    }
    server.routes['city/%B0%D0%C2'] = page('x')
    await city().get('/old')
    expect(asked().at(-1)).toBe('city/%B0%D0%C2')
  })
})

describe('F8 a body that says it is too long', () => {
  const announced: (typeof server.routes)[string] = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '3000000' }).flushHeaders()
  }
  it('is not waited for', async () => {
    server.routes['city/big'] = announced
    expect(await city({ totalMs: 5_000 }).get('/big')).toMatchObject({ cause: 'too_large' })
  })

  it('an attachment has a cap of its own', async () => {
    server.routes['city/big'] = announced
    const outcome = await city({ totalMs: 300, attachmentBytes: 4_000_000 }).get('/big', { accept: 'file' })
    expect(outcome).toMatchObject({ cause: 'timeout' })
    expect(await city().get('/big', { accept: 'file', maxBytes: 10 })).toMatchObject({ cause: 'too_large' })
  })
})

describe('T25 https', () => {
  it('a certificate that nobody vouches for is a failure, and plain http is not tried instead', async () => {
    const heard: string[] = []
    const secure = createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
      heard.push(request.url ?? '')
      response.end('x')
    })
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    const { port } = secure.address() as AddressInfo
    const source = testSource('city', port, { home: `https://city.localhost:${port}/`, lists: [], allowHttp: true })
    const { fetcher } = city()
    const outcome = await fetcher.fetch({ url: `https://city.localhost:${port}/a.html`, source })
    secure.close()
    expect(outcome).toMatchObject({ kind: 'failed', cause: 'down' })
    expect(outcome.kind === 'failed' && outcome.detail).toContain('no secure connection')
    expect(heard).toEqual([])
  })
})

describe('F14 F16 a real clock', () => {
  it('two processes on one database ask in turn, with the pause between an answer and the next request', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'manners-'))
    const dbs = [openSqlite(join(folder, 'a.db')), openSqlite(join(folder, 'a.db'))]
    if (dbs[0]) await migrate(dbs[0], 'crawler/keep/migrations')
    const spans: { from: number; to: number }[] = []
    const slow: (typeof server.routes)[string] = (_request, response) => {
      const from = performance.now()
      setTimeout(() => {
        spans.push({ from, to: performance.now() })
        response.writeHead(200, { 'content-type': 'text/html' }).end('x')
      }, 20)
    }
    Object.assign(server.routes, { 'city/1': slow, 'city/2': slow, 'city/robots.txt': status(404) })
    const polite = { pauseMs: 60, maxPauseMs: 100, totalMs: 2_000 }
    const crawlers = dbs.map((db) => city(polite, { clock: systemClock(), memory: keptHostMemory(db) }))
    await Promise.all(crawlers.flatMap(({ get }) => [get('/1'), get('/2')]))
    const gaps = spans.slice(1).map(({ from }, at) => from - (spans[at]?.to ?? 0))
    expect(spans).toHaveLength(4)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60)
    for (const db of dbs) db.close()
    await rm(folder, { recursive: true })
  })
})
