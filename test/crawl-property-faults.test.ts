/** No failure of a crawl, whatever it is and in whatever order, deletes, expires or changes an item. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openTestCrawl } from '../crawler/testing/crawl.ts'
import { openFaultServer } from '../crawler/testing/fault-server.ts'
import { putPagedSite } from '../crawler/testing/site.ts'
import { testSource } from '../crawler/testing/town.ts'
import { type Crawler, failingAt, openCrawler, plain, type Spell } from './support/chaos-crawler.ts'
import { TROUBLES, type Trouble } from './support/chaos-troubles.ts'
import { DAY_MS, HOUR_MS, makeWorld, START } from './support/chaos-world.ts'
import { allItems, allVersions } from './support/kept.ts'

const SEED = 1_123
/** The sites stand still, so whatever changes was changed by a failure. */
const [still] = makeWorld(SEED, 1, 4)
const STILL_AT = START + 5 * DAY_MS

interface Blow {
  trouble: string
  /** Hours that it lasts. */
  hours: number
  /** The crawler's own: killed at that write, a full disk from that write on, or neither. */
  own: { how: 'killed' | 'full' | 'none'; at: number }
}

const blow: fc.Arbitrary<Blow> = fc.record({
  trouble: fc.oneof(
    fc.constantFrom(...Object.keys(TROUBLES)),
    fc.constantFrom(...Object.keys(TROUBLES).filter((name) => /^F(?:6|7|10|13) /.test(name))),
  ),
  hours: fc.integer({ min: 1, max: 30 }),
  own: fc.record({ how: fc.constantFrom('killed', 'full', 'none', 'none'), at: fc.nat(12) }),
})

/** Two of these a day apart are how a site says that something is gone. */
const meansGone = ({ trouble }: Blow) => trouble === 'F24 stories gone for an hour'

/** Every page is looked at in every crawl, so that each failure meets each of them. */
async function suffer(crawler: Crawler, blows: Blow[], spells: Spell[]): Promise<void> {
  for (const { trouble, hours, own } of blows) {
    const from = crawler.clock.now().getTime() + HOUR_MS
    spells.push({ name: trouble, trouble: TROUBLES[trouble] as Trouble, from, until: from + hours * HOUR_MS })
    for (const at of [from, from + (hours / 2) * HOUR_MS]) {
      crawler.moveTo(at)
      await crawler.db.all(`update page set next_at = '1970-01-01' where role = 'detail' and fails = 0`)
      const disturb = own.how === 'none' ? plain : failingAt(own.at, own.how === 'full' ? 13 : undefined)
      await crawler.run(disturb, false, { all: true }).catch(() => undefined)
    }
    crawler.moveTo(from + hours * HOUR_MS)
  }
}

it('after any failures, in any order, every item and every version is as it was', async () => {
  if (!still) throw new Error('no site')
  const kept = async ({ db }: Crawler) => ({ items: await allItems(db), versions: await allVersions(db) })
  await fc.assert(
    fc.asyncProperty(fc.array(blow, { minLength: 2, maxLength: 8 }), async (blows) => {
      fc.pre(blows.filter(meansGone).length < 2)
      const spells: Spell[] = []
      const crawler = await openCrawler([still], new Map([[still.slug, spells]]), () => 0.5, STILL_AT)
      crawler.moveTo(STILL_AT)
      // Five good runs, from which on a yield can be judged.
      for (let run = 0; run < 5; run += 1) {
        await crawler.run(plain, false, { all: true })
        crawler.clock.advance(HOUR_MS)
      }
      const before = await kept(crawler)
      expect(before.items.length).toBeGreaterThan(10)
      await suffer(crawler, blows, spells)
      expect(await kept(crawler)).toEqual(before)
    }),
    { seed: SEED, numRuns: 15, endOnFailure: true },
  )
}, 120_000)

it('whatever comes at once is found, however few a page shows and however few pages a crawl reads', async () => {
  const shape = fc.record({
    fresh: fc.integer({ min: 1, max: 60 }),
    perPage: fc.integer({ min: 6, max: 12 }),
    listPages: fc.integer({ min: 3, max: 10 }),
  })
  await fc.assert(
    fc.asyncProperty(shape, async ({ fresh, perPage, listPages }) => {
      const server = await openFaultServer()
      try {
        const old = Array.from({ length: 10 }, (_, at) => `old${at}`)
        const now = Array.from({ length: fresh }, (_, at) => `new${at}`)
        putPagedSite(server, 'city', old, perPage)
        const crawl = await openTestCrawl([testSource('city', server.port)], { limits: { listPages } })
        await crawl.run()
        putPagedSite(server, 'city', [...now, ...old], perPage)
        for (let left = fresh; left > 0; left -= perPage * (listPages - 1)) {
          crawl.clock.advance(HOUR_MS)
          await crawl.run({ all: true })
        }
        expect((await crawl.items()).filter(({ state }) => state === 'shown')).toHaveLength(10 + fresh)
      } finally {
        await server.close()
      }
    }),
    { seed: SEED, numRuns: 8, endOnFailure: true },
  )
}, 120_000)
