import { Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import type { Town } from '../domain/town.ts'
import { regionSchema, sourceSchema } from '../domain/town.ts'
import { readArticle as readArticleHere } from './reading/article.ts'
import { type TryDeps, tryLines } from './try.ts'
import type { TryOutput } from './try-output.ts'

const town: Town = {
  slug: 'luming',
  names: { 'zh-Hans': '鹿鸣' },
  languages: ['zh-Hans'],
  script: 'hans',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  root: '990181',
  limits: {},
  regions: [
    regionSchema.parse({ code: '990181', level: 'city', names: { 'zh-Hans': '鹿鸣市' }, aliases: ['鹿鸣'] }),
    regionSchema.parse({ code: '990181100', parent: '990181', level: 'township', names: { 'zh-Hans': '松岭镇' } }),
  ],
  categories: [],
  synonyms: [],
  sources: [
    sourceSchema.parse({
      slug: 'city',
      names: { 'zh-Hans': '鹿鸣市人民政府' },
      home: 'http://www.town.example/',
      region: '990181',
      correct: { title: '.set-right' },
    }),
  ],
}

const ARTICLE = `<title>松岭水库开闸放水的通知</title><h1>松岭水库开闸放水的通知</h1><p>来源：水务局 发布时间：2026-11-01 09:05</p>
  <div id="zoom"><p>松岭镇水库定于本周六开闸放水，请沿河居民注意安全，不要下河捕鱼，也不要在河边停车。</p>
  <p>放水从上午九时开始，到下午五时结束，其间下游三座小桥禁止通行，公交车改走新桥。</p></div>`
const LIST = `<div class=m><ul>${[1, 2, 3, 4].map((i) => `<li><a href="/xw/${i}0001.html">鹿鸣市第${i}次白鹭计数活动圆满结束</a><span>2026-11-0${i}</span></li>`).join('')}</ul></div>`
const FILES: Record<string, string> = {
  'article.html': ARTICLE,
  'list.html': LIST,
  'empty.html': '',
  'junk.html': String.fromCharCode(...Array.from({ length: 600 }, (_, at) => (at * 7) % 32)),
  'traditional.html': `<title>水庫開閘放水的通知</title><h1>水庫開閘放水的通知</h1><div id="zoom"><p>${'水庫定於本週六開閘放水，請沿河居民注意安全，不要下河捕魚，也不要在河邊停車。'.repeat(3)}</p></div>`,
  'known.html': `<b class="set-right">改过的题目</b>${ARTICLE}`,
}

const KEYS =
  'url as title publishedAt dateOrigin source author body bodyHtml images attachments items next repair kind type stage categories regions positions dates jobs volunteer flags evidence error'.split(
    ' ',
  )

function setUp(more: Partial<TryDeps> = {}) {
  const fetchPage = vi.fn<NonNullable<TryDeps['fetchPage']>>(async (url) => ({
    url,
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(ARTICLE),
    fetchedAt: '2026-11-22T00:00:00Z',
  }))
  const deps: TryDeps = {
    defaultTown: 'datong',
    towns: async (name) => {
      if (name !== 'datong' && name !== 'luming') throw new Error(`no town ${name}`)
      return town
    },
    readFile: async (path) => {
      const text = FILES[path]
      if (text === undefined) throw new Error(`no file ${path}`)
      return Buffer.from(text)
    },
    fetchPage,
    now: () => new Date('2026-11-22T00:00:00Z'),
    ...more,
  }
  const run = async (...lines: (string | object)[]) => {
    const input = Readable.from(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))))
    const output: TryOutput[] = []
    for await (const line of tryLines(input, deps)) output.push(JSON.parse(line) as TryOutput)
    return output
  }
  return { run, fetchPage }
}

it('answers every key of the contract, for a page, a list, a text and a line that cannot be used', async () => {
  const lines = [
    { file: 'article.html', url: 'http://a.example/1.html' },
    { file: 'list.html' },
    { text: { title: '松岭镇下雪了' } },
    'no json',
  ]
  for (const output of await setUp().run(...lines)) expect(Object.keys(output)).toEqual(KEYS)
})

it('reads a file and never the network, though an address is given', async () => {
  const { run, fetchPage } = setUp()
  const [output] = await run({ file: 'article.html', url: 'http://a.example/xw/1.html' })
  expect(output).toMatchObject({
    url: 'http://a.example/xw/1.html',
    as: 'detail',
    title: '松岭水库开闸放水的通知',
    publishedAt: '2026-11-01T09:05:00+08:00',
    dateOrigin: 'infoline',
    source: '水务局',
    error: null,
  })
  expect(output?.body.split('\n')).toHaveLength(2)
  expect(fetchPage).not.toHaveBeenCalled()
})

it('fetches an address when there is nothing else', async () => {
  const { run, fetchPage } = setUp()
  expect((await run({ url: 'http://a.example/xw/1.html' }))[0]?.title).toBe('松岭水库开闸放水的通知')
  expect(fetchPage).toHaveBeenCalledWith('http://a.example/xw/1.html')
})

it('tells a list from an article, and does as it is told', async () => {
  const [list, asDetail, asList] = await setUp().run(
    { file: 'list.html', url: 'http://a.example/xw/', fetchedAt: '2026-11-22T00:00:00Z' },
    { file: 'list.html', url: 'http://a.example/xw/', as: 'detail' },
    { file: 'article.html', as: 'list' },
  )
  expect(list?.as).toBe('list')
  expect(list?.items[0]).toEqual({
    url: 'http://a.example/xw/10001.html',
    title: '鹿鸣市第1次白鹭计数活动圆满结束',
    date: '2026-11-01',
  })
  expect(asDetail?.as).toBe('detail')
  expect(asList).toMatchObject({ as: 'list', items: [] })
})

it('takes the corrections of a source that the town knows', async () => {
  const [output] = await setUp().run({ file: 'known.html', url: 'http://www.town.example/xw/1.html' })
  expect(output).toMatchObject({ title: '改过的题目', evidence: { title: 'correct:.set-right' } })
})

it.each([
  ['no JSON', '{'],
  ['no object', '3'],
  ['nothing to read', '{}'],
  ['a file that is not there', { file: 'gone.html', url: 'http://a.example/' }],
  ['a town that is not there', { file: 'article.html', town: 'atlantis' }],
  ['an empty file', { file: 'empty.html', url: 'http://a.example/' }],
  ['a file of junk', { file: 'junk.html', url: 'http://a.example/' }],
  ['a wrong kind', { file: 'article.html', as: 'feed' }],
  ['a time that is none', { file: 'article.html', fetchedAt: 'soon' }],
])('a line with %s gives an error and the next line its answer', async (_, line) => {
  const [bad, good] = await setUp().run(line, { file: 'article.html' })
  expect(bad?.error).toEqual(expect.stringMatching(/./))
  expect(good?.error).toBeNull()
})

it('keeps a page from elsewhere in the script of its publisher, and writes the town’s own pages in the town’s', async () => {
  const [elsewhere, own, asked] = await setUp().run(
    { file: 'traditional.html', url: 'https://elsewhere.example/1.html' },
    { file: 'traditional.html', url: 'http://www.town.example/1.html' },
    { file: 'traditional.html', url: 'https://elsewhere.example/1.html', town: 'luming' },
  )
  expect(elsewhere?.title).toBe('水庫開閘放水的通知')
  expect(own?.title).toBe('水库开闸放水的通知')
  expect(asked?.title).toBe('水库开闸放水的通知')
})

it('a page whose reading is given up gives an error and the next line its answer', async () => {
  const readArticle = vi.fn<NonNullable<TryDeps['readArticle']>>().mockRejectedValueOnce(new Error('took over 10 s'))
  const { run } = setUp({
    readArticle: (page, context) => readArticle(page, context) ?? readArticleHere(page, context),
  })
  const [bad, good] = await run({ file: 'article.html', as: 'detail' }, { file: 'article.html', as: 'detail' })
  expect([bad?.error, good?.error]).toEqual(['took over 10 s', null])
})

it('passes over blank lines', async () => {
  expect(await setUp().run('', '  ', { file: 'article.html' })).toHaveLength(1)
})

describe('a text that is given', () => {
  it('is understood without a page', async () => {
    const { run, fetchPage } = setUp()
    const [output] = await run({
      url: 'http://a.example/1.html',
      text: {
        title: '松岭镇滑雪场开门',
        body: '松岭镇滑雪场昨天开门。',
        publishedAt: '2026-11-01',
        source: '鹿鸣日报',
        region: '990181',
      },
    })
    expect(output).toMatchObject({
      title: '松岭镇滑雪场开门',
      body: '松岭镇滑雪场昨天开门。',
      publishedAt: '2026-11-01',
      source: '鹿鸣日报',
    })
    expect(output?.regions[0]?.code).toBe('990181100')
    expect(fetchPage).not.toHaveBeenCalled()
  })

  it.each(['garbage', '2026-13-45', '昨夜以前'])('is refused when its day is %j', async (publishedAt) => {
    const [output] = await setUp().run({ text: { title: '滑雪场开门', publishedAt } })
    expect(output).toMatchObject({ publishedAt: null, error: `text.publishedAt: no date: ${publishedAt}` })
  })

  it.each([
    ['2026-11-01T09:05:00+08:00', '2026-11-01T09:05:00+08:00'],
    ['2026年11月1日', '2026-11-01'],
    ['2026/11/1 9:05', '2026-11-01T09:05:00+08:00'],
    ['', null],
  ])('has the day %j as %j', async (publishedAt, want) => {
    const [output] = await setUp().run({ text: { title: '滑雪场开门', publishedAt } })
    expect(output).toMatchObject({ publishedAt: want, error: null })
  })

  it('never has its teaser for a body', async () => {
    const [output] = await setUp().run({ text: { title: '滑雪场开门', teaser: '松岭镇滑雪场昨天开门，迎来180 ...' } })
    expect(output?.body).toBe('')
    expect(output?.regions[0]?.code).toBe('990181100')
  })
})
