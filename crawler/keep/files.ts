/** Files that articles link to: what was asked for, what came, and when a failed one is tried again. */
import type { SqlDatabase, SqlStatement, SqlValue } from '../../domain/ports.ts'

/** Columns of `attachment` (0002_keep.sql says what each means); instants are ISO, UTC. */
export interface FileRow {
  source: string
  /** First canonical address of the page that links to it. */
  page: string
  url: string
  hash: string | null
  content_type: string | null
  etag: string | null
  last_modified: string | null
  problem: string | null
  fails: number
  next_at: string | null
  checked_at: string | null
}

export function newFile(source: string, page: string, url: string): FileRow {
  const unknown = { hash: null, content_type: null, etag: null, last_modified: null, problem: null, checked_at: null }
  return { source, page, url, ...unknown, fails: 0, next_at: null }
}

/** Files of a page by address. */
export async function filesOf(db: SqlDatabase, source: string, page: string): Promise<Map<string, FileRow>> {
  const rows = await db.all<FileRow>('select * from attachment where source = ?1 and page = ?2', [source, page])
  return new Map(rows.map((row) => [row.url, row]))
}

/** The files that a page links to now, and no others. */
export function putFiles(source: string, page: string, rows: readonly FileRow[]): SqlStatement[] {
  const kept = JSON.stringify(rows.map(({ url }) => url))
  return [
    {
      sql: `delete from attachment where source = ?1 and page = ?2 and url not in (select value from json_each(?3))`,
      params: [source, page, kept],
    },
    ...rows.map(putFile),
  ]
}

function putFile(row: FileRow): SqlStatement {
  const columns = Object.keys(row)
  return {
    sql: `insert or replace into attachment (${columns.join(', ')}) values (${columns.map((_, at) => `?${at + 1}`).join(', ')})`,
    params: Object.values(row) as SqlValue[],
  }
}
