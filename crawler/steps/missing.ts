/** Pages that do not come: one that is gone, and one that failed. What is kept of either stays as it is. */
import { backOffMs, DAY_MS, nextRevisit } from '../due.ts'
import { keepGone, write } from '../keep/keep.ts'
import { hasFailingList, type PageRow, putPage } from '../keep/pages.ts'
import { keepingOf, reportFailure, type Trouble, turnOf, type Visit } from './visit.ts'

/** A new address that answers 404 so many times in a row, and that no list shows, never was an item. */
const MAX_MISSES = 5
/** Nor one that a list shows for so long. */
const MISSED_MS = 30 * DAY_MS
/** After its own days a page that went is asked for so often, since sites bring pages back. */
const RARELY_MS = 30 * DAY_MS

/** Writes that a page failed: it backs off. The row is read again by whoever calls, for a second try may come late. */
export async function keepDetailFailure(visit: Visit, row: PageRow, trouble: Trouble): Promise<void> {
  const now = visit.deps.clock.now()
  const fails = row.fails + 1
  const waitMs = Math.max(backOffMs(fails, row.url), trouble.retryAfterMs ?? 0)
  const next_at = new Date(now.getTime() + waitMs).toISOString()
  const given: PageRow = { ...row, fails, next_at, checked_at: now.toISOString(), last_cause: trouble.cause }
  const never = trouble.cause === 'gone' && row.item_id === null && wasNever(row, fails, now)
  await write(visit.deps.db, keepingOf(visit), [
    putPage(never ? { ...given, status: 'dropped', next_at: null } : given),
  ])
  if (trouble.byRobots || never) visit.report.dropped.push({ url: row.url, reason: trouble.detail })
  else if (trouble.cause !== 'suspect') reportFailure(visit, row.url, trouble)
}

function wasNever(row: PageRow, fails: number, now: Date): boolean {
  const listed = row.on_page !== null && now.getTime() - Date.parse(row.first_at) < MISSED_MS
  return fails >= MAX_MISSES && !listed
}

/**
 * 404 or 410 of a known item. One says nothing; two in healthy crawls at least a day apart do. Crawls are a day apart
 * when their starts are.
 */
export async function keepMissing(visit: Visit, row: PageRow, detail: string): Promise<undefined> {
  const turn = turnOf(visit)
  const since = row.missing_since === null ? undefined : new Date(row.missing_since)
  const healthy = !visit.lists.troubled && !(await hasFailingList(visit.deps.db, row.source))
  const checked_at = visit.deps.clock.now().toISOString()
  const missing: PageRow = { ...row, checked_at, visits: row.visits + 1, fails: 0, last_cause: 'gone' }
  const confirmed = since !== undefined && turn.getTime() - since.getTime() >= DAY_MS
  if (healthy && confirmed) return letGo(visit, row, { ...missing, missing_since: since.toISOString() }, since)
  const missing_since = since?.toISOString() ?? (healthy ? turn.toISOString() : null)
  const from = confirmed || !since ? turn : since
  const next_at = new Date(from.getTime() + DAY_MS).toISOString()
  await write(visit.deps.db, keepingOf(visit), [putPage({ ...missing, missing_since, next_at })])
  visit.report.dropped.push({ url: row.url, reason: `${detail}; kept, and asked again in a day` })
  return undefined
}

async function letGo(visit: Visit, row: PageRow, missing: PageRow, since: Date): Promise<undefined> {
  const turn = turnOf(visit)
  const again = nextRevisit(since, turn) ?? new Date(turn.getTime() + RARELY_MS)
  const unread = { hash: null, etag: null, last_modified: null, parts: null, text_hash: row.text_hash }
  await keepGone(visit.deps.db, keepingOf(visit), {
    ...missing,
    ...unread,
    status: 'gone',
    next_at: again.toISOString(),
  })
  if (row.status !== 'gone') visit.report.gone += 1
  return undefined
}
