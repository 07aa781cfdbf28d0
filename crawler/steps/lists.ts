/**
 * Lists: page after page until known ground. What a walk found is written once, at its end: entries as pages to visit
 * and the list's own state, so that a walk that was cut off starts again and a 304 can never hide an entry.
 */
import type { ReadList } from '../../domain/page.ts'
import type { Source } from '../../domain/town.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { backOffMs, mayBeConditional } from '../due.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import { hashBody } from '../keep/capture.ts'
import { write } from '../keep/keep.ts'
import { AT_ONCE, findPages, getPage, newPage, type PageRow, putPage, shownOn } from '../keep/pages.ts'
import { usableEntries, withEntry } from './entries.ts'
import { fetchFor, keepingOf, readingContext, reportFailure, type Trouble, tryReading, type Visit } from './visit.ts'

export type ListEntry = Source['lists'][number]

/** What one walk over a list found; `rows` by first canonical address. */
interface Walk {
  list: ListEntry
  row: PageRow
  rows: Map<string, PageRow>
  /** Addresses of entries met, over all pages. */
  met: Set<string>
  /** Entries of each page read, in order. */
  pages: { address: string; urls: string[] }[]
  /** Entries of the page read last that came since this list was last read whole. */
  fresh: number
}
type PageFetched = Extract<FetchOutcome, { kind: 'page' }>

export function listKey(list: ListEntry): string {
  return canonicalUrl(list.url) ?? list.url
}

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
  const conditions = validatorsOf(row, visit)
  // Whenever the whole is asked for, the frame itself is looked at again: its entries may come from elsewhere by now.
  const known = conditions.etag ?? conditions.lastModified
  const outcome = await fetchFor(visit, { url: (known && row.feed) ?? list.url, ...conditions })
  if (outcome.kind === 'failed') return { ...outcome, cause: outcome.cause === 'gone' ? 'changed' : outcome.cause }
  if (outcome.kind === 'unchanged') return unchanged(visit, list, row, {})
  const hash = hashBody(outcome.page.body)
  const seen = {
    hash,
    etag: headerOf(outcome, 'etag'),
    last_modified: headerOf(outcome, 'last-modified'),
    whole_at: nowText(visit),
    ...(known ? {} : { feed: null }),
  }
  if (hash === row.hash && row.unfinished === 0) return unchanged(visit, list, row, seen)
  const feed = known ? undefined : findFeed(visit, list, outcome)
  if (feed === undefined) return walk(visit, list, row, outcome, seen)
  return walkFeed(visit, list, row, feed)
}

/** The next page of one that has no entries itself: a frame that a script fills. */
function findFeed(visit: Visit, list: ListEntry, outcome: PageFetched): string | undefined {
  const read = readOne(visit, outcome)
  return 'items' in read && read.items.length === 0 && read.next !== undefined
    ? canonicalUrl(read.next, list.url)
    : undefined
}

/** The validators kept are those of the feed, since a frame stays the same whatever is published. */
async function walkFeed(visit: Visit, list: ListEntry, row: PageRow, feed: string): Promise<Trouble | undefined> {
  const outcome = await fetchFor(visit, { url: feed })
  if (outcome.kind === 'failed') return { ...outcome, cause: outcome.cause === 'gone' ? 'changed' : outcome.cause }
  if (outcome.kind === 'unchanged') return { cause: 'server_error', detail: 'answered 304 to a plain request' }
  const seen = {
    feed,
    hash: hashBody(outcome.page.body),
    etag: headerOf(outcome, 'etag'),
    last_modified: headerOf(outcome, 'last-modified'),
    whole_at: nowText(visit),
  }
  return walk(visit, list, row, outcome, seen)
}

/** Writes that a list failed: the next try backs off, everything it ever led to stays as it is. */
export async function keepListFailure(visit: Visit, list: ListEntry, trouble: Trouble): Promise<void> {
  const row = await listRow(visit, list)
  const fails = row.fails + 1
  const waitMs = Math.max(backOffMs(fails, row.url), trouble.retryAfterMs ?? 0)
  const next_at = new Date(visit.deps.clock.now().getTime() + waitMs).toISOString()
  await write(visit.deps.db, keepingOf(visit), [putPage({ ...row, fails, next_at, last_cause: trouble.cause })])
  visit.lists.failed.push(trouble)
  if (trouble.byRobots) visit.report.dropped.push({ url: list.url, reason: trouble.detail })
  else reportFailure(visit, list.url, trouble)
}

async function walk(
  visit: Visit,
  list: ListEntry,
  row: PageRow,
  first: PageFetched,
  seen: Partial<PageRow>,
): Promise<Trouble | undefined> {
  const walked: Walk = { list, row, rows: new Map(), met: new Set(), pages: [], fresh: 0 }
  const read = readOne(visit, first)
  if ('cause' in read) return read
  if (read.items.length === 0 && row.entries > 0)
    return { cause: 'changed', detail: `no entry recognised where ${row.entries} were` }
  if (read.items.length === 0) visit.report.dropped.push({ url: list.url, reason: 'no entry recognised on this list' })
  await takePage(visit, walked, listKey(list), read)
  const unfinished = (await walkOn(visit, walked, read.next)) ? 0 : 1
  await markLeft(visit, walked)
  // A list in which nothing was recognised is read whole again: better readers must not be held off by a 304.
  const known = read.items.length === 0 ? { ...seen, hash: null, etag: null, last_modified: null } : seen
  return finish(visit, list, row, { ...known, unfinished, entries: read.items.length }, [...walked.rows.values()])
}

/** Further pages while they bring something new; on a first walk, and after one that was cut off, to the end. False when a page failed. */
async function walkOn(visit: Visit, walked: Walk, firstNext: string | undefined): Promise<boolean> {
  const exploring = walked.row.status !== 'ok' || walked.row.unfinished === 1
  let next = firstNext
  const visited = new Set([listKey(walked.list)])
  while (next !== undefined && (exploring || walked.fresh > 0)) {
    const address = canonicalUrl(next, walked.list.url)
    if (address === undefined || visited.has(address)) return true
    if (visited.size >= visit.deps.limits.listPages) return reachedLimit(visit, walked, exploring)
    visited.add(address)
    const outcome = await fetchFor(visit, { url: address })
    const read = outcome.kind === 'page' ? readOne(visit, outcome) : outcome
    if (!('items' in read)) return cutShort(visit, address, read)
    const before = walked.met.size
    await takePage(visit, walked, address, read)
    if (walked.met.size === before) return true
    next = read.next
  }
  return true
}

function reachedLimit(visit: Visit, walked: Walk, exploring: boolean): true {
  if (!exploring)
    visit.report.dropped.push({
      url: walked.list.url,
      reason: `more than ${visit.deps.limits.listPages} pages of new entries`,
    })
  return true
}

/** The pages before are good; the rest is read next time, from the start. */
function cutShort(visit: Visit, url: string, outcome: Trouble | { kind: 'unchanged' }): false {
  const trouble: Trouble =
    'cause' in outcome ? outcome : { cause: 'server_error', detail: 'answered 304 to a plain request' }
  reportFailure(visit, url, trouble)
  visit.lists.failed.push(trouble)
  visit.lists.troubled = true
  return false
}

function readOne(visit: Visit, { page: raw }: PageFetched): ReadList | Trouble {
  const { readers } = visit.deps
  return tryReading(() => {
    const page = readers.decodePage(raw)
    const reason = readers.isErrorPage(page)
    return reason === undefined
      ? readers.readList(page, readingContext(visit))
      : ({ cause: 'soft_error', detail: reason } as Trouble)
  })
}

/** Entries of one page into rows. An entry of another list that we know already stays with that list. */
async function takePage(visit: Visit, walked: Walk, address: string, read: ReadList): Promise<void> {
  const entries = usableEntries(visit, read.items)
  const known = await findPages(
    visit.deps.db,
    visit.source.slug,
    entries.map((entry) => entry.url),
  )
  walked.fresh = 0
  for (const [position, entry] of entries.entries()) {
    const before = walked.rows.get(entry.url) ?? known.get(entry.url)
    const row = before ?? newPage(visit.source.slug, entry.url, 'detail', nowText(visit))
    walked.met.add(row.url)
    if (!before || row.first_at >= (walked.row.checked_at ?? '')) walked.fresh += 1
    if (row.role === 'list' || (row.list !== null && row.list !== walked.list.url)) continue
    walked.rows.set(
      row.url,
      withEntry(row, entry, { list: walked.list.url, on_page: address, position }, nowText(visit)),
    )
  }
  walked.pages.push({ address, urls: entries.map((entry) => entry.url) })
  visit.report.found += entries.length
}

/**
 * An entry that is missing although something that stood below it is still there did not slide to the next page: it was
 * taken out. One whose title stands there under a new address has moved. Either alone means nothing; its own address is
 * asked, and before the new ones, so that a redirect is known for what it is.
 */
async function markLeft(visit: Visit, walked: Walk): Promise<void> {
  const newTitles = new Set([...walked.rows.values()].filter((row) => row.status === 'waiting').map((row) => row.title))
  for (const { address, urls } of walked.pages) {
    const before = await shownOn(visit.deps.db, visit.source.slug, address)
    const here = new Set(urls)
    const lowest = before.reduce((low, row) => (here.has(row.url) ? Math.max(low, row.position ?? 0) : low), -1)
    for (const row of before) {
      if (walked.met.has(row.url)) continue
      const left = ((row.position ?? 0) < lowest || newTitles.has(row.title)) && row.fails === 0
      walked.rows.set(row.url, { ...row, on_page: null, position: null, ...(left ? { next_at: AT_ONCE } : {}) })
    }
  }
}

/** The list's own state, together with the rows that its walk found. */
function unchanged(visit: Visit, list: ListEntry, row: PageRow, seen: Partial<PageRow>): Promise<undefined> {
  visit.report.lists.unchanged += 1
  return finish(visit, list, row, seen)
}

async function finish(
  visit: Visit,
  list: ListEntry,
  row: PageRow,
  seen: Partial<PageRow>,
  rows: PageRow[] = [],
): Promise<undefined> {
  const now = visit.deps.clock.now()
  const minutes = list.everyMinutes ?? visit.source.everyMinutes
  const waitMs = seen.unfinished === 1 ? backOffMs(1, row.url) : minutes * 60_000
  const done: PageRow = {
    ...row,
    ...seen,
    status: 'ok',
    checked_at: now.toISOString(),
    next_at: new Date(now.getTime() + waitMs).toISOString(),
    visits: row.visits + 1,
    fails: 0,
    last_cause: null,
  }
  await write(visit.deps.db, keepingOf(visit), [...rows, done].map(putPage))
  visit.lists.ok += 1
  visit.report.lists.read += 1
  return undefined
}

function validatorsOf(row: PageRow, visit: Visit): { etag?: string; lastModified?: string } {
  const whole = row.whole_at === null ? undefined : new Date(row.whole_at)
  if (row.unfinished === 1 || !mayBeConditional(row.visits, whole, visit.deps.clock.now())) return {}
  return { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined }
}

function headerOf({ page }: PageFetched, name: string): string | null {
  return page.headers[name] ?? null
}

function nowText(visit: Visit): string {
  return visit.deps.clock.now().toISOString()
}
