/** Strings that break things elsewhere: as any parameter they are answered, as any text they stay text. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ItemResponse, ItemsResponse } from '../domain/api.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import { QUERY_NAMES } from '../domain/query-string.ts'
import { render } from '../web/render.tsx'
import { furnish, type House, openHouse } from './testing/house.ts'
import { item, LISTED } from './testing/town.ts'

const PARAMETERS: [path: string, names: readonly string[]][] = [
  ['/api/v1/items', QUERY_NAMES],
  ['/api/v1/popular', ['by', 'region']],
  ['/api/v1/suggest', ['q']],
  ['/search', ['q', 'lang']],
  ['/jobs.rss', ['q', 'position']],
]

export function hostileContract(runtime: string, open: () => Promise<SqlDatabase>, strings: readonly string[]): void {
  describe.skipIf(strings.length === 0)(`hostile strings on ${runtime}`, () => {
    let house: House
    beforeAll(async () => {
      house = await openHouse(await open(), render)
      await furnish(house)
    })

    it('answers below 500 for each as each parameter and as an id, raw and encoded', async () => {
      let worst = 0
      const asks: string[] = []
      for (const text of strings) {
        const encoded = encodeURIComponent(text.toWellFormed())
        const raw = text.replace(/[#\s]/g, '')
        asks.push(`/items/${encoded}`, `/api/v1/items/${encoded}`, `/api/v1/items/${raw}`)
        for (const [path, names] of PARAMETERS) for (const name of names) asks.push(`${path}?${name}=${encoded}`)
        for (const name of ['q', 'region', 'cursor']) asks.push(`/api/v1/items?${name}=${raw}`)
      }
      for (const path of asks) {
        const { status } = await house.ask(path)
        if (status >= 500) throw new Error(`${status} for ${path}: ${house.logged.at(-1)?.error}`)
        worst = Math.max(worst, status)
      }
      expect([worst < 500, house.logged]).toEqual([true, []])
      expect(asks.length).toBeGreaterThan(strings.length * 20)
    }, 120_000)

    it('changes nothing for others by being asked', async () => {
      const answer = await house.json<ItemsResponse>('/api/v1/items?limit=50')
      expect(answer.items.map(({ id }) => id)).toEqual(LISTED.map(({ id }) => id))
    })

    it('gives stored text back from JSON as it was kept', async () => {
      const kept = strings.map((text, index) =>
        item(100 + index, { title: text.toWellFormed(), excerpt: text.toWellFormed() }),
      )
      await house.keep(...kept)
      for (const { id, title, excerpt } of kept) {
        const got = await house.json<ItemResponse>(`/api/v1/items/${id}`)
        expect([got.title, got.excerpt]).toEqual([title, excerpt])
        expect((await house.ask(`/items/${id}`)).status).toBe(200)
      }
    })
  })
}
