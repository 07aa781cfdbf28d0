/** The corpus in a file of the system's temporary folder, made once for each shape of the index and used again. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, openSqlite, type SqliteDatabase } from '../../index-config/adapters/node-sqlite.ts'
import { ANALYSER_VERSION } from '../../index-config/analyse.ts'
import { createSqlEngine, type SqlEngine } from '../../index-config/engines/sql-engine.ts'
import { mergeIndex } from '../../index-config/merge.ts'
import { keepStatements } from '../../index-config/store/items.ts'
import { BENCH_NOW, benchItem, benchTown, GENERATOR_VERSION } from './town.ts'

const MIGRATIONS = fileURLToPath(new URL('../../index-config/migrations', import.meta.url))
const BATCH = 500
/** Fast and unsafe: a file that was cut short is thrown away. */
const FILLING = 'pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000'

/** Path of the database of `count` items. Made under another name first, so that one cut short is never taken for whole. */
export async function preparedDatabase(count: number, say: (line: string) => void): Promise<string> {
  const folder = join(tmpdir(), 'gulou-bench-search')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${count}-${await shapeOfIndex()}.sqlite`)
  if (existsSync(path)) return path
  await removeOlder(folder, count)
  const started = performance.now()
  await rm(`${path}.part`, { force: true })
  await fill(`${path}.part`, count, say)
  await rename(`${path}.part`, path)
  const seconds = (performance.now() - started) / 1_000
  const { size } = await stat(path)
  say(`${count} items kept and indexed in ${seconds.toFixed(0)} s, ${(size / 2 ** 20).toFixed(0)} MB`)
  return path
}

async function shapeOfIndex(): Promise<string> {
  const hash = createHash('sha256').update(`${ANALYSER_VERSION} ${GENERATOR_VERSION}`)
  for (const name of (await readdir(MIGRATIONS)).sort()) hash.update(await readFile(join(MIGRATIONS, name)))
  return hash.digest('hex').slice(0, 12)
}

async function removeOlder(folder: string, count: number): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(`${count}-`)) await rm(join(folder, name), { force: true })
}

async function fill(path: string, count: number, say: (line: string) => void): Promise<void> {
  const db = openSqlite(path)
  await migrate(db, MIGRATIONS)
  db.exec(FILLING)
  const engine = createSqlEngine(db, { facetLimit: 5_000, town: benchTown() })
  for (let from = 0; from < count; from += BATCH) {
    await keepAndPublish(db, engine, { from, to: Math.min(from + BATCH, count), count })
    if (from % 50_000 === 0 && from > 0) say(`${from} of ${count} items`)
  }
  // As a night leaves it.
  await mergeIndex(db)
  db.exec('pragma journal_mode = wal')
  db.close()
}

/** As a crawl keeps and publishes, in one transaction; what waits for comparing is left out, since nothing here compares. */
export async function keepAndPublish(
  db: SqliteDatabase,
  engine: SqlEngine,
  { from, to, count }: { from: number; to: number; count: number },
): Promise<void> {
  const items = Array.from({ length: to - from }, (_, at) => benchItem(from + at, count))
  await db.batch(items.flatMap((item) => keepStatements(item, undefined)))
  await db.batch([
    ...(await engine.publishStatements(items, BENCH_NOW)),
    { sql: 'delete from outbox' },
    { sql: 'delete from story_due' },
  ])
}
