/** What the app promises on every runtime; `open` gives an empty database with our tables. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ItemResponse, ItemsResponse, RegionNode } from '../domain/api.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import { addPin, removePin } from '../index-config/store/pins.ts'
import { render } from '../web/render.tsx'
import type { TellingProblem } from './errors.ts'
import { itemSchema, itemsSchema } from './schemas/items.ts'
import { popularSchema, sourcesSchema, statsSchema, suggestSchema } from './schemas/town.ts'
import { furnish, type House, openHouse } from './testing/house.ts'
import { item, LISTED, NASTY_TITLE, NOW } from './testing/town.ts'

const API = '/api/v1'
const ROUTES = [
  ...['/', '/news', '/volunteer', '/jobs', '/items/county-1', '/search?q=老桥', '/popular', '/sources', '/about'],
  ...['/items', '/items/county-20', '/popular', '/regions', '/categories', '/positions', '/sources', '/stats'].map(
    (path) => API + path,
  ),
  ...[`${API}/suggest?q=东`, '/openapi.json', '/healthz', '/readyz', '/version', '/robots.txt', '/sitemap.xml'],
  ...['/news.rss', '/jobs.atom', `${API}/items.json`, '/volunteer.ics', '/sources.opml'],
]
const BROKEN: [string, number, string][] = [
  ['/nowhere', 404, 'not_found'],
  [`${API}/nowhere`, 404, 'not_found'],
  ['/items/nobody', 404, 'item_not_found'],
  [`${API}/items/nobody`, 404, 'item_not_found'],
  ['/items/county-41', 410, 'item_gone'],
  [`${API}/items/county-41`, 410, 'item_gone'],
  [`${API}/items/county-42`, 404, 'item_not_found'],
  [`${API}/items?region=110000`, 400, 'unknown_region'],
  [`${API}/items?category=cars`, 400, 'unknown_category'],
  [`${API}/items?position=king`, 400, 'unknown_position'],
  [`${API}/items?source=nobody`, 400, 'unknown_source'],
  [`${API}/items?stage=later`, 400, 'invalid_query'],
  [`${API}/items?cursor=abc`, 400, 'invalid_query'],
  [`${API}/items?state=all`, 403, 'editors_only'],
  ['/news?state=all', 403, 'editors_only'],
  ['/api/v1/items.rss?state=all', 403, 'editors_only'],
  [`${API}/items?state=held`, 400, 'invalid_query'],
  [`${API}/popular?by=size`, 400, 'invalid_query'],
  ['/popular?region=110000', 400, 'unknown_region'],
  ['/news?region=110000', 400, 'unknown_region'],
  ['/news.rss?region=110000', 400, 'unknown_region'],
  [`/search?q=${'字'.repeat(65)}`, 400, 'invalid_query'],
  [`/search?q=a&x=${'y'.repeat(4_000)}`, 414, 'address_too_long'],
  ['/assets/../package.json', 404, 'not_found'],
  ['/assets/none.css', 404, 'not_found'],
]

export function appContract(runtime: string, open: () => Promise<SqlDatabase>): void {
  describe(`the app on ${runtime}`, () => {
    let house: House
    const list = (query: string) => house.json<ItemsResponse>(`${API}/items?${query}`)
    const ids = (answer: ItemsResponse) => answer.items.map(({ id }) => id)

    beforeAll(async () => {
      house = await openHouse(await open(), render)
    })

    it('says that it is not ready, and nothing worse, before a town is loaded', async () => {
      expect((await house.ask('/healthz')).status).toBe(200)
      expect((await house.ask('/readyz')).status).toBe(503)
      const page = await house.ask('/')
      expect([page.status, page.headers.get('Retry-After')]).toEqual([503, '10'])
      await furnish(house)
      expect((await house.ask('/readyz')).status).toBe(200)
    })

    it.each(ROUTES)('answers %s', async (path) => {
      const answer = await house.ask(path)
      expect(answer.status).toBe(200)
      expect((await answer.text()).length).toBeGreaterThan(10)
    })

    it.each(BROKEN)('tells %s as %i %s', async (path, status, code) => {
      const answer = await house.ask(path)
      expect(answer.status).toBe(status)
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      const isPage = !path.startsWith('/api/') && !path.startsWith('/assets/') && !path.includes('.rss')
      expect(answer.headers.get('Content-Type')).toMatch(isPage ? /^text\/html/ : /^application\/problem\+json/)
      if (!isPage) expect(await answer.json()).toMatchObject({ code, status, type: `urn:gulou:problem:${code}` })
    })

    it.each([...ROUTES, ...BROKEN.map(([path]) => path)])('guards %s by its headers', async (path) => {
      const { headers } = await house.ask(path)
      const policy = headers.get('Content-Security-Policy') ?? ''
      const nonce = /script-src 'nonce-([^']+)'; style-src 'nonce-\1'/.exec(policy)?.[1] ?? ''
      expect(nonce.length).toBeGreaterThan(15)
      for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
        expect(policy).toContain(part)
      expect(policy).not.toMatch(/unsafe|\*/)
      expect(headers.get('X-Frame-Options')).toBe('DENY')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/)
      expect(headers.get('Set-Cookie')).toBeNull()
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
    })

    it('gives every page its own nonce, and the page carries it', async () => {
      const [one, other] = await Promise.all([house.ask('/about'), house.ask('/about')])
      const nonce = /'nonce-([^']+)'/.exec(one.headers.get('Content-Security-Policy') ?? '')?.[1] ?? ''
      expect(other.headers.get('Content-Security-Policy')).not.toContain(nonce)
      expect(await one.text()).toContain(`<style nonce="${nonce}"`)
    })

    it('keeps the shapes of its contract', async () => {
      itemsSchema.strict().parse(await list('q=老桥&open=0'))
      itemSchema.strict().parse(await house.json(`${API}/items/county-20`))
      for (const by of ['position', 'region', 'employer'])
        popularSchema.strict().parse(await house.json(`${API}/popular?by=${by}`))
      for (const q of ['会计', '医院', '东关', '文化', '老桥'])
        suggestSchema.strict().parse(await house.json(`${API}/suggest?q=${q}`))
      statsSchema.strict().parse(await house.json(`${API}/stats`))
      sourcesSchema.parse(await house.json(`${API}/sources`))
    })

    it('lists newest first, and never what is gone or held, even when the index lags behind', async () => {
      const answer = await list('limit=50')
      expect(ids(answer)).toEqual(LISTED.map(({ id }) => id))
      expect(answer.total).toEqual({ n: LISTED.length, exact: true })
      await house.db.batch([{ sql: "update item set state = 'gone' where id = 'county-3'" }])
      expect(ids(await list('limit=50'))).not.toContain('county-3')
      await house.db.batch([{ sql: "update item set state = 'shown' where id = 'county-3'" }])
    })

    it('narrows by region with all that lies in it, kind, category, position, openness', async () => {
      expect((await list('region=9901&limit=50')).items).toHaveLength(LISTED.length)
      expect(new Set((await list('region=990101')).items.map((one) => one.regions[0]?.code))).toEqual(
        new Set(['990101']),
      )
      expect(ids(await list('category=culture'))).toEqual(['county-40'])
      expect(ids(await list('position=2411-accountant'))).toEqual(['county-21', 'county-22'])
      expect(ids(await list('position=2411-accountant&open=1'))).toEqual(['county-21'])
      expect(ids(await list('kind=volunteer'))).toEqual(['county-30'])
      expect(ids(await list('q=會計'))).toEqual(['county-21'])
    })

    it('names what it counts, with the number that choosing it would give', async () => {
      const { facets } = await list('kind=news')
      const east = facets.region?.find(({ value }) => value === '990101')
      expect(east?.names).toEqual({ 'zh-Hans': '东关镇', en: 'Dongguan' })
      expect((await list('kind=news&region=990101')).total.n).toBe(east?.n)
      expect(facets.kind?.[0]?.names.en).toBe('News')
      const tree = await house.json<RegionNode>(`${API}/regions`)
      expect([tree.n, tree.children.map(({ code }) => code)]).toEqual([LISTED.length, ['990101', '990102']])
    })

    it('says what would have been taken when a value is unknown', async () => {
      const problem = await house.json<TellingProblem>(`${API}/items?region=110000`)
      expect(problem).toMatchObject({ parameter: 'region', allowed: ['9901', '990101', '990102'] })
    })

    it('pages through everything once, and takes a cursor for its own question only', async () => {
      const seen: string[] = []
      let cursor = ''
      do {
        const answer: ItemsResponse = await list(`limit=4&cursor=${cursor}`)
        seen.push(...ids(answer))
        cursor = answer.next ?? ''
        if (cursor !== '') expect((await house.ask(`${API}/items?limit=4&kind=job&cursor=${cursor}`)).status).toBe(400)
      } while (cursor !== '')
      expect(seen).toEqual(LISTED.map(({ id }) => id))
    })

    it('marks the words of a search as HTML in which the text stays text', async () => {
      const [first] = (await list('q=alert')).items
      expect(first?.highlight?.title).toContain('&lt;script&gt;<mark>alert</mark>(&quot;1&quot;)&lt;/script&gt;')
      expect((await list('')).items[0]).not.toHaveProperty('highlight')
    })

    it('shows one item with its evidence, its versions and the positions read out of it', async () => {
      const notice = await house.json<ItemResponse>(`${API}/items/county-20`)
      expect(notice.children.map(({ title }) => title)).toEqual(['会计', '出纳'])
      expect(notice.versions).toMatchObject([{ no: 1, changed: [] }])
      expect(notice.evidence.title).toBe('meta:ArticleTitle')
      expect([notice.open, notice.children[1]?.open]).toEqual([true, false])
    })

    it('never hands out a link that a reader should not follow', async () => {
      expect((await house.json<ItemResponse>(`${API}/items/county-40`)).url).toBe('')
      for (const path of ['/', '/news', '/items/county-40', '/news.rss', '/news.atom', '/news.json'])
        expect(await (await house.ask(path)).text()).not.toContain('javascript:')
    })

    it('keeps a title of markup a text on every page', async () => {
      for (const path of ['/news', '/items/county-40', '/search?q=alert']) {
        const html = await (await house.ask(path)).text()
        expect(html).not.toContain('<script>alert')
        expect(html).toContain('alert(')
        for (const [, json = ''] of html.matchAll(/<script[^>]*ld\+json[^>]*>(.*?)<\/script>/gs))
          expect((JSON.parse(json) as { headline: string }).headline).toBe(NASTY_TITLE)
      }
    })

    it('tells the reader which source has been silent where he looks, and only there', async () => {
      const silent = { code: 'source_silent', source: 'dongguan', since: '2026-11-20T02:00:00.000Z' }
      expect((await list('')).notices).toEqual([silent])
      expect((await list('region=990101')).notices).toEqual([silent])
      expect((await list('region=990102')).notices).toEqual([])
      expect((await list('source=county')).notices).toEqual([])
    })

    it('puts pins on top of their scope, repeats them nowhere below, and drops them at their end', async () => {
      const pin = (itemId: string, order: number) => ({
        ...{ itemId, order, scope: { kind: 'news' as const }, reason: '投票', who: 'editor' },
        ...{ from: '2026-11-22T00:00:00Z', until: '2026-11-22T03:00:00Z' },
      })
      const pinned = [await addPin(house.db, pin('county-9', 2)), await addPin(house.db, pin('county-2', 1))]
      const first = await list('kind=news&limit=5')
      expect(first.pins.map(({ id }) => id)).toEqual(['county-2', 'county-9'])
      expect(first.pins[0]?.pinned).toEqual({ until: '2026-11-22T03:00:00.000Z', reason: '投票' })
      const second = await list(`kind=news&limit=5&cursor=${first.next}`)
      expect([...ids(first), ...ids(second)]).not.toContain('county-9')
      expect(second.pins).toEqual([])
      expect((await list('kind=news&q=老桥')).pins).toEqual([])
      expect((await list('')).pins).toEqual([])

      const tag = (await house.ask(`${API}/items?kind=news`)).headers.get('ETag') ?? ''
      house.clock.now = new Date('2026-11-22T02:59:59Z')
      const still = await house.ask(`${API}/items?kind=news`, { headers: { 'If-None-Match': tag } })
      expect(still.status).toBe(304)
      house.clock.now = new Date('2026-11-22T03:00:00Z')
      const after = await house.ask(`${API}/items?kind=news`, { headers: { 'If-None-Match': tag } })
      expect(((await after.json()) as ItemsResponse).pins).toEqual([])
      house.clock.now = NOW
      for (const { pinId } of pinned) await removePin(house.db, pinId)
    })

    it.each([`${API}/items`, `${API}/items/county-1`, '/', '/news.rss'])(
      'answers %s that the asker has with 304, from the version of the data alone',
      async (path) => {
        const tag = (await house.ask(path)).headers.get('ETag') ?? ''
        expect(tag).toMatch(/^"\d+(\.\w+){3}-1\.2\.3"$/)
        for (const known of [tag, `W/${tag}`, `"old", ${tag}`]) {
          house.asked.n = 0
          const answer = await house.ask(path, { headers: { 'If-None-Match': known } })
          expect([answer.status, await answer.text(), house.asked.n]).toEqual([304, '', 1])
          expect(answer.headers.get('ETag')).toBe(tag)
          expect(answer.headers.get('Content-Security-Policy')).toBeNull()
        }
        expect((await house.ask(path, { headers: { 'If-None-Match': '"0-1.2.3"' } })).status).toBe(200)
      },
    )

    it('hides behind no 304 that something has closed, at whatever minute', async () => {
      await house.keep(item(98, { kind: 'job', type: 'notice', stage: 'open', closesAt: '2026-11-22T17:30:00+08:00' }))
      const path = `${API}/items?kind=job&open=1&limit=50`
      house.clock.now = new Date('2026-11-22T09:10:00Z')
      const before = await house.ask(path)
      expect(ids((await before.json()) as ItemsResponse)).toContain(item(98).id)
      const known = { headers: { 'If-None-Match': before.headers.get('ETag') ?? '' } }
      house.clock.now = new Date('2026-11-22T09:29:00Z')
      expect((await house.ask(path, known)).status).toBe(304)
      house.clock.now = new Date('2026-11-22T09:45:00Z')
      const after = await house.ask(path, known)
      expect(ids((await after.json()) as ItemsResponse)).not.toContain(item(98).id)
      house.clock.now = NOW
    })

    it('changes its tag when something is published', async () => {
      const before = (await house.ask(`${API}/items`)).headers.get('ETag') ?? ''
      await house.keep(item(99, { title: '新消息' }))
      const answer = await house.ask(`${API}/items?q=新消息`, { headers: { 'If-None-Match': before } })
      expect(((await answer.json()) as ItemsResponse).items.map(({ title }) => title)).toEqual(['新消息'])
    })

    it('speaks the language asked for, and tells caches by what', async () => {
      const page = async (path: string, header?: string) => {
        const answer = await house.ask(path, header ? { headers: { 'Accept-Language': header } } : {})
        expect(answer.headers.get('Vary')).toContain('Accept-Language')
        return { lang: /<html[^>]* lang="([^"]+)"/.exec(await answer.text())?.[1], tag: answer.headers.get('ETag') }
      }
      expect((await page('/')).lang).toBe('zh-Hans')
      expect((await page('/', 'zh-TW,zh;q=0.9')).lang).toBe('zh-Hant')
      expect((await page('/', 'de,en-GB;q=0.8')).lang).toBe('en')
      expect((await page('/?lang=en', 'zh-TW')).lang).toBe('en')
      expect((await page('/', 'en')).tag).not.toBe((await page('/', 'zh-TW')).tag)
    })

    it('lets nothing that no cache knows of into an answer', async () => {
      const strange = {
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-Proto': 'evil',
        'X-Original-URL': '/evil',
        'X-Request-Id': 'evil',
        Origin: 'https://evil.example',
        Referer: 'https://evil.example/',
      }
      for (const path of ['/news.rss', `${API}/items`, '/openapi.json', '/sitemap.xml', '/news', '/items/county-1']) {
        const plain = await (await house.ask(path)).text()
        const odd = await house.ask(`${path}?utm_source=evil&evil=1`, { headers: strange })
        const steady = (text: string) => text.replace(/nonce="[^"]*"/g, '')
        const text = await odd.text()
        expect(steady(text)).toBe(steady(plain))
        expect(`${text}${JSON.stringify([...odd.headers])}`).not.toMatch(/evil|asked\.example/)
      }
    })

    it('can only be read', async () => {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await house.ask(`${API}/items`, { method, ...(method !== 'DELETE' && { body: '{}' }) })
        expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
      }
      const preflight = {
        method: 'OPTIONS',
        headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'PUT' },
      }
      const allowed = (await house.ask(`${API}/items`, preflight)).headers.get('Access-Control-Allow-Methods')
      expect(allowed).not.toContain('PUT')
      expect((await house.ask('/news', { method: 'HEAD' })).status).toBe(200)
    })

    it('keeps the cause of a failure from the reader, and tells the log', async () => {
      await house.db.batch([{ sql: 'alter table version rename to version_lost' }])
      const answer = await house.ask(`${API}/items/county-1`)
      const page = await house.ask('/items/county-1')
      await house.db.batch([{ sql: 'alter table version_lost rename to version' }])
      expect([answer.status, page.status]).toEqual([500, 500])
      expect(await answer.text()).not.toMatch(/version|SQL/i)
      expect(await page.text()).not.toMatch(/no such table|SQLITE/i)
      expect(house.logged.at(-1)).toMatchObject({ code: 'internal', reqId: page.headers.get('X-Request-Id') })
      expect(String(house.logged.at(-1)?.error)).toContain('version')
    })
  })
}
