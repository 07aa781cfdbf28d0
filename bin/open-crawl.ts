import { randomBytes } from 'node:crypto'
import type { FetcherOptions } from '../crawler/fetch/fetcher.ts'
import type { PageFetcher } from '../crawler/fetch/outcome.ts'
import { keptHostMemory } from '../crawler/keep/hosts.ts'
import { createLog, type Log } from '../crawler/log.ts'
import { countFetches, type HostCounts, type Progress, startProgress, wantsProgress } from '../crawler/progress.ts'
import type { SharedCrawl } from '../crawler/queue/shared-crawl.ts'
import { type CrawlOptions, crawlOnce, type RunReport } from '../crawler/run.ts'
import type { CrawlDeps } from '../crawler/steps/visit.ts'
import { startWatchdog, type Watchdog } from '../crawler/watchdog.ts'
import { crawlDeps } from './crawl-deps.ts'
import type { OpenTown } from './open-town.ts'
import type { Settings } from './settings.ts'

export interface OpenCrawl {
  deps: CrawlDeps
  /** One run, alone or with the other crawlers of the queue. Throws RunHangs when nothing moved for long. */
  crawl(options: CrawlOptions): Promise<RunReport>
}

export interface OpenCrawlOptions extends Pick<FetcherOptions, 'dial' | 'wrap' | 'memory'> {
  /** Data is asked for on stdout: nothing is drawn. */
  json?: boolean
  /** A recording or a replay, which are of one process whatever QUEUE_URL says. */
  alone?: boolean
  /** After so long without a movement a run is ended; as long as the watchdog says when absent. */
  stillMs?: number
}

type Later = (close: () => unknown) => void

/** Makes a crawl ready. Throws ConfigError, and QueueDown when the queue that was asked for cannot be used. */
export async function openCrawl(
  open: OpenTown,
  settings: Settings,
  { json, alone, stillMs, ...network }: OpenCrawlOptions,
  later: Later,
): Promise<OpenCrawl> {
  let progress: Progress | undefined
  const write = (line: string) => void (progress ?? process.stderr).write(line)
  const log = createLog(settings.config.logLevel, write, { runId: randomBytes(4).toString('hex') })
  const shared = alone ? undefined : await openShared(open, settings, log)
  later(() => shared?.close())
  const memory = network.memory ?? shared?.hostMemory(keptHostMemory(open.db))
  const opened = await crawlDeps(open, settings, { ...network, memory }, log)
  later(() => opened.close())
  const counts: HostCounts = new Map()
  let watchdog: Watchdog | undefined
  const moved = () => watchdog?.moved()
  const fetcher = moving(countFetches(opened.fetcher, counts), moved)
  const deps: CrawlDeps = { ...opened, fetcher }
  const work = (options: CrawlOptions) => shared?.crawl(deps, { ...options, moved }) ?? crawlOnce(deps, options)
  return {
    deps,
    async crawl(options) {
      progress = openProgress(open, settings, counts, json)
      watchdog = startWatchdog((error) => log.error({ err: error }, error.message), stillMs)
      try {
        return await endedBy(watchdog, options, work)
      } finally {
        watchdog.stop()
        progress?.stop()
      }
    },
  }
}

function openProgress(
  { town, db }: OpenTown,
  { config, clock }: Settings,
  counts: HostCounts,
  json?: boolean,
): Progress | undefined {
  if (!wantsProgress(process.stderr, { plain: config.plain, json })) return undefined
  return startProgress({ counts, town, db, now: () => clock.now(), terminal: process.stderr })
}

/** Loaded only where it is asked for: a town of one crawler needs no Redis, and nothing that speaks to one. */
async function openShared({ town }: OpenTown, { config }: Settings, log: Log): Promise<SharedCrawl | undefined> {
  if (config.queueUrl === undefined) return undefined
  const { openSharedCrawl } = await import('../crawler/queue/shared-crawl.ts')
  const onTrouble = (message: string, error: unknown) =>
    log.error({ err: error instanceof Error ? error : new Error(String(error)) }, message)
  return openSharedCrawl({ url: config.queueUrl, town: town.slug, onTrouble })
}

function moving(fetcher: PageFetcher, moved: () => void): PageFetcher {
  return {
    close: () => fetcher.close(),
    fetch: (request) => {
      moved()
      return fetcher.fetch(request).finally(moved)
    },
  }
}

const LAST_WORDS_MS = 5_000

/** A run that hangs is told to stop, and left behind when it does not hear. */
async function endedBy(
  { signal: hangs }: Watchdog,
  options: CrawlOptions,
  work: (options: CrawlOptions) => Promise<RunReport>,
): Promise<RunReport> {
  const signal = options.signal ? AbortSignal.any([options.signal, hangs]) : hangs
  const gaveUp = new Promise<never>((_, fail) => {
    hangs.addEventListener('abort', () => setTimeout(() => fail(hangs.reason as Error), LAST_WORDS_MS), { once: true })
  })
  const report = await Promise.race([work({ ...options, signal }), gaveUp])
  hangs.throwIfAborted()
  return report
}
