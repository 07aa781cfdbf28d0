/** What is kept depends on what the sites say: not on how often they were asked, nor on who was asked first. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CrawlOptions } from '../crawler/run.ts'
import { verify } from '../index-config/verify.ts'
import { openFolders } from './support/folders.ts'
import { allVersions, timelessItems } from './support/kept.ts'
import { FIRST_NOON, openSample, openSampleSites, type Sample, type SampleSites } from './support/sample-town.ts'

const SEED = 1_122
const RUNS = 4
const SLUGS = ['luming', 'luming-job', 'luming-rsj', 'luming-wlj', 'luming-xianghui', 'luming-yy', 'luming-zyz']

const folders = openFolders()
let sites: SampleSites
let once: Awaited<ReturnType<typeof keptBy>>

async function keptBy({ open: { db, engine } }: Sample) {
  const versions = (await allVersions(db)).map(({ item_id, no }) => `${item_id} ${no}`)
  return { items: await timelessItems(db), versions, index: await verify(db, engine) }
}

/** Crawls into a new folder with the sources in that order, then as often again as there are `more`. */
async function crawl(order: readonly string[], more: readonly CrawlOptions[]) {
  const sources = (all: Sample['open']['town']['sources']) =>
    all.toSorted((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug))
  const sample = await openSample({ folder: await folders.next(), port: sites.port, sources })
  try {
    expect(sample.deps.town.sources.map(({ slug }) => slug)).toEqual(order)
    for (const options of [{}, ...more]) await sample.crawl(options)
    return await keptBy(sample)
  } finally {
    await sample.close()
  }
}

/** Everything again, what is due, or one source by itself. */
const anotherCrawl: fc.Arbitrary<CrawlOptions> = fc.record(
  { all: fc.boolean(), source: fc.constantFrom(...SLUGS) },
  { requiredKeys: ['all'] },
)
const anyOrder = fc.shuffledSubarray(SLUGS, { minLength: SLUGS.length })

beforeAll(async () => {
  sites = await openSampleSites(() => FIRST_NOON)
  once = await crawl(SLUGS, [])
}, 60_000)
afterAll(async () => {
  await sites?.close()
  await folders.remove()
})

it('crawling in any order, once and again, keeps what crawling once keeps', async () => {
  expect(once.items.length).toBeGreaterThan(150)
  expect(once.index.ok).toBe(true)
  const again = fc.array(anotherCrawl, { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(anyOrder, again, async (order, more) => {
      expect(await crawl(order, more)).toEqual(once)
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
}, 180_000)
