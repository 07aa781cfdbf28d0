/// <reference types="@cloudflare/vitest-plugin/types" />
/// <reference types="vite/types/importMeta.d.ts" />
import { applyD1Migrations, type D1Migration, env } from 'cloudflare:test'
import { describe, expect } from 'vitest'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { type D1, fromD1 } from '../adapters/d1.ts'
import { describeEngine } from './engine.contract.ts'
import { createSqlEngine } from './sql-engine.ts'

const bindings = env as unknown as { DB: D1; MIGRATIONS: D1Migration[] }

const TABLES = ['item', 'version', 'outbox', 'pin', 'source', 'meta', 'facet', 'facet_count', 'item_text']

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
  describeEngine(async (town, facetLimit) => {
    const db = measured(fromD1(bindings.DB))
    last = last.then(() => emptyDatabase(db))
    await last
    return { db, engine: createSqlEngine(db, { facetLimit, town }) }
  }, naughty)
})

/** One database serves all grounds, one after the other. */
async function emptyDatabase(db: SqlDatabase): Promise<void> {
  await applyD1Migrations(bindings.DB as never, bindings.MIGRATIONS)
  await db.batch([
    ...TABLES.toReversed().map((table) => ({ sql: `delete from ${table}` })),
    { sql: `insert into item_fts (item_fts) values ('delete-all')` },
  ])
}
