import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OpenSites, openSites, type SiteRequest } from './open-sites.ts'
import { type Ask, ask } from './testing/ask.ts'
import { ARTICLES } from './testing/fixture-articles.ts'
import { type MadeSites, makeSites } from './testing/make-sites.ts'

const FIRST_DAY = { firstDay: '2026-11-22', zone: 'Asia/Shanghai', port: 0 }
const NOON = '2026-11-22T12:00:00+08:00'

let made: MadeSites
let sites: OpenSites
let now = new Date(NOON)
const requests: SiteRequest[] = []

beforeAll(async () => {
  made = await makeSites(ARTICLES)
  sites = await openSites(made.folder, { ...FIRST_DAY, now: () => now, onRequest: (record) => requests.push(record) })
})
afterAll(async () => {
  await sites.close()
  await made.remove()
})
beforeEach(() => {
  now = new Date(NOON)
  requests.length = 0
})

const get = (host: string, path: string, options?: Ask) => ask(sites.port, host, path, options)

async function jsonOf(column: string): Promise<string> {
  const { text } = await get('www', `/lms/${column}/list.shtml`)
  return /listUrl = '([^']+)'/.exec(text)?.[1] ?? ''
}

describe('the clock', () => {
  const results = async (column: string) => JSON.parse((await get('www', await jsonOf(column))).text).data.results

  it('shows an article only when its time has come', async () => {
    expect((await results('yw')).length).toBe(1)
    now = new Date('2026-11-23T10:00:00+08:00')
    const [newest] = await results('yw')
    expect(newest.title).toBe('明天才有的新闻')
    expect((await get('www', newest.url)).status).toBe(200)
    now = new Date(NOON)
    expect((await get('www', newest.url)).status).toBe(404)
  })

  it('serves the edited text from its time on, with another ETag and Last-Modified', async () => {
    const { url } = (await results('bm'))[0]
    const before = await get('www', url)
    now = new Date('2026-11-23T10:00:00+08:00')
    const after = await get('www', url, { headers: { 'if-none-match': String(before.headers.etag) } })
    expect(before.text).toContain('旧正文')
    expect(after.status).toBe(200)
    expect(after.text).toContain('新正文')
    expect(after.text).not.toContain('旧正文')
    expect(after.headers['last-modified']).toBe('Mon, 23 Nov 2026 02:00:00 GMT')
  })

  it('answers 404 for a removed article and drops it from the list', async () => {
    const { url } = (await results('xz'))[0]
    expect((await get('www', url)).status).toBe(200)
    now = new Date('2026-11-24T08:00:00+08:00')
    expect((await get('www', url)).status).toBe(404)
    expect(await results('xz')).toEqual([])
  })

  it('lists a moved article at an old address that redirects to the new one', async () => {
    const { url } = (await results('gg')).find(({ title }: { title: string }) => title === '搬了家的通知')
    const old = await get('www', url)
    expect(old.status).toBe(301)
    expect(old.headers.location).not.toBe(url)
    expect((await get('www', String(old.headers.location))).text).toContain('搬家后的正文')
  })

  it('answers 200 with an error page for a broken article', async () => {
    const { url } = (await results('gg')).find(({ title }: { title: string }) => title === '打不开的通知')
    const reply = await get('www', url)
    expect(reply.status).toBe(200)
    expect(reply.text).toContain('页面出现错误')
    expect(reply.text).not.toContain('看不到的正文')
  })
})

describe('HTTP', () => {
  const PAGES = [
    ['www', '/'],
    ['www', '/lms/bm/list_2.shtml'],
    ['rsj', '/zp/202611/t20261119_11.html'],
    ['wlj', '/col/col1229/index.html'],
    ['job', '/news/list_1_1.html'],
    ['yy', '/info/1042/31.htm'],
  ] as const

  it.each(PAGES)('answers 304 with no body for %s%s when the ETag still holds', async (host, path) => {
    const first = await get(host, path)
    expect(first.headers.etag).toMatch(/^"[\w-]+"$/)
    expect(Date.parse(String(first.headers['last-modified']))).toBeLessThanOrEqual(now.getTime())
    const again = await get(host, path, { headers: { 'if-none-match': String(first.headers.etag) } })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag])
  })

  it('sends the same bytes after a restart later on the same day', async () => {
    const before = await Promise.all(PAGES.map(([host, path]) => get(host, path)))
    const later = await openSites(made.folder, { ...FIRST_DAY, now: () => new Date('2026-11-22T23:00:00+08:00') })
    const after = await Promise.all(PAGES.map(([host, path]) => ask(later.port, host, path)))
    await later.close()
    expect(after.map(({ headers, body }) => [headers.etag, body])).toEqual(
      before.map(({ headers, body }) => [headers.etag, body]),
    )
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const [head, whole] = [await get('www', '/', { method: 'HEAD' }), await get('www', '/')]
    expect(head.body.length).toBe(0)
    expect(head.headers['content-length']).toBe(`${whole.body.length}`)
    expect(head.headers.etag).toBe(whole.headers.etag)
  })

  it.each([
    ['nobody.luming.localhost', '/', 404],
    ['127.0.0.1', '/', 404],
    ['WWW.Luming.Localhost:1', '/', 200],
    ['www', '/lms/yw/nothing.shtml', 404],
    ['www', '/../../site.yaml', 404],
    ['www', '//', 404],
    ['www', '/%', 404],
    ['job', '/zp/index.html', 404],
  ])('answers %s%s with %i', async (host, path, status) => {
    expect((await get(host, path)).status).toBe(status)
  })

  it('refuses other methods', async () => {
    expect((await get('www', '/', { method: 'POST' })).status).toBe(405)
  })

  it('tells of every request', async () => {
    await get('www', '/robots.txt?a=1')
    await get('rsj', '/none')
    expect(requests).toEqual([
      { host: 'www.luming.localhost', path: '/robots.txt?a=1', status: 200, at: now },
      { host: 'rsj.luming.localhost', path: '/none', status: 404, at: now },
    ])
  })
})
