/** What was taken down never comes back: not by a crawl, a redirect, another name, a rebuild or a restart. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSqlEngine } from '../index-config/engines/sql-engine.ts'
import { rebuild } from '../index-config/rebuild.ts'
import { addTakedown, isTakenDown, listTakedowns, removeTakedown } from '../index-config/store/takedowns.ts'
import { itemId } from './identity.ts'
import { DAY_MS, HOUR_MS, openTestCrawl, type TestCrawl } from './testing/crawl.ts'
import { type FaultServer, openFaultServer, page, redirect } from './testing/fault-server.ts'
import { articleHtml, listHtml, putSite } from './testing/site.ts'
import { testSource } from './testing/town.ts'

let server: FaultServer
let crawl: TestCrawl
beforeEach(async () => {
  server = await openFaultServer()
  putSite(server, 'city', ['a', 'b'])
  crawl = await openTestCrawl([testSource('city', server.port)])
})
afterEach(() => server.close())

const url = (name: string) => server.url(`city/${name}.html`)
const idOf = (name: string) => itemId('city', url(name))
const order = (more = {}) => ({ reason: 'asked by the person', who: 'editor', at: '2026-11-22T02:00:00Z', ...more })
const shown = async () => (await crawl.items()).filter(({ state }) => state === 'shown').map(({ title }) => title)
const asked = (path: string) => server.hits.filter((hit) => hit.path === path).length
const later = async (days: number) => {
  crawl.clock.advance(days * DAY_MS + HOUR_MS)
  await crawl.run({ all: true })
}

describe('T24 a takedown', () => {
  it('hides the item at once, leaves nothing of its text, and is not fetched again', async () => {
    await crawl.run()
    await addTakedown(crawl.deps.db, order({ itemId: idOf('a') }))
    expect(await shown()).toEqual(['b'])
    expect((await crawl.deps.engine.search({ sort: 'new', limit: 9 }, crawl.clock.now())).ids).toContain(idOf('a'))
    await later(0)
    expect((await crawl.deps.engine.search({ sort: 'new', limit: 9 }, crawl.clock.now())).ids).toEqual([idOf('b')])
    for (const days of [1, 3, 7]) await later(days)
    expect(asked('/a.html')).toBe(1)
    const kept = await crawl.deps.db.all(`select doc, title from item where id = ?1`, [idOf('a')])
    expect(JSON.stringify(kept)).not.toContain('body of a')
    expect(await crawl.deps.db.all('select url from capture')).toEqual([{ url: url('b') }])
  })

  it('of an address that is no item yet keeps it from becoming one', async () => {
    await addTakedown(crawl.deps.db, order({ url: url('a') }))
    await crawl.run()
    expect(await shown()).toEqual(['b'])
    expect(asked('/a.html')).toBe(0)
  })

  it('holds when the address moves, and for the address that it moves to', async () => {
    await crawl.run()
    await addTakedown(crawl.deps.db, order({ url: url('a') }))
    server.routes['city/list.html'] = page(listHtml(['other', 'b']))
    server.routes['city/other.html'] = redirect('/a.html', 302)
    server.routes['city/a.html'] = page(articleHtml('a', 'edited'))
    await later(1)
    expect(await shown()).toEqual(['b'])
    expect(await isTakenDown(crawl.deps.db, url('other'))).toBe(true)
    server.routes['city/other.html'] = page(articleHtml('a', 'edited again'))
    await later(1)
    expect(await shown()).toEqual(['b'])
  })

  it('covers every name that the page had before', async () => {
    server.routes['city/list.html'] = page(listHtml(['old', 'b']))
    server.routes['city/old.html'] = redirect('/a.html', 301)
    await crawl.run()
    await addTakedown(crawl.deps.db, order({ url: url('a') }))
    server.routes['city/old.html'] = page(articleHtml('old', 'the same person'))
    server.routes['city/list.html'] = page(listHtml(['a', 'old', 'b']))
    for (const days of [1, 1, 3]) await later(days)
    expect(await shown()).toEqual(['b'])
  })

  it('outlives a rebuilt index and a new process', async () => {
    await crawl.run()
    await addTakedown(crawl.deps.db, order({ itemId: idOf('a') }))
    const { db, town } = crawl.deps
    crawl = await openTestCrawl([testSource('city', server.port)], { db })
    await rebuild(db, createSqlEngine(db, { facetLimit: 5000, town }), crawl.clock.now())
    expect((await crawl.deps.engine.search({ sort: 'new', limit: 9 }, crawl.clock.now())).ids).toEqual([idOf('b')])
    await later(2)
    expect(await shown()).toEqual(['b'])
  })

  it('that comes while the page is being read undoes what was read', async () => {
    const { readers } = crawl.deps
    crawl.deps.readers = {
      ...readers,
      readArticle: async (page, context) => {
        if (page.url === url('a')) await addTakedown(crawl.deps.db, order({ url: url('a') }))
        return readers.readArticle(page, context)
      },
    }
    await crawl.run()
    expect(await shown()).not.toContain('a')
  })

  it('can be taken back: the item comes under its old id', async () => {
    await crawl.run()
    await addTakedown(crawl.deps.db, order({ itemId: idOf('a') }))
    await later(1)
    expect(await listTakedowns(crawl.deps.db)).toMatchObject([{ url: url('a'), itemId: idOf('a') }])
    expect(await removeTakedown(crawl.deps.db, url('a'))).toBe(true)
    await later(1)
    expect((await crawl.items()).map(({ id, state }) => [id, state]).sort()).toEqual(
      [idOf('a'), idOf('b')].sort().map((id) => [id, 'shown']),
    )
  })

  it('refuses what names nothing', async () => {
    await expect(addTakedown(crawl.deps.db, order())).rejects.toThrow(RangeError)
    await expect(addTakedown(crawl.deps.db, order({ url: 'javascript:x' }))).rejects.toThrow(RangeError)
    await expect(addTakedown(crawl.deps.db, order({ itemId: 'none' }))).rejects.toThrow(RangeError)
  })
})
