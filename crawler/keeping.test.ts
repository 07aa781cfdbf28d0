/** Clock, disk, corrections and what stays of raw bytes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SqlDatabase } from '../domain/ports.ts'
import { getVersions } from '../index-config/store/items.ts'
import { itemId } from './identity.ts'
import { checkClock } from './keep/clock.ts'
import { StorageFails } from './keep/storage.ts'
import { DAY_MS, HOUR_MS, openTestCrawl, openTestDatabase } from './testing/crawl.ts'
import { type FaultServer, openFaultServer, page, status } from './testing/fault-server.ts'
import { articleHtml, listHtml, putPagedSite, putSite } from './testing/site.ts'
import { testSource } from './testing/town.ts'

let server: FaultServer
beforeEach(async () => {
  server = await openFaultServer()
})
afterEach(() => server.close())

const city = (more = {}) => testSource('city', server.port, more)
const idOf = (name: string) => itemId('city', server.url(`city/${name}.html`))
const hits = (path: string) => server.hits.filter((hit) => hit.path === path)

describe('F14 a clock', () => {
  it('that went back more than a day is refused before anything is asked', async () => {
    putSite(server, 'city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.hits.length = 0
    crawl.clock.advance(-DAY_MS - HOUR_MS)
    await expect(crawl.run({ all: true })).rejects.toThrow(/the clock says/)
    expect(server.hits).toEqual([])
    crawl.clock.advance(2 * HOUR_MS)
    expect((await crawl.visit('city', { all: true })).state).toBe('ok')
  })

  it('is not judged where nothing was crawled yet', async () => {
    await expect(checkClock(await openTestDatabase(), new Date(0))).resolves.toBeUndefined()
  })

  it('that went back makes nothing wait for longer than its interval', async () => {
    putSite(server, 'city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    crawl.clock.advance(-20 * HOUR_MS)
    await crawl.run()
    crawl.clock.advance(61 * 60_000)
    putSite(server, 'city', ['b', 'a'])
    expect((await crawl.visit('city')).new).toBe(1)
  })
})

describe('F18 a disk', () => {
  /** As SQLite fails once the disk is full: from the n-th batch on. */
  const fullFrom =
    (n: number) =>
    (db: SqlDatabase): SqlDatabase => {
      let batches = 0
      return {
        all: db.all,
        batch: async (statements) => {
          batches += 1
          if (batches > n) throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
          return db.batch(statements)
        },
      }
    }

  it('that is full ends the run with its reason; what was kept stands, and a later run completes it', async () => {
    putSite(server, 'city', ['a', 'b', 'c'])
    for (const n of [0, 1, 3, 4, 6]) {
      const db = await openTestDatabase()
      const full = await openTestCrawl([city()], { db, disturb: fullFrom(n) })
      await expect(full.run(), `from batch ${n}`).rejects.toThrow(StorageFails)
      await expect(full.run()).rejects.toThrow(/full/)
      const again = await openTestCrawl([city()], { db })
      again.clock.advance(2 * HOUR_MS)
      await again.run({ all: true })
      expect((await again.items()).map(({ title }) => title).sort()).toEqual(['a', 'b', 'c'])
    }
  })
})

describe('better readers', () => {
  it('read what is known again from its kept bytes, without asking anybody', async () => {
    putSite(server, 'city', ['a', 'b'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.hits.length = 0
    const { readers } = crawl.deps
    crawl.deps.readers = {
      ...readers,
      version: 'tiny 2',
      readArticle: async (page, context) => {
        const article = await readers.readArticle(page, context)
        return { ...article, body: `${article.body}, read better` }
      },
    }
    await crawl.run()
    expect(server.hits).toEqual([])
    expect((await crawl.items()).map(({ body }) => body).sort()).toEqual([
      'body of a, read better',
      'body of b, read better',
    ])
    crawl.clock.advance(DAY_MS + HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ unchanged: 2, changed: 0 })
  })

  it('and a correction of the source do the same', async () => {
    putSite(server, 'city', ['a'])
    const db = await openTestDatabase()
    await (await openTestCrawl([city()], { db })).run()
    server.hits.length = 0
    const corrected = await openTestCrawl([city({ correct: { title: '.t' } })], { db })
    const { readers } = corrected.deps
    corrected.deps.readers = {
      ...readers,
      readArticle: async (page, context) => ({
        ...(await readers.readArticle(page, context)),
        title: context.correct?.title === '.t' ? 'a, as corrected' : 'a',
      }),
    }
    await corrected.run()
    expect(server.hits).toEqual([])
    expect((await corrected.items()).map(({ title }) => title)).toEqual(['a, as corrected'])
  })
})

describe('raw bytes', () => {
  it('of what is shown stay; superseded ones go after thirty days', async () => {
    putSite(server, 'city', ['a', 'b'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/a.html'] = page(articleHtml('a', 'corrected'))
    crawl.clock.advance(DAY_MS + HOUR_MS)
    await crawl.run()
    const count = async () => (await crawl.deps.db.all('select 1 from capture')).length
    expect(await count()).toBe(3)
    for (let week = 0; week < 5; week += 1) {
      crawl.clock.advance(7 * DAY_MS)
      await crawl.run()
    }
    expect(await count()).toBe(2)
    crawl.clock.advance(300 * DAY_MS)
    await crawl.run()
    expect(await count()).toBe(2)
  })

  it('of a page that became a list of people go at once', async () => {
    putSite(server, 'city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/a.html'] = page(articleHtml('a 名单', '张某某'))
    crawl.clock.advance(DAY_MS + HOUR_MS)
    await crawl.run()
    expect(await crawl.deps.db.all('select 1 from capture')).toEqual([])
  })
})

describe('what is no change', () => {
  it.each([
    ['a counter', (day: number) => articleHtml('a', `long enough a text 浏览次数：${day}`)],
    ['the day of printing', (day: number) => articleHtml('a', `long enough a text 打印日期：2026-11-${22 + day}`)],
    ['a date that is always today', (day: number) => `${articleHtml('a')}<time>2026-11-${22 + day}</time>`],
  ])('%s makes no version', async (_, html) => {
    putSite(server, 'city', ['a'])
    server.routes['city/a.html'] = page(html(0))
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    for (const day of [1, 3, 7]) {
      server.routes['city/a.html'] = page(html(day))
      crawl.clock.advance(day * DAY_MS + HOUR_MS)
      await crawl.run()
    }
    expect(await getVersions(crawl.deps.db, idOf('a'))).toHaveLength(1)
  })
})

describe('lists', () => {
  it('a burst beyond the limit of pages is read on by the next crawls', async () => {
    const old = Array.from({ length: 10 }, (_, at) => `old${at}`)
    const fresh = Array.from({ length: 60 }, (_, at) => `new${at}`)
    putPagedSite(server, 'city', old)
    const crawl = await openTestCrawl([city()], { limits: { listPages: 3 } })
    await crawl.run()
    putPagedSite(server, 'city', [...fresh, ...old])
    for (let run = 0; run < 4; run += 1) {
      crawl.clock.advance(HOUR_MS)
      await crawl.run({ all: true })
    }
    expect(await crawl.items()).toHaveLength(70)
  })

  it('pages that an index names are lists like any other', async () => {
    server.routes['city/list.html'] = page('<more href="/s1.xml"><more href="/s2.xml">', { etag: '"1"' })
    server.routes['city/s1.xml'] = page(listHtml(['a']), { etag: '"1"' })
    server.routes['city/s2.xml'] = page(listHtml(['b']), { etag: '"1"' })
    for (const name of 'abc') server.routes[`city/${name}.html`] = page(articleHtml(name))
    const crawl = await openTestCrawl([city()])
    expect((await crawl.visit('city')).new).toBe(2)
    server.routes['city/s2.xml'] = page(listHtml(['c', 'b']), { etag: '"2"' })
    crawl.clock.advance(HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1 })
    expect(hits('/s1.xml').at(-1)?.status).toBe(304)
  })

  it('an entry whose page is missing for days becomes an item when it comes', async () => {
    putSite(server, 'city', ['a', 'b'])
    server.routes['city/b.html'] = status(404)
    const crawl = await openTestCrawl([city()])
    for (let hour = 0; hour < 100; hour += 1) {
      await crawl.run()
      crawl.clock.advance(HOUR_MS)
    }
    expect(hits('/b.html').length).toBeLessThan(12)
    server.routes['city/b.html'] = page(articleHtml('b'))
    crawl.clock.advance(DAY_MS)
    await crawl.run()
    crawl.clock.advance(DAY_MS)
    await crawl.run()
    expect((await crawl.items()).map(({ title }) => title).sort()).toEqual(['a', 'b'])
  })

  it('a page that went and stands on its list again is looked at, whatever its title', async () => {
    putSite(server, 'city', ['a', 'b'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/list.html'] = page(listHtml(['b']))
    server.routes['city/a.html'] = status(410)
    for (let day = 0; day < 4; day += 1) {
      crawl.clock.advance(DAY_MS + HOUR_MS)
      await crawl.run()
    }
    expect((await crawl.items()).find(({ title }) => title === 'a')?.state).toBe('gone')
    putSite(server, 'city', ['a', 'b'])
    crawl.clock.advance(HOUR_MS)
    await crawl.run({ all: true })
    expect((await crawl.items()).map(({ state }) => state)).toEqual(['shown', 'shown'])
  })
})
