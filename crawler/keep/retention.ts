/**
 * Which raw bytes stay. Those of a page, a part, a file or a quarantine as they are known now stay as long as they are
 * known; others go when nothing has named them for the days that the town allows.
 */
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { getMeta, setMeta } from '../../index-config/store/meta.ts'
import { DAY_MS } from '../due.ts'

const NAMED = `exists (select 1 from page p where p.hash = c.hash)
  or exists (select 1 from attachment a where a.hash = c.hash)
  or exists (select 1 from quarantine q where q.hash = c.hash)
  or exists (select 1 from page p, json_each(p.parts) j where p.parts is not null and p.role = 'detail'
    and j.value ->> 'hash' = c.hash)`

const DONE_KEY = 'captures_swept_at'

/** Once a day; answers how many captures went. `days`: how long bytes stay that nothing names. */
export async function sweepCaptures(db: SqlDatabase, days: number, now: Date): Promise<number> {
  const last = await getMeta(db, DONE_KEY)
  if (last !== undefined && Math.abs(now.getTime() - Date.parse(last)) < DAY_MS) return 0
  const oldest = new Date(now.getTime() - days * DAY_MS).toISOString()
  const results = await db.batch([...sweepStatements(now.toISOString(), oldest), setMeta(DONE_KEY, now.toISOString())])
  return results[2]?.length ?? 0
}

function sweepStatements(now: string, oldest: string): SqlStatement[] {
  return [
    { sql: `update capture as c set unused_since = null where unused_since is not null and (${NAMED})` },
    { sql: `update capture as c set unused_since = ?1 where unused_since is null and not (${NAMED})`, params: [now] },
    { sql: 'delete from capture where unused_since <= ?1 returning hash', params: [oldest] },
  ]
}
