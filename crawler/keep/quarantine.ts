/**
 * What was read and is not believed (F10, F11): the old stays as it is, the new waits here until a person says that it
 * is right, or until the site says again what it said before.
 */
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { AT_ONCE } from './pages.ts'

export interface Quarantined {
  source: string
  /** Of the list or the page. */
  url: string
  what: 'list' | 'page'
  why: string
  /** ISO instant of the last reading. */
  at: string
  /** Field → what stands now; absent fields were never known. */
  before: Record<string, unknown>
  /** Field → what was read. */
  after: Record<string, unknown>
}

interface Row extends Omit<Quarantined, 'before' | 'after'> {
  before: string
  after: string
}

/** All of a town, or of one source; lists before pages, then by address. What was released and not yet read again is left out. */
export async function listQuarantine(db: SqlDatabase, slug?: string): Promise<Quarantined[]> {
  const rows = await db.all<Row>(
    `select source, url, what, why, at, before, after from quarantine
      where released = 0 and (?1 is null or source = ?1) order by source, what, url`,
    [slug ?? null],
  )
  return rows.map((row) => ({ ...row, before: JSON.parse(row.before), after: JSON.parse(row.after) }))
}

/**
 * Believes what the source says now: the next crawl takes it as it is, and its yield is measured anew. Answers how many
 * lists and pages that is.
 */
export async function releaseQuarantine(db: SqlDatabase, slug: string): Promise<number> {
  const waiting = await listQuarantine(db, slug)
  const held = 'select url from quarantine where source = ?1'
  await db.batch([
    {
      sql: `update page set next_at = ?2, hash = null, etag = null, last_modified = null, yields = null, entries = 0,
        fails = 0 where source = ?1 and url in (${held})`,
      params: [slug, AT_ONCE],
    },
    { sql: 'update quarantine set released = 1 where source = ?1', params: [slug] },
  ])
  return waiting.length
}

/** True when a person said that whatever this page says now is right. */
export async function isReleased(db: SqlDatabase, source: string, url: string): Promise<boolean> {
  const sql = 'select 1 from quarantine where source = ?1 and url = ?2 and released = 1'
  return (await db.all(sql, [source, url])).length > 0
}

/** True when this reading is waiting already. */
export async function isQuarantined(db: SqlDatabase, source: string, url: string): Promise<boolean> {
  return (await db.all('select 1 from quarantine where source = ?1 and url = ?2', [source, url])).length > 0
}

export function quarantineStatement(entry: Quarantined & { hash: string | null }): SqlStatement {
  return {
    sql: `insert or replace into quarantine (source, url, what, why, at, before, after, hash)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    params: [
      entry.source,
      entry.url,
      entry.what,
      entry.why,
      entry.at,
      JSON.stringify(entry.before),
      JSON.stringify(entry.after),
      entry.hash,
    ],
  }
}

/** What is said now is believed, so nothing waits. */
export function clearQuarantineStatement(source: string, url: string): SqlStatement {
  return { sql: 'delete from quarantine where source = ?1 and url = ?2', params: [source, url] }
}
