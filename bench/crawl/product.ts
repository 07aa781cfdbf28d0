/** The product's functions in the product's order, over made-up sites on this machine: each has a source and a lease. */
import { join } from 'node:path'
import { DATABASE, MIGRATIONS } from '../../bin/open-town.ts'
import { systemClock } from '../../crawler/config.ts'
import { createFetcher } from '../../crawler/fetch/fetcher.ts'
import { hashBody } from '../../crawler/keep/capture.ts'
import { keepPages, type PageToKeep, type ReadPage } from '../../crawler/keep/keep.ts'
import { type Lease, startHolder, takeLease } from '../../crawler/keep/lease.ts'
import { newPage } from '../../crawler/keep/pages.ts'
import { toItems } from '../../crawler/keep/to-items.ts'
import { decodePage } from '../../crawler/reading/decode.ts'
import { isErrorPage } from '../../crawler/reading/soft-error.ts'
import { createReadingThread } from '../../crawler/reading-thread/reading-thread.ts'
import type { Readers } from '../../crawler/steps/visit.ts'
import { hashText } from '../../crawler/steps/whole.ts'
import type { RawPage } from '../../domain/page.ts'
import { DEFAULT_LIMITS, type Source, sourceSchema } from '../../domain/town.ts'
import { migrate, openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { publishPending } from '../../index-config/store/outbox.ts'
import { testTown } from '../../index-config/testing.ts'
import { AT_ONCE, addressOf, type Found, inTurns, type Orders } from './variant.ts'

/** In one transaction. */
const BATCH = 50
const LIMITS = { ...DEFAULT_LIMITS, pauseMs: 0, maxPauseMs: 0 }
const USER_AGENT = 'Gulou/bench (+http://localhost/)'

interface Site {
  source: Source
  lease: Lease
}

export async function crawlPages(
  { port, pages, folder }: Orders,
  understand: Readers['understand'],
): Promise<() => Promise<Found>> {
  const clock = systemClock()
  const sources = Array.from({ length: AT_ONCE }, (_, at) => siteSource(at, port))
  const town = testTown({ sources })
  const db = openSqlite(join(folder, DATABASE))
  await migrate(db, ...MIGRATIONS)
  const engine = createSqlEngine(db, { facetLimit: 5_000, town })
  const { holder, end } = startHolder()
  const sites = await Promise.all(sources.map(async (source) => openSite(source)))
  const fetcher = createFetcher({ limits: LIMITS, clock, userAgent: USER_AGENT })
  const thread = createReadingThread()
  const found: Found = { titles: 0, bodyCharacters: 0 }
  /** Read and not yet kept. */
  const waiting: PageToKeep[] = []

  async function openSite(source: Source): Promise<Site> {
    const lease = await takeLease(db, source.slug, holder, clock.now())
    if (!lease) throw new Error(`${source.slug} is taken`)
    return { source, lease }
  }

  async function read(source: Source, url: string, raw: RawPage): Promise<ReadPage> {
    const now = clock.now()
    const hash = hashBody(raw.body)
    const page = decodePage(raw)
    const reason = isErrorPage(page)
    if (reason !== undefined) throw new Error(`${url}: ${reason}`)
    const article = await thread.readArticle(page, { now, zone: town.timeZone, correct: source.correct })
    if (article.title !== '') found.titles += 1
    found.bodyCharacters += article.body.length
    const understood = understand(article, { town, source, now })
    const items = toItems({
      source,
      url,
      address: url,
      article,
      understood,
      firstSeenAt: now,
      now,
      zone: town.timeZone,
    })
    const at = now.toISOString()
    const contentType = raw.headers['content-type'] ?? ''
    const seen = { hash, text_hash: hashText(article), whole_at: at, read_url: raw.url, content_type: contentType }
    const row = {
      ...newPage(source.slug, url, 'detail', at),
      ...seen,
      status: 'ok',
      visits: 1,
      checked_at: at,
    } as const
    return {
      row,
      items,
      captures: [{ url, hash, contentType, at, body: raw.body }],
      files: [],
      addresses: [url],
    }
  }

  async function keep(): Promise<void> {
    await keepPages(db, waiting.splice(0))
    await publishPending(db, engine, clock.now())
  }

  return async () => {
    await inTurns(pages, async (index) => {
      const site = sites[index % AT_ONCE]
      if (!site) return
      const url = addressOf(port, index, siteHost(index % AT_ONCE))
      const outcome = await fetcher.fetch({ url, source: site.source })
      if (outcome.kind !== 'page') throw new Error(`${url}: ${JSON.stringify(outcome)}`)
      const page = await read(site.source, url, outcome.page)
      waiting.push({ page, keeping: { lease: site.lease, now: clock.now() } })
      if (waiting.length >= BATCH) await keep()
    })
    await keep()
    await checkKept(pages)
    await Promise.all([fetcher.close(), thread.close()])
    end()
    db.close()
    return found
  }

  /** What is left out would be fast. Of a list of people no bytes are kept, and a few items are held for an editor. */
  async function checkKept(wanted: number): Promise<void> {
    const [row] = await db.all<{ pages: number; indexed: number; captures: number }>(
      `select (select count(*) from page where item_id is not null) as pages, (select count(*) from facet) as indexed,
        (select count(*) from capture) as captures`,
    )
    const { pages: all = 0, indexed = 0, captures = 0 } = row ?? {}
    if (all !== wanted || Math.min(indexed, captures) < wanted * 0.95)
      throw new Error(`not all kept: ${all} pages, ${captures} with their bytes, ${indexed} in the index`)
  }
}

function siteHost(at: number): string {
  return `site-${at}.localhost`
}

function siteSource(at: number, port: number): Source {
  const place = `${siteHost(at)}:${port}`
  return sourceSchema.parse({
    slug: `site-${at}`,
    names: { 'zh-Hans': `城南${at}` },
    home: `http://${place}/`,
    region: '99',
    licence: 'full',
    official: true,
    enabled: true,
    private: place,
  })
}
