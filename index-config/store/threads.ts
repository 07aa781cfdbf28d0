/** Recruitment threads in SQL: the notices of one, and what the later ones do to its calls. */
import type { ThreadEntry } from '../../domain/api.ts'
import { STAGES } from '../../domain/item.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { effectsOf, type ThreadNotice } from '../../domain/thread-effects.ts'

/** A recruitment of years of rounds is cut at its newest notices. */
const MOST_ENTRIES = 50

/** Shown notices of a thread, oldest first; of one day in the order in which a candidate meets them. */
export async function getThread(db: SqlDatabase, thread: string): Promise<ThreadEntry[]> {
  const rows = await db.all<Omit<ThreadEntry, 'stage'> & { stage: ThreadEntry['stage'] | null }>(
    `select id, title, stage, published as publishedAt, url from item
      where thread = ?1 and parent is null and state = 'shown' order by n desc limit ?2`,
    [thread, MOST_ENTRIES],
  )
  const entries = rows.map(({ stage, ...row }): ThreadEntry => ({ ...row, ...(stage !== null && { stage }) }))
  const placeOf = ({ stage }: ThreadEntry) => (stage === undefined ? STAGES.length : STAGES.indexOf(stage))
  return entries.sort(
    (a, b) =>
      compare(a.publishedAt.slice(0, 10), b.publishedAt.slice(0, 10)) ||
      placeOf(a) - placeOf(b) ||
      compare(a.publishedAt, b.publishedAt) ||
      compare(a.id, b.id),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface NoticeRow {
  id: string
  source: string
  stage: ThreadNotice['stage'] | null
  published: string
  closes: string | null
  thread: string | null
  text: string | null
}

/**
 * Says of every call in the threads of these items, and in those that they belonged to before, what happened to it;
 * of its positions too, but for those that state an end of their own. Rows that say so already are left alone.
 */
export async function threadStatements(db: SqlDatabase, ids: readonly string[], at: Date): Promise<SqlStatement[]> {
  const notices = await noticesAround(db, ids)
  const threads = Map.groupBy(notices, ({ thread }) => thread)
  const rows = [...threads].flatMap(([thread, members]) => {
    const effects = thread === null ? new Map() : effectsOf(members.map(toNotice))
    return members.map(({ id }) => {
      const { cancelledBy = null, extended } = effects.get(id) ?? {}
      return [id, cancelledBy, extended?.by ?? null, extended?.closesAt ?? null]
    })
  })
  return rows.length === 0 ? [] : effectStatements(JSON.stringify(rows), at)
}

/** The items themselves, and everyone in a thread with one of them or with a call that one of them spoke of. */
async function noticesAround(db: SqlDatabase, ids: readonly string[]): Promise<NoticeRow[]> {
  const live = `i.parent is null and i.kind = 'job' and i.state in ('shown', 'merged')`
  const columns = `i.id, i.source, i.stage, i.published, i.closes, i.thread,
    case i.stage when 'amendment' then i.title || char(10) || (i.doc ->> '$.body') end as text`
  return db.all<NoticeRow>(
    `with asked as (select value as id from json_each(?1)),
      touched as (
        select i.id, i.thread from asked cross join item i on i.id = asked.id
        union select i.id, i.thread from asked cross join item i on i.cancelled_by = asked.id
        union select i.id, i.thread from asked cross join item i on i.extended_by = asked.id)
      select ${columns} from touched cross join item i on i.id = touched.id where ${live}
      union select ${columns} from (select distinct thread from touched where thread is not null) t
        cross join item i on i.thread = t.thread where ${live}`,
    [JSON.stringify(ids)],
  )
}

function toNotice({ id, source, stage, published, closes, text }: NoticeRow): ThreadNotice {
  return {
    id,
    source,
    publishedAt: published,
    ...(stage !== null && { stage }),
    ...(closes !== null && { closesAt: closes }),
    ...(text !== null && { text }),
  }
}

/** `rows`: JSON list of [id, cancelled_by, extended_by, extended_to]. */
function effectStatements(rows: string, at: Date): SqlStatement[] {
  const kept = '(i.cancelled_by, i.extended_by, i.extended_to)'
  const said = `(j.value ->> 1, j.value ->> 2, j.value ->> 3)`
  const ownEnd = 'i.closes is not (select p.closes from item p where p.id = i.parent)'
  const saidOfPosition = `(j.value ->> 1, case when ${ownEnd} then null else j.value ->> 2 end,
    case when ${ownEnd} then null else j.value ->> 3 end)`
  return [
    { join: 'i.id = j.value ->> 0', said },
    { join: 'i.parent = j.value ->> 0', said: saidOfPosition },
  ].flatMap(({ join, said }) => [
    {
      sql: `insert into outbox (item_id, at) select i.id, ?2 from json_each(?1) j cross join item i on ${join}
        where ${kept} is not ${said}`,
      params: [rows, at.toISOString()],
    },
    {
      sql: `update item as i set (cancelled_by, extended_by, extended_to) = ${said}
        from json_each(?1) j where ${join} and ${kept} is not ${said}`,
      params: [rows],
    },
  ])
}
