/** What is listed still, and what is published again, crawled. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findReposts } from '../index-config/store/postings.ts'
import { findLastSeen } from '../index-config/store/sightings.ts'
import { itemId } from './identity.ts'
import { DAY_MS, openTestCrawl, openTestDatabase, type TestCrawl } from './testing/crawl.ts'
import { type FaultServer, openFaultServer, page, status } from './testing/fault-server.ts'
import { testSource } from './testing/town.ts'

const TITLE = '河湾物业有限公司招聘保安公告'
const BODY =
  '因业务需要，河湾物业有限公司现面向社会招聘小区保安若干名，负责门岗值守、车辆引导和夜间巡逻。要求身体健康，责任心强，能适应倒班。工资面议，包吃住，缴纳社会保险。有意者请到河湾小区物业办公室报名，招满为止。'

let server: FaultServer
beforeEach(async () => {
  server = await openFaultServer()
})
afterEach(() => server.close())

/** A site with these addresses, the posting at each; dates as the site prints them. */
function put(host: string, posts: Record<string, string>): void {
  const links = Object.entries(posts).map(([name, day]) => `<a href="/${name}.html">${TITLE}</a> ${day}`)
  server.routes[`${host}/list.html`] = page(links.join('\n'), { etag: `"${links.length}"` })
  for (const [name, day] of Object.entries(posts))
    server.routes[`${host}/${name}.html`] = page(`<h1>${TITLE}</h1><time>${day}</time><p>${BODY}`, { etag: `"${day}"` })
}

const idOf = (host: string, name: string) => itemId(host, server.url(`${host}/${name}.html`))
const open = (...slugs: string[]) => openTestCrawl(slugs.map((slug) => testSource(slug, server.port)))
const told = (crawl: TestCrawl, host: string, name: string) => findReposts(crawl.deps.db, idOf(host, name))

describe('a posting', () => {
  it('at a new address of its source under a new date is one more item, published again', async () => {
    put('portal', { a: '2026-11-02' })
    const crawl = await open('portal')
    await crawl.run()
    put('portal', { b: '2026-11-20', a: '2026-11-02' })
    await crawl.clock.sleep(DAY_MS)
    const report = await crawl.visit('portal', { all: true })
    expect(report).toMatchObject({ new: 1, quarantined: [] })
    expect(await told(crawl, 'portal', 'b')).toEqual({ times: 1, firstOn: '2026-11-02' })
  })

  it('that a second source copies is published once, and still after both have it again', async () => {
    put('portal', { a: '2026-11-02' })
    put('paper', { a: '2026-11-03' })
    const crawl = await open('portal', 'paper')
    await crawl.run()
    expect(await told(crawl, 'portal', 'a')).toBeUndefined()
    put('portal', { b: '2026-11-18', a: '2026-11-02' })
    put('paper', { b: '2026-11-19', a: '2026-11-03' })
    await crawl.clock.sleep(DAY_MS)
    await crawl.run({ all: true })
    for (const host of ['portal', 'paper'])
      expect(await told(crawl, host, 'b')).toEqual({ times: 1, firstOn: '2026-11-02' })
  })

  it('is known again by the next process, and counted no further by crawling it again', async () => {
    put('portal', { a: '2026-11-02' })
    const db = await openTestDatabase()
    const source = testSource('portal', server.port)
    await (await openTestCrawl([source], { db })).run()
    put('portal', { b: '2026-11-20', a: '2026-11-02' })
    for (let round = 1; round <= 3; round++) {
      const next = await openTestCrawl([source], { db })
      next.clock.advance(round * DAY_MS)
      await next.run({ all: true })
      expect(await told(next, 'portal', 'a')).toEqual({ times: 1, firstOn: '2026-11-02' })
    }
  })
})

describe('last seen', () => {
  const lastSeen = (crawl: TestCrawl, name: string) => findLastSeen(crawl.deps.db, idOf('portal', name))
  const dayOf = (crawl: TestCrawl) => new Date(crawl.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

  it('is today for what the list shows, though nothing has changed and nobody opens it', async () => {
    put('portal', { a: '2026-11-02' })
    const crawl = await open('portal')
    await crawl.run()
    const first = dayOf(crawl)
    expect(await lastSeen(crawl, 'a')).toBe(first)
    server.routes['portal/a.html'] = status(503)
    await crawl.clock.sleep(3 * DAY_MS)
    await crawl.run({ all: true })
    expect(dayOf(crawl)).not.toBe(first)
    expect(await lastSeen(crawl, 'a')).toBe(dayOf(crawl))
  })

  it('is today for what no list shows and still answers as it did', async () => {
    put('portal', { a: '2026-11-02', b: '2026-11-03' })
    const crawl = await open('portal')
    await crawl.run()
    put('portal', { b: '2026-11-03' })
    server.routes['portal/a.html'] = page(`<h1>${TITLE}</h1><time>2026-11-02</time><p>${BODY}`, {
      etag: '"2026-11-02"',
    })
    await crawl.clock.sleep(3 * DAY_MS)
    await crawl.run({ all: true })
    expect(await lastSeen(crawl, 'a')).toBe(dayOf(crawl))
  })

  it('stays where it was for what no list shows and does not answer', async () => {
    put('portal', { a: '2026-11-02', b: '2026-11-03' })
    const crawl = await open('portal')
    await crawl.run()
    const first = dayOf(crawl)
    put('portal', { b: '2026-11-03' })
    server.routes['portal/a.html'] = status(503)
    await crawl.clock.sleep(3 * DAY_MS)
    await crawl.run({ all: true })
    expect(await lastSeen(crawl, 'a')).toBe(first)
    expect(await lastSeen(crawl, 'b')).toBe(dayOf(crawl))
  })

  it('is written once a day, however often it is seen', async () => {
    put('portal', { a: '2026-11-02' })
    const crawl = await open('portal')
    await crawl.run()
    const on = 'on sighting begin insert into written values (1); end'
    await crawl.deps.db.batch([
      { sql: 'create table written (one integer)' },
      { sql: `create trigger first_written after insert ${on}` },
      { sql: `create trigger written_again after update ${on}` },
    ])
    const writes = async () => (await crawl.deps.db.all('select one from written')).length
    await crawl.run({ all: true })
    expect(await writes()).toBe(0)
    await crawl.clock.sleep(DAY_MS)
    await crawl.run({ all: true })
    expect(await writes()).toBe(1)
  })
})
