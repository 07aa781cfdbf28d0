/**
 * Thirty days of bad days. The same made-up region is crawled twice: once untroubled, once with every fault of
 * RELIABILITY section 4 laid over it, at random moments of a seeded random. A month later both must hold the same items,
 * but for the losses that the troubled run lists itself. CHAOS_SEED gives another month.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ClockWentBack } from '../crawler/keep/clock.ts'
import { listQuarantine } from '../crawler/keep/quarantine.ts'
import { StorageFails } from '../crawler/keep/storage.ts'
import { testTown } from '../crawler/testing/town.ts'
import type { Item } from '../domain/item.ts'
import { createSqlEngine } from '../index-config/engines/sql-engine.ts'
import { outboxDepth } from '../index-config/store/outbox.ts'
import { verify } from '../index-config/verify.ts'
import { type Crawler, failingAt, openCrawler, plain, type Spell } from './support/chaos-crawler.ts'
import { TROUBLES, type Trouble } from './support/chaos-troubles.ts'
import { DAY_MS, HOUR_MS, makeWorld, START, worldSources } from './support/chaos-world.ts'
import { allItems } from './support/kept.ts'
import { seededRandom } from './support/random.ts'

const SEED = Number(process.env.CHAOS_SEED ?? 20_261_101)
const SITES = 10
const DAYS = 30
const TICK_MS = 6 * HOUR_MS
/** The first days are calm, so that there is something to lose, and the last, so that it can be made up for. */
const CALM_DAYS = { first: 2, last: 4 }
/** Beyond the last revisit of everything. */
const AFTER_DAYS = [DAYS, DAYS + 16, DAYS + 31, DAYS + 32, DAYS + 33, DAYS + 34]

const world = makeWorld(SEED, SITES, DAYS)
const sources = worldSources(world)

/** Each trouble at one site or more, for between a tick and a day and a half; never two at once at one site. */
function makeSpells(random: () => number): Map<string, Spell[]> {
  const spells = new Map(world.map(({ slug }) => [slug, [] as Spell[]]))
  const names = Object.keys(TROUBLES)
  const [first, last] = [START + CALM_DAYS.first * DAY_MS, START + (DAYS - CALM_DAYS.last) * DAY_MS]
  const order = [...names, ...names].sort(() => random() - 0.5)
  let turn = 0
  for (const { slug } of world)
    for (let from = first; from < last; ) {
      const name = order[turn % order.length] as string
      const ticks = name.startsWith('F24 stories') ? 1 : 1 + Math.floor(random() * 5)
      const until = from + ticks * TICK_MS
      spells.get(slug)?.push({ name, trouble: TROUBLES[name] as Trouble, from, until })
      from = until + Math.floor(1 + random() * 5) * TICK_MS
      turn += 1
    }
  return spells
}

const counts: Record<string, number> = {}
const count = (what: string) => {
  counts[what] = (counts[what] ?? 0) + 1
}

/** A day of the crawler's own troubles: killed, two at once, no disk, no index, no clock. */
async function troubledTick(crawler: Crawler, at: number, random: () => number): Promise<void> {
  const fate = random()
  if (fate < 0.15) {
    count('F17 killed')
    await crawler.run(failingAt(Math.floor(random() * 60))).catch(() => undefined)
    await crawler.run()
  } else if (fate < 0.25) {
    count('F16 two at once')
    await Promise.all([crawler.run(), crawler.run()])
  } else if (fate < 0.33) {
    count('F18 disk full')
    await expect(crawler.run(failingAt(Math.floor(random() * 3), 13))).rejects.toThrow(StorageFails)
  } else if (fate < 0.43) {
    count('F19 index down')
    await crawler.run(plain, true)
  } else if (fate < 0.5) {
    count('F14 clock days back')
    crawler.moveTo(at - 3 * DAY_MS)
    if (at > START + 3 * DAY_MS) await expect(crawler.run()).rejects.toThrow(ClockWentBack)
    crawler.moveTo(at)
  } else if (fate < 0.58) {
    count('F14 clock hours off')
    crawler.moveTo(at + (random() - 0.5) * 16 * HOUR_MS)
    await crawler.run()
    crawler.moveTo(at)
  } else await crawler.run()
}

async function live(crawler: Crawler, tick: (at: number) => Promise<unknown>): Promise<void> {
  for (let at = START; at < START + DAYS * DAY_MS; at += TICK_MS) {
    crawler.moveTo(at)
    await tick(at)
  }
  for (const day of AFTER_DAYS) {
    crawler.moveTo(START + day * DAY_MS)
    await crawler.run()
  }
}

/** Stories that moved: whoever comes late meets them first, and for ever, under their second address. */
const moved = new Set(world.flatMap(({ stories }) => stories.filter((story) => story.moved).map(({ title }) => title)))

/** What a reader gets, without the moments at which a crawl happened to be there. */
function toFacts({ id, url, title, body, publishedAt, state, kind, type, regions }: Item) {
  return { url, title, body, publishedAt, state, kind, type, regions, ...(moved.has(title) ? {} : { id }) }
}

/** By title, which no two stories share; without what gave way to an older self of its own. */
async function factsOf({ db }: Crawler) {
  const all = await allItems(db)
  const standing = new Set(all.filter(({ state }) => state !== 'gone').map(({ title }) => title))
  const items = all.filter(({ title, state }) => state !== 'gone' || !standing.has(title))
  const facts = new Map(items.map((item) => [item.title, toFacts(item)]))
  expect(facts.size).toBe(items.length)
  return facts
}

describe('thirty days with every fault', () => {
  let clean: Crawler
  let chaos: Crawler
  let expected: Awaited<ReturnType<typeof factsOf>>
  let found: Awaited<ReturnType<typeof factsOf>>
  let listed: Set<string>
  let tookMs: number

  beforeAll(async () => {
    const startedAt = performance.now()
    const random = seededRandom(SEED)
    const spells = makeSpells(random)
    clean = await openCrawler(world, new Map(), random)
    await live(clean, () => clean.run())
    chaos = await openCrawler(world, spells, random)
    await live(chaos, (at) => troubledTick(chaos, at, random))
    expected = await factsOf(clean)
    found = await factsOf(chaos)
    listed = new Set((await listQuarantine(chaos.db)).map(({ url }) => url))
    for (const { name } of [...spells.values()].flat()) count(name)
    tookMs = performance.now() - startedAt
  }, 240_000)

  afterAll(() => {
    const lost = [...expected.values()].filter(({ title }) => !found.has(title))
    process.stdout.write(
      `chaos seed ${SEED}: ${DAYS} days, ${SITES} sites, ${Object.keys(counts).length} kinds of trouble ${Object.values(counts).reduce((a, b) => a + b, 0)} times, ${expected.size} items, ${lost.length} lost and listed, ${Math.round(tookMs / 1_000)} s\n`,
    )
  })

  it('met every trouble', () => {
    expect(Object.keys(TROUBLES).filter((name) => !counts[name])).toEqual([])
    expect(Object.keys(counts).filter((name) => /^F1[46789] /.test(name))).toHaveLength(6)
  })

  it('has something to lose', () => expect(expected.size).toBeGreaterThan(250))

  it('invents nothing', () => expect([...found.values()].filter(({ title }) => !expected.has(title))).toEqual([]))

  it('loses nothing but what stood only while its site was troubled, or what it lists', () => {
    const lost = [...expected.values()].filter(({ title, url }) => !found.has(title) && !listed.has(url))
    expect(lost.filter(({ state }) => state !== 'gone')).toEqual([])
  })

  it('changes nothing', () => {
    const kept = [...expected.values()].filter(({ title, url }) => found.has(title) && !listed.has(url))
    expect(kept.map(({ title }) => found.get(title))).toEqual(kept)
  })

  it('lists few losses', () => expect(listed.size).toBeLessThan(5))

  it('leaves an index that is whole, and nothing unpublished', async () => {
    expect(await outboxDepth(chaos.db)).toBe(0)
    const engine = createSqlEngine(chaos.db, { facetLimit: 5_000, town: testTown(sources) })
    expect((await verify(chaos.db, engine)).problems).toEqual([])
  })
})
