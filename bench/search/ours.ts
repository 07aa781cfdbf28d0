/** A process of its own that measures one prepared database: `node ours.ts '{"path":…,"count":…}'`. */

import { type ItemQuery, SORTS, type Sort } from '../../domain/query.ts'
import { openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { createSqlEngine, type SqlEngine } from '../../index-config/engines/sql-engine.ts'
import { joinAndSort } from './join-and-sort.ts'
import { peakRssMb, type Spread, spreadOf, worst } from './measure.ts'
import { benchTexts, FILTERS, SORTS_OF_TEXT, type SortOfText } from './questions.ts'
import { BENCH_NOW, benchTown } from './town.ts'
import { whileWriting } from './while-writing.ts'

export interface Orders {
  path: string
  count: number
  /** So many of the hundred texts of each sort. */
  texts: number
}

export interface Figures {
  count: number
  /** Whole answers: the list, the total and the facets. */
  lists: Record<SortOfText, Spread>
  /** The list alone, as the usual shape has it. */
  bareLists: Record<SortOfText, Spread>
  joined: Record<SortOfText, Spread>
  /** Without words: whole answers, and the list alone. */
  feeds: Spread
  bareFeeds: Spread
  ranked: Record<Exclude<Sort, 'new'>, Spread>
  facets: { capped: Spread; exact: Spread; texts: number }
  maxRssMb: number
  writing: { alone: Spread; beside: Spread; batchMs: Spread; batches: number }
}

/** As in a file on one machine. */
const FACET_LIMIT = 5_000
/** Texts of each sort that the slow shapes are asked. */
const SLOW_TEXTS = 5
const FACET_TEXTS = 25

const { path, count, texts: wanted } = JSON.parse(process.argv[2] ?? '{}') as Orders
process.send?.(await measureAll())
process.disconnect?.()

async function measureAll(): Promise<Figures> {
  const db = openSqlite(path)
  const town = benchTown()
  // Every question is counted anew, as if it were the first of its kind.
  const engineWith = (facetLimit: number) => createSqlEngine(db, { facetLimit, town, keptValues: 0 })
  const [engine, bare, exact] = [engineWith(FACET_LIMIT), engineWith(0), engineWith(Number.MAX_SAFE_INTEGER)]
  const texts = someTexts()
  const ask = (one: SqlEngine) => (query: ItemQuery) => one.search(query, BENCH_NOW)
  await spreadOf(
    texts['two characters'].map((q) => toQuery({ q })),
    ask(engine),
    { rounds: 1 },
  )
  const lists = await overTexts((queries) => spreadOf(queries, ask(engine)))
  const bareLists = await overTexts((queries) => spreadOf(queries, ask(bare)))
  const feeds = await feedsOf(engine)
  const bareFeeds = await feedsOf(bare)
  const ranked = await rankedOf(engine)
  const maxRssMb = peakRssMb()
  const joined = await overTexts((queries) =>
    spreadOf(some(queries, SLOW_TEXTS), (query) => joinAndSort(db, query), { rounds: 2 }),
  )
  const facets = await facetsOf(engine, exact)
  db.close()
  const writing = await whileWriting(
    { path, count, texts: wanted },
    texts['two characters'].map((q) => toQuery({ q })),
  )
  return { count, lists, bareLists, joined, feeds, bareFeeds, ranked, facets, maxRssMb, writing }
}

function toQuery(change: Partial<ItemQuery>): ItemQuery {
  return { sort: 'new', limit: 20, ...change }
}

/** Evenly out of all. */
function some<T>(values: readonly T[], number: number): T[] {
  const every = Math.max(1, Math.floor(values.length / number))
  return values.filter((_, at) => at % every === 0)
}

function someTexts(): Record<SortOfText, string[]> {
  const texts = benchTexts()
  for (const sort of SORTS_OF_TEXT) texts[sort] = some(texts[sort], wanted)
  return texts
}

/** Per sort of text, the slowest filter. */
async function overTexts(spread: (queries: ItemQuery[]) => Promise<Spread>): Promise<Record<SortOfText, Spread>> {
  const texts = someTexts()
  const found = {} as Record<SortOfText, Spread>
  for (const sort of SORTS_OF_TEXT) {
    const spreads: Spread[] = []
    for (const filter of Object.values(FILTERS))
      spreads.push(await spread(texts[sort].map((q) => toQuery({ ...filter, q }))))
    found[sort] = worst(spreads)
  }
  return found
}

/** Two pages each, the second by the cursor of the first; the time of both by two. */
async function feedsOf(engine: SqlEngine): Promise<Spread> {
  const spreads: Spread[] = []
  for (const filter of Object.values(FILTERS)) {
    const turns = Array.from({ length: wanted }, () => toQuery(filter))
    const spread = await spreadOf(turns, async (query) => {
      const { next } = await engine.search(query, BENCH_NOW)
      await engine.search({ ...query, cursor: next }, BENCH_NOW)
    })
    spreads.push({ p50: spread.p50 / 2, p99: spread.p99 / 2 })
  }
  return worst(spreads)
}

async function rankedOf(engine: SqlEngine): Promise<Figures['ranked']> {
  const texts = someTexts()
  const found = {} as Figures['ranked']
  for (const sort of SORTS) {
    if (sort === 'new') continue
    const queries = SORTS_OF_TEXT.flatMap((kind) => texts[kind].map((q) => toQuery({ q, sort })))
    found[sort] = await spreadOf(queries, (query) => engine.search(query, BENCH_NOW))
  }
  return found
}

/** Only texts with more matches than are counted. */
async function facetsOf(engine: SqlEngine, exact: SqlEngine): Promise<Figures['facets']> {
  const over: ItemQuery[] = []
  for (const q of Object.values(someTexts()).flat()) {
    const { total } = await engine.search(toQuery({ q, limit: 1 }), BENCH_NOW)
    if (!total.exact) over.push(toQuery({ q, limit: 1 }))
  }
  const few = some(over, Math.min(wanted, FACET_TEXTS))
  return {
    capped: await spreadOf(few, (query) => engine.search(query, BENCH_NOW)),
    exact: await spreadOf(few, (query) => exact.search(query, BENCH_NOW), { rounds: 2 }),
    texts: few.length,
  }
}
