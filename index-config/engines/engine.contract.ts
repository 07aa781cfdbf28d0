/** What every engine must do; run on each of them with the same items. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Facets, ItemQuery } from '../../domain/query.ts'
import { keepAll, seeded, TEST_NOW, testCorpus, testTown } from '../testing.ts'
import { changes } from './changes.contract.ts'
import { ask, type Ground, type MakeGround } from './contract-ground.ts'
import { QueryError } from './engine.ts'
import { momentOf, plainFacets, plainSearch, randomQuery } from './plain-search.testing.ts'
import { words } from './words.contract.ts'

/** `name` says where it ran. `naughty`: strings that must not break anything; none skips them. */
export function describeEngine(name: string, makeGround: MakeGround, naughty: readonly string[]): void {
  afterAll(() => console.log(`engine ${name}: contract ran`))
  describe('words', () => words(makeGround, naughty))
  describe('filters, facets and pages', () => corpus(makeGround))
  describe('changes', () => changes(makeGround))
}

function corpus(makeGround: MakeGround): void {
  const town = testTown()
  const items = testCorpus(300)
  let ground: Ground
  /** The same items, with counting cut off early. */
  let narrow: Ground

  beforeAll(async () => {
    ground = await makeGround(town, 5_000)
    narrow = await makeGround(town, 20)
    await keepAll(ground.db, ground.engine, items)
    await keepAll(narrow.db, narrow.engine, items)
  }, 120_000)

  it('answers random questions as a plain look at every item does, facets and totals too', async () => {
    const random = seeded(7)
    let found = 0
    for (let turn = 0; turn < 150; turn++) {
      const query = randomQuery(random)
      const expected = plainSearch(items, query, town)
      const answer = await ground.engine.search(query, TEST_NOW)
      const asked = JSON.stringify(query)
      expect(answer.total, asked).toEqual({ n: expected.length, exact: true })
      // Within one minute the order is free, so moments are compared, and that every id is one of those expected.
      const moments = new Map(expected.map((item) => [item.id, momentOf(item)]))
      expect(
        answer.ids.map((id) => moments.get(id)),
        asked,
      ).toEqual(expected.slice(0, 50).map(momentOf))
      expect(answer.facets, asked).toEqual(plainFacets(expected, town))
      expect(answer.facetsExact).toBe(true)
      found += expected.length
    }
    expect(found).toBeGreaterThan(500)
  })

  it('counts under a facet value what choosing it finds', async () => {
    for (const start of [
      ask(),
      ask({ kind: 'job' }),
      ask({ region: '9901' }),
      ask({ q: '招聘' }),
      ask({ open: true }),
    ]) {
      const { facets } = await ground.engine.search(start, TEST_NOW)
      for (const [name, values] of Object.entries(facets) as [keyof Facets, Facets['kind']][]) {
        if (start[name] !== undefined) continue
        for (const { value, n } of values) {
          const { total } = await ground.engine.search({ ...start, [name]: value }, TEST_NOW)
          expect(total, `${name}=${value} in ${JSON.stringify(start)}`).toEqual({ n, exact: true })
        }
      }
    }
  })

  it('says when it counted only the newest, except where counters are ready', async () => {
    const all = plainSearch(items, ask(), town)
    const searched = await narrow.engine.search(ask({ q: '会计' }), TEST_NOW)
    if (narrow.exact) {
      const found = plainSearch(items, ask({ q: '会计' }), town)
      expect(searched.total).toEqual({ n: found.length, exact: true })
      expect(searched.facets).toEqual(plainFacets(found, town))
      return
    }
    expect(searched.total).toEqual({ n: 20, exact: false })
    expect(searched.facetsExact).toBe(false)
    const newest = plainSearch(items, ask({ q: '会计' }), town).slice(0, 20)
    expect(searched.facets).toEqual(plainFacets(newest, town))
    const plain = await narrow.engine.search(ask(), TEST_NOW)
    expect(plain.total).toEqual({ n: all.length, exact: true })
    expect(plain.facets).toEqual(plainFacets(all, town))
  })

  const orders: Partial<ItemQuery>[] = [
    {},
    { q: '招聘' },
    { kind: 'job', sort: 'deadline' },
    { kind: 'job', sort: 'pay' },
    { q: '招聘', sort: 'relevance' },
    { sort: 'relevance' },
    { region: '9901', open: true, payMin: 2_300 },
    { from: '2026-10-10', to: '2026-11-12' },
    { q: '招聘', from: '2026-10-10', to: '2026-11-12' },
    { q: '招聘', from: '2026-11-05', sort: 'relevance' },
    { kind: 'job', to: '2026-11-12', sort: 'pay' },
  ]
  it.each(orders)('pages through %j without gap or repeat', async (change) => {
    const expected = plainSearch(items, ask(change), town).map(({ id }) => id)
    for (const limit of [1, 7, 50]) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await ground.engine.search(ask({ ...change, limit, cursor }), TEST_NOW)
        seen.push(...page.ids)
        cursor = page.next
        expect(cursor ?? '').toMatch(/^[\w.~=:+-]{0,256}$/)
      } while (cursor !== undefined && seen.length <= expected.length)
      expect(seen.length).toBe(expected.length)
      expect(new Set(seen)).toEqual(new Set(expected))
    }
  })

  it('puts the same items on top by relevance as the index in the database does', async () => {
    const { reference, engine } = ground
    const shares: number[] = []
    const random = seeded(11)
    while (reference !== undefined && shares.length < 60) {
      const query: ItemQuery = { ...randomQuery(random), sort: 'relevance', limit: 10 }
      if (query.q === undefined) continue
      const [ours, theirs] = await Promise.all([engine.search(query, TEST_NOW), reference.search(query, TEST_NOW)])
      if (theirs.ids.length === 0) continue
      shares.push(theirs.ids.filter((id) => ours.ids.includes(id)).length / theirs.ids.length)
    }
    const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
    if (reference === undefined) return
    console.log(`engine ${engine.name}: top 10 by relevance, ${shares.length} questions, overlap ${mean.toFixed(3)}`)
    expect(mean).toBeGreaterThanOrEqual(0.8)
  })

  it('lists newest first, by day and minute', async () => {
    const moment = new Map(items.map(({ id, publishedAt }) => [id, publishedAt.slice(0, 16).padEnd(16, 'T00:00')]))
    const { ids } = await ground.engine.search(ask(), TEST_NOW)
    const moments = ids.map((id) => moment.get(id) ?? '')
    expect(moments).toEqual(moments.toSorted().reverse())
  })

  it('sorts by the soonest deadline still ahead, and by the highest pay', async () => {
    const byId = new Map(items.map((item) => [item.id, item]))
    const soon = await ground.engine.search(ask({ kind: 'job', sort: 'deadline' }), TEST_NOW)
    const ends = soon.ids.map((id) => byId.get(id)?.closesAt ?? 'none')
    expect(ends[0]).toBe('2026-11-20')
    expect(ends.indexOf('none')).toBeGreaterThan(ends.lastIndexOf('2026-12-05T17:00:00+08:00'))
    const rich = await ground.engine.search(ask({ kind: 'job', sort: 'pay' }), TEST_NOW)
    const pays = rich.ids.map((id) => byId.get(id)?.job?.pay?.max ?? -1)
    expect(pays).toEqual(pays.toSorted((a, b) => b - a))
  })

  it.each(['', 'x', 'new.0.1.0.0.0', '../..', 'new.1e5', '99999999999999999999'])(
    'refuses the cursor %j as the asker’s mistake',
    async (cursor) => {
      await expect(ground.engine.search(ask({ cursor }), TEST_NOW)).rejects.toThrow(QueryError)
    },
  )

  it('refuses the cursor of another question', async () => {
    const { next } = await ground.engine.search(ask({ limit: 1 }), TEST_NOW)
    await expect(ground.engine.search(ask({ kind: 'job', cursor: next }), TEST_NOW)).rejects.toThrow(QueryError)
    await expect(ground.engine.search(ask({ limit: 2, cursor: next }), TEST_NOW)).resolves.toBeDefined()
  })
}
