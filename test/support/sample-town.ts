/** The sample town, crawled by the wiring of the command line, at a time of the test's own, its sites on a free port. */
import { join } from 'node:path'
import { crawlDeps } from '../../bin/crawl-deps.ts'
import { type OpenTown, openTown } from '../../bin/open-town.ts'
import type { FetcherOptions } from '../../crawler/fetch/fetcher.ts'
import { type CrawlOptions, crawlOnce, type RunReport } from '../../crawler/run.ts'
import { type OpenSites, openSites, type SiteRequest } from '../../crawler/site/open-sites.ts'
import type { CrawlDeps } from '../../crawler/steps/visit.ts'
import { townFolder } from '../../crawler/town-folder.ts'
import type { Clock } from '../../domain/ports.ts'
import type { Source } from '../../domain/town.ts'

/** Noon in the town, so that nothing stands at the edge of a day. */
const FIRST_DAY = '2026-11-22'
export const FIRST_NOON = new Date(`${FIRST_DAY}T12:00:00+08:00`)
export const CALENDAR = { firstDay: FIRST_DAY, zone: 'Asia/Shanghai' }
export const SITES_FOLDER = join(townFolder('sample'), 'site')
export const DAY_MS = 86_400_000

/** Time that stands still until it is told to move; nobody waits. */
export interface StillClock extends Clock {
  at: Date
}

export function stillClock(at = FIRST_NOON): StillClock {
  const clock: StillClock = { at, now: () => clock.at, sleep: async () => undefined }
  return clock
}

export interface SampleSites extends OpenSites {
  /** Every request since the list was last emptied. */
  asked: SiteRequest[]
  /** Called at each request with how many there were by then. */
  onRequest?: (count: number) => void
}

/** The town's own web sites on a free port. */
export async function openSampleSites(now: () => Date): Promise<SampleSites> {
  const asked: SiteRequest[] = []
  const record = (request: SiteRequest) => {
    asked.push(request)
    sites.onRequest?.(asked.length)
  }
  const opened = await openSites(SITES_FOLDER, { ...CALENDAR, now, port: 0, onRequest: record })
  const sites: SampleSites = { ...opened, asked }
  return sites
}

export interface SampleOptions {
  /** What GULOU_DATA is to the command line. */
  folder: string
  /** Where the sites listen; 0 when there are none. */
  port: number
  clock?: Clock
  wrap?: FetcherOptions['wrap']
  /** The town's sources in another order, or fewer of them. */
  sources?: (sources: Source[]) => Source[]
}

export interface Sample {
  open: OpenTown
  deps: CrawlDeps
  crawl(options?: CrawlOptions): Promise<RunReport>
  close(): Promise<void>
}

export async function openSample({
  folder,
  port,
  clock = stillClock(),
  wrap,
  sources,
}: SampleOptions): Promise<Sample> {
  const settings = { config: { dataFolder: folder, port: 0, logLevel: 'silent' }, clock }
  const open = await openTown('sample', settings)
  if (sources) open.town = { ...open.town, sources: sources(open.town.sources) }
  const deps = await crawlDeps(open, settings, { dial: port === 0 ? undefined : dialTo(open, port), wrap })
  return {
    open,
    deps,
    crawl: (options) => crawlOnce(deps, options),
    close: async () => {
      await deps.fetcher.close()
      open.db.close()
    },
  }
}

function dialTo({ town }: OpenTown, port: number): Record<string, string> {
  const places = town.sources.flatMap((source) => source.private ?? [])
  return Object.fromEntries(places.map((place) => [place, `127.0.0.1:${port}`]))
}
