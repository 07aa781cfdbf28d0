/** Articles that are split over pages, and the files of notices. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getVersions } from '../index-config/store/items.ts'
import { itemId } from './identity.ts'
import { DAY_MS, HOUR_MS, openTestCrawl } from './testing/crawl.ts'
import { type FaultServer, openFaultServer, page, status } from './testing/fault-server.ts'
import { articleHtml, listHtml } from './testing/site.ts'
import { testSource } from './testing/town.ts'

let server: FaultServer
beforeEach(async () => {
  server = await openFaultServer()
})
afterEach(() => server.close())

const city = (more = {}) => testSource('city', server.port, more)
const hits = (path: string) => server.hits.filter((hit) => hit.path === path)
const idOf = (name: string) => itemId('city', server.url(`city/${name}.html`))

describe('an article in parts', () => {
  const put = () => {
    server.routes['city/list.html'] = page(listHtml(['a']))
    server.routes['city/a.html'] = page(`${articleHtml('a', 'one')}<part href="/a_2.html">`, { etag: '"1"' })
    server.routes['city/a_2.html'] = page(`${articleHtml('a', 'two')}<part href="/a_3.html">`)
    server.routes['city/a_3.html'] = page(articleHtml('a', 'three'))
  }

  it('is kept as one, in order', async () => {
    put()
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    expect((await crawl.items()).map(({ body }) => body)).toEqual(['one\ntwo\nthree'])
  })

  it('is not kept by half: a part that fails makes the page fail, and it comes when it is whole', async () => {
    put()
    server.routes['city/a_3.html'] = status(500)
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({ new: 0, failed: [{ cause: 'server_error' }] })
    expect(await crawl.items()).toEqual([])
    put()
    crawl.clock.advance(HOUR_MS)
    expect((await crawl.visit('city')).new).toBe(1)
  })

  it('that leads round in a circle, or to another host, ends', async () => {
    put()
    server.routes['city/a_3.html'] = page(`${articleHtml('a', 'three')}<part href="/a.html">`)
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    expect(hits('/a.html')).toHaveLength(1)
    expect((await crawl.items())[0]?.body).toBe('one\ntwo\nthree')
  })

  it('without end is no article', async () => {
    put()
    for (let at = 2; at < 40; at += 1)
      server.routes[`city/a_${at}.html`] = page(`${articleHtml('a', 'more')}<part href="/a_${at + 1}.html">`)
    const crawl = await openTestCrawl([city()])
    expect((await crawl.visit('city')).failed).toMatchObject([{ cause: 'unreadable' }])
    expect(server.hits.filter(({ path }) => path.startsWith('/a'))).toHaveLength(20)
  })
})

describe('files of a notice', () => {
  const notice = `${articleHtml('招聘公告')}<file href="/f.xls">`
  const put = (file: string) => {
    server.routes['city/list.html'] = page(listHtml(['n']).replace('>n<', '>招聘公告<'))
    server.routes['city/n.html'] = page(notice, { etag: '"1"' })
    server.routes['city/f.xls'] = page(file, { etag: `"${file.length}"`, type: 'application/vnd.ms-excel' })
  }
  const states = (items: { title: string; state: string }[]) =>
    items.map(({ title, state }) => `${title} ${state}`).sort()

  it('are opened, and their rows are positions', async () => {
    put('会计|医院|K01\n护士|医院|K02')
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    const items = await crawl.items()
    expect(states(items)).toEqual(['会计 · 医院 shown', '护士 · 医院 shown', '招聘公告 shown'])
    const own = items.find(({ parent }) => parent === undefined)
    expect(own?.attachments).toMatchObject([{ type: 'xls', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    expect(items.find(({ parent }) => parent)?.job?.file).toBe(server.url('city/f.xls'))
  })

  it('that fail cost the notice nothing and are tried again', async () => {
    put('会计|医院|K01')
    server.routes['city/f.xls'] = status(500)
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1 })
    const [held] = await crawl.items()
    expect(held?.evidence.positions).toBe('unparsed: server_error')
    expect(held?.attachments).toMatchObject([{ problem: 'server_error' }])
    put('会计|医院|K01')
    crawl.clock.advance(HOUR_MS)
    await crawl.run()
    const items = await crawl.items()
    expect(states(items)).toEqual(['会计 · 医院 shown', '招聘公告 shown'])
    expect(items.find(({ parent }) => parent === undefined)?.evidence.positions).toBeUndefined()
    expect(await getVersions(crawl.deps.db, idOf('n'))).toHaveLength(1)
  })

  it('that were read once and fail later take no position away', async () => {
    put('会计|医院|K01\n护士|医院|K02\n门卫|医院|K03')
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    const before = await crawl.items()
    expect(before.map(({ state }) => state)).toEqual(['shown', 'shown', 'shown', 'shown'])
    for (const trouble of [status(500), status(404), page('locked'), page('')]) {
      server.routes['city/f.xls'] = trouble
      server.routes['city/n.html'] = page(`${notice}<!-- ${Math.random()} -->`)
      crawl.clock.advance(2 * DAY_MS)
      await crawl.run({ all: true })
      expect(states(await crawl.items())).toEqual(states(before))
    }
  })

  it('that fail once they were read are opened as they lie here, so that an edit of their page is kept', async () => {
    put('会计|医院|K01\n护士|医院|K02')
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/f.xls'] = status(500)
    server.routes['city/n.html'] = page(`${articleHtml('招聘公告', 'edited')}<file href="/f.xls">`)
    crawl.clock.advance(2 * DAY_MS)
    expect(await crawl.visit('city')).toMatchObject({ changed: 1, quarantined: [] })
    expect(states(await crawl.items())).toHaveLength(3)
  })

  it('that were edited are read again though their page is the same', async () => {
    put('会计|医院|K01')
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    put('会计|医院|K01\n护士|医院|K02')
    crawl.clock.advance(DAY_MS + HOUR_MS)
    await crawl.run()
    expect(states(await crawl.items())).toHaveLength(3)
  })

  it('that only a password opens leave the notice with the reason', async () => {
    put('locked')
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    expect((await crawl.items())[0]?.evidence.positions).toBe('unparsed: password')
  })

  it('of a list of people are not fetched', async () => {
    put('张某某|x|1')
    server.routes['city/n.html'] = page(`${articleHtml('招聘公告 名单')}<file href="/f.xls">`)
    await (await openTestCrawl([city()])).run()
    expect(hits('/f.xls')).toEqual([])
  })

  it('are asked for with their validators', async () => {
    put('会计|医院|K01')
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    crawl.clock.advance(DAY_MS + HOUR_MS)
    await crawl.run()
    expect(hits('/f.xls').map((hit) => hit.status)).toEqual([200, 304])
    expect(await crawl.deps.db.all('select hash from capture')).toHaveLength(2)
  })

  it('a row put in between moves no other: same ids, no version', async () => {
    put('会计|医院|1\n护士|医院|2')
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    const nurse = (await crawl.items()).find(({ title }) => title.startsWith('护士'))
    put('门卫|医院|1\n会计|医院|2\n护士|医院|3')
    crawl.clock.advance(DAY_MS + HOUR_MS)
    await crawl.run()
    const after = (await crawl.items()).find(({ id }) => id === nurse?.id)
    expect([after?.id, after?.job?.row]).toEqual([nurse?.id, 3])
    expect(await getVersions(crawl.deps.db, nurse?.id ?? '')).toHaveLength(1)
  })
})
