/// <reference types="@cloudflare/vitest-plugin/types" />
/// <reference types="vite/types/importMeta.d.ts" />
import { applyD1Migrations, type D1Migration, env } from 'cloudflare:test'
import { type D1, fromD1 } from '../adapters/d1.ts'
import type { MakeGround } from '../engines/contract-ground.ts'
import { createSqlEngine } from '../engines/sql-engine.ts'
import { INDEX_TABLES } from '../index-rows.ts'
import { readPinyin } from '../pinyin.ts'
import { querySetContract } from './query-set.contract.ts'
import { realTextContract } from './real-text.contract.ts'

const bindings = env as unknown as { DB: D1; MIGRATIONS: D1Migration[] }

/** Empty where the folder is not there. */
const bodies = import.meta.glob<string>('../../../shared/pages/body/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** One database serves all grounds, one after the other. */
const onD1: MakeGround = async (town, facetLimit) => {
  const db = fromD1(bindings.DB)
  await applyD1Migrations(bindings.DB as never, bindings.MIGRATIONS)
  await db.batch([
    ...['item', 'version', 'outbox', 'meta', ...INDEX_TABLES]
      .filter((table) => table !== 'item_fts')
      .reverse()
      .map((table) => ({ sql: `delete from ${table}` })),
    { sql: `insert into item_fts (item_fts) values ('delete-all')` },
  ])
  return { db, engine: createSqlEngine(db, { facetLimit, town, readings: readPinyin }) }
}

querySetContract('D1 in workerd', onD1)
realTextContract('D1 in workerd', onD1, Object.values(bodies), { share: 0.25 })
