/** The first crawl of the sample town, whole: what its sites show is what a reader finds, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ItemResponse, ItemSummary, RegionNode } from '../domain/api.ts'
import type { Item } from '../domain/item.ts'
import { foldScript, toSimplified } from '../domain/script.ts'
import { type AskApp, askApp } from './support/ask-app.ts'
import { type ExpectedItem, expectedItems } from './support/expected.ts'
import { openFolders } from './support/folders.ts'
import { allItems } from './support/kept.ts'
import { FIRST_NOON, openSample, openSampleSites, type Sample, type SampleSites } from './support/sample-town.ts'

const folders = openFolders()
let sites: SampleSites
let sample: Sample
let app: AskApp
let expected: ExpectedItem[]
let items: Item[]
/** Items that are pages of their own, not rows of a table. */
let pages: Item[]

beforeAll(async () => {
  sites = await openSampleSites(() => FIRST_NOON)
  sample = await openSample({ folder: await folders.next(), port: sites.port })
  const report = await sample.crawl()
  expect(report.sources.map(({ slug, state }) => [slug, state])).toEqual(report.sources.map(({ slug }) => [slug, 'ok']))
  app = askApp(sample)
  expected = await expectedItems(FIRST_NOON)
  items = await allItems(sample.open.db)
  pages = items.filter(({ parent }) => parent === undefined)
}, 120_000)

afterAll(async () => {
  await sample?.close()
  await sites?.close()
  await folders.remove()
})

describe('every article of the sites', () => {
  it('becomes one item: none is lost, none invented, none doubled', () => {
    expect(pages.map(({ url }) => url).sort()).toEqual(expected.map(({ url }) => url).sort())
  })

  it('keeps its title, repaired and in the script of the town', () => {
    const titles = new Map(pages.map(({ url, title }) => [url, title]))
    const read = expected.map(({ url }) => `${url} ${titles.get(url)}`)
    expect(read).toEqual(expected.map(({ url, title }) => `${url} ${toSimplified(title)}`))
  })

  it('keeps the day on which it was published', () => {
    const days = new Map(pages.map(({ url, publishedAt }) => [url, publishedAt.slice(0, 10)]))
    const read = expected.map(({ url }) => `${url} ${days.get(url)}`)
    expect(read).toEqual(expected.map(({ url, day }) => `${url} ${day}`))
  })

  it('is there at least 150 times, and tables give positions besides', () => {
    expect(pages.length).toBeGreaterThanOrEqual(150)
    expect(items.filter(({ type }) => type === 'position').length).toBeGreaterThanOrEqual(100)
  })

  it('leaves the page that answers 200 with an error to nobody', () => {
    expect(items.filter(({ title, body }) => /出错了|您访问的页面出现错误/.test(title + body))).toEqual([])
  })
})

describe('what a reader finds', () => {
  it('answers 会计 among jobs with positions out of tables, in several regions', async () => {
    const { items: found } = await app.items({ kind: 'job', q: '会计', limit: '50' })
    const rows = found.filter(({ job }) => job?.row !== undefined)
    expect(rows.length).toBeGreaterThanOrEqual(5)
    for (const { job, parent } of rows) {
      expect(job?.title).toBeTruthy()
      expect(parent).toBeTruthy()
    }
    const regions = new Set(rows.map(({ regions }) => regions[0]?.code))
    expect(regions.size).toBeGreaterThanOrEqual(3)
  })

  it('finds 志愿者 by the two characters in its middle', async () => {
    const found = await app.allItems({ q: '愿者' })
    const wanted = items.filter(({ title, excerpt, type }) =>
      foldScript(type === 'names' ? title : title + excerpt).includes('志愿者'),
    )
    const ids = new Set(found.map(({ id }) => id))
    expect(wanted.length).toBeGreaterThan(5)
    expect(wanted.filter(({ id }) => !ids.has(id)).map(({ title }) => title)).toEqual([])
  })

  it.each([
    ['志願者', '志愿者'],
    ['會計', '会计'],
    ['鼓樓', '鼓楼'],
  ])('finds by traditional %s what it finds by simplified %s', async (traditional, simplified) => {
    const [one, other] = await Promise.all([app.allItems({ q: traditional }), app.allItems({ q: simplified })])
    expect(one.length).toBeGreaterThan(0)
    expect(one.map(({ id }) => id)).toEqual(other.map(({ id }) => id))
  })
})

describe('what several sites tell', () => {
  it('is listed once, as its issuing body tells it, with the others beside it', async () => {
    const merged = pages.filter(({ state }) => state === 'merged')
    expect(merged.map(({ source }) => source).sort()).toEqual(['luming-job', 'luming-xianghui'])
    for (const { mergedInto = '', url, title } of merged) {
      const story = await app.json<ItemResponse>(`/api/v1/items/${mergedInto}`)
      expect(story.source).toBe('luming')
      expect(story.title).not.toBe(title)
      expect(story.alsoAt.map((other) => other.url)).toEqual([url])
    }
    const listed = new Set((await app.allItems({ kind: 'news' })).map(({ id }) => id))
    expect(merged.filter(({ id }) => listed.has(id))).toEqual([])
  })

  it('of one recruitment is a thread, and what was called off is open no more', async () => {
    const call = pages.find(({ title }) => title.startsWith('鹿鸣市档案馆公开招聘'))
    const response = await app.json<ItemResponse>(`/api/v1/items/${call?.id}`)
    expect(response.thread.map(({ stage }) => stage)).toEqual(['open', 'cancelled'])
    expect([response.open, response.cancelledBy]).toEqual([false, response.thread[1]?.id])
    const teachers = pages.find(({ title }) => title.includes('中小学教师公告'))
    const steps = await app.json<ItemResponse>(`/api/v1/items/${teachers?.id}`)
    expect(steps.thread.map(({ stage }) => stage)).toEqual(['open', 'interview', 'medical', 'publication'])
  })
})

/** Codes of a region and of all above it. */
function withParents(code: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const parent = parents.get(code)
  return parent === undefined ? [code] : [code, ...withParents(parent, parents)]
}

describe('regions', () => {
  const countByHand = (list: readonly Pick<Item, 'regions'>[]): Record<string, number> => {
    const parents = new Map(sample.open.town.regions.map(({ code, parent }) => [code, parent]))
    const counts: Record<string, number> = {}
    for (const { regions } of list)
      for (const code of new Set(regions.flatMap(({ code }) => withParents(code, parents))))
        counts[code] = (counts[code] ?? 0) + 1
    return counts
  }

  it.each([
    ['everything', {}],
    ['jobs', { kind: 'job' }],
    ['news', { kind: 'news' }],
    ['a search', { q: '会计' }],
  ] as [string, Record<string, string>][])(
    'are counted beside %s as counting by hand counts them',
    async (_, query) => {
      const { facets, total } = await app.items(query)
      const all = await app.allItems(query)
      expect(total).toEqual({ n: all.length, exact: true })
      const said = Object.fromEntries((facets.region ?? []).map(({ value, n }) => [value, n]))
      expect(said).toEqual(countByHand(all))
    },
  )

  it('include what belongs to their children', async () => {
    const root = await app.json<RegionNode>('/api/v1/regions')
    expect(root.code).toBe('990181')
    const ids = (list: ItemSummary[]) => new Set(list.map(({ id }) => id))
    const city = ids(await app.allItems({ region: '990181' }))
    for (const { code, n } of root.children) {
      const district = await app.allItems({ region: code })
      expect(district.length, code).toBe(n)
      expect(n, code).toBeGreaterThan(0)
      expect(district.filter(({ id }) => !city.has(id))).toEqual([])
    }
  })
})

/** Rows of every table as one text, raw bytes left out. */
async function wholeDatabase(): Promise<string> {
  const { db } = sample.open
  const tables = await db.all<{ name: string }>(`select name from sqlite_schema where type = 'table'`)
  const texts = await Promise.all(
    tables
      .filter(({ name }) => !/^item_fts|^sqlite_/.test(name))
      .map(async ({ name }) => JSON.stringify(await db.all(`select * from ${name}`), dropBytes)),
  )
  return texts.join('\n')
}

const dropBytes = (_key: string, value: unknown) => (value instanceof Uint8Array ? undefined : value)

/** What the API says of every item, page after page, and of each by itself. */
async function wholeApi(): Promise<string> {
  const lists = await app.allItems({})
  const details = await Promise.all(lists.map(({ id }) => app.text(`/api/v1/items/${id}`)))
  return [JSON.stringify(lists), ...details].join('\n')
}

const GAP = '[ -]?'
const ID_NUMBER = new RegExp(`(?<![\\w])[1-9](?:${GAP}\\d){16}${GAP}[\\dXx](?![\\w])`)
const MOBILE = new RegExp(`(?<![\\w])1${GAP}[3-9](?:${GAP}\\d){9}(?![\\w])`, 'g')
/** Employers give these two for whoever wants to apply; every other mobile on the sites is a person's own. */
const PUBLIC_MOBILES = ['13900000845', '13900000617']

function privateMobiles(text: string): string[] {
  const found = [...text.matchAll(MOBILE)].map(([number]) => number.replace(/\D/g, ''))
  return found.filter((number) => !PUBLIC_MOBILES.includes(number))
}

describe('people who did not ask to be found', () => {
  it('the sites do publish identity numbers and mobiles, or this proves nothing', () => {
    const published = expected.map(({ article }) => article.html).join('\n')
    expect(published).toMatch(ID_NUMBER)
    expect(privateMobiles(published).length).toBeGreaterThan(5)
  })

  it('leave no identity number and no mobile in the database', async () => {
    const text = await wholeDatabase()
    expect(text.length).toBeGreaterThan(100_000)
    expect(text.match(ID_NUMBER)?.[0]).toBeUndefined()
    expect(privateMobiles(text)).toEqual([])
  })

  it('leave none in any answer', async () => {
    const text = await wholeApi()
    expect(text.length).toBeGreaterThan(100_000)
    expect(text.match(ID_NUMBER)?.[0]).toBeUndefined()
    expect(privateMobiles(text)).toEqual([])
  })

  it('stand in no raw page that is kept', async () => {
    const lists = items.filter(({ type }) => type === 'names').map(({ url }) => url)
    expect(lists.length).toBeGreaterThan(0)
    const captures = await sample.open.db.all<{ url: string }>('select url from capture')
    expect(captures.filter(({ url }) => lists.includes(url))).toEqual([])
  })
})

describe('text as it was meant', () => {
  const of = (host: string) => pages.filter(({ url }) => new URL(url).hostname === `${host}.luming.localhost`)
  const wordsOf = (list: Item[]) => list.map(({ title, excerpt, body }) => `${title}\n${excerpt}\n${body}`).join('\n')

  it('has no pinyin note left anywhere', async () => {
    const note = /[(（][a-zü]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,6}[)）]/
    const rows = await sample.open.db.all<{ doc: string }>('select doc from item')
    // What was removed is kept as the reason for the repair.
    const shown = rows.map(({ doc }) => JSON.stringify({ ...(JSON.parse(doc) as Item), repair: undefined }))
    expect(shown.join('\n').match(note)?.[0]).toBeUndefined()
    expect(of('job').filter(({ repair }) => repair.class === 'A').length).toBeGreaterThan(10)
  })

  it('of the damaged portal reads as its authors wrote it', () => {
    const bodies = new Map(pages.map(({ url, body }) => [url, body.replace(/\s/g, '')]))
    const damaged = expected.filter(({ site }) => site.script === 'damaged')
    const broken = damaged.flatMap(({ url, article }) => {
      const sentence = longestSentence(article.html)
      return bodies.get(url)?.includes(sentence) ? [] : [`${url} ${sentence}`]
    })
    expect(damaged.length).toBeGreaterThan(10)
    expect(broken).toEqual([])
  })

  it('of GBK that nobody declared and of Big5 is whole', () => {
    expect(wordsOf(items)).not.toContain('\uFFFD')
    for (const host of ['yy', 'xianghui']) {
      const bodies = new Map(of(host).map(({ url, body }) => [url, body.replace(/\s/g, '')]))
      const known = expected.filter(({ site, url }) => site.host.startsWith(host) && bodies.get(url) !== '')
      const broken = known.flatMap(({ url, article }) => {
        const sentence = toSimplified(longestSentence(article.html))
        return bodies.get(url)?.includes(sentence) ? [] : [`${url} ${sentence}`]
      })
      expect(known.length).toBeGreaterThan(3)
      expect(broken).toEqual([])
    }
  })
})

/** A piece of an article's text between two stops, without blanks. */
function longestSentence(html: string): string {
  const text = html.replace(/<table[\s\S]*?<\/table>/g, '\n').replace(/<[^>]+>/g, '\n')
  return text
    .split(/[，。；：、！？“”「」\n（）()&]/)
    .map((piece) => piece.replace(/\s/g, ''))
    .filter((piece) => /^\p{Script=Han}+$/u.test(piece))
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}
