/** What was taken down stays away: not fetched, not kept under another address, its bytes dropped. */
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { findTakedown, takedownStatement } from '../../index-config/store/takedowns.ts'
import { dropCaptureStatement } from './capture.ts'
import { putFiles } from './files.ts'
import { type Keeping, write } from './keep.ts'
import { AT_ONCE, aliasesOf, type PageRow, putPage } from './pages.ts'

/** True when one of the addresses was taken down: then all that lead to the page are from now on. */
export async function keepTombstone(
  db: SqlDatabase,
  keeping: Keeping,
  row: PageRow,
  addresses: readonly string[],
): Promise<boolean> {
  const aliases = await aliasesOf(db, row.source, row.url)
  const all = [...new Set([...addresses, ...aliases])]
  const takedown = await findTakedown(db, all)
  if (!takedown) return false
  await write(db, keeping, [
    ...[row.url, ...all].map((url) => takedownStatement({ ...takedown, url })),
    dropCaptureStatement(row.source, row.url),
    ...putFiles(row.source, row.url, []),
    putPage({ ...row, ...BURIED, etag: null, last_modified: null }),
  ])
  return true
}

const BURIED = { status: 'dropped', next_at: null, hash: null, parts: null, last_cause: 'taken_down' } as const

/** For those whose takedown was taken back: they are looked at like pages that are new. */
export function exhumeStatement(source: string): SqlStatement {
  return {
    sql: `update page set status = 'waiting', next_at = ?2, fails = 0, last_cause = null where source = ?1
      and last_cause = 'taken_down' and not exists (select 1 from takedown t where t.url = page.url or t.item_id = page.item_id)`,
    params: [source, AT_ONCE],
  }
}

/** Pages whose address, or another name of it, was taken down since the last visit; their kept bytes are still here. */
export async function pagesTakenDown(db: SqlDatabase, source: string): Promise<PageRow[]> {
  return db.all<PageRow>(
    `select p.* from page p where p.source = ?1 and p.role = 'detail' and (p.hash is not null or p.next_at is not null)
      and (exists (select 1 from takedown t where t.url = p.url or t.item_id = p.item_id)
        or exists (select 1 from alias a join takedown t on t.url = a.url where a.source = p.source and a.page = p.url))`,
    [source],
  )
}
