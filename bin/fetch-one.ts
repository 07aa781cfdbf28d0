import { limitsOf, userAgentFor } from '../crawler/config.ts'
import { createFetcher } from '../crawler/fetch/fetcher.ts'
import type { RawPage } from '../domain/page.ts'
import { type Source, sourceSchema, type Town } from '../domain/town.ts'
import { UsageError } from './exit.ts'
import { type Settings, VERSION } from './settings.ts'

/** One page for `gulou try`, by the same rules as a crawl. Throws UsageError that says why there is none. */
export async function fetchOnePage(url: string, town: Town, { config, clock }: Settings): Promise<RawPage> {
  const userAgent = userAgentFor(VERSION, config.contact, town)
  const fetcher = createFetcher({ limits: limitsOf(town), userAgent, clock })
  try {
    const outcome = await fetcher.fetch({ url, source: sourceOf(url, town) })
    if (outcome.kind === 'page') return outcome.page
    throw new UsageError(
      outcome.kind === 'failed' ? `${url}: ${outcome.cause}: ${outcome.detail}` : `${url}: unchanged`,
    )
  } finally {
    await fetcher.close()
  }
}

/** The town's own source of that host, else one for this page alone. */
function sourceOf(url: string, town: Town): Source {
  const { host } = new URL(url)
  const known = town.sources.find((source) => new URL(source.home).host === host || source.private === host)
  return (
    known ??
    sourceSchema.parse({ slug: 'try', names: {}, home: url, region: town.root, enabled: true, allowHttp: true })
  )
}
