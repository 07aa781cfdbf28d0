/** What a reader is told beside the items: who answered, and how far it was counted. */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ItemsResponse } from '../domain/api.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import { migrate, openSqlite } from '../index-config/adapters/node-sqlite.ts'
import type { SearchEngine } from '../index-config/engines/engine.ts'
import { createSqlEngine } from '../index-config/engines/sql-engine.ts'
import { render } from '../web/render.tsx'
import { createApp } from './app.ts'
import { itemsSchema } from './schemas/items.ts'
import { furnish, openHouse } from './testing/house.ts'
import { NOW, TOWN } from './testing/town.ts'

const QUESTION = `q=${encodeURIComponent('老桥')}`
let db: SqlDatabase

beforeAll(async () => {
  const opened = openSqlite(':memory:')
  await migrate(opened, fileURLToPath(new URL('../index-config/migrations', import.meta.url)))
  const house = await openHouse(opened, () => '')
  await furnish(house)
  db = house.db
})

/** The app over an engine that counts so many for facets, or that stands in for another one. */
function open(facetLimit: number, change: (engine: SearchEngine) => Partial<SearchEngine> = () => ({})) {
  const engine = createSqlEngine(db, { facetLimit, town: TOWN })
  const app = createApp({ db, engine: { ...engine, ...change(engine) }, render, now: () => NOW, version: '1' })
  return {
    page: async (path: string) => (await app.request(path)).text(),
    items: async (query: string) => (await (await app.request(`/api/v1/items?${query}`)).json()) as ItemsResponse,
  }
}

describe('a search that the reserve index answered', () => {
  const down = (engine: SearchEngine): Partial<SearchEngine> => ({
    search: async (query, at) => ({ ...(await engine.search(query, at)), notice: 'engine_down' }),
  })

  it('says so among the notices, and answers what it has', async () => {
    const answer = await open(1_000, down).items(QUESTION)
    itemsSchema.parse(answer)
    expect(answer.notices[0]).toEqual({ code: 'engine_down' })
    expect(answer.items.length).toBeGreaterThan(3)
    expect((await open(1_000).items(QUESTION)).notices.map(({ code }) => code)).not.toContain('engine_down')
  })

  it.each([
    ['zh-Hans', '备用索引'],
    ['zh-Hant', '備用索引'],
    ['en', 'reserve index'],
  ])('says so on every page of a list, in %s', async (lang, words) => {
    for (const path of ['/', '/search', '/news', '/jobs', '/volunteer'])
      expect(await open(1_000, down).page(`${path}?${QUESTION}&lang=${lang}`), path).toContain(words)
    expect(await open(1_000).page(`/search?${QUESTION}&lang=${lang}`)).not.toContain(words)
  })
})

describe('more matches than are counted', () => {
  it('are told as that many or more, in the answer and with a plus on the page', async () => {
    const { items, page } = open(5)
    const answer = await items(QUESTION)
    expect([answer.total, answer.notices.map(({ code }) => code)]).toEqual([
      { n: 5, exact: false },
      expect.arrayContaining(['facets_partial']),
    ])
    const html = await page(`/search?${QUESTION}`)
    expect(html).toContain('5+ 条结果')
    expect(html).toMatch(/东关镇\s*<small>\s*\d\+<\/small>/)
    expect(html).toContain('带“+”的是“不少于”')
  })
})
