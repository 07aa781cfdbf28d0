/** The made-up sites as they are shipped: everything that a list names can be fetched and read. */
import { existsSync } from 'node:fs'
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repairDocument } from '../../domain/repair.ts'
import { toSimplified } from '../../domain/script.ts'
import { loadTown } from '../town-folder.ts'
import { loadSites } from './load-sites.ts'
import { type OpenSites, openSites } from './open-sites.ts'
import { ask } from './testing/ask.ts'
import { REAL_SITES } from './testing/make-sites.ts'

const calendar = { firstDay: '2026-11-22', zone: 'Asia/Shanghai' }
const LEAST_DETAILS = 150
const LISTS =
  /(?:^\/$|\/list(?:_\d+)*\.s?html$|\/index(?:_\d+)?\.j?html?$|\/col\d+\/|\/page\d+\.htm$|^\/(?:xw|zp|zyz)(?:\/\d+)?\.htm$|\/search\/|dataproxy)/
const ENCODINGS: Record<string, string> = { yy: 'gbk', xianghui: 'big5' }

let sites: OpenSites
let now = new Date('2026-11-22T12:00:00+08:00')

beforeAll(async () => {
  sites = await openSites(REAL_SITES, { ...calendar, now: () => now, port: 0 })
})
afterAll(async () => {
  await sites.close()
})

/** Fetches a host from its home through every list and article that is linked there. Paths by status. */
async function walk(host: string): Promise<Map<string, number>> {
  const seen = new Map<string, number>()
  const open = ['/']
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue
    const reply = await ask(sites.port, host, path)
    seen.set(path, reply.status)
    if (reply.status === 301) open.push(String(reply.headers.location))
    if (LISTS.test(path)) open.push(...linksIn(host, path, reply.body))
  }
  return seen
}

function linksIn(host: string, path: string, body: Uint8Array): string[] {
  const text = new TextDecoder(ENCODINGS[host] ?? 'utf-8', { fatal: true }).decode(body)
  const $ = load(text)
  const hrefs = $('a[href]:not([rel=nofollow])')
    .toArray()
    .map((link) => $(link).attr('href') ?? '')
  const inRecords = [...text.matchAll(/<a[^>]*href="(\/(?:art|module)\/[^"]+)"/g)].map(([, href = '']) => href)
  const inScript = [...text.matchAll(/listUrl = '([^']+)'|"url":"([^"]+)"/g)].map(([, list, url]) => list ?? url ?? '')
  const json = /"page":(\d+),"rows":(\d+),"total":(\d+)/.exec(text)
  const more = json && Number(json[1]) * Number(json[2]) < Number(json[3])
  const nextJson = more ? [path.replace(`page=${json[1]}`, `page=${Number(json[1]) + 1}`)] : []
  const pager = /createPageHTML\((\d+), \d+, "index"/.exec(text)?.[1]
  const inPager = Array.from({ length: Number(pager ?? 1) - 1 }, (_, index) => `index_${index + 1}.html`)
  return [...hrefs, ...inRecords, ...inScript, ...nextJson, ...inPager]
    .filter((href) => !/^(?:#|javascript:|http)/.test(href))
    .map((href) => {
      const { pathname, search } = new URL(href, `http://x${path}`)
      return pathname + search
    })
}

describe('the sites of the sample town', () => {
  const details: string[] = []

  it.each(['www', 'rsj', 'wlj', 'yy', 'job', 'zyz', 'xianghui'])(
    'serves every address that the lists of %s name',
    async (host) => {
      const seen = await walk(host)
      const bad = [...seen].filter(([, status]) => status !== 200 && status !== 301)
      expect(bad).toEqual([])
      details.push(
        ...[...seen].filter(([path, status]) => status === 200 && !LISTS.test(path)).map(([path]) => host + path),
      )
    },
  )

  it(`has at least ${LEAST_DETAILS} articles behind its lists, all that are out`, async () => {
    const loaded = await loadSites(REAL_SITES, calendar)
    const out = loaded
      .flatMap(({ columns }) => columns.flatMap(({ articles }) => articles))
      .filter(({ publishedAt, removedAt }) => publishedAt <= now && !(removedAt && removedAt <= now))
    expect(details.length).toBe(out.length)
    expect(details.length).toBeGreaterThanOrEqual(LEAST_DETAILS)
  })

  it('has an edit, a removal, a move, an error page and articles still to come', async () => {
    const articles = (await loadSites(REAL_SITES, calendar)).flatMap(({ columns }) =>
      columns.flatMap((column) => column.articles),
    )
    expect(articles.some(({ editedAt }) => editedAt)).toBe(true)
    expect(articles.some(({ removedAt }) => removedAt)).toBe(true)
    expect(articles.some(({ moved }) => moved)).toBe(true)
    expect(articles.some(({ broken }) => broken)).toBe(true)
    expect(articles.some(({ publishedAt }) => publishedAt > now)).toBe(true)
  })

  it('leaves an article without an event of its own byte for byte for a month', async () => {
    const path = '/news/newsdetail-40101.html'
    const before = await ask(sites.port, 'job', path)
    now = new Date('2026-12-22T12:00:00+08:00')
    const after = await ask(sites.port, 'job', path, { headers: { 'if-none-match': String(before.headers.etag) } })
    now = new Date('2026-11-22T12:00:00+08:00')
    expect([before.status, after.status]).toEqual([200, 304])
  })
})

describe('the damaged portal of the sample town', () => {
  it('damages every article of some length so that repair finds class A and gives back every word', async () => {
    const job = (await loadSites(REAL_SITES, calendar)).find(({ host }) => host.startsWith('job.'))
    const articles = job?.columns.flatMap((column) => column.articles) ?? []
    const undamaged: string[] = []
    for (const { id, title } of articles.filter(({ publishedAt, broken }) => publishedAt <= now && !broken)) {
      const $ = load((await ask(sites.port, 'job', `/news/newsdetail-${id}.html`)).text)
      const { parts, repair } = repairDocument({ title: $('.newstit').text(), body: $('.news_cont').text() })
      if (repair.class !== 'A') undamaged.push(`${id} ${title}`)
      expect(toSimplified(parts.title ?? '')).toBe(title)
      expect(parts.body).not.toMatch(/\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)/)
    }
    expect(undamaged).toEqual([])
  })
})

describe.skipIf(!existsSync(`${REAL_SITES}/../town.json`))('the sources of the sample town', () => {
  it('lists only addresses that its sites serve, each with its private host and port', async () => {
    const town = await loadTown('sample')
    expect(town.sources.map(({ slug }) => slug).sort()).toEqual([
      'luming',
      'luming-job',
      'luming-rsj',
      'luming-wlj',
      'luming-xianghui',
      'luming-yy',
      'luming-zyz',
    ])
    for (const source of town.sources) {
      for (const address of [source.home, ...source.lists.map(({ url }) => url)]) {
        const { host, hostname, pathname, search } = new URL(address)
        expect(source.private).toBe(host)
        expect((await ask(sites.port, hostname, pathname + search)).status, address).toBe(200)
      }
    }
  })
})
