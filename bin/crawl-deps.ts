import { limitsOf, userAgentFor } from '../crawler/config.ts'
import { createFetcher, type FetcherOptions } from '../crawler/fetch/fetcher.ts'
import { keptHostMemory } from '../crawler/keep/hosts.ts'
import { createLog } from '../crawler/log.ts'
import { readArticle } from '../crawler/reading/article.ts'
import { decodePage } from '../crawler/reading/decode.ts'
import { readList } from '../crawler/reading/list.ts'
import { isErrorPage } from '../crawler/reading/soft-error.ts'
import type { CrawlDeps, Readers } from '../crawler/steps/visit.ts'
import { understand } from '../domain/understand.ts'
import type { OpenTown } from './open-town.ts'
import { type Settings, VERSION } from './settings.ts'

const READERS: Readers = { decodePage, isErrorPage, readList, readArticle, understand }

/** Everything a crawl of an open town needs. Throws ConfigError when nobody could be asked about it. */
export async function crawlDeps(
  open: OpenTown,
  { config, clock }: Settings,
  network: Pick<FetcherOptions, 'dial' | 'wrap' | 'memory'>,
): Promise<CrawlDeps> {
  const { town, db, engine } = open
  const limits = limitsOf(town)
  const log = createLog(config.logLevel)
  const userAgent = userAgentFor(VERSION, config.contact, town)
  const onRefused = (url: string, reason: string) => log.warn({ url, cause: 'not_allowed' }, reason)
  const fetcher = createFetcher({ limits, userAgent, clock, memory: keptHostMemory(db), onRefused, ...network })
  return { town, limits, db, engine, fetcher, clock, readers: READERS, log }
}
