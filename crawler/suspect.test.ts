/** What is read and not believed: the old stays, the new waits, nothing is lost and nothing invented. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getVersions } from '../index-config/store/items.ts'
import { itemId } from './identity.ts'
import { listQuarantine, releaseQuarantine } from './keep/quarantine.ts'
import { DAY_MS, HOUR_MS, openTestCrawl, type TestCrawl } from './testing/crawl.ts'
import { type FaultServer, openFaultServer, page, status } from './testing/fault-server.ts'
import { articleHtml, listHtml, putSite } from './testing/site.ts'
import { testSource } from './testing/town.ts'

let server: FaultServer
beforeEach(async () => {
  server = await openFaultServer()
})
afterEach(() => server.close())

const NAMES = ['供水检修', '学校开学', '公园开放', '道路施工', '医院义诊', '图书捐赠', '电影放映', '秋季招聘']
const BODIES = Object.fromEntries(
  NAMES.map((name, at) => [name, `${name}的消息第${at}条，${name}安排如下。`.repeat(8)]),
)
const city = () => testSource('city', server.port, { rhythm: 'fixed' })
const put = (names = NAMES, body = (name: string) => BODIES[name] ?? '') => {
  server.routes['city/list.html'] = page(
    names.map((name) => `<a href="/${encodeURI(name)}.html">${name}</a> 2026-11-20`).join('\n'),
  )
  for (const name of names)
    server.routes[`city/${encodeURI(name)}.html`] = page(`${articleHtml(name, body(name))}<time>2026-11-20</time>`)
}
const bodies = async (crawl: TestCrawl) => (await crawl.items()).map(({ title, body, state }) => [title, body, state])

async function afterRuns(runs: number): Promise<TestCrawl> {
  put()
  const crawl = await openTestCrawl([city()])
  for (let run = 0; run < runs; run += 1) {
    await crawl.run()
    crawl.clock.advance(HOUR_MS)
  }
  return crawl
}

describe('F10 a redesign', () => {
  it('that shows a third of the entries brings nothing new, takes nothing away, and is told', async () => {
    const crawl = await afterRuns(5)
    const before = await bodies(crawl)
    put(['注册账号', '联系我们'])
    const report = await crawl.visit('city')
    expect(report).toMatchObject({
      state: 'suspect',
      new: 0,
      quarantined: [{ reason: expect.stringContaining('2 entries') }],
    })
    expect(await bodies(crawl)).toEqual(before)
    const [waiting] = await listQuarantine(crawl.deps.db, 'city')
    expect(waiting).toMatchObject({ what: 'list', after: { entries: [{ title: '注册账号' }, { title: '联系我们' }] } })
  })

  it('that a person releases is what the list says from then on', async () => {
    const crawl = await afterRuns(5)
    put(['新版第一条'], () => '新版第一条的全文在这里。')
    await crawl.run()
    expect(await releaseQuarantine(crawl.deps.db, 'city')).toBe(1)
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1 })
    crawl.clock.advance(HOUR_MS)
    expect((await crawl.visit('city')).state).toBe('ok')
    expect(await listQuarantine(crawl.deps.db)).toEqual([])
  })

  it('that is taken back is forgotten', async () => {
    const crawl = await afterRuns(5)
    put(['注册账号'])
    await crawl.run()
    put(['又一条新闻', ...NAMES], (name) => BODIES[name] ?? '又一条新闻的全文在这里，写得足够长。')
    crawl.clock.advance(HOUR_MS)
    expect(await crawl.visit('city')).toMatchObject({ state: 'ok', new: 1 })
    expect(await listQuarantine(crawl.deps.db)).toEqual([])
  })

  it.each([
    ['empties its articles', () => '', undefined],
    ['gives all of them one text', () => '欢迎访问本站，您是第一位访客，请多多关照。', undefined],
    ['gives them the text of a stranger', () => '棋牌下载注册送金，电子游艺平台上线。'.repeat(10), '最新棋牌下载'],
  ])('that %s leaves every item as it was', async (_, body, title) => {
    const crawl = await afterRuns(1)
    const before = await bodies(crawl)
    for (const name of NAMES) server.routes[`city/${encodeURI(name)}.html`] = page(articleHtml(title ?? name, body()))
    for (let day = 0; day < 9; day += 1) {
      crawl.clock.advance(DAY_MS)
      await crawl.run()
    }
    expect(await bodies(crawl)).toEqual(before)
    for (const { id } of await crawl.items()) expect(await getVersions(crawl.deps.db, id)).toHaveLength(1)
    put()
    crawl.clock.advance(30 * DAY_MS)
    await crawl.run()
    expect(await listQuarantine(crawl.deps.db)).toEqual([])
  })

  it('of details that a person releases is read', async () => {
    const crawl = await afterRuns(1)
    for (const name of NAMES) server.routes[`city/${encodeURI(name)}.html`] = page(articleHtml(name, `${name}简讯`))
    crawl.clock.advance(DAY_MS)
    await crawl.run()
    expect(await listQuarantine(crawl.deps.db)).toHaveLength(NAMES.length)
    await releaseQuarantine(crawl.deps.db, 'city')
    await crawl.run()
    expect((await crawl.items()).map(({ body }) => body).sort()).toEqual(NAMES.map((name) => `${name}简讯`).sort())
  })
})

describe('F6 F11 nothing is invented', () => {
  it('from a page of maintenance that every new address gives', async () => {
    put(NAMES)
    for (const name of NAMES)
      server.routes[`city/${encodeURI(name)}.html`] = page(
        articleHtml('网站升级', '我们正在升级，稍后恢复，给您带来不便敬请谅解。'),
      )
    const crawl = await openTestCrawl([city()])
    expect(await crawl.visit('city')).toMatchObject({ state: 'suspect', new: 0 })
    expect(await crawl.items()).toEqual([])
    put(NAMES)
    crawl.clock.advance(HOUR_MS)
    expect((await crawl.visit('city')).new).toBe(NAMES.length)
  })

  it('from a copy that was taken over', async () => {
    server.routes['city/list.html'] = page(listHtml(['hijack']))
    server.routes['city/hijack.html'] = page(articleHtml('hijack', 'hijack'))
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    expect(await crawl.items()).toEqual([])
  })

  it('from links with a session in them: one article, one item', async () => {
    const body = 'the very same words of a long article'
    const crawl = await openTestCrawl([city()])
    for (const session of ['s1', 's2', 's3']) {
      server.routes['city/list.html'] = page(`<a href="/a.html?sid=${session}">a story</a> 2026-11-20`)
      server.routes[`city/a.html?sid=${session}`] = page(articleHtml('a story', body))
      await crawl.run({ all: true })
      crawl.clock.advance(HOUR_MS)
    }
    expect((await crawl.items()).map(({ id }) => id)).toEqual([itemId('city', server.url('city/a.html?sid=s1'))])
  })

  it('and the pages are not even asked for once the parameter is known to say nothing', async () => {
    const crawl = await openTestCrawl([city()])
    for (const turn of [1, 2, 3, 4]) {
      server.hits.length = 0
      server.routes['city/list.html'] = page(
        ['one', 'two', 'three']
          .map((name) => `<a href="/${name}?id=7&_t=${turn}">story ${name}</a> 2026-11-20`)
          .join(''),
      )
      for (const name of ['one', 'two', 'three'])
        server.routes[`city/${name}?id=7&_t=${turn}`] = page(
          articleHtml(`story ${name}`, `the long text of story ${name}`),
        )
      await crawl.run({ all: true })
      crawl.clock.advance(HOUR_MS)
    }
    expect(await crawl.items()).toHaveLength(3)
    expect(server.hits.filter(({ path }) => path.includes('_t='))).toEqual([])
  })

  it('and nothing lost when such an address dies: the item lives on under the other', async () => {
    const body = 'the very same words of a long article'
    putSite(server, 'city', [])
    server.routes['city/list.html'] = page('<a href="/old.html">a story</a> 2026-11-20')
    server.routes['city/old.html'] = page(articleHtml('a story', body))
    const crawl = await openTestCrawl([city()])
    await crawl.run()
    server.routes['city/list.html'] = page('<a href="/new.html">a story</a> 2026-11-20')
    server.routes['city/new.html'] = page(articleHtml('a story', body))
    server.routes['city/old.html'] = status(404)
    for (let day = 0; day < 4; day += 1) {
      crawl.clock.advance(DAY_MS + HOUR_MS)
      await crawl.run()
    }
    expect((await crawl.items()).map(({ id, url, state }) => [id, url, state])).toEqual([
      [itemId('city', server.url('city/old.html')), server.url('city/new.html'), 'shown'],
    ])
  })
})
