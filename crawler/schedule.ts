/**
 * Crawls for ever: a turn each minute visits what is due, and due is kept in the database, so a turn that was missed
 * (asleep, off, still busy) is made up by the next one, once. Cron in UTC: no hour is lost or doubled.
 */
import cron from 'node-cron'
import { type CrawlOptions, crawlOnce, type RunReport } from './run.ts'
import type { CrawlDeps } from './steps/visit.ts'

/** What node-cron does for us: calls at times of an expression; tests hand in their own. */
export type StartCron = (expression: string, turn: () => Promise<void>) => { stop(): void }

export interface ScheduleOptions extends Pick<CrawlOptions, 'signal'> {
  expression?: string
  startCron?: StartCron
  /** Called after each turn that visited something. */
  onReport?: (report: RunReport) => void
  /** One turn; `crawlOnce` when absent. */
  crawl?: (deps: CrawlDeps, options: CrawlOptions) => Promise<RunReport>
}

export interface Schedule {
  /** No further turns; resolves when the one under way has ended. */
  stop(): Promise<void>
}

const EVERY_MINUTE = '* * * * *'

/** The first turn starts at once: whatever was missed while nothing ran. */
export function startSchedule(deps: CrawlDeps, options: ScheduleOptions = {}): Schedule {
  const { crawl = crawlOnce, startCron = cronOf(cron), onReport } = options
  const stopping = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stopping.signal]) : stopping.signal
  let running: Promise<void> | undefined

  const turn = async (): Promise<void> => {
    try {
      const report = await crawl(deps, { signal })
      if (report.sources.some((source) => !['paused', 'not_due', 'waiting'].includes(source.state))) onReport?.(report)
    } catch (error) {
      deps.log.error({ cause: String(error) }, 'a turn of the schedule failed; the next one starts as planned')
    }
  }
  /** A turn never overlaps another; what it would have found due is due for the next. */
  const begin = (): Promise<void> => {
    if (signal.aborted) return Promise.resolve()
    running ??= turn().finally(() => {
      running = undefined
    })
    return running
  }
  const task = startCron(options.expression ?? EVERY_MINUTE, begin)
  void begin()
  return {
    async stop() {
      task.stop()
      stopping.abort(new Error('the schedule was stopped'))
      await running
    },
  }
}

/** The part of node-cron that we use. */
export interface CronLibrary {
  schedule(
    expression: string,
    turn: () => Promise<void>,
    options: { timezone: string; noOverlap: boolean },
  ): { on(event: 'execution:missed', heard: () => void): unknown; destroy(): unknown }
}

/**
 * In UTC, since node-cron leaves out what falls into the hour that a zone loses in spring. A minute that it missed (the
 * machine slept) is caught up at once; the next turn would be a minute late.
 */
export function cronOf(library: CronLibrary): StartCron {
  return (expression, turn) => {
    const task = library.schedule(expression, turn, { timezone: 'UTC', noOverlap: true })
    task.on('execution:missed', () => void turn())
    return { stop: () => void task.destroy() }
  }
}
