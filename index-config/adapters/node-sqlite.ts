/** The one file that knows node:sqlite. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { SqlDatabase, SqlValue } from '../../domain/ports.ts'

export interface SqliteDatabase extends SqlDatabase {
  close(): void
  /** Several statements at once, no parameters, no answer. */
  exec(sql: string): void
}

type Row = Record<string, SqlValue>
const KEPT_STATEMENTS = 200
/** Pages of the log before it is copied back (16 MB), and of the cache (8 MB): a crawl writes the same pages of its indexes over and over. */
const PRAGMAS =
  'pragma journal_mode = wal; pragma synchronous = normal; pragma wal_autocheckpoint = 4000; pragma cache_size = -8000'

/**
 * Opens or makes the file (`:memory:` for none). WAL, so that readers go on while one process writes;
 * a second writer waits up to five seconds. `readOnly` for those who only look: the file must be there. The work itself is synchronous, so one batch is never
 * interleaved with another of the same process.
 */
export function openSqlite(path: string, { readOnly = false }: { readOnly?: boolean } = {}): SqliteDatabase {
  const db = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true, readOnly })
  if (!readOnly) db.exec(PRAGMAS)
  const prepare = statementsOf(db)
  const run = (sql: string, params: SqlValue[] = []) => prepare(sql).all(...params) as Row[]
  return {
    all: async <R>(sql: string, params?: SqlValue[]) => run(sql, params) as R[],
    batch: async (statements) => transaction(db, () => statements.map(({ sql, params }) => run(sql, params))),
    exec: (sql) => db.exec(sql),
    close: () => db.close(),
  }
}

/** Preparing costs more than a short query, so the last used statements are kept. */
function statementsOf(db: DatabaseSync): (sql: string) => StatementSync {
  const kept = new Map<string, StatementSync>()
  return (sql) => {
    const statement = kept.get(sql) ?? db.prepare(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    const oldest = kept.keys().next().value
    if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest)
    return statement
  }
}

function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin immediate')
  try {
    const result = work()
    db.exec('commit')
    return result
  } catch (error) {
    // SQLite has rolled back by itself on a full disk and the like.
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}

/**
 * Applies the `.sql` files of the folders that this file has not seen, in order of name, each whole or
 * not at all; answers the names applied. The table is the one that `wrangler d1 migrations apply` keeps;
 * files of the second and later folders carry their folder's name (`keep/0001_init.sql`).
 */
export async function migrate(db: SqliteDatabase, ...folders: string[]): Promise<string[]> {
  db.exec(`create table if not exists d1_migrations (
    id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)`)
  const applied: string[] = []
  for (const { name, sql } of folders.flatMap(migrationsIn)) {
    const known = await db.all('select 1 from d1_migrations where name = ?1', [name])
    if (known.length > 0) continue
    if (applyOne(db, name, sql)) applied.push(name)
  }
  return applied
}

/** Names of the files that `migrate` would apply. Writes nothing. */
export async function pendingMigrations(db: SqliteDatabase, ...folders: string[]): Promise<string[]> {
  const tables = await db.all(`select 1 from sqlite_schema where name = 'd1_migrations'`)
  const rows = tables.length === 0 ? [] : await db.all<{ name: string }>('select name from d1_migrations')
  const known = new Set(rows.map(({ name }) => name))
  return folders.flatMap(migrationsIn).flatMap(({ name }) => (known.has(name) ? [] : [name]))
}

function migrationsIn(folder: string, index: number): { name: string; sql: string }[] {
  const path = resolve(folder)
  // crawler/keep/migrations is told apart by "keep".
  const prefix = index === 0 ? '' : `${basename(dirname(path))}/`
  const names = readdirSync(path).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => ({ name: prefix + name, sql: readFileSync(join(path, name), 'utf8') }))
}

/** False when another process has applied it since we looked: its name is taken first, under the lock. */
function applyOne(db: SqliteDatabase, name: string, sql: string): boolean {
  db.exec('begin immediate')
  try {
    db.exec(`insert into d1_migrations (name) values ('${name.replaceAll("'", "''")}')`)
    db.exec(sql)
    db.exec('commit')
    return true
  } catch (cause) {
    db.exec('rollback')
    if (String(cause).includes('d1_migrations.name')) return false
    throw new Error(`migration ${name} failed`, { cause })
  }
}
