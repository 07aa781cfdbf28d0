/** State of every address a source led us to. Rows are read here and written only as statements of a batch. */
import type { SqlDatabase, SqlStatement, SqlValue } from '../../domain/ports.ts'

type PageStatus = 'waiting' | 'ok' | 'gone' | 'alias' | 'dropped'

/** Columns of `page` (the migrations say what each means); instants are ISO, UTC. */
export interface PageRow {
  source: string
  url: string
  role: 'list' | 'detail'
  status: PageStatus
  etag: string | null
  last_modified: string | null
  hash: string | null
  entry_hash: string | null
  title: string | null
  list_date: string | null
  list: string | null
  on_page: string | null
  position: number | null
  item_id: string | null
  unfinished: number
  entries: number
  /** Where the entries of a list are whose own page is an empty frame. */
  feed: string | null
  first_at: string
  checked_at: string | null
  whole_at: string | null
  next_at: string | null
  visits: number
  fails: number
  last_cause: string | null
  missing_since: string | null
  read_url: string | null
  content_type: string | null
  parts: string | null
  reader: string | null
  text_hash: string | null
  yields: string | null
  resume: string | null
  walked_at: string | null
  shown_as: string | null
}

/** A row that nothing is known of yet. */
export function newPage(source: string, url: string, role: PageRow['role'], at: string): PageRow {
  const unknown = {
    etag: null,
    last_modified: null,
    hash: null,
    entry_hash: null,
    title: null,
    list_date: null,
    list: null,
    on_page: null,
    position: null,
    item_id: null,
    checked_at: null,
    whole_at: null,
    last_cause: null,
    missing_since: null,
    read_url: null,
    content_type: null,
    parts: null,
    reader: null,
    text_hash: null,
    yields: null,
    resume: null,
    walked_at: null,
    shown_as: null,
  }
  return {
    source,
    url,
    role,
    status: 'waiting',
    ...unknown,
    unfinished: 0,
    entries: 0,
    feed: null,
    first_at: at,
    next_at: at,
    visits: 0,
    fails: 0,
  }
}

export async function getPage(db: SqlDatabase, source: string, url: string): Promise<PageRow | undefined> {
  const [row] = await db.all<PageRow>('select * from page where source = ?1 and url = ?2', [source, url])
  return row
}

/** The pages that these addresses lead to, by address; an address that a page has moved to leads to it too. */
export async function findPages(db: SqlDatabase, source: string, urls: string[]): Promise<Map<string, PageRow>> {
  const rows = await db.all<PageRow & { asked: string }>(
    `select j.value as asked, p.* from json_each(?2) j
       left join alias a on a.source = ?1 and a.url = j.value
       join page p on p.source = ?1 and p.url = coalesce(a.page, j.value)`,
    [source, JSON.stringify(urls)],
  )
  return new Map(rows.map(({ asked, ...row }) => [asked, row]))
}

/** As `next_at`: before anything else. For pages that left their list, which may have moved to an address that is new there. */
export const AT_ONCE = '1970-01-01T00:00:00.000Z'

/**
 * Details to visit now: those that left a list, then those never read, then revisits; each by how long they wait. What
 * was never tried is due whatever the clock says, for clocks jump back.
 */
export async function dueDetails(db: SqlDatabase, source: string, now: Date, limit: number): Promise<PageRow[]> {
  return db.all<PageRow>(
    `select * from page where source = ?1 and role = 'detail'
       and (next_at <= ?2 or (status = 'waiting' and fails = 0)) and status in ('waiting', 'ok', 'gone') order by next_at = ?4 desc, status = 'waiting' desc, next_at, url limit ?3`,
    [source, now.toISOString(), limit, AT_ONCE],
  )
}

/** What a page of a list showed when it was last read, in its order. */
export async function shownOn(db: SqlDatabase, source: string, listPage: string): Promise<PageRow[]> {
  return db.all<PageRow>('select * from page where source = ?1 and on_page = ?2 order by position', [source, listPage])
}

/** True when a list of the source failed, or was not believed, when it was last asked. */
export async function hasFailingList(db: SqlDatabase, source: string): Promise<boolean> {
  const sql = `select 1 from page where source = ?1 and role = 'list' and fails > 0 limit 1`
  return (await db.all(sql, [source])).length > 0
}

/** Other addresses of a page that the source was seen to use, oldest first by name. */
export async function aliasesOf(db: SqlDatabase, source: string, page: string): Promise<string[]> {
  const rows = await db.all<{ url: string }>('select url from alias where source = ?1 and page = ?2 order by url', [
    source,
    page,
  ])
  return rows.map(({ url }) => url)
}

/** Addresses that turned out to be other names of pages, latest first by page; with the page. */
export async function namesOf(
  db: SqlDatabase,
  source: string,
  limit: number,
): Promise<{ url: string; page: string }[]> {
  return db.all('select url, page from alias where source = ?1 limit ?2', [source, limit])
}

/** Pages of the source that stood under one of these titles. */
export async function pagesTitled(db: SqlDatabase, source: string, titles: readonly string[]): Promise<PageRow[]> {
  const sql = `select * from page where source = ?1 and role = 'detail' and status <> 'alias'
    and title in (select value from json_each(?2)) order by first_at, url`
  return db.all<PageRow>(sql, [source, JSON.stringify(titles)])
}

/** Pages of the source that read word for word alike. */
export async function pagesSaying(
  db: SqlDatabase,
  source: string,
  textHash: string,
  notUrl: string,
): Promise<PageRow[]> {
  const sql = `select * from page where source = ?1 and text_hash = ?2 and url <> ?3 and role = 'detail'
    and status <> 'alias' order by first_at, url limit 5`
  return db.all<PageRow>(sql, [source, textHash, notUrl])
}

/** Addresses that a list led to, newest first. */
export async function ledTo(db: SqlDatabase, source: string, list: string, limit: number): Promise<PageRow[]> {
  const sql = `select * from page where source = ?1 and list = ?2 and role = 'detail' and status <> 'alias'
    order by first_at desc, position limit ?3`
  return db.all<PageRow>(sql, [source, list, limit])
}

/** Pages whose kept bytes were last read by other readers than these, or under other corrections. */
export async function pagesToReread(
  db: SqlDatabase,
  source: string,
  reader: string,
  limit: number,
): Promise<PageRow[]> {
  const sql = `select p.* from page p join capture c on c.hash = p.hash where p.source = ?1 and p.role = 'detail'
    and p.status = 'ok' and (p.reader is null or p.reader <> ?2) order by p.first_at desc, p.url limit ?3`
  return db.all<PageRow>(sql, [source, reader, limit])
}

/**
 * For a clock that was ahead: visits that lie in the future count as made now, so that nothing waits for longer than
 * its interval. Undefined when there are none.
 */
export async function clockBackStatement(
  db: SqlDatabase,
  source: string,
  now: Date,
): Promise<SqlStatement | undefined> {
  const at = now.toISOString()
  const params = [source, at]
  const ahead = await db.all('select 1 from page where source = ?1 and checked_at > ?2 limit 1', params)
  if (ahead.length === 0) return undefined
  const shifted = `strftime('%Y-%m-%dT%H:%M:%fZ', ?2, printf('%+.3f seconds', (julianday(next_at) - julianday(checked_at)) * 86400.0))`
  return {
    sql: `update page set next_at = case when next_at > checked_at then ${shifted} else next_at end,
      missing_since = min(missing_since, ?2), whole_at = min(whole_at, ?2), checked_at = ?2
      where source = ?1 and checked_at > ?2`,
    params,
  }
}

/** True when anything of the source is due. */
export async function hasDueDetails(db: SqlDatabase, source: string, now: Date): Promise<boolean> {
  return (await dueDetails(db, source, now, 1)).length > 0
}

/** Puts the whole row, whatever was there. */
export function putPage(row: PageRow): SqlStatement {
  const columns = Object.keys(row)
  const values = columns.map((_, at) => `?${at + 1}`)
  return {
    sql: `insert or replace into page (${columns.join(', ')}) values (${values.join(', ')})`,
    params: Object.values(row) as SqlValue[],
  }
}

/** A further address of a page. */
export function putAlias(source: string, url: string, page: string): SqlStatement {
  const sql = 'insert into alias (source, url, page) values (?1, ?2, ?3) on conflict do update set page = excluded.page'
  return { sql, params: [source, url, page] }
}
