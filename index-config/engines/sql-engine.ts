/** Search in SQLite's FTS5: the same SQL on node:sqlite and D1. */
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import type { Found, ItemQuery, Sort } from '../../domain/query.ts'
import type { Town } from '../../domain/town.ts'
import { type Place, parseCursor, toCursor } from '../cursor.ts'
import { toDocument } from '../document.ts'
import { type Counts, talliedFacets, tallyStatement } from '../facet-tally.ts'
import { answersFromCounters, countedFacets, emptyFacets } from '../facets.ts'
import { clearStatements, deleteStatements, type IndexChoice, writeStatements } from '../index-rows.ts'
import { KEPT_VALUES, type KeptCounts, keepCounts } from '../kept-counts.ts'
import type { Readings } from '../pinyin.ts'
import { firstPageStatement, newestStatement, type Plan, toPlan } from '../query-sql.ts'
import { readQuestion, type Terms, type Vocabulary } from '../question.ts'
import { firstRankedStatement, rankedStatement } from '../ranked-sql.ts'
import { engineOutboxStatements } from '../store/engine-queue.ts'
import { vocabularyOf } from '../store/lexicon.ts'
import { lexiconStatements } from '../store/lexicon-writing.ts'
import { bumpDataVersion, dataVersion } from '../store/meta.ts'
import { QueryError, type SearchEngine } from './engine.ts'

/** The engine that lives in the same database as the items, so its rows can share their transaction. */
export interface SqlEngine extends SearchEngine {
  /** Index rows of shown items made new, those of others taken away. Items that are not kept in `item` are passed over. */
  publishStatements(items: readonly Item[], at: Date, choice?: IndexChoice): Promise<SqlStatement[]>
  clearStatements(choice?: IndexChoice): SqlStatement[]
  /** Whose regions, synonyms, zone and currency the index was made with. */
  readonly town: Town
}

export function isSqlEngine(engine: SearchEngine): engine is SqlEngine {
  return 'publishStatements' in engine
}

export interface SqlEngineOptions {
  /** So many of the newest matches are counted for facets: 5,000 in a file, 1,000 on D1, which bills by rows read. */
  facetLimit: number
  town: Town
  /** How Chinese is spelled, for the words of what is published; who only searches needs none. */
  readings?: Readings
  /** Of the data, where the caller knows it and makes another engine for the next one; else it is asked for. */
  version?: number
  /** Of facets, for questions that are asked again before the data changes. */
  keptValues?: number
}

/** Largest page. */
const MAX_LIMIT = 50

interface Engine {
  db: SqlDatabase
  facetLimit: number
  town: Town
  readings?: Readings
  vocabulary: Vocabulary
  version?: number
  kept: KeptCounts
}

export function createSqlEngine(
  db: SqlDatabase,
  { facetLimit, town, readings, version, keptValues = KEPT_VALUES }: SqlEngineOptions,
): SqlEngine {
  const engine: Engine = {
    db,
    facetLimit,
    town,
    readings,
    vocabulary: vocabularyOf(db, town),
    version,
    kept: keepCounts(keptValues),
  }
  return {
    name: 'sql',
    town,
    search: (query, at, terms) => search(engine, query, at, terms),
    publish: async (items, at) => {
      await db.batch([...(await publishStatements(engine, items, at)), bumpDataVersion()])
    },
    remove: async (ids) => {
      await db.batch([...deleteStatements([...(await placesOf(db, ids)).values()]), bumpDataVersion()])
    },
    publishStatements: (items, at, choice) => publishStatements(engine, items, at, choice),
    clearStatements,
  }
}

async function search(engine: Engine, query: ItemQuery, at: Date, terms?: Terms): Promise<Found> {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_LIMIT)
    throw new QueryError(`limit is from 1 to ${MAX_LIMIT}`)
  const from = parseCursor(query)
  const plan = toPlan(query, terms ?? (await readQuestion(query.q, engine.vocabulary)), at)
  if (plan.impossible) return { ids: [], total: { n: 0, exact: true }, facets: emptyFacets(), facetsExact: true }
  const version = engine.version ?? (await dataVersion(engine.db))
  const known = engine.kept.find(query, version)
  const found =
    from === undefined && !known && !answersFromCounters(query)
      ? await firstPage(engine, query, plan, at)
      : await pageAndCounts(engine, query, plan, from, at, known)
  const { total, facets, facetsExact } = found
  engine.kept.keep(query, version, { total, facets, facetsExact })
  return found
}

type Page = Pick<Found, 'ids' | 'next'>
type Ranked = ItemQuery & { sort: Exclude<Sort, 'new'> }

/** One more than asked tells whether there is a next page. */
function pageOf<Row extends { id: string }>(rows: Row[], limit: number, next: (last: Row) => string): Page {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { ids: shown.map(({ id }) => id), ...(rows.length > limit && last && { next: next(last) }) }
}

/** Without words every match is as relevant as the next. */
function isByDate({ sort }: ItemQuery, plan: Plan): boolean {
  return sort === 'new' || (sort === 'relevance' && plan.terms.length === 0)
}

/** List and counts look at the same matches, so one look does for both. */
async function firstPage(engine: Engine, query: ItemQuery, plan: Plan, now: Date): Promise<Found> {
  const { db, facetLimit } = engine
  const { sort } = query
  if (sort !== 'new' && !isByDate(query, plan)) return firstRanked(engine, { ...query, sort }, plan, now)
  const want = { limit: query.limit + 1, counted: facetLimit + 1 }
  const [row] = await run<{ page: string; keys: string | null }>(db, firstPageStatement(plan, want))
  const rows = (JSON.parse(row?.page ?? '[]') as [n: number, id: string][]).map(([n, id]) => ({ n, id }))
  const page = pageOf(rows, query.limit, ({ n }) => toCursor(query, { n, key: 0, top: 0, at: 0 }))
  return { ...page, ...(await talliedFacets(db, row?.keys ?? null, facetLimit)) }
}

async function firstRanked({ db, facetLimit }: Engine, query: Ranked, plan: Plan, now: Date): Promise<Found> {
  const at = Math.floor(now.getTime() / 1000)
  const want = { sort: query.sort, at, limit: query.limit + 1, counted: facetLimit + 1 }
  const [row] = await run<{ page: string; keys: string | null }>(db, firstRankedStatement(plan, want))
  const rows = (JSON.parse(row?.page ?? '[]') as [n: number, key: number, id: string, top: number][]).map(
    ([n, key, id, top]) => ({ n, key, id, top }),
  )
  const page = pageOf(rows, query.limit, ({ n, key, top }) => toCursor(query, { n, key, top, at }))
  return { ...page, ...(await talliedFacets(db, row?.keys ?? null, facetLimit)) }
}

async function pageAndCounts(
  engine: Engine,
  query: ItemQuery,
  plan: Plan,
  from: Place | undefined,
  now: Date,
  known: Counts | undefined,
): Promise<Found> {
  const { sort } = query
  const [page, counts] = await Promise.all([
    sort === 'new' || isByDate(query, plan)
      ? newestPage(engine.db, query, plan, from)
      : rankedPage(engine.db, { ...query, sort }, plan, from, now),
    known ?? countsOf(engine, query, plan),
  ])
  return { ...page, ...counts }
}

async function newestPage(db: SqlDatabase, query: ItemQuery, plan: Plan, from: Place | undefined): Promise<Page> {
  const want = { columns: 'i.id', read: ['i' as const], under: from?.n, limit: query.limit + 1 }
  const rows = await run<{ n: number; id: string }>(db, newestStatement(plan, want))
  return pageOf(rows, query.limit, ({ n }) => toCursor(query, { n, key: 0, top: 0, at: 0 }))
}

async function rankedPage(
  db: SqlDatabase,
  query: Ranked,
  plan: Plan,
  from: Place | undefined,
  now: Date,
): Promise<Page> {
  const at = from?.at ?? Math.floor(now.getTime() / 1000)
  const statement = rankedStatement(plan, { sort: query.sort, at, from, limit: query.limit + 1 })
  const rows = await run<{ n: number; id: string; key: number; top: number }>(db, statement)
  return pageOf(rows, query.limit, ({ n, key, top }) => toCursor(query, { n, key, top: from?.top ?? top, at }))
}

async function countsOf({ db, facetLimit }: Engine, query: ItemQuery, plan: Plan): Promise<Counts> {
  if (answersFromCounters(query)) {
    const { total, facets } = await countedFacets(db, query)
    return { total: { n: total, exact: true }, facets, facetsExact: true }
  }
  const newest = newestStatement(plan, { columns: 'c.keys', read: ['c'], limit: facetLimit + 1 })
  const [tally] = await run<{ keys: string | null }>(db, tallyStatement(newest))
  return talliedFacets(db, tally?.keys ?? null, facetLimit)
}

async function publishStatements(
  { db, town, readings }: Engine,
  items: readonly Item[],
  at: Date,
  choice?: IndexChoice,
): Promise<SqlStatement[]> {
  const places = await placesOf(
    db,
    items.map(({ id }) => id),
  )
  const known = items.flatMap((item) => {
    const n = places.get(item.id)
    return n === undefined ? [] : [{ n, document: toDocument(item, town, at) }]
  })
  // The last of two with the same id stands.
  const last = [...new Map(known.map((one) => [one.n, one])).values()]
  const shown = last.flatMap(({ n, document }) => (document === undefined ? [] : [{ n, document }]))
  return [
    ...deleteStatements(
      last.filter(({ document }) => document === undefined).map(({ n }) => n),
      choice,
    ),
    ...writeStatements(shown, choice),
    ...(await lexiconStatements({ db, town, readings }, shown, choice)),
    // What is filled beside was published before.
    ...(choice?.suffix ? [] : engineOutboxStatements(items, at)),
  ]
}

async function placesOf(db: SqlDatabase, ids: readonly string[]): Promise<Map<string, number>> {
  const sql = 'select i.id, i.n from json_each(?1) j cross join item i on i.id = j.value'
  const rows = await db.all<{ id: string; n: number }>(sql, [JSON.stringify(ids)])
  return new Map(rows.map(({ id, n }) => [id, n]))
}

function run<Row>(db: SqlDatabase, { sql, params }: SqlStatement): Promise<Row[]> {
  return db.all<Row>(sql, params)
}
