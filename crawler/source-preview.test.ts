import { describe, expect, it } from 'vitest'
import type { FetchOutcome, FetchRequest } from './fetch/outcome.ts'
import { failed } from './fetch/outcome.ts'
import { draftSource } from './source-file.ts'
import { previewSource } from './source-preview.ts'
import { formatPreview } from './source-preview-print.ts'

const LIST = 'https://hall.example/news/'
const TITLES = [
  '水库开闸放水的通知',
  '松岭镇停水的通知',
  '新桥通车的公告',
  '图书馆周日开放的公告',
  '白鹭计数活动的通知',
]
const listPage = `<html><head><title>通知公告-鹿鸣市人民政府</title><meta name="SiteName" content="鹿鸣市人民政府">
  <link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><div class="list"><ul>${TITLES.map(
    (title, at) =>
      `<li><a href="/news/2026/${at}0001.html">${title}，请全市居民周知</a><span>2026-11-0${at + 1}</span></li>`,
  ).join('')}</ul></div><a href="index_2.html">下一页</a></body></html>`
const detailPage = (
  at: number,
) => `<html><head><title>鹿鸣</title></head><body><div class="box"><p class="headline">${TITLES[at]}</p>
  <div class="info">发布时间：2026-11-0${at + 1} 来源：水务局</div><div class="words"><p>${'各位居民请注意安全，有关安排如下，由水务局负责解释。'.repeat(4)}</p>
  <p>特此通知。</p></div></div></body></html>`

function serve(pages: Record<string, string | FetchOutcome>) {
  const asked: FetchRequest[] = []
  const fetcher = {
    async fetch(request: FetchRequest): Promise<FetchOutcome> {
      asked.push(request)
      const found = pages[request.url] ?? failed('gone', '404')
      if (typeof found !== 'string') return found
      const body = Buffer.from(found)
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      const page = { url: request.url, status: 200, headers, body, fetchedAt: '2026-11-22T00:00:00Z' }
      return { kind: 'page', page, redirects: [], permanent: false } as unknown as FetchOutcome
    },
  }
  const deps = { fetcher, town: { timeZone: 'Asia/Shanghai' }, now: () => new Date('2026-11-22T00:00:00Z') }
  return { asked, deps }
}
const site = {
  [LIST]: listPage,
  ...Object.fromEntries(TITLES.map((_, at) => [`https://hall.example/news/2026/${at}0001.html`, detailPage(at)])),
}
const draft = draftSource({ url: LIST, region: '990181', enabled: true })

describe('a look at a source', () => {
  it('shows its list, dates, paging, feed, name and three of its articles', async () => {
    const { deps, asked } = serve(site)
    const preview = await previewSource(draft, [], deps)
    expect(preview).toMatchObject({
      robots: 'allowed',
      siteName: '鹿鸣市人民政府',
      feeds: ['https://hall.example/feed.xml'],
      problems: [],
      list: { next: 'https://hall.example/news/index_2.html' },
    })
    expect(preview.list.items.map(({ date }) => date)).toEqual(TITLES.map((_, at) => `2026-11-0${at + 1}`))
    expect(preview.details.map(({ publishedAt }) => publishedAt)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
    expect(asked.map(({ url }) => url)).toHaveLength(4)
    for (const { source } of asked) expect(source.slug).toBe('hall-example')
    const shown = formatPreview(preview)
    for (const words of ['allows it', 'this site has a feed', '5, 5 of them with a date', TITLES[0] ?? ''])
      expect(shown).toContain(words)
  })

  it('takes one right example for a selector, reads with it, and keeps it', async () => {
    const { deps } = serve(site)
    const preview = await previewSource(draft, [{ field: 'title', text: TITLES[1] ?? '' }], deps)
    expect(preview.source.correct).toEqual({ title: '.headline' })
    expect(preview.corrections[0]?.inferred).toMatchObject({ holds: 2, of: 2 })
    expect(preview.details.map(({ title, evidence }) => [title, evidence.title])).toEqual(
      TITLES.slice(0, 3).map((title) => [title, 'correct:.headline']),
    )
  })

  it('says when an example stands on none of the pages', async () => {
    const preview = await previewSource(draft, [{ field: 'title', text: '别的题目' }], serve(site).deps)
    expect(preview.corrections[0]?.inferred).toBeUndefined()
    expect(preview.source.correct).toEqual({})
    expect(formatPreview(preview)).toContain('stands on none of the pages')
  })

  it('asks nothing more of a site whose robots.txt forbids the list', async () => {
    const { deps, asked } = serve({ [LIST]: failed('not_allowed', 'robots.txt', { byRobots: true }) })
    const preview = await previewSource(draft, [], deps)
    expect(preview.robots).toBe('forbidden')
    expect(asked).toHaveLength(1)
    expect(formatPreview(preview)).toContain('forbids it')
  })

  it('tells of a list without items and of articles that cannot be fetched', async () => {
    const empty = await previewSource(draft, [], serve({ [LIST]: '<p>nothing here</p>' }).deps)
    expect(empty.problems[0]).toMatch(/no items found.*--item/)
    const partly = await previewSource(
      draft,
      [],
      serve({ ...site, 'https://hall.example/news/2026/00001.html': failed('gone', '404') }).deps,
    )
    expect(partly.problems).toEqual([expect.stringMatching(/00001\.html: gone/)])
    expect(partly.details).toHaveLength(2)
  })

  it('keeps the days of a list whose entry was shown by hand', async () => {
    const example = { field: 'item', text: `${TITLES[2]}，请全市居民周知` } as const
    const preview = await previewSource(draft, [example], serve(site).deps)
    expect(preview.source.correct.item).toBeDefined()
    expect(preview.list.items.map(({ date }) => date)).toEqual(TITLES.map((_, at) => `2026-11-0${at + 1}`))
  })

  it('tells an article from a list, and shows no list where nothing was fetched', async () => {
    const [article = ''] = TITLES.map((_, at) => detailPage(at))
    const { problems } = await previewSource(draft, [], serve({ [LIST]: article }).deps)
    expect(problems[0]).toMatch(/reads as the article.*give the address of its list/)
    const unread = await previewSource(draft, [], serve({ [LIST]: failed('retry_later', 'answered 429') }).deps)
    expect(formatPreview(unread)).toMatch(/not known, since the list was not fetched/)
    expect(formatPreview(unread)).not.toMatch(/items|next page/)
  })

  it('says what to write for an address that is not public', async () => {
    const url = 'http://127.0.0.1:9/news/'
    const inside = draftSource({ url, region: '990181', enabled: true })
    const refused = { [url]: failed('not_allowed', 'this address may not be fetched') }
    expect((await previewSource(inside, [], serve(refused).deps)).problems[0]).toContain('--private 127.0.0.1:9')
  })

  it('names other hosts only where its first articles stand on them', async () => {
    const page = listPage.replaceAll('href="/news/2026/', 'href="https://press.example/2026/')
    const { deps } = serve({ [LIST]: page })
    expect((await previewSource(draft, [], deps)).source.hosts).toEqual(['press.example'])
    expect((await previewSource(draft, [], serve(site).deps)).source.hosts).toEqual([])
  })
})
