/** One source being crawled: what the steps share, and what they add to the report. */
import { dayIn } from '../../domain/moments.ts'
import type { Article, OpenedAttachment, Page, RawPage, ReadList } from '../../domain/page.ts'
import type { Clock, SqlDatabase } from '../../domain/ports.ts'
import type { Limits, Source, Town } from '../../domain/town.ts'
import type { Context, Understood } from '../../domain/understand.ts'
import type { SearchEngine } from '../../index-config/engines/engine.ts'
import type { FetchCause, FetchFailure, FetchRequest, PageFetcher } from '../fetch/outcome.ts'
import type { Keeping } from '../keep/keep.ts'
import type { Lease } from '../keep/lease.ts'
import type { Log } from '../log.ts'

export interface ReadingContext {
  now: Date
  zone: string
  correct?: Source['correct']
}

interface AttachmentFile {
  name: string
  url: string
  bytes: Uint8Array
  /** As the server said; '' when it said nothing. */
  contentType: string
}

/** The middle of the way: bytes in, facts out. */
export interface Readers {
  /** Another one than last time: pages are read again from their kept bytes. */
  version: string
  decodePage(raw: RawPage): Page
  /** Why this 200 is no page: an error, a login, a challenge. */
  isErrorPage(page: Page): string | undefined
  readList(page: Page, context: ReadingContext): ReadList
  /** May take a thread of its own; rejects when the page is too much for it. */
  readArticle(page: Page, context: ReadingContext): Article | Promise<Article>
  /** The parts of an article that is split over pages, in order, as one. */
  joinParts(parts: Article[]): Article
  /** Never rejects for a bad file: that is its `problem`. */
  openAttachment(file: AttachmentFile): Promise<OpenedAttachment>
  understand(article: Article, context: Context): Understood
}

export interface CrawlDeps {
  town: Town
  limits: Limits
  db: SqlDatabase
  engine: SearchEngine
  fetcher: PageFetcher
  clock: Clock
  readers: Readers
  log: Log
}

/**
 * `soft_error` a 200 that is no page · `unreadable` nothing in it could be read · `suspect` read, and not believed ·
 * `error` our own fault.
 */
type FailureCause = FetchCause | 'soft_error' | 'unreadable' | 'suspect' | 'error'

/**
 * `ok` · `partial` a list or the pages behind it could not be read · `failed` none could · `suspect` what the lists show
 * is not believed · `blocked` the site refuses us · `closed` by robots.txt · `paused` by the operator · `not_due` · `waiting` backing off · `busy` another crawler has it ·
 * `stopped` in the middle, by a signal.
 */
export type SourceState =
  | 'ok'
  | 'partial'
  | 'failed'
  | 'suspect'
  | 'blocked'
  | 'closed'
  | 'paused'
  | 'not_due'
  | 'waiting'
  | 'busy'
  | 'stopped'

export interface SourceReport {
  slug: string
  state: SourceState
  /** Lists that were read, and how many of them had not changed since (304, or the same bytes). */
  lists: { read: number; unchanged: number }
  /** Entries recognised on the lists. */
  found: number
  new: number
  changed: number
  unchanged: number
  gone: number
  dropped: { url: string; reason: string }[]
  /** Read, not believed, and kept aside for a person. */
  quarantined: { url: string; reason: string }[]
  failed: { url: string; cause: FailureCause; detail: string }[]
}

export type Trouble = Pick<FetchFailure, 'detail' | 'retryAfterMs' | 'byRobots'> & { cause: FailureCause }

export interface Visit {
  source: Source
  deps: CrawlDeps
  lease: Lease
  report: SourceReport
  startedAt: Date
  signal?: AbortSignal
  /** Also what is not due; never what is backing off. */
  all: boolean
  /** `troubled`: a list failed in this round, whether or not it is tried again. */
  lists: { ok: number; failed: Trouble[]; troubled: boolean }
  /** Brings what was kept into the index; one at a time for the whole run, since counters are read and then written. */
  publish(): Promise<void>
  /** Failures in a row that look like the host's, not the page's. */
  strikes: number
  /** Requests for pages and files so far. */
  requests: number
}

/** Today as the town counts days. */
export function todayOf({ deps: { clock, town } }: Visit): string {
  return dayIn(town.timeZone, clock.now())
}

export function emptyReport(slug: string, state: SourceState): SourceReport {
  return {
    slug,
    state,
    lists: { read: 0, unchanged: 0 },
    found: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    gone: 0,
    dropped: [],
    quarantined: [],
    failed: [],
  }
}

export function keepingOf(visit: Visit): Keeping {
  return { lease: visit.lease, now: visit.deps.clock.now() }
}

export function readingContext({ source, deps }: Visit): ReadingContext {
  return { now: deps.clock.now(), zone: deps.town.timeZone, correct: source.correct }
}

export function fetchFor(visit: Visit, request: Omit<FetchRequest, 'source' | 'signal'>) {
  visit.requests += 1
  return visit.deps.fetcher.fetch({ ...request, source: visit.source, signal: visit.signal })
}

/** Addresses asked for per source and run, over all its lists, pages and files: an endless site ends here. */
const REQUESTS_PER_ITEM = 2

export function hasBudget({ requests, deps: { limits } }: Visit): boolean {
  return requests < limits.itemsPerRun * REQUESTS_PER_ITEM
}

const TRANSIENT = new Set<FailureCause>(['down', 'timeout', 'server_error', 'retry_later'])
/** After so many in a row the host is left alone for this run. */
export const MAX_STRIKES = 3

/** Worth a second try within the run. */
export function isTransient(trouble: Trouble): boolean {
  return TRANSIENT.has(trouble.cause)
}

export function countStrike(visit: Visit, trouble: Trouble | undefined): void {
  visit.strikes = trouble && isTransient(trouble) ? visit.strikes + 1 : 0
}

export function reportFailure(visit: Visit, url: string, { cause, detail }: Trouble): void {
  visit.report.failed.push({ url, cause, detail })
  visit.deps.log.warn({ sourceId: visit.source.slug, url, cause }, detail)
}

/** Runs a pure reader; what it throws is trouble of that page and of no other. */
export function tryReading<T>(read: () => T): T | Trouble {
  try {
    return read()
  } catch (error) {
    return unreadable(error)
  }
}

/** The same of a reader that takes its time. */
export async function awaitReading<T>(read: () => T | Promise<T>): Promise<T | Trouble> {
  try {
    return await read()
  } catch (error) {
    return unreadable(error)
  }
}

function unreadable(error: unknown): Trouble {
  return { cause: 'unreadable', detail: error instanceof Error ? error.message : String(error) }
}

export function isTrouble(value: object): value is Trouble {
  return 'cause' in value && 'detail' in value
}

/**
 * The moment that a visit is scheduled by: its start, to the whole minute, so that a source which is asked once an hour
 * by a clock on the hour is due again on the next, however long the crawl took.
 */
export function turnOf({ startedAt }: Visit): Date {
  return new Date(Math.floor(startedAt.getTime() / 60_000) * 60_000)
}
