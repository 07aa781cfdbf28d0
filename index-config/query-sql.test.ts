import { beforeAll, describe, expect, it } from 'vitest'
import type { SqlDatabase, SqlStatement } from '../domain/ports.ts'
import type { ItemQuery } from '../domain/query.ts'
import { testGround } from './adapters/node-testing.ts'
import type { SqlEngine } from './engines/sql-engine.ts'
import { createSqlEngine } from './engines/sql-engine.ts'
import { keepAll, TEST_NOW, testCorpus } from './testing.ts'

const QUESTIONS: Partial<ItemQuery>[] = [
  {},
  { q: '招聘' },
  { q: '招聘 会计' },
  { region: '9901', kind: 'job', position: '5414-guard' },
  { q: '志愿者', region: '9901', from: '2026-10-10', to: '2026-11-12' },
  { open: true, payMin: 2_300 },
  { from: '2026-10-10' },
]
const ask = (change: Partial<ItemQuery>): ItemQuery => ({ sort: 'new', limit: 20, ...change })

describe('a list by date', () => {
  let db: SqlDatabase
  let engine: SqlEngine
  const asked: SqlStatement[] = []

  beforeAll(async () => {
    const ground = await testGround()
    await keepAll(ground.db, ground.engine, testCorpus(200))
    db = {
      batch: (statements) => ground.db.batch(statements),
      all: (sql, params) => {
        asked.push({ sql, params })
        return ground.db.all(sql, params)
      },
    }
    engine = createSqlEngine(db, { facetLimit: 50, town: ground.engine.town })
    await engine.search(ask({ q: '会计' }), TEST_NOW)
  })

  it.each(QUESTIONS)('sorts nothing and reads no table from end to end: %j', async (change) => {
    asked.length = 0
    const { next } = await engine.search(ask({ ...change, limit: 2 }), TEST_NOW)
    await engine.search(ask({ ...change, limit: 2, cursor: next }), TEST_NOW)
    for (const { sql, params } of [...asked]) {
      const plan = await db.all<{ detail: string }>(`explain query plan ${sql}`, params)
      const steps = plan.map(({ detail }) => detail)
      expect(steps.join('\n')).not.toMatch(/TEMP B-TREE FOR ORDER BY/)
      // Of what was just looked up, of a JSON list, or down the order of dates with a limit.
      for (const step of steps.filter((step) => step.startsWith('SCAN')))
        expect(step).toMatch(/^SCAN (m|match|f|CONSTANT ROW|\(subquery|c(?!\w))/)
    }
  })

  it('takes as many statements however many items match', async () => {
    const counts: number[] = []
    for (const q of ['招聘', '白鹭 会计 3号线', '菜市场 门卫']) {
      asked.length = 0
      await engine.search(ask({ q, limit: 50 }), TEST_NOW)
      counts.push(asked.length)
    }
    expect(new Set(counts).size).toBe(1)
    expect(counts[0]).toBeLessThanOrEqual(4)
  })

  it('counts once for all pages and orders of a question, and again after a change', async () => {
    const tallies = () => asked.filter(({ sql }) => sql.includes('group_concat')).length
    const query = ask({ q: '招聘', kind: 'job', limit: 1 })
    asked.length = 0
    const first = await engine.search(query, TEST_NOW)
    const second = await engine.search({ ...query, cursor: first.next }, TEST_NOW)
    const other = await engine.search({ ...query, sort: 'pay' }, TEST_NOW)
    expect(tallies()).toBe(1)
    expect(second.ids).not.toEqual(first.ids)
    expect([second.facets, other.total]).toEqual([first.facets, first.total])
    asked.length = 0
    await engine.remove(first.ids)
    const after = await engine.search(query, TEST_NOW)
    expect(after.total.n).toBe(first.total.n - 1)
    expect(tallies()).toBe(1)
  })

  it('never keeps counts of what is open, which the time changes', async () => {
    const open = async (at: string) => (await engine.search(ask({ open: true }), new Date(at))).total.n
    const before = await open('2026-11-20T00:00:00Z')
    expect(await open('2027-06-01T00:00:00Z')).toBeLessThan(before)
  })
})
