/** Towns on a real search server, for tests: each ground an index of its own, taken away afterwards. */

import { fileURLToPath } from 'node:url'
import type { SqlDatabase } from '../../../../domain/ports.ts'
import type { Town } from '../../../../domain/town.ts'
import { migrate, openSqlite } from '../../../adapters/node-sqlite.ts'
import { readPinyin } from '../../../pinyin.ts'
import type { RemoteEngine, SearchEngine } from '../../engine.ts'
import { createSqlEngine, type SqlEngine } from '../../sql-engine.ts'
import { openMeili } from '../client.ts'
import { createMeiliEngine } from '../meili-engine.ts'

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** Of a server for tests, which may be emptied: MEILI_URL, and MEILI_MASTER_KEY where it has one. */
export const MEILI_URL: string | undefined = process.env.MEILI_URL || undefined
export const MEILI_KEY: string | undefined = process.env.MEILI_MASTER_KEY || process.env.MEILI_WRITE_KEY || undefined

export interface MeiliTestGround {
  db: SqlDatabase
  sql: SqlEngine
  remote: RemoteEngine
  /** Asks the server alone; publishes to both. */
  engine: SearchEngine
  exact: true
  reference: SearchEngine
}

const made: { url: string; index: string }[] = []

export async function meiliGround(
  town: Town,
  { url = MEILI_URL ?? '', index = freshIndex() } = {},
): Promise<MeiliTestGround> {
  const db = openSqlite(':memory:')
  await migrate(db, folder)
  const sql = createSqlEngine(db, { facetLimit: 5_000, town, readings: readPinyin })
  made.push({ url, index })
  const remote = createMeiliEngine(db, { url, key: MEILI_KEY, town, index })
  await remote.apply()
  const engine: SearchEngine = {
    name: 'meilisearch',
    search: (query, at) => remote.search(query, at),
    publish: async (items, at) => {
      await sql.publish(items, at)
      await remote.publish(items, at)
    },
    remove: async (ids) => {
      await sql.remove(ids)
      await remote.remove(ids)
    },
  }
  return { db, sql, remote, engine, exact: true, reference: sql }
}

let count = 0
function freshIndex(): string {
  count += 1
  return `gulou_test_${process.pid}_${Date.now().toString(36)}_${count}`
}

export async function removeTestIndexes(): Promise<void> {
  for (const { url, index } of made.splice(0)) {
    const client = openMeili({ url, key: MEILI_KEY })
    for (const name of [index, `${index}_next`]) await client.deleteIndexIfExists(name)
  }
}
