/** Search in SQLite's FTS5: the same SQL on node:sqlite and D1. */
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import type { Count, Facets, Found, ItemQuery } from '../../domain/query.ts'
import type { Town } from '../../domain/town.ts'
import { type Synonyms, toSynonyms } from '../analyse.ts'
import { type Place, parseCursor, toCursor } from '../cursor.ts'
import { toDocument } from '../document.ts'
import { answersFromCounters, countedFacets, emptyFacets, type KeyGroup, talliedFacets } from '../facets.ts'
import { clearStatements, deleteStatements, writeStatements } from '../index-rows.ts'
import { newestStatement, type Plan, toPlan } from '../query-sql.ts'
import { type Candidate, RANKED, RANKS } from '../rank.ts'
import { QueryError, type SearchEngine } from './engine.ts'

/** The engine that lives in the same database as the items, so its rows can share their transaction. */
export interface SqlEngine extends SearchEngine {
  /** Index rows of shown items made new, those of others taken away. Items that are not kept in `item` are passed over. */
  publishStatements(items: readonly Item[], at: Date): Promise<SqlStatement[]>
  clearStatements(): SqlStatement[]
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
}

/** Largest page. */
const MAX_LIMIT = 50

interface Engine {
  db: SqlDatabase
  facetLimit: number
  town: Town
  synonyms: Synonyms
}

export function createSqlEngine(db: SqlDatabase, { facetLimit, town }: SqlEngineOptions): SqlEngine {
  const engine: Engine = { db, facetLimit, town, synonyms: toSynonyms(town.synonyms) }
  return {
    name: 'sql',
    town,
    search: (query, at) => search(engine, query, at),
    publish: async (items, at) => {
      await db.batch(await publishStatements(engine, items, at))
    },
    remove: async (ids) => {
      await db.batch(deleteStatements([...(await placesOf(db, ids)).values()]))
    },
    publishStatements: (items, at) => publishStatements(engine, items, at),
    clearStatements,
  }
}

async function search(engine: Engine, query: ItemQuery, at: Date): Promise<Found> {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_LIMIT)
    throw new QueryError(`limit is from 1 to ${MAX_LIMIT}`)
  const from = parseCursor(query)
  const plan = toPlan(query, engine.synonyms, at)
  if (plan.impossible) return { ids: [], total: { n: 0, exact: true }, facets: emptyFacets(), facetsExact: true }
  const [page, counts] = await Promise.all([
    // Without words every match is as relevant as the next.
    query.sort === 'new' || (query.sort === 'relevance' && plan.terms.length === 0)
      ? newestPage(engine, query, plan, from)
      : rankedPage(engine, query, plan, from, at),
    countsOf(engine, query, plan),
  ])
  return { ...page, ...counts }
}

type Page = Pick<Found, 'ids' | 'next'>

/** One more than asked tells whether there is a next page. */
function pageOf<Row extends { id: string }>(rows: Row[], limit: number, next: (last: Row) => string): Page {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { ids: shown.map(({ id }) => id), ...(rows.length > limit && last && { next: next(last) }) }
}

async function newestPage({ db }: Engine, query: ItemQuery, plan: Plan, from: Place | undefined): Promise<Page> {
  const want = { columns: 'i.id', read: ['i' as const], under: from?.n, limit: query.limit + 1 }
  const rows = await run<{ n: number; id: string }>(db, newestStatement(plan, want))
  return pageOf(rows, query.limit, ({ n }) => toCursor(query, { n, key: 0, top: 0, at: 0 }))
}

async function rankedPage(
  { db }: Engine,
  query: ItemQuery,
  plan: Plan,
  from: Place | undefined,
  now: Date,
): Promise<Page> {
  const columns = `i.id, ${query.sort === 'relevance' ? 'x.t' : `'' as t`}, c.deadline, c.pay_max`
  const read = query.sort === 'relevance' ? (['i', 'x', 'c'] as const) : (['i', 'c'] as const)
  const want = { columns, read: [...read], under: from && from.top + 1, limit: RANKED }
  const candidates = await run<Candidate>(db, newestStatement(plan, want))
  const at = from?.at ?? Math.floor(now.getTime() / 1000)
  const top = from?.top ?? candidates[0]?.n ?? 0
  const keyOf = query.sort === 'new' ? () => 0 : RANKS[query.sort]
  const ranked = candidates
    .map(({ n, id, ...rest }) => ({ n, id, key: keyOf({ n, id, ...rest } as Candidate, plan.terms, at) }))
    .sort(inOrder)
    .filter((candidate) => from === undefined || inOrder(candidate, from) > 0)
  return pageOf(ranked, query.limit, ({ n, key }) => toCursor(query, { n, key, top, at }))
}

function inOrder(one: { key: number; n: number }, other: { key: number; n: number }): number {
  return one.key - other.key || other.n - one.n
}

async function countsOf(
  { db, facetLimit }: Engine,
  query: ItemQuery,
  plan: Plan,
): Promise<{ total: Count; facets: Facets; facetsExact: boolean }> {
  if (answersFromCounters(query)) {
    const { total, facets } = await countedFacets(db, query)
    return { total: { n: total, exact: true }, facets, facetsExact: true }
  }
  const newest = newestStatement(plan, { columns: 'c.keys', read: ['c'], limit: facetLimit + 1 })
  const groups = await run<KeyGroup>(db, {
    sql: `select keys, count(*) as n, min(n) as oldest from (${newest.sql}) group by keys`,
    params: newest.params,
  })
  return talliedFacets(groups, facetLimit)
}

async function publishStatements({ db, town }: Engine, items: readonly Item[], at: Date): Promise<SqlStatement[]> {
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
  return [
    ...deleteStatements(last.filter(({ document }) => document === undefined).map(({ n }) => n)),
    ...writeStatements(last.flatMap(({ n, document }) => (document === undefined ? [] : [{ n, document }]))),
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
