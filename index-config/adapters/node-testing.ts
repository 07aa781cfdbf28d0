/** An empty migrated database in memory, for tests on Node. */
import { fileURLToPath } from 'node:url'
import { createSqlEngine, type SqlEngine } from '../engines/sql-engine.ts'
import { testTown } from '../testing.ts'
import { migrate, openSqlite, type SqliteDatabase } from './node-sqlite.ts'

const folder = fileURLToPath(new URL('../migrations', import.meta.url))

export async function testGround(): Promise<{ db: SqliteDatabase; engine: SqlEngine }> {
  const db = openSqlite(':memory:')
  await migrate(db, folder)
  return { db, engine: createSqlEngine(db, { facetLimit: 5_000, town: testTown() }) }
}
