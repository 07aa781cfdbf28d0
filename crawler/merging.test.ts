/** One story on the sites of several publishers, crawled. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Item } from '../domain/item.ts'
import { addTakedown } from '../index-config/store/takedowns.ts'
import { DAY_MS, HOUR_MS, openTestCrawl, type TestCrawl } from './testing/crawl.ts'
import { type FaultServer, openFaultServer, page, status } from './testing/fault-server.ts'
import { testSource } from './testing/town.ts'

const BODY =
  '11月18日，河湾街道便民菜市场正式开门，首批一百二十六个摊位全部入驻。市场占地五千平方米，设蔬菜、水果、熟食三个区域，配套停车位八十个。'

let server: FaultServer
beforeEach(async () => {
  server = await openFaultServer()
})
afterEach(() => server.close())

/** A site with this one entry. */
function put(host: string, title: string, body: string): void {
  server.routes[`${host}/list.html`] = page(`<a href="/a.html">${title}</a> 2026-11-20`)
  server.routes[`${host}/a.html`] = page(`<h1>${title}</h1><time>2026-11-20</time><p>${body}`)
}

/** `office` is the public body. */
const open = (...slugs: string[]) =>
  openTestCrawl(slugs.map((slug) => testSource(slug, server.port, slug === 'office' ? { official: true } : {})))

const told = async (crawl: TestCrawl): Promise<Record<string, string>> => {
  const items = await crawl.items()
  const sourceOf = (id: string | undefined) => items.find((item) => item.id === id)?.source
  const say = ({ state, mergedInto }: Item) => (state === 'merged' ? `in ${sourceOf(mergedInto)}` : state)
  return Object.fromEntries(items.map((item): [string, string] => [item.source, say(item)]).sort())
}

it.each([[['paper', 'office', 'portal']], [['portal', 'office', 'paper']], [['office', 'portal', 'paper']]])(
  'is one item, whichever of %j is crawled first',
  async (order) => {
    put('office', '菜市场开门', BODY)
    put('paper', '【民生】新菜市场', `本报讯（记者 某某）${BODY}`)
    put('portal', '买菜不用过桥', `${BODY}（来源：office）`)
    const crawl = await open('office', 'paper', 'portal')
    for (const slug of order) await crawl.visit(slug)
    expect(await told(crawl)).toEqual({ office: 'shown', paper: 'in office', portal: 'in office' })
    const found = await crawl.deps.engine.search({ sort: 'new', limit: 10 }, crawl.clock.now())
    expect(found.ids).toHaveLength(1)
    const [only] = (await crawl.items()).filter(({ state }) => state === 'shown')
    expect(only?.alsoAt?.map(({ source }) => source).sort()).toEqual(['paper', 'portal'])
  },
)

it('is two again when one of them is rewritten, and the rewritten one is found', async () => {
  put('office', '菜市场开门', BODY)
  put('paper', '新菜市场', BODY)
  const crawl = await open('office', 'paper')
  await crawl.run()
  expect(await told(crawl)).toEqual({ office: 'shown', paper: 'in office' })
  put('paper', '新菜市场', BODY.replace('八十个', '一百二十个'))
  await crawl.clock.sleep(2 * DAY_MS)
  await crawl.run({ all: true })
  expect(await told(crawl)).toEqual({ office: 'shown', paper: 'shown' })
  const found = await crawl.deps.engine.search({ sort: 'new', limit: 10 }, crawl.clock.now())
  expect(found.ids).toHaveLength(2)
})

it('is told by the next one when the preferred one is taken down, and stays so after the next crawls', async () => {
  put('office', '菜市场开门', BODY)
  put('paper', '新菜市场', BODY)
  const crawl = await open('office', 'paper')
  await crawl.run()
  await addTakedown(crawl.deps.db, {
    url: server.url('office/a.html'),
    reason: 'asked for',
    who: 'editor',
    at: crawl.clock.now().toISOString(),
  })
  for (let hour = 0; hour < 3; hour++) {
    await crawl.clock.sleep(HOUR_MS)
    await crawl.run({ all: true })
  }
  expect(await told(crawl)).toEqual({ office: 'gone', paper: 'shown' })
})

it('is told by the next one when the preferred one is gone', async () => {
  put('office', '菜市场开门', BODY)
  put('paper', '新菜市场', BODY)
  const crawl = await open('office', 'paper')
  await crawl.run()
  server.routes['office/a.html'] = status(404)
  for (let day = 0; day < 4; day++) {
    await crawl.clock.sleep(DAY_MS + HOUR_MS)
    await crawl.run({ all: true })
  }
  expect(await told(crawl)).toEqual({ office: 'gone', paper: 'shown' })
})

it('goes to another publisher when the operator says that this one is the public body', async () => {
  put('paper', '新菜市场', BODY)
  put('portal', '菜市场开门', BODY)
  const crawl = await open('paper', 'portal')
  await crawl.run()
  const [first] = Object.entries(await told(crawl)).flatMap(([slug, state]) => (state === 'shown' ? [slug] : []))
  const other = crawl.deps.town.sources.find(({ slug }) => slug !== first)
  if (other) other.official = true
  await crawl.clock.sleep(HOUR_MS)
  await crawl.run({ all: true })
  expect(await told(crawl)).toEqual({ [other?.slug ?? '']: 'shown', [first ?? '']: `in ${other?.slug}` })
})
