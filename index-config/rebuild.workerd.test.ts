/// <reference types="@cloudflare/vitest-plugin/types" />
import { applyD1Migrations, type D1Migration, env } from 'cloudflare:test'
import { type D1, fromD1 } from './adapters/d1.ts'
import { createSqlEngine } from './engines/sql-engine.ts'
import { INDEX_TABLES } from './index-rows.ts'
import { rebuildContract } from './rebuild.contract.ts'
import { testTown } from './testing.ts'

const bindings = env as unknown as { DB: D1; MIGRATIONS: D1Migration[] }

/** One database serves all grounds, one after the other. */
rebuildContract(async () => {
  const db = fromD1(bindings.DB)
  await applyD1Migrations(bindings.DB as never, bindings.MIGRATIONS)
  await db.batch([
    ...['version', 'item', 'outbox', 'story_due', 'meta', ...INDEX_TABLES]
      .filter((table) => table !== 'item_fts')
      .map((table) => ({ sql: `delete from ${table}` })),
    { sql: `insert into item_fts (item_fts) values ('delete-all')` },
  ])
  return { db, engine: createSqlEngine(db, { facetLimit: 1_000, town: testTown() }) }
})
