import type { RunReport } from '../../crawler/run.ts'
import { startSchedule } from '../../crawler/schedule.ts'
import type { CrawlDeps } from '../../crawler/steps/visit.ts'
import { expireDue } from '../../index-config/store/expiry.ts'
import { closingAll } from '../closing.ts'
import { aborted, EXIT, print, untilAsked } from '../exit.ts'
import { type OpenCrawl, openCrawl } from '../open-crawl.ts'
import { openTown } from '../open-town.ts'
import { openOwnSites } from '../own-sites.ts'
import { DEFAULT_TOWN, readSettings } from '../settings.ts'
import { tell, tellRefused } from './crawl.ts'
import { serveTown } from './serve.ts'

/**
 * Everything in one process. Each start looks at every list again, whatever is due: what has not changed answers 304
 * and costs nobody anything.
 */
export async function start(_args: string[], { town: name = DEFAULT_TOWN }: { town?: string }): Promise<number> {
  const settings = readSettings()
  const signal = untilAsked()
  return closingAll(async (later) => {
    const open = await openTown(name, settings)
    later(() => open.db.close())
    tellRefused(open)
    const sites = await openOwnSites(open, settings.clock)
    later(() => sites.close())
    const ready = await openCrawl(open, settings, { dial: sites.dial }, later)
    const server = await serveTown(open, settings)
    later(() => server.close())
    if (!sites.reachable) console.error(`port ${open.town.site?.port} is taken: links to the originals lead nowhere`)
    console.error(`${open.town.slug}: crawling, already served at ${server.url}`)
    tell(await ready.crawl({ all: true, signal }), false)
    if (!signal.aborted) print(`Ready ${server.url}`)
    return crawlByTheClock(ready, signal)
  })
}

export interface ByTheClock {
  /** Slug of the only source to visit. */
  source?: string
  json?: boolean
}

/** Until the signal; what has closed meanwhile is taken out of the open ones with each turn. */
export async function crawlByTheClock(
  { deps, crawl }: OpenCrawl,
  signal: AbortSignal,
  { source, json = false }: ByTheClock = {},
): Promise<number> {
  if (signal.aborted) return EXIT.ok
  const schedule = startSchedule(deps, {
    signal,
    crawl: async (turnDeps, options): Promise<RunReport> => {
      const report = await crawl({ ...options, source })
      await takeOutClosed(turnDeps)
      return report
    },
    onReport: (report) => tell(report, json),
  })
  await aborted(signal)
  await schedule.stop()
  return EXIT.ok
}

/** An index that is down holds up no crawl; readers are told by the time itself what has closed. */
async function takeOutClosed({ db, engine, clock, log }: CrawlDeps): Promise<void> {
  try {
    await expireDue(db, engine, clock.now())
  } catch (error) {
    log.error({ cause: String(error) }, 'what has closed could not be taken out of the counters')
  }
}
