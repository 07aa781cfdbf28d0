import { crawlOnce, type RunReport } from '../../crawler/run.ts'
import { startSchedule } from '../../crawler/schedule.ts'
import type { CrawlDeps } from '../../crawler/steps/visit.ts'
import { expireDue } from '../../index-config/store/expiry.ts'
import { crawlDeps } from '../crawl-deps.ts'
import { aborted, EXIT, print, untilAsked } from '../exit.ts'
import { openTown } from '../open-town.ts'
import { openOwnSites } from '../own-sites.ts'
import { readSettings } from '../settings.ts'
import { tell } from './crawl.ts'
import { serveTown } from './serve.ts'

/**
 * Everything in one process. Each start looks at every list again, whatever is due: what has not changed answers 304
 * and costs nobody anything.
 */
export async function start(_args: string[], { town: name = 'sample' }: { town?: string }): Promise<number> {
  const settings = readSettings()
  const signal = untilAsked()
  const open = await openTown(name, settings)
  const sites = await openOwnSites(open, settings.clock)
  if (!sites.reachable) console.error(`port ${open.town.site?.port} is taken: links to the originals lead nowhere`)
  const server = await serveTown(open, settings)
  const deps = await crawlDeps(open, settings, { dial: sites.dial })
  try {
    console.error(`${open.town.slug}: crawling, already served at ${server.url}`)
    const report = await crawlOnce(deps, { all: true, signal })
    tell(report, false)
    if (!signal.aborted) {
      print(`Ready ${server.url}`)
      await crawlByTheClock(deps, signal)
    }
  } finally {
    await server.close()
    await deps.fetcher.close()
    await sites.close()
    open.db.close()
  }
  return EXIT.ok
}

/** Until the signal; what has closed meanwhile is taken out of the open ones with each turn. */
export async function crawlByTheClock(deps: CrawlDeps, signal: AbortSignal): Promise<number> {
  const schedule = startSchedule(deps, {
    signal,
    crawl: async (turnDeps, options): Promise<RunReport> => {
      await expireDue(turnDeps.db, turnDeps.engine, turnDeps.clock.now())
      return crawlOnce(turnDeps, options)
    },
    onReport: (report) => tell(report, false),
  })
  await aborted(signal)
  await schedule.stop()
  return EXIT.ok
}
