import { describe, expect, it } from 'vitest'
import type { SqlValue } from '../domain/ports.ts'
import { openSqlite } from './adapters/node-sqlite.ts'
import type { Alternative } from './analyse.ts'
import type { Terms } from './question.ts'
import { type Candidate, RANKS, SQL_RANKS } from './rank.ts'
import { seeded } from './testing.ts'

const WORDS = ['保安', '门卫', '招聘', '会计', '3号线', 'wi', '安', '聘会']
const AT = 1_800_000_000

describe('an order', () => {
  const random = seeded(3)
  const below = (limit: number) => Math.floor(random() * limit)
  const some = <T>(values: readonly T[]): T => values[below(values.length)] as T
  const way = (): Alternative => ({
    tokens: [],
    prefixes: [],
    normal: some(WORDS),
    ...(below(3) === 0 && { guessed: true }),
  })
  const terms = (): Terms => Array.from({ length: below(4) }, () => Array.from({ length: 1 + below(3) }, way))
  const candidate = (n: number): Candidate => ({
    n,
    id: `i${n}`,
    t: Array.from({ length: below(5) }, () => some(WORDS)).join(some(['', ' '])),
    deadline: some([null, AT - 1, AT, AT + 1, AT + below(1_000_000)]),
    pay_max: some([null, 0, 3_000, below(50_000)]),
    guessed: below(2),
  })

  it('is the same whether rows are ranked at hand or in SQL, and a whole number', async () => {
    const db = openSqlite(':memory:')
    for (let turn = 0; turn < 400; turn += 1) {
      const row = candidate(turn)
      const asked = terms()
      for (const sort of ['relevance', 'deadline', 'pay'] as const) {
        if (sort === 'relevance' && asked.length === 0) continue
        const params: SqlValue[] = [row.t, row.deadline, row.pay_max, row.guessed]
        const key = SQL_RANKS[sort].key(asked, AT, (value) => `?${params.push(value)}`, 'x.guessed')
        const sql = `select ${key} as key from (select ?1 as t, ?4 as guessed) x cross join (select ?2 as deadline, ?3 as pay_max) c`
        const [found] = await db.all<{ key: number }>(sql, params)
        expect(found?.key, JSON.stringify([sort, row, asked])).toBe(RANKS[sort](row, asked, AT))
        expect(Number.isSafeInteger(found?.key)).toBe(true)
      }
    }
  })
})
