/// <reference types="@cloudflare/vitest-plugin/types" />
/// <reference types="vite/types/importMeta.d.ts" />
import { applyD1Migrations, type D1Migration, env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import type { ItemQuery } from '../../domain/query.ts'
import { type D1, fromD1 } from '../adapters/d1.ts'
import { mergeContract } from '../merge.contract.ts'
import { keepAll, TEST_NOW, testCorpus, testTown } from '../testing.ts'
import { describeEngine } from './engine.contract.ts'
import { createSqlEngine } from './sql-engine.ts'

const bindings = env as unknown as { DB: D1; MIGRATIONS: D1Migration[] }

const TABLES = [
  'item',
  'version',
  'outbox',
  'pin',
  'source',
  'meta',
  'facet',
  'facet_count',
  'tally',
  'item_text',
  'lexicon',
]

/** Empty where the folder is not there. */
const lists = import.meta.glob<string>('../../../shared/cases/naughty.jsonl', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const naughty = Object.values(lists)
  .flatMap((list) => list.split('\n'))
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { text: string }).text)

/** Local D1 does not enforce every limit of production, so each statement is measured here. */
function measured(db: SqlDatabase): SqlDatabase {
  const check = ({ sql, params = [] }: SqlStatement) => {
    expect(params.length, sql).toBeLessThanOrEqual(100)
    expect(new TextEncoder().encode(sql).length, sql).toBeLessThanOrEqual(100_000)
    for (const value of params) if (typeof value === 'string') expect(value.length).toBeLessThan(600_000)
  }
  return {
    all: (sql, params) => {
      check({ sql, params })
      return db.all(sql, params)
    },
    batch: (statements) => {
      statements.forEach(check)
      return db.batch(statements)
    },
  }
}

describe('SQL engine on D1 in workerd', () => {
  let last: Promise<void> = Promise.resolve()
  describeEngine(
    'D1 in workerd',
    async (town, facetLimit) => {
      const db = measured(fromD1(bindings.DB))
      last = last.then(() => emptyDatabase(db))
      await last
      return { db, engine: createSqlEngine(db, { facetLimit, town }) }
    },
    naughty,
  )
})

describe('what D1 bills', () => {
  let read = 0
  /** Adds up what D1 says of each statement. */
  const add = (rows: number) => {
    read += rows
  }

  it('is at most three rows read for each item shown, however far down, and four for each match counted', async () => {
    const db = fromD1(fromMetered(bindings.DB as unknown as Metered, add))
    await emptyDatabase(db)
    const engine = createSqlEngine(db, { facetLimit: 50, town: testTown() })
    await keepAll(db, engine, testCorpus(400))
    const query: ItemQuery = { sort: 'new', limit: 20, q: '菜市场' }
    await engine.search({ ...query, q: '招聘' }, TEST_NOW)
    read = 0
    let page = await engine.search(query, TEST_NOW)
    expect(read).toBeLessThanOrEqual(4 * 50 + 3 * 20)
    for (const down of [2, 3, 4]) {
      read = 0
      page = await engine.search({ ...query, cursor: page.next }, TEST_NOW)
      expect(page.ids).toHaveLength(20)
      console.log(`D1: ${read} rows read for a list of 20, page ${down}`)
      expect(read).toBeGreaterThan(0)
      expect(read).toBeLessThanOrEqual(3 * 20)
    }
  })
})

describe('merging on D1', () => {
  mergeContract(async () => {
    const db = fromD1(bindings.DB)
    await emptyDatabase(db)
    return { db, engine: createSqlEngine(db, { facetLimit: 50, town: testTown() }) }
  })
})

interface Answer {
  results: unknown[]
  meta: { rows_read: number }
}
interface MeteredStatement {
  bind(...values: unknown[]): MeteredStatement
  all(): Promise<Answer>
}
interface Metered {
  prepare(sql: string): MeteredStatement
  batch(statements: MeteredStatement[]): Promise<Answer[]>
}

function fromMetered(d1: Metered, add: (rows: number) => void): D1 {
  const told = (answer: Answer) => {
    add(answer.meta.rows_read)
    return answer
  }
  const wrap = (statement: MeteredStatement): MeteredStatement => ({
    ...{ own: statement },
    bind: (...values) => wrap(statement.bind(...values)),
    all: async () => told(await statement.all()),
  })
  return {
    prepare: (sql) => wrap(d1.prepare(sql)),
    batch: async (statements) => {
      const own = statements.map((statement) => (statement as unknown as { own: MeteredStatement }).own)
      return (await d1.batch(own)).map(told)
    },
  }
}

/** One database serves all grounds, one after the other. */
async function emptyDatabase(db: SqlDatabase): Promise<void> {
  await applyD1Migrations(bindings.DB as never, bindings.MIGRATIONS)
  await db.batch([
    ...TABLES.toReversed().map((table) => ({ sql: `delete from ${table}` })),
    { sql: `insert into item_fts (item_fts) values ('delete-all')` },
  ])
}
