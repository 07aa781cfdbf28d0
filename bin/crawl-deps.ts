import { openAttachment } from '../crawler/attachments/open.ts'
import { limitsOf, userAgentFor } from '../crawler/config.ts'
import { createFetcher, type FetcherOptions } from '../crawler/fetch/fetcher.ts'
import { keptHostMemory } from '../crawler/keep/hosts.ts'
import { createLog, type Log } from '../crawler/log.ts'
import { decodePage } from '../crawler/reading/decode.ts'
import { readList } from '../crawler/reading/list.ts'
import { isErrorPage } from '../crawler/reading/soft-error.ts'
import { joinParts } from '../crawler/reading/split.ts'
import { createReadingThread } from '../crawler/reading-thread/reading-thread.ts'
import type { CrawlDeps, Readers } from '../crawler/steps/visit.ts'
import { understand } from '../domain/understand.ts'
import type { OpenTown } from './open-town.ts'
import { type Settings, VERSION } from './settings.ts'

const READERS: Omit<Readers, 'readArticle'> = {
  version: VERSION,
  decodePage,
  isErrorPage,
  readList,
  joinParts,
  openAttachment,
  understand,
}

export interface OpenCrawlDeps extends CrawlDeps {
  /** Connections and threads. */
  close(): Promise<void>
}

/** Everything a crawl of an open town needs. Throws ConfigError when nobody could be asked about it. */
export async function crawlDeps(
  open: OpenTown,
  { config, clock }: Settings,
  network: Pick<FetcherOptions, 'dial' | 'wrap' | 'memory'>,
  log: Log = createLog(config.logLevel),
): Promise<OpenCrawlDeps> {
  const { town, db, engine } = open
  const limits = limitsOf(town)
  const userAgent = userAgentFor(VERSION, config.contact, town)
  const onRefused = (url: string, reason: string) => log.warn({ url, cause: 'not_allowed' }, reason)
  const memory = network.memory ?? keptHostMemory(db)
  const fetcher = createFetcher({ limits, userAgent, clock, onRefused, ...network, memory })
  const thread = createReadingThread()
  const readers = { ...READERS, readArticle: thread.readArticle }
  const close = async () => {
    await Promise.all([fetcher.close(), thread.close()])
  }
  return { town, limits, db, engine, fetcher, clock, readers, log, close }
}
