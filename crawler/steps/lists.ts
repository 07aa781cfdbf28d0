/**
 * Lists: asked, compared with what they showed, read page after page until known ground. What a walk found is written
 * once, at its end: entries as pages to visit and the list's own state, so that a walk that was cut off starts again and
 * a 304 can never hide an entry.
 */
import type { ReadList } from '../../domain/page.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { backOffMs, DAY_MS, mayBeConditional } from '../due.ts'
import { hashBody } from '../keep/capture.ts'
import { write } from '../keep/keep.ts'
import { getPage, ledTo, newPage, type PageRow, putPage } from '../keep/pages.ts'
import { clearQuarantineStatement, isReleased, quarantineStatement } from '../keep/quarantine.ts'
import { listedStatement } from '../keep/sightings.ts'
import { learnedMinutes, RHYTHM_ENTRIES } from '../rhythm.ts'
import { type ListEntry, listKey, type PageFetched, readOne } from './column.ts'
import { fetchFor, isTrouble, keepingOf, reportFailure, type Trouble, todayOf, turnOf, type Visit } from './visit.ts'
import { childrenOf, readOn } from './walk.ts'
import { judgeYield, readYields, withYield, yieldOf } from './yield.ts'

/** So many known addresses say what entries of a list look like. */
const KNOWN_ADDRESSES = 100
const TO_THE_END_MS = 7 * DAY_MS

export async function listRow(visit: Visit, list: ListEntry): Promise<PageRow> {
  const { deps, source } = visit
  const known = await getPage(deps.db, source.slug, listKey(list))
  return known ?? newPage(source.slug, listKey(list), 'list', deps.clock.now().toISOString())
}

/** Backing off is kept even by `--all`. */
export function isListDue(row: PageRow, now: Date, all: boolean): boolean {
  return (all && row.fails === 0) || row.next_at === null || row.next_at <= now.toISOString()
}

/** Undefined when the list was read, or was found unchanged. */
export async function readList(visit: Visit, list: ListEntry): Promise<Trouble | undefined> {
  const row = await listRow(visit, list)
  const toTheEnd = isLongAgo(row.walked_at, visit)
  const conditions = toTheEnd ? {} : validatorsOf(row, visit)
  // Whenever the whole is asked for, the frame itself is looked at again: its entries may come from elsewhere by now.
  const known = conditions.etag ?? conditions.lastModified
  const outcome = await fetchFor(visit, { url: (known && row.feed) ?? list.url, ...conditions })
  if (outcome.kind === 'failed') return asListTrouble(outcome)
  if (outcome.kind === 'unchanged') return unchanged(visit, list, row, {})
  const seen = { ...seenNow(visit, outcome), ...(known ? {} : { feed: null }) }
  if (seen.hash === row.hash && row.unfinished === 0 && !toTheEnd) return unchanged(visit, list, row, seen)
  const read = readOne(visit, outcome)
  if (isTrouble(read)) return read
  const feed = known ? undefined : findFeed(list, read)
  return feed === undefined ? take(visit, list, row, read, seen) : readFeed(visit, list, row, feed)
}

/** Once a week a list is read to its end: known ground hides what was put in below it. */
function isLongAgo(at: string | null, visit: Visit): boolean {
  return at === null || visit.deps.clock.now().getTime() - Date.parse(at) >= TO_THE_END_MS
}

/** A list that is not where it was has changed; nothing that it led to is gone by that. */
function asListTrouble<T extends Trouble>(trouble: T): T {
  return trouble.cause === 'gone' ? { ...trouble, cause: 'changed' } : trouble
}

/** The next page of one that has no entries itself: a frame that a script fills. */
function findFeed(list: ListEntry, { items, next, more }: ReadList): string | undefined {
  const isFrame = items.length === 0 && (more ?? []).length === 0 && next !== undefined
  return isFrame ? canonicalUrl(next, list.url) : undefined
}

/** The validators kept are those of the feed, since a frame stays the same whatever is published. */
async function readFeed(visit: Visit, list: ListEntry, row: PageRow, feed: string): Promise<Trouble | undefined> {
  const outcome = await fetchFor(visit, { url: feed })
  if (outcome.kind === 'failed') return asListTrouble(outcome)
  if (outcome.kind === 'unchanged') return { cause: 'server_error', detail: 'answered 304 to a plain request' }
  const read = readOne(visit, outcome)
  return isTrouble(read) ? read : take(visit, list, row, read, { feed, ...seenNow(visit, outcome) })
}

function seenNow(visit: Visit, { page: { body, headers } }: PageFetched): Partial<PageRow> {
  return {
    hash: hashBody(body),
    etag: headers.etag ?? null,
    last_modified: headers['last-modified'] ?? null,
    whole_at: visit.deps.clock.now().toISOString(),
  }
}

/** Writes that a list failed: the next try backs off, everything it ever led to stays as it is. */
export async function keepListFailure(visit: Visit, list: ListEntry, trouble: Trouble): Promise<void> {
  const row = await listRow(visit, list)
  const fails = row.fails + 1
  const waitMs = Math.max(backOffMs(fails, row.url), trouble.retryAfterMs ?? 0)
  const now = visit.deps.clock.now()
  const next_at = new Date(now.getTime() + waitMs).toISOString()
  const failed: PageRow = { ...row, fails, next_at, checked_at: now.toISOString(), last_cause: trouble.cause }
  await write(visit.deps.db, keepingOf(visit), [putPage(failed)])
  visit.lists.failed.push(trouble)
  if (trouble.byRobots) visit.report.dropped.push({ url: list.url, reason: trouble.detail })
  else reportFailure(visit, list.url, trouble)
}

/** Believed or put aside; believed, it is walked on to known ground. */
async function take(
  visit: Visit,
  list: ListEntry,
  row: PageRow,
  read: ReadList,
  seen: Partial<PageRow>,
): Promise<Trouble | undefined> {
  const doubt = await findDoubt(visit, list, row, read)
  if (doubt) return putAside(visit, list, row, read, doubt)
  const nothing = read.items.length === 0 && (read.more ?? []).length === 0
  if (nothing) visit.report.dropped.push({ url: list.url, reason: 'no entry recognised on this list' })
  const toTheEnd = isLongAgo(row.walked_at, visit)
  const walked = await readOn(visit, list, row, read, toTheEnd)
  // A list that was not read to its end is read whole again: better readers must not be held off by a 304.
  const known = nothing || walked.capped ? { ...seen, hash: null, etag: null, last_modified: null } : seen
  const { unfinished, resume, parts } = walked
  const walked_at = toTheEnd && unfinished === 0 ? visit.deps.clock.now().toISOString() : row.walked_at
  const yields = withYield(readYields(row.yields), yieldOf(read.items))
  return finish(
    visit,
    list,
    row,
    { ...known, unfinished, resume, parts, walked_at, yields, entries: read.items.length },
    walked.rows,
  )
}

async function findDoubt(visit: Visit, list: ListEntry, row: PageRow, read: ReadList): Promise<Trouble | undefined> {
  if (await isReleased(visit.deps.db, row.source, row.url)) return undefined
  if (read.items.length === 0 && row.entries > 0)
    return { cause: 'changed', detail: `no entry recognised where ${row.entries} were` }
  const known = await ledTo(visit.deps.db, row.source, list.url, KNOWN_ADDRESSES)
  const why = judgeYield(
    readYields(row.yields),
    read.items,
    known.map(({ url }) => url),
  )
  return why === undefined ? undefined : { cause: 'suspect', detail: why }
}

/** What it showed so far stands; what it shows now waits for a person, and the next visit asks for the whole again. */
async function putAside(visit: Visit, list: ListEntry, row: PageRow, read: ReadList, doubt: Trouble): Promise<Trouble> {
  const stands = await ledTo(visit.deps.db, row.source, list.url, RHYTHM_ENTRIES)
  const entries = read.items.slice(0, RHYTHM_ENTRIES).map(({ url, title, date }) => ({ url, title, date }))
  await write(visit.deps.db, keepingOf(visit), [
    quarantineStatement({
      source: row.source,
      url: row.url,
      what: 'list',
      why: doubt.detail,
      at: visit.deps.clock.now().toISOString(),
      before: {
        entries: stands.map(({ url, title, list_date }) => ({ url, title, date: list_date })),
        yields: row.yields,
      },
      after: { entries, yield: yieldOf(read.items) },
      hash: null,
    }),
    putPage({ ...row, hash: null, etag: null, last_modified: null }),
  ])
  visit.report.quarantined.push({ url: row.url, reason: doubt.detail })
  return doubt
}

/** Nothing new on its first page; one that has children may still have something new on them. */
async function unchanged(
  visit: Visit,
  list: ListEntry,
  row: PageRow,
  seen: Partial<PageRow>,
): Promise<Trouble | undefined> {
  visit.report.lists.unchanged += 1
  const history = readYields(row.yields)
  const last = history.at(-1)
  const again = last ? { yields: withYield(history, last) } : {}
  const children = childrenOf(row)
  if (children.length === 0 && row.resume === null) return finish(visit, list, row, { ...seen, ...again })
  const walked = await readOn(visit, list, row, { items: [], more: children, evidence: {} }, false)
  return finish(visit, list, row, { ...seen, ...again, resume: walked.resume }, walked.rows)
}

/** The list's own state, together with the rows that its walk found. */
async function finish(
  visit: Visit,
  list: ListEntry,
  row: PageRow,
  seen: Partial<PageRow>,
  rows: PageRow[] = [],
): Promise<undefined> {
  const waitMs = seen.unfinished === 1 ? backOffMs(1, row.url) : (await minutesUntilNext(visit, list)) * 60_000
  const done: PageRow = {
    ...row,
    ...seen,
    status: 'ok',
    checked_at: visit.deps.clock.now().toISOString(),
    next_at: new Date(turnOf(visit).getTime() + waitMs).toISOString(),
    visits: row.visits + 1,
    fails: 0,
    last_cause: null,
  }
  await write(visit.deps.db, keepingOf(visit), [
    ...[...rows, done].map(putPage),
    clearQuarantineStatement(row.source, row.url),
    listedStatement(row.source, row.url, todayOf(visit)),
  ])
  visit.lists.ok += 1
  visit.report.lists.read += 1
  return undefined
}

/** By the column's own rhythm, unless the town fixes it. */
async function minutesUntilNext(visit: Visit, list: ListEntry): Promise<number> {
  const { source, deps } = visit
  const minutes = list.everyMinutes ?? source.everyMinutes
  if (source.rhythm === 'fixed') return minutes
  const entries = await ledTo(deps.db, source.slug, list.url, RHYTHM_ENTRIES)
  return learnedMinutes(
    minutes,
    entries.flatMap(({ list_date }) => list_date ?? []),
    deps.clock.now(),
  )
}

function validatorsOf(row: PageRow, visit: Visit): { etag?: string; lastModified?: string } {
  const whole = row.whole_at === null ? undefined : new Date(row.whole_at)
  if (row.unfinished === 1 || !mayBeConditional(row.visits, whole, visit.deps.clock.now())) return {}
  return { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined }
}
