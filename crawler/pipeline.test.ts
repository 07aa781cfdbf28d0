import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SqlDatabase } from '../domain/ports.ts'
import { getVersions } from '../index-config/store/items.ts'
import { outboxDepth } from '../index-config/store/outbox.ts'
import { itemId } from './identity.ts'
import { getCapture } from './keep/capture.ts'
import { exitCodeOf } from './run.ts'
import { DAY_MS, HOUR_MS, openTestCrawl, openTestDatabase } from './testing/crawl.ts'
import { type FaultServer, flood, openFaultServer, page, redirect, silence, status } from './testing/fault-server.ts'
import { testSource } from './testing/town.ts'

let server: FaultServer
beforeEach(async () => {
  server = await openFaultServer()
})
afterEach(() => server.close())

/** `list(['a', 'b'])`: entries a.html and b.html in this order. */
function list(names: string[], next?: string): string {
  const links = names.map((name) => `<a href="/${name}.html">${name}</a> 2026-11-20`).join('\n')
  return next === undefined ? links : `${links}<next href="${next}">`
}
const article = (title: string, body = `body of ${title}`) => `<h1>${title}</h1><p>${body}</p>`

/** A site with a list and an article per name, all with validators that follow their content. */
function site(host: string, names: string[]): void {
  server.routes[`${host}/list.html`] = page(list(names), { etag: `"${names.join()}"` })
  for (const name of names) server.routes[`${host}/${name}.html`] = page(article(name), { etag: `"${name}"` })
}
const city = (more = {}) => testSource('city', server.port, more)
const hits = (path: string) => server.hits.filter((hit) => hit.path === path)
const idOf = (name: string, slug = 'city') => itemId(slug, server.url(`${slug}/${name}.html`))
const titles = (items: { title: string; state: string }[]) =>
  items
    .filter((item) => item.state === 'shown')
    .map((item) => item.title)
    .sort()

describe('a first crawl', () => {
  it('keeps every entry of the list as an item, searchable at its end', async () => {
    site('city', ['a', 'b', 'c'])
    const crawl = await openTestCrawl([city()])
    const report = await crawl.visit('city')
    expect(report).toMatchObject({ state: 'ok', found: 3, new: 3, changed: 0, failed: [] })
    expect(titles(await crawl.items())).toEqual(['a', 'b', 'c'])
    expect(await outboxDepth(crawl.deps.db)).toBe(0)
    const found = await crawl.deps.engine.search({ sort: 'new', limit: 10 }, crawl.clock.now())
    expect(found.ids.sort()).toEqual(['a', 'b', 'c'].map((name) => idOf(name)).sort())
  })

  it('keeps the bytes as they were sent', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    const [row] = await crawl.deps.db.all<{ hash: string }>(`select hash from page where role = 'detail'`)
    expect(new TextDecoder().decode(await getCapture(crawl.deps.db, row?.hash ?? ''))).toBe(article('a'))
  })

  it('reads page after page to the end', async () => {
    server.routes['city/list.html'] = page(list(['a', 'b'], '/list2.html'))
    server.routes['city/list2.html'] = page(list(['c', 'd'], '/list3.html'))
    server.routes['city/list3.html'] = page(list(['d', 'e']))
    for (const name of 'abcde') server.routes[`city/${name}.html`] = page(article(name))
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({ new: 5, found: 6 })
  })

  it('F5 leaves a calendar without end', async () => {
    server.routes['city/list.html'] = page(list(['a'], '/p0'))
    for (let at = 0; at < 50; at += 1) server.routes[`city/p${at}`] = page(list(['a'], `/p${at + 1}`))
    server.routes['city/a.html'] = page(article('a'))
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    expect(server.hits.filter((hit) => /^\/p\d/.test(hit.path))).toHaveLength(1)
  })

  it('drops links to other sites and says so', async () => {
    server.routes['city/list.html'] = page('<a href="http://elsewhere.example/x">x</a><a href="/a.html">a</a>')
    server.routes['city/a.html'] = page(article('a'))
    const report = await (await openTestCrawl([city()])).visit('city')
    expect(report.new).toBe(1)
    expect(report.dropped).toEqual([{ url: 'http://elsewhere.example/x', reason: expect.stringContaining('off-site') }])
  })
})

describe('a second crawl', () => {
  it('equals the first: answered with 304s, nothing new, nothing changed', async () => {
    site('city', ['a', 'b'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    const before = await crawl.items()
    crawl.clock.advance(25 * HOUR_MS)
    server.hits.length = 0
    expect(await crawl.visit('city')).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
    expect(await crawl.items()).toEqual(before)
    expect(server.hits.filter((hit) => !hit.path.includes('robots')).map((hit) => hit.status)).toEqual([304, 304, 304])
  })

  it('visits nothing that is not due', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.hits.length = 0
    expect((await crawl.visit('city')).state).toBe('not_due')
    expect(server.hits).toEqual([])
    expect((await crawl.visit('city', { all: true })).state).toBe('ok')
    expect(hits('/list.html')).toHaveLength(1)
  })

  it('finds what is new and leaves known pages alone', async () => {
    site('city', ['a', 'b'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    site('city', ['new', 'a', 'b'])
    crawl.clock.advance(HOUR_MS)
    server.hits.length = 0
    expect(await crawl.visit('city')).toMatchObject({ new: 1, changed: 0, unchanged: 0 })
    expect(hits('/a.html')).toEqual([])
  })

  it('finds 60 entries that came at once though the list shows 10', async () => {
    const old = Array.from({ length: 10 }, (_, at) => `old${at}`)
    const fresh = Array.from({ length: 60 }, (_, at) => `new${at}`)
    const put = (all: string[]) => {
      for (let at = 0; at < all.length; at += 10) {
        const next = at + 10 < all.length ? `/list${at / 10 + 1}.html` : undefined
        server.routes[at === 0 ? 'city/list.html' : `city/list${at / 10}.html`] = page(
          list(all.slice(at, at + 10), next),
        )
      }
      for (const name of all) server.routes[`city/${name}.html`] = page(article(name))
    }
    put(old)
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    put([...fresh, ...old])
    crawl.clock.advance(HOUR_MS)
    expect((await crawl.visit('city')).new).toBe(60)
  })

  it('an edit makes a version and keeps the id', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/a.html'] = page(article('a', 'corrected'), { etag: '"2"' })
    crawl.clock.advance(25 * HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ new: 0, changed: 1 })
    const [item] = await crawl.items()
    expect(item).toMatchObject({ id: idOf('a'), body: 'corrected', firstSeenAt: '2026-11-22T01:00:00.000Z' })
    expect((await getVersions(crawl.deps.db, idOf('a'))).map((version) => version.changed)).toEqual([
      ['excerpt', 'body'],
      [],
    ])
  })

  it('looks at a page again when its list entry changes', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/list.html'] = page('<a href="/a.html">a, corrected</a>')
    server.routes['city/a.html'] = page(article('a, corrected'))
    crawl.clock.advance(HOUR_MS)
    expect((await crawl.visit('city')).changed).toBe(1)
  })

  it('asks for the whole page once a week, since servers say 304 for ever', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/a.html'] = (request, response) =>
      request.headers['if-none-match']
        ? response.writeHead(304).end()
        : response.writeHead(200, { 'content-type': 'text/html' }).end(article('a', 'edited'))
    for (const days of [1, 3, 7]) {
      crawl.clock.advance((days === 1 ? 1 : days === 3 ? 2 : 4) * DAY_MS + HOUR_MS)
      await crawl.run()
    }
    expect((await crawl.items())[0]?.body).toBe('edited')
  })
})

describe('trouble in one place', () => {
  it('F2 F3 F8: sources that time out, answer 500 or send 50 MB stop no other and end in exit code 3', async () => {
    site('good', ['a', 'b'])
    server.routes['slow/list.html'] = silence()
    server.routes['sick/list.html'] = status(500)
    server.routes['huge/list.html'] = flood(50_000_000)
    const crawl = await openTestCrawl(['slow', 'sick', 'huge', 'good'].map((slug) => testSource(slug, server.port)))
    const report = await crawl.run()
    expect(report.sources.map(({ slug, state, failed }) => [slug, state, failed[0]?.cause])).toEqual([
      ['slow', 'failed', 'timeout'],
      ['sick', 'failed', 'server_error'],
      ['huge', 'failed', 'too_large'],
      ['good', 'ok', undefined],
    ])
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
    expect(exitCodeOf(report)).toBe(3)
  })

  it('F2 a list is tried twice in a run, then backs off, and --all does not break that', async () => {
    server.routes['city/list.html'] = status(500)
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    expect(hits('/list.html')).toHaveLength(2)
    expect((await crawl.visit('city', { all: true })).state).toBe('waiting')
    expect(hits('/list.html')).toHaveLength(2)
    crawl.clock.advance(40_000)
    site('city', ['a'])
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1 })
  })

  it('a list that fails once and then answers is no failure', async () => {
    site('city', ['a'])
    const good = server.routes['city/list.html']
    server.routes['city/list.html'] = (request, response) => {
      if (good) server.routes['city/list.html'] = good
      status(503)(request, response)
    }
    expect(await (await openTestCrawl([city()])).visit('city')).toMatchObject({ state: 'ok', new: 1, failed: [] })
  })

  it('an item whose page failed comes later, though its list says 304', async () => {
    site('city', ['a', 'b'])
    server.routes['city/b.html'] = status(500)
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({
      new: 1,
      failed: [{ cause: 'server_error', url: server.url('city/b.html') }],
    })
    server.routes['city/b.html'] = page(article('b'))
    crawl.clock.advance(HOUR_MS)
    expect((await crawl.visit('city')).new).toBe(1)
    expect(hits('/list.html').at(-1)?.status).toBe(304)
  })

  it('F6 a 200 that is an error page writes nothing and changes nothing', async () => {
    site('city', ['a', 'b'])
    server.routes['city/b.html'] = page('<title>error</title><h1>b</h1><p>sorry</p>')
    const crawl = await openTestCrawl([city()])
    expect((await crawl.visit('city')).failed).toMatchObject([{ cause: 'soft_error' }])
    server.routes['city/a.html'] = page('<title>error</title>')
    const before = await crawl.items()
    crawl.clock.advance(25 * HOUR_MS)
    expect((await crawl.visit('city')).failed).toHaveLength(2)
    expect(await crawl.items()).toEqual(before)
  })

  it('a page that chokes its reader is reported and stops no other', async () => {
    site('city', ['a', 'b'])
    server.routes['city/a.html'] = page('<boom>')
    expect(await (await openTestCrawl([city()])).visit('city')).toMatchObject({
      state: 'ok',
      new: 1,
      failed: [{ cause: 'unreadable', detail: 'the reader choked' }],
    })
  })

  it('F10 a list that lost all its entries is a failure, and its items stay', async () => {
    site('city', ['a', 'b'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/list.html'] = page('<p>our new design</p>')
    crawl.clock.advance(25 * HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ state: 'failed', failed: [{ cause: 'changed' }] })
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
  })

  it('a list that a script fills is followed to where its entries are, and there again when the frame stays the same', async () => {
    server.routes['city/list.html'] = page(list([], '/entries.json'), { etag: '"frame"' })
    server.routes['city/entries.json'] = page(list(['a']), { etag: '"1"' })
    for (const name of 'ab') server.routes[`city/${name}.html`] = page(article(name))
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1, dropped: [] })
    server.routes['city/entries.json'] = page(list(['b', 'a']), { etag: '"2"' })
    crawl.clock.advance(HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1 })
  })

  it('a list in which nothing was recognised is asked for whole again', async () => {
    server.routes['city/list.html'] = page('<p>nothing that we can read</p>', { etag: '"1"' })
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    crawl.clock.advance(HOUR_MS)
    await crawl.run()
    const asked = server.hits.filter(({ path }) => path === '/list.html')
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined])
  })

  it('a walk over the pages of a list that was cut off goes on next time', async () => {
    server.routes['city/list.html'] = page(list(['a'], '/list2.html'), { etag: '"1"' })
    server.routes['city/list2.html'] = status(500)
    for (const name of 'ab') server.routes[`city/${name}.html`] = page(article(name))
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({ state: 'partial', new: 1 })
    server.routes['city/list2.html'] = page(list(['b']))
    crawl.clock.advance(HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1 })
  })

  it('a further page that answers 404 is the end of the list, and is asked once more by the next crawls', async () => {
    server.routes['city/list.html'] = page(list(['a'], '/list2.html'), { etag: '"1"' })
    for (const name of 'ab') server.routes[`city/${name}.html`] = page(article(name))
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1, failed: [] })
    server.routes['city/list2.html'] = page(list(['b']))
    crawl.clock.advance(HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1 })
  })

  it('a next page on another host ends the list', async () => {
    server.routes['city/list.html'] = page(list(['a'], 'http://elsewhere.example/2'), { etag: '"1"' })
    server.routes['city/a.html'] = page(article('a'))
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1, failed: [] })
    crawl.clock.advance(HOUR_MS)
    await crawl.run()
    expect(hits('/list.html').map((hit) => hit.status)).toEqual([200, 304])
  })

  it('once a week a list is read to its end: what was dated back and put in below known ground is found', async () => {
    server.routes['city/list.html'] = page(list(['a', 'b'], '/list2.html'))
    server.routes['city/list2.html'] = page(list(['c']))
    for (const name of 'abcd') server.routes[`city/${name}.html`] = page(article(name))
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/list2.html'] = page(list(['d', 'c']))
    crawl.clock.advance(8 * DAY_MS)
    expect(await crawl.visit('city')).toMatchObject({ new: 1 })
  })

  it('robots.txt closes a source without making it a failure', async () => {
    site('city', ['a'])
    server.routes['city/robots.txt'] = page('User-agent: *\nDisallow: /')
    const crawl = await openTestCrawl([city()])
    const report = await crawl.run()
    expect(report.sources[0]).toMatchObject({ state: 'closed', failed: [] })
    expect(exitCodeOf(report)).toBe(0)
    expect(hits('/list.html')).toEqual([])
  })

  it('a source whose lists answer and whose pages all refuse us is blocked, not well', async () => {
    const names = [...'abcd']
    site('city', names)
    for (const name of names) server.routes[`city/${name}.html`] = status(403)
    const crawl = await openTestCrawl([city()])
    expect((await crawl.visit('city')).state).toBe('blocked')
  })

  it('a host that keeps failing is left alone after three pages', async () => {
    const names = [...'abcdefgh']
    site('city', names)
    for (const name of names) server.routes[`city/${name}.html`] = status(500)
    const crawl = await openTestCrawl([city()])
    expect((await crawl.visit('city')).state).toBe('failed')
    expect(server.hits.filter((hit) => /^\/[a-h]\.html/.test(hit.path))).toHaveLength(6)
  })
})

describe('an item goes', () => {
  const withMissing = async () => {
    site('city', ['a', 'b'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/a.html'] = status(404)
    return crawl
  }

  it('when two healthy crawls a day apart find 404, not before', async () => {
    const crawl = await withMissing()
    crawl.clock.advance(25 * HOUR_MS)
    expect((await crawl.visit('city')).gone).toBe(0)
    crawl.clock.advance(2 * HOUR_MS)
    expect((await crawl.visit('city')).gone).toBe(0)
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
    crawl.clock.advance(23 * HOUR_MS)
    expect((await crawl.visit('city')).gone).toBe(1)
    expect(titles(await crawl.items())).toEqual(['b'])
  })

  it('never because its address leads to something that is gone, for the time being', async () => {
    const crawl = await withMissing()
    server.routes['city/a.html'] = redirect('/404.html')
    for (let day = 0; day < 9; day += 1) {
      crawl.clock.advance(25 * HOUR_MS)
      await crawl.run()
    }
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
  })

  it('not by two crawls of the same day, whatever made them look', async () => {
    const crawl = await withMissing()
    for (const title of ['first', 'second', 'third']) {
      server.routes['city/list.html'] = page(`<a href="/a.html">${title}</a><a href="/b.html">b</a> 2026-11-20`)
      crawl.clock.advance(2 * HOUR_MS)
      await crawl.run()
    }
    expect(hits('/a.html').filter((hit) => hit.status === 404)).toHaveLength(3)
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
  })

  it('never by crawls whose list failed', async () => {
    const crawl = await withMissing()
    server.routes['city/list.html'] = status(500)
    for (let day = 0; day < 5; day += 1) {
      crawl.clock.advance(25 * HOUR_MS)
      await crawl.run()
    }
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
  })

  it('not when it leaves its list: then its own address is asked', async () => {
    site('city', ['a', 'b', 'c'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/list.html'] = page(list(['a', 'c']))
    crawl.clock.advance(2 * HOUR_MS)
    server.hits.length = 0
    await crawl.run()
    expect(hits('/b.html').map((hit) => hit.status)).toEqual([304])
    expect(hits('/c.html')).toEqual([])
    expect(titles(await crawl.items())).toEqual(['a', 'b', 'c'])
  })

  it('and comes back under its old id when its page does', async () => {
    const crawl = await withMissing()
    for (const hours of [25, 25]) {
      crawl.clock.advance(hours * HOUR_MS)
      await crawl.run()
    }
    expect(titles(await crawl.items())).toEqual(['b'])
    server.routes['city/a.html'] = page(article('a'))
    crawl.clock.advance(2 * DAY_MS)
    await crawl.run()
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
    expect((await crawl.items()).map((item) => item.id).sort()).toEqual([idOf('a'), idOf('b')].sort())
  })
})

describe('identity', () => {
  it('a moved article keeps the id of its first address and shows the new one', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/a.html'] = redirect('/moved/a.html', 301)
    server.routes['city/moved/a.html'] = page(article('a'))
    server.routes['city/list.html'] = page('<a href="/moved/a.html">a</a> 2026-11-20')
    crawl.clock.advance(25 * HOUR_MS)
    await crawl.run()
    crawl.clock.advance(3 * DAY_MS)
    await crawl.run()
    const items = await crawl.items()
    expect(items.map(({ id, url }) => [id, url])).toEqual([[idOf('a'), server.url('city/moved/a.html')]])
  })

  it('an article met under its new address before the old one could say so is one item again', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/list.html'] = page('<a href="/moved/a.html">a</a> 2026-11-20')
    server.routes['city/moved/a.html'] = page(article('a', 'edited on the way'))
    crawl.clock.advance(2 * HOUR_MS)
    await crawl.run({ all: true })
    expect(titles(await crawl.items())).toEqual(['a', 'a'])
    server.routes['city/a.html'] = redirect('/moved/a.html', 301)
    crawl.clock.advance(DAY_MS)
    await crawl.run()
    const shown = (await crawl.items()).filter(({ state }) => state === 'shown')
    expect(shown.map(({ id, url, body }) => [id, url, body])).toEqual([
      [idOf('a'), server.url('city/moved/a.html'), 'edited on the way'],
    ])
    for (const days of [1, 3, 7]) {
      crawl.clock.advance(days * DAY_MS)
      await crawl.run()
    }
    expect(titles(await crawl.items())).toEqual(['a'])
  })

  it('two links to one article, old address and new, are one item in either order', async () => {
    for (const order of [
      ['old', 'new'],
      ['new', 'old'],
    ]) {
      server.routes['city/list.html'] = page(list(order))
      server.routes['city/old.html'] = redirect('/new.html', 301)
      server.routes['city/new.html'] = page(article('x'))
      const crawl = await openTestCrawl([city()])
      await crawl.run()
      expect((await crawl.items()).map((item) => item.id)).toEqual([idOf('new')])
    }
  })

  it('a dead article that redirects to the front page is no item', async () => {
    site('city', ['a'])
    server.routes['city/a.html'] = redirect('/')
    server.routes['city/'] = page(article('welcome'))
    const crawl = await openTestCrawl([city()])
    expect((await crawl.visit('city')).failed).toMatchObject([{ cause: 'soft_error' }])
    expect(await crawl.items()).toEqual([])
    expect(hits('/')).toEqual([])
  })
})

describe('a notice with positions', () => {
  const notice = (rows: string[]) => `${article('招聘公告')}${rows.map((row) => `<tr>${row}</tr>`).join('')}`
  const start = async (rows: string[]) => {
    site('city', ['n'])
    server.routes['city/n.html'] = page(notice(rows))
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    return crawl
  }

  it('gives the notice and one item per position', async () => {
    const crawl = await start(['会计|医院|01', '护士|医院|02'])
    const items = await crawl.items()
    expect(items.map(({ title, type, parent }) => [title, type, parent])).toEqual(
      expect.arrayContaining([
        ['招聘公告', 'notice', undefined],
        ['会计 · 医院', 'position', idOf('n')],
        ['护士 · 医院', 'position', idOf('n')],
      ]),
    )
  })

  it('a row put in between changes no id, and a row that vanishes goes', async () => {
    const crawl = await start(['会计|医院|01', '护士|医院|02'])
    const before = new Map((await crawl.items()).map((item) => [item.title, item.id]))
    server.routes['city/n.html'] = page(notice(['门卫|医院|00', '护士|医院|02']))
    crawl.clock.advance(25 * HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ changed: 1, new: 0 })
    const after = await crawl.items()
    expect(after.find((item) => item.title === '护士 · 医院')?.id).toBe(before.get('护士 · 医院'))
    expect(titles(after)).toEqual(['护士 · 医院', '招聘公告', '门卫 · 医院'])
    expect(after.find((item) => item.title === '会计 · 医院')?.state).toBe('gone')
  })

  it('rows that read the same are two positions', async () => {
    expect(await (await start(['护士|医院|', '护士|医院|'])).items()).toHaveLength(3)
  })

  it('a list of people is kept as a headline and a link, without its bytes', async () => {
    site('city', ['n'])
    server.routes['city/n.html'] = page(`${article('拟聘用名单', '张某某')}<tr>张某某|x|1</tr><file>`)
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    const items = await crawl.items()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      type: 'names',
      title: '拟聘用名单',
      body: '',
      bodyHtml: '',
      excerpt: '',
      attachments: [],
    })
    expect(JSON.stringify(items)).not.toContain('张某某')
    expect(await crawl.deps.db.all('select * from capture')).toEqual([])
  })
})

describe('F17 a kill at any moment', () => {
  /** Dies at the n-th write and stays dead, as a killed process does. */
  function dyingAt(n: number): (db: SqlDatabase) => SqlDatabase {
    let writes = 0
    const live = () => {
      if (writes >= n) throw new Error('killed')
    }
    return (db) => ({
      all: async (sql, params) => {
        live()
        return db.all(sql, params)
      },
      batch: async (statements) => {
        writes += 1
        live()
        return db.batch(statements)
      },
    })
  }
  const buildSites = () => {
    site('city', ['a', 'b', 'c'])
    site('rsj', ['n'])
    server.routes['rsj/n.html'] = page(`${article('招聘')}<tr>会计|医院|01</tr><tr>护士|医院|02</tr>`)
  }
  const sources = () => ['city', 'rsj'].map((slug) => testSource(slug, server.port))
  const facts = async (crawl: { items(): Promise<{ id: string; title: string; state: string }[]> }) =>
    (await crawl.items()).map(({ id, title, state }) => [id, title, state]).sort()

  it('loses nothing: a run that is killed at every write in turn and started again equals an undisturbed one', async () => {
    buildSites()
    const whole = await openTestCrawl(sources())
    await whole.run()
    const expected = await facts(whole)
    expect(expected).toHaveLength(6)
    let survived = false
    for (let n = 1; !survived; n += 1) {
      const db = await openTestDatabase()
      const killed = await openTestCrawl(sources(), { db, disturb: dyingAt(n) })
      const report = await killed.run().catch(() => undefined)
      survived = report !== undefined && exitCodeOf(report) === 0
      const again = await openTestCrawl(sources(), { db })
      again.clock.advance(2 * 60_000)
      await again.run({ all: true })
      expect(await facts(again), `killed at write ${n}`).toEqual(expected)
      expect(await outboxDepth(db)).toBe(0)
    }
  })
})

describe('F14 a clock that jumps back', () => {
  it('hides no entry that was found and not yet read', async () => {
    site('city', ['a', 'b'])
    server.routes['city/b.html'] = silence()
    const stop = new AbortController()
    const crawl = await openTestCrawl([city()], { limits: { totalMs: 5_000 } })
    setTimeout(() => stop.abort(new Error('killed')), 150)
    await crawl.run({ signal: stop.signal })
    server.routes['city/b.html'] = page(article('b'))
    crawl.clock.advance(-10_000)
    await crawl.run({ all: true })
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
  })

  it('does not end a walk over new entries early', async () => {
    site('city', ['old'])
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/list.html'] = page(list(['a'], '/list2.html'))
    server.routes['city/list2.html'] = page(list(['b', 'old']))
    for (const name of 'ab') server.routes[`city/${name}.html`] = page(article(name))
    crawl.clock.advance(-10_000)
    await crawl.run({ all: true })
    expect(titles(await crawl.items())).toEqual(['a', 'b', 'old'])
  })
})

describe('leases and signals', () => {
  it('F16 a source that somebody else crawls is left to them, and a late writer is refused', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    const { db } = crawl.deps
    await db.all(`insert into lease values ('city', 'other-machine 1 x', 4, ?1)`, [
      new Date(crawl.clock.now().getTime() + 30_000).toISOString(),
    ])
    expect((await crawl.visit('city')).state).toBe('busy')
    crawl.clock.advance(31_000)
    expect((await crawl.visit('city')).state).toBe('ok')
    expect(await db.all('select fence from lease')).toEqual([{ fence: 5 }])
  })

  it('F16 what was read under a lease that was lost is not written', async () => {
    site('city', ['a'])
    const crawl = await openTestCrawl([city()])
    const { db } = crawl.deps
    server.routes['city/a.html'] = (request, response) => {
      void db
        .all(`update lease set fence = fence + 1, holder = 'thief'`)
        .then(() => page(article('a'))(request, response))
    }
    expect(await crawl.visit('city')).toMatchObject({ state: 'failed', failed: [{ cause: 'error' }] })
    expect(await crawl.items()).toEqual([])
  })

  it('F27 a signal ends the run, gives the lease back and loses nothing', async () => {
    site('city', ['a', 'b'])
    server.routes['city/b.html'] = silence()
    const stop = new AbortController()
    const crawl = await openTestCrawl([city()], { limits: { totalMs: 5_000 } })
    setTimeout(() => stop.abort(new Error('SIGTERM')), 150)
    expect((await crawl.visit('city', { signal: stop.signal })).state).toBe('stopped')
    server.routes['city/b.html'] = page(article('b'))
    expect((await crawl.visit('city')).new).toBe(1)
    expect(titles(await crawl.items())).toEqual(['a', 'b'])
  })
})
