/**
 * Several crawlers on one town: each visit of a source is a job in Redis, taken by whoever is free. The name of a job is
 * its source and the turn that is due, so nobody can queue it twice. A job whose worker died comes back after 15 s; that
 * two workers never write to one source is for the lease in SQL, which every visit takes.
 */
import { type Job, Queue, QueueEvents, Worker } from 'bullmq'
import type { HostMemory } from '../fetch/host-memory.ts'
import { type CrawlOptions, crawlOnce, type RunReport } from '../run.ts'
import { type CrawlDeps, emptyReport, type SourceReport } from '../steps/visit.ts'
import { findDueTurn } from './due-turn.ts'
import { openRedis } from './redis.ts'
import { redisHostMemory } from './redis-host-memory.ts'

export interface SharedCrawl {
  /** For the fetcher, in front of its own: one request per host among all crawlers. */
  hostMemory(kept: HostMemory): HostMemory
  /** Queues what is due and works until the queue is empty; the report tells what all crawlers did meanwhile. */
  crawl(deps: CrawlDeps, options?: SharedCrawlRun): Promise<RunReport>
  close(): Promise<void>
}

export interface SharedCrawlOptions {
  /** `redis://` or `rediss://`. */
  url: string
  /** Slug; crawlers of one town share a queue. */
  town: string
  onTrouble?: (message: string, error: unknown) => void
}

interface SharedCrawlRun extends CrawlOptions {
  /** Called while others work and we wait for them. */
  moved?: () => void
}

interface VisitJob {
  source: string
  all: boolean
}

/** As many as one process visits by itself. */
const VISITS_AT_ONCE = 8
/** A worker that says nothing for so long is taken for dead. */
const LOCK_MS = 10_000
const STALLED_MS = 5_000
/** A source that brings down its worker again and again is left to the next turn. */
const MOST_STALLS = 5
const LOOK_MS = 200
/** For reports that are on their way when the queue is found empty. */
const LAST_WORDS_MS = 2_000

/** Throws QueueDown when Redis does not answer. */
export async function openSharedCrawl({ url, town, onTrouble }: SharedCrawlOptions): Promise<SharedCrawl> {
  const connection = await openRedis(url)
  const name = `gulou-${town}`
  const queue = new Queue<VisitJob, SourceReport>(name, { connection })
  const events = new QueueEvents(name, { connection: connection.duplicate() })
  const tell = (message: string) => (error: unknown) => onTrouble?.(message, error)
  queue.on('error', tell('the queue'))
  events.on('error', tell('reports of other crawlers'))
  await events.waitUntilReady()
  const crawl = async (deps: CrawlDeps, options: SharedCrawlRun = {}): Promise<RunReport> => {
    const startedAt = deps.clock.now().toISOString()
    const reports = gatherReports(events)
    const working = { n: 0 }
    const worker = startWorker(name, connection, deps, options.signal, working)
    worker.on('error', tell('the worker'))
    try {
      const queued = await queueDue(queue, deps, options)
      await untilEmpty(queue, options.signal, () => working.n === 0 && options.moved?.())
      if (!options.signal?.aborted) await reports.complete(queued)
    } finally {
      await worker.close()
      reports.stop()
    }
    return { startedAt, finishedAt: deps.clock.now().toISOString(), sources: reportsOf(deps, options, reports.bySlug) }
  }
  return {
    hostMemory: (kept) => redisHostMemory(connection, name, kept),
    crawl,
    async close() {
      await events.close()
      await queue.close()
      await connection.quit()
    },
  }
}

function startWorker(
  name: string,
  connection: Awaited<ReturnType<typeof openRedis>>,
  deps: CrawlDeps,
  signal: AbortSignal | undefined,
  working: { n: number },
): Worker<VisitJob, SourceReport> {
  const visit = async ({ data }: Job<VisitJob>): Promise<SourceReport> => {
    working.n += 1
    try {
      const { sources } = await crawlOnce(deps, { source: data.source, all: data.all, signal })
      return sources[0] ?? emptyReport(data.source, 'not_due')
    } finally {
      working.n -= 1
    }
  }
  return new Worker<VisitJob, SourceReport>(name, visit, {
    connection,
    concurrency: VISITS_AT_ONCE,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_MS,
    maxStalledCount: MOST_STALLS,
  })
}

/** Answers the slugs that are in the queue now, by us or by others. */
async function queueDue(
  queue: Queue<VisitJob, SourceReport>,
  deps: CrawlDeps,
  { source: only, all = false }: CrawlOptions,
): Promise<string[]> {
  const queued: string[] = []
  for (const source of deps.town.sources.filter(({ slug }) => only === undefined || slug === only)) {
    const turn = await findDueTurn(deps, source, all)
    if (turn === undefined) continue
    await queue.add('visit', { source: source.slug, all }, { ...KEPT_NOT, jobId: jobIdOf(source.slug, turn) })
    queued.push(source.slug)
  }
  return queued
}

/** What is done makes room for its name: whether it is due again is for the database to say. */
const KEPT_NOT = { removeOnComplete: true, removeOnFail: true } as const

/** A colon would be taken for a part of the key. */
function jobIdOf(slug: string, turn: string): string {
  return `${slug}~${turn.replaceAll(':', '')}`
}

async function untilEmpty(queue: Queue, signal: AbortSignal | undefined, onLook: () => unknown): Promise<void> {
  for (;;) {
    if (signal?.aborted) return
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized')
    onLook()
    if (Object.values(counts).every((count) => count === 0)) return
    await new Promise((next) => setTimeout(next, LOOK_MS))
  }
}

interface Gathered {
  bySlug: Map<string, SourceReport>
  /** Waits a moment for reports of these. */
  complete(slugs: readonly string[]): Promise<void>
  stop(): void
}

function gatherReports(events: QueueEvents): Gathered {
  const bySlug = new Map<string, SourceReport>()
  const completed = ({ returnvalue }: { returnvalue: unknown }) => {
    const report = (typeof returnvalue === 'string' ? JSON.parse(returnvalue) : returnvalue) as SourceReport
    // A second look that found nothing due says nothing about the visit itself.
    if (report.state !== 'not_due' || !bySlug.has(report.slug)) bySlug.set(report.slug, report)
  }
  const failed = ({ jobId, failedReason }: { jobId: string; failedReason: string }) => {
    const slug = jobId.split('~', 1)[0] ?? ''
    bySlug.set(slug, { ...emptyReport(slug, 'failed'), failed: [{ url: '', cause: 'error', detail: failedReason }] })
  }
  events.on('completed', completed)
  events.on('failed', failed)
  return {
    bySlug,
    async complete(slugs) {
      const until = performance.now() + LAST_WORDS_MS
      while (slugs.some((slug) => !bySlug.has(slug)) && performance.now() < until)
        await new Promise((next) => setTimeout(next, 20))
    },
    stop() {
      events.off('completed', completed)
      events.off('failed', failed)
    },
  }
}

/** A row per source of the town. Without word of it: paused, or nothing was due, or it is in another's hands. */
function reportsOf(deps: CrawlDeps, { source: only }: CrawlOptions, known: Map<string, SourceReport>): SourceReport[] {
  return deps.town.sources
    .filter(({ slug }) => only === undefined || slug === only)
    .map(({ slug, enabled, seen }) => {
      const paused = !enabled || seen === 'blocked'
      return known.get(slug) ?? emptyReport(slug, paused ? 'paused' : 'not_due')
    })
}
