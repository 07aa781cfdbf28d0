/** One run over the sources of a town: each under its lease, side by side, ending in a report per source. */
import PQueue from 'p-queue'
import type { Source } from '../domain/town.ts'
import { mergeByNight } from '../index-config/merge.ts'
import { publishPending } from '../index-config/store/outbox.ts'
import { listSources, putSource, type SourcePatch } from '../index-config/store/sources.ts'
import { settleStories } from '../index-config/store/stories.ts'
import { allDueStatement } from '../index-config/store/story-rows.ts'
import { checkClock } from './keep/clock.ts'
import { beat, type Lease, releaseLease, startHolder, takeLease } from './keep/lease.ts'
import { sweepCaptures } from './keep/retention.ts'
import { findStorageTrouble } from './keep/storage.ts'
import { crawlSource } from './pipeline.ts'
import { createServerPublishing } from './server-publishing.ts'
import { type CrawlDeps, emptyReport, type SourceReport, type SourceState, type Visit } from './steps/visit.ts'

export interface CrawlOptions {
  /** Slug; all sources when absent. */
  source?: string
  /** Also what is not due; never what is backing off. */
  all?: boolean
  /** SIGTERM: what is under way is dropped whole, leases are given back. */
  signal?: AbortSignal
}

export interface RunReport {
  startedAt: string
  finishedAt: string
  sources: SourceReport[]
}

/** Hosts wait for themselves; this bounds memory, not manners. */
const SOURCES_AT_ONCE = 8
const HEARTBEAT_MS = 15_000
/** Should have been read and was not. Closed by robots, paused, not due or backing off is a rule at work. */
const UNREAD = new Set<SourceState>(['failed', 'suspect', 'blocked', 'partial', 'stopped'])

/** 0, or 3 when a source that should have been read was not. */
export function exitCodeOf(report: RunReport): 0 | 3 {
  return report.sources.some((source) => UNREAD.has(source.state)) ? 3 : 0
}

/**
 * Throws RangeError when `source` names none of the town, ClockWentBack when the clock cannot be right, StorageFails when
 * nothing can be written any more; what was kept until then stands.
 */
export async function crawlOnce(deps: CrawlDeps, options: CrawlOptions = {}): Promise<RunReport> {
  const chosen = deps.town.sources.filter(({ slug }) => options.source === undefined || slug === options.source)
  if (options.source !== undefined && chosen.length === 0)
    throw new RangeError(`the town has no source ${options.source}`)
  const startedAt = deps.clock.now()
  const disk = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, disk.signal]) : disk.signal
  const { holder, end } = startHolder()
  const queue = new PQueue({ concurrency: SOURCES_AT_ONCE })
  const index = new PQueue({ concurrency: 1 })
  const server = createServerPublishing(deps)
  const shared: Shared = { holder, publish: () => index.add(() => publish(deps).then(server.soon)), disk }
  try {
    await checkClock(deps.db, startedAt)
    await registerSources(deps)
    const sources = await Promise.all(
      chosen.map((source) => queue.add(() => visitSource(deps, { ...options, signal }, source, shared))),
    )
    disk.signal.throwIfAborted()
    await sweep(deps)
    await mergeIndexByNight(deps)
    if (!signal.aborted) await server.all()
    const report = { startedAt: startedAt.toISOString(), finishedAt: deps.clock.now().toISOString(), sources }
    await keepRun(deps, report)
    return report
  } catch (error) {
    throw findStorageTrouble(error) ?? error
  } finally {
    await server.end()
    end()
  }
}

/** What the visits of one run have in common. */
interface Shared {
  holder: string
  publish(): Promise<void>
  /** Aborted with StorageFails by the first source that cannot write: no other could. */
  disk: AbortController
}

/** Another crawler compared in between: its turn counts, and what is due stays due. */
function isOthersTurn(error: unknown): boolean {
  return String(error).includes('story_turn.turn')
}

/**
 * What was kept is compared with what other sources keep, then published. An index that is down costs nothing: the rows
 * stay in the outbox, and the next turn brings them; so does a comparing that fails.
 */
async function publish({ db, engine, clock, log }: CrawlDeps): Promise<void> {
  try {
    await settleStories(db, clock.now())
  } catch (error) {
    const level = isOthersTurn(error) ? 'info' : 'error'
    log[level]({ cause: String(error) }, 'items could not be compared with those of other sources; the next turn does')
  }
  try {
    await publishPending(db, engine, clock.now())
  } catch (error) {
    log.error({ cause: String(error) }, 'publishing failed; what waits is published with the next page')
  }
}

/** Old bytes are swept when there is time; a sweep that fails costs nothing. */
async function sweep({ db, clock, limits, log }: CrawlDeps): Promise<void> {
  try {
    await sweepCaptures(db, limits.captureDays, clock.now())
  } catch (error) {
    log.error({ cause: String(error) }, 'old captures could not be swept')
  }
}

/** Lists cost less when the index is in one piece; a merging that fails costs nothing, the next turn goes on with it. */
async function mergeIndexByNight({ db, clock, town, log }: CrawlDeps): Promise<void> {
  try {
    await mergeByNight(db, clock.now(), town.timeZone)
  } catch (error) {
    log.error({ cause: String(error) }, 'the index could not be merged')
  }
}

/** Makes the sources of the town known to readers, those that are off included. */
async function registerSources({ db, clock, town }: CrawlDeps): Promise<void> {
  const known = new Map((await listSources(db, clock.now())).map((source) => [source.slug, source]))
  const named = new Set(town.sources.map(({ slug }) => slug))
  for (const { slug, state } of known.values())
    if (!named.has(slug) && state !== 'paused') await putSource(db, slug, { enabled: false })
  for (const source of town.sources) {
    const { names, home, region, official } = source
    const enabled = source.enabled && source.seen !== 'blocked'
    const before = known.get(source.slug)
    const same =
      before && JSON.stringify([before.names, before.home, before.region, before.official, before.state !== 'paused'])
    if (same === JSON.stringify([names, home, region, official, enabled])) continue
    await putSource(db, source.slug, { names, home, region, official, enabled })
    // Names, region and rank of a publisher decide whose telling of a story stands.
    await db.batch([allDueStatement()])
  }
}

async function visitSource(
  deps: CrawlDeps,
  options: CrawlOptions,
  source: Source,
  shared: Shared,
): Promise<SourceReport> {
  if (!source.enabled || source.seen === 'blocked') return emptyReport(source.slug, 'paused')
  const report = emptyReport(source.slug, 'ok')
  const startedAt = deps.clock.now()
  let lease: Lease | undefined
  try {
    options.signal?.throwIfAborted()
    lease = await takeLease(deps.db, source.slug, shared.holder, startedAt)
    if (!lease) return emptyReport(source.slug, 'busy')
    const visit: Visit = {
      source,
      deps,
      lease,
      report,
      startedAt,
      signal: options.signal,
      all: options.all ?? false,
      lists: { ok: 0, failed: [], troubled: false },
      publish: shared.publish,
      strikes: 0,
      requests: 0,
    }
    report.state = await withHeartbeat(visit, () => crawlSource(visit))
    await keepHealth(deps, report)
  } catch (error) {
    const trouble = findStorageTrouble(error)
    if (trouble) shared.disk.abort(trouble)
    describeEnd(deps, report, error, options.signal)
  } finally {
    if (lease) await giveBack(deps, lease)
  }
  deps.log.info(
    { sourceId: source.slug, state: report.state, new: report.new, changed: report.changed },
    'source visited',
  )
  return report
}

/** Our own fault in one source (a full disk, a bug) is told as such and stops no other. */
function describeEnd(deps: CrawlDeps, report: SourceReport, error: unknown, signal?: AbortSignal): void {
  if (signal?.aborted) {
    report.state = 'stopped'
    return
  }
  const detail = error instanceof Error ? error.message : String(error)
  report.state = 'failed'
  report.failed.push({ url: '', cause: 'error', detail })
  deps.log.error({ sourceId: report.slug, cause: 'error' }, detail)
}

async function withHeartbeat<T>(visit: Visit, work: () => Promise<T>): Promise<T> {
  const { deps, lease } = visit
  const timer = setInterval(() => {
    beat(deps.db, lease, deps.clock.now()).catch((error: unknown) => {
      deps.log.error({ sourceId: lease.source, cause: String(error) }, 'the lease could not be renewed')
    })
  }, HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** A lease that cannot be given back runs out by itself. */
async function giveBack({ db, clock, log }: CrawlDeps, lease: Lease): Promise<void> {
  try {
    await releaseLease(db, lease, clock.now())
  } catch (error) {
    log.error({ sourceId: lease.source, cause: String(error) }, 'the lease could not be given back')
  }
}

/** What readers are told of the source. A source that was not visited stays as it was. */
async function keepHealth({ db, clock }: CrawlDeps, report: SourceReport): Promise<void> {
  const patch = healthOf(report, clock.now().toISOString())
  if (patch) await putSource(db, report.slug, patch)
}

function healthOf({ state, failed, quarantined, dropped }: SourceReport, at: string): SourcePatch | undefined {
  if (state === 'not_due' || state === 'waiting') return undefined
  if (state === 'ok') return { lastTryAt: at, lastOkAt: at, lastError: null, blocked: false }
  const why =
    state === 'closed'
      ? 'closed by robots.txt'
      : (failed.at(-1)?.detail ?? quarantined.at(-1)?.reason ?? dropped.at(-1)?.reason ?? state)
  return {
    lastTryAt: at,
    lastError: why,
    blocked: state === 'blocked',
    ...(state === 'partial' ? { lastOkAt: at } : {}),
  }
}

/** A turn in which nothing was due leaves no trace: there is one a minute. */
const IDLE = new Set<SourceState>(['paused', 'not_due', 'waiting', 'busy'])
const KEPT_MS = 90 * 86_400_000

async function keepRun({ db, log }: CrawlDeps, report: RunReport): Promise<void> {
  if (report.sources.every(({ state }) => IDLE.has(state))) return
  const oldest = new Date(Date.parse(report.finishedAt) - KEPT_MS).toISOString()
  try {
    const sql = 'insert into run (started_at, finished_at, report) values (?1, ?2, ?3)'
    await db.batch([
      { sql, params: [report.startedAt, report.finishedAt, JSON.stringify(report.sources)] },
      { sql: 'delete from run where finished_at < ?1', params: [oldest] },
    ])
  } catch (error) {
    log.error({ cause: String(error) }, 'the report of this run could not be kept')
  }
}
