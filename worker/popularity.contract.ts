/** Anyone can compute the rankings again: from the lists of the API alone, by plain code that follows the formula's words. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ItemResponse, ItemSummary, ItemsResponse, PopularResponse, RegionNode } from '../domain/api.ts'
import type { Item } from '../domain/item.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import { seeded } from '../index-config/testing.ts'
import { furnish, type House, openHouse } from './testing/house.ts'
import { item, NOW } from './testing/town.ts'

const API = '/api/v1'
const DAY_MS = 86_400_000

/** Positions of the last 150 days with ends, employers, numbers and places of every sort, some of them unsaid. */
function positions(seed: number, count = 120): Item[] {
  const random = seeded(seed)
  const some = <T>(...values: T[]): T => values[Math.floor(random() * values.length)] as T
  return Array.from({ length: count }, (_, at) => {
    const published = new Date(NOW.getTime() - Math.floor(random() * 150) * DAY_MS - Math.floor(random() * DAY_MS))
    const local = new Date(published.getTime() + 8 * 3_600_000).toISOString()
    const end = new Date(published.getTime() + random() * 90 * DAY_MS).toISOString()
    return item(1_000 + at, {
      id: `dongguan-${seed}-${at}`,
      kind: 'job',
      type: some<Item['type']>('position', 'position', 'position', 'notice'),
      stage: some(undefined, undefined, 'open' as const, 'cancelled' as const, 'interview' as const),
      publishedAt: some(local.slice(0, 10), `${local.slice(0, 19)}+08:00`),
      regions: some([], [{ code: some('9901', '990101', '990102'), by: 'name' as const }]),
      positions: some([], ['5414-guard'], ['2411-accountant'], ['5414-guard', '5120-cook']),
      job: { title: '岗位', employer: some(undefined, '甲厂', '乙店', '丙校'), headcount: some(undefined, 1, 3, 40) },
      closesAt: some(undefined, end.slice(0, 10), end),
    })
  })
}

async function listed(house: House, query: string): Promise<ItemSummary[]> {
  const items: ItemSummary[] = []
  for (let cursor = ''; ; ) {
    const page = await house.json<ItemsResponse>(`${API}/items?kind=job&limit=50&${query}&cursor=${cursor}`)
    items.push(...page.items)
    if (page.next === undefined) return items
    cursor = page.next
  }
}

/** Codes of a region and of all that it lies in. */
function waysUp(root: RegionNode): Map<string, string[]> {
  const ways = new Map<string, string[]>()
  const walk = (node: RegionNode, above: string[]): void => {
    ways.set(node.code, [node.code, ...above])
    for (const child of node.children) walk(child, [node.code, ...above])
  }
  walk(root, [])
  return ways
}

/** Linhe is eight hours ahead of UTC all year; a bare day lasts until its end. */
function endOf(time: string): number {
  return time.length > 10 ? Date.parse(time) : Date.parse(`${time}T23:59:59+08:00`)
}

const wanted = (headcount: number, employers: number) => Math.min(headcount, 10 * employers) + 5 * employers
const scores = { position: wanted, region: wanted, employer: (headcount: number) => headcount }

/** The words of the formula, in code. */
function computed(items: ItemSummary[], ways: Map<string, string[]>, by: PopularResponse['by'], region?: string) {
  const valuesOf = (one: ItemSummary): string[] => {
    if (by === 'employer') return one.job?.employer ? [one.job.employer] : []
    if (by === 'position') return one.positions
    return [...new Set(one.regions.flatMap(({ code }) => ways.get(code) ?? []))]
  }
  const figures = (at: number) => {
    const to = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
    const from = new Date(Date.parse(to) - 59 * DAY_MS).toISOString().slice(0, 10)
    const counted = items.filter((one) => {
      const day = one.publishedAt.slice(0, 10)
      const applies = one.type === 'position' && (one.stage === undefined || one.stage === 'open')
      const end = one.closesAt === undefined ? endOf(one.publishedAt) + 30 * DAY_MS : endOf(one.closesAt)
      return applies && day >= from && day <= to && end > at
    })
    const values = new Set(counted.flatMap(valuesOf).filter((value) => value !== '9901' && value !== region))
    return new Map(
      [...values].map((value) => {
        const own = counted.filter((one) => valuesOf(one).includes(value))
        const headcount = own.reduce((sum, { job }) => sum + (job?.headcount ?? 1), 0)
        const employers = new Set(own.map(({ job }) => job?.employer ?? '')).size
        return [value, { score: scores[by](headcount, employers), headcount, employers, items: own.length }]
      }),
    )
  }
  const before = figures(NOW.getTime() - 60 * DAY_MS)
  const none = { score: 0, headcount: 0, employers: 0, items: 0 }
  return [...figures(NOW.getTime())].map(([value, now]) => {
    const then = before.get(value) ?? none
    const growth = Math.sign(now.score - then.score)
    return {
      value,
      ...now,
      before: then,
      trend: then.items === 0 ? 'new' : (['down', 'same', 'up'] as const)[growth + 1],
    }
  })
}

/** `open` gives an empty database with our tables. */
export function popularityContract(runtime: string, open: () => Promise<SqlDatabase>): void {
  describe(`the rankings on ${runtime}`, () => {
    let house: House
    let ways: Map<string, string[]>
    beforeAll(async () => {
      house = await openHouse(await open(), () => '')
      await furnish(house)
      for (const seed of [1, 2, 3]) await house.keep(...positions(seed))
      ways = waysUp(await house.json<RegionNode>(`${API}/regions`))
    })

    for (const by of ['position', 'region', 'employer'] as const)
      for (const region of ['', '9901', '990101'])
        it(`come out the same from the lists: by ${by}, ${region || 'everywhere'}`, async () => {
          const items = await listed(house, `region=${region}`)
          const answer = await house.json<PopularResponse>(`${API}/popular?by=${by}&region=${region}`)
          const told = answer.values.map(({ names: _, ...rest }) => rest)
          const byValue = (one: { value: string }, other: { value: string }) => (one.value < other.value ? -1 : 1)
          expect(told.toSorted(byValue)).toEqual(computed(items, ways, by, region || undefined).sort(byValue))
          expect(told.map(({ score }) => score)).toEqual(told.map(({ score }) => score).toSorted((a, b) => b - a))
        })

    it('are worked out once for a version of the data, and anew when it changes or something closes', async () => {
      const ask = async () => {
        house.asked.n = 0
        const answer = await house.json<PopularResponse>(`${API}/popular?by=employer`)
        return { asked: house.asked.n, items: answer.values.find(({ value }) => value === '丁店')?.items ?? 0 }
      }
      const job = { title: '店员', employer: '丁店' }
      await house.keep(item(50, { kind: 'job', type: 'position', job, closesAt: '2026-11-22T10:40:00+08:00' }))
      const first = await ask()
      const second = await ask()
      expect([first.items, second.items, first.asked > second.asked]).toEqual([1, 1, true])
      await house.keep(item(51, { kind: 'job', type: 'position', job, closesAt: '2026-12-01' }))
      expect((await ask()).items).toBe(2)
      house.clock.now = new Date('2026-11-22T02:40:00Z')
      expect((await ask()).items).toBe(1)
      house.clock.now = NOW
    })

    it('leave out what was given up since, which its own page tells', async () => {
      const id = 'dongguan-given-up'
      const job = { title: '店员', employer: '戊店' }
      await house.keep(item(52, { id, kind: 'job', type: 'position', job, closesAt: '2026-12-01' }))
      const employers = async () => (await house.json<PopularResponse>(`${API}/popular?by=employer`)).values
      expect((await employers()).map(({ value }) => value)).toContain('戊店')
      await house.db.batch([
        { sql: `update item set cancelled_by = 'county-20' where id = ?1`, params: [id] },
        { sql: `insert into outbox (item_id, at) values (?1, ?2)`, params: [id, NOW.toISOString()] },
      ])
      await house.keep()
      expect((await employers()).map(({ value }) => value)).not.toContain('戊店')
      expect(await house.json<ItemResponse>(`${API}/items/${id}`)).toMatchObject({
        open: false,
        cancelledBy: 'county-20',
      })
    })
  })
}
