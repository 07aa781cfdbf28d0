/** A domain query as SQL, within D1's limits, never sorted: the order of n is the order of dates. */

import type { SqlStatement, SqlValue } from '../domain/ports.ts'
import type { ItemQuery } from '../domain/query.ts'
import { QueryError } from './engines/engine.ts'
import { filtersOf } from './filter-tokens.ts'
import { matchExpression } from './match.ts'
import type { Terms } from './question.ts'
import { asWritten, type Bind } from './rank.ts'
import { epochDay, SLOTS_PER_DAY } from './store/slot.ts'

/** What a question comes to. */
export interface Plan {
  /** FTS5 expression; '' for every item. */
  match: string
  /** The same without what is guessed; absent where nothing is. */
  written?: string
  terms: Terms
  /** Both inclusive. */
  lowest: number
  highest: number
  payMin?: number
  /** Epoch seconds; only what closes later. */
  openAt?: number
  /** True when nothing can match: words without a letter or digit. */
  impossible: boolean
}

/** `terms` as `readQuestion` gives them. Throws QueryError. */
export function toPlan(query: ItemQuery, terms: Terms | undefined, at: Date): Plan {
  const [filters, written] = [filtersOf(query), asWritten(terms ?? [])]
  return {
    match: matchExpression(terms ?? [], filters),
    ...(written && { written: matchExpression(written, filters) }),
    terms: terms ?? [],
    lowest: query.from === undefined ? 0 : placeOf(query.from),
    highest: query.to === undefined ? Number.MAX_SAFE_INTEGER : placeOf(query.to) + SLOTS_PER_DAY - 1,
    ...(query.payMin && { payMin: query.payMin }),
    ...(query.open && { openAt: Math.floor(at.getTime() / 1000) }),
    impossible: terms?.length === 0,
  }
}

function placeOf(day: string): number {
  try {
    return epochDay(day) * SLOTS_PER_DAY
  } catch (cause) {
    throw new QueryError(`not a day: ${day}`, { cause })
  }
}

/** Tables that columns may be read of, besides `place` for n: i item, x item_text, c tally. */
export type Table = 'i' | 'x' | 'c'
export const TABLES: Record<Table, string> = { i: 'item', x: 'item_text', c: 'tally' }

export interface Wanted {
  columns: string
  read: Table[]
  /** Only below this place. */
  under?: number
  limit: number
}

/** The newest matches, at most `limit`; `columns` are of the tables named in `read`. */
export function newestStatement(plan: Plan, want: Wanted): SqlStatement {
  const params: SqlValue[] = []
  return { sql: newestSql(plan, want, bindInto(params)), params }
}

/**
 * The newest matches, looked up once: `page` a JSON list of [n, id] of the first `limit`, `keys` those of each of the first
 * `counted`, a blank between.
 */
export function firstPageStatement(plan: Plan, want: { limit: number; counted: number }): SqlStatement {
  const params: SqlValue[] = []
  const bind = bindInto(params)
  const matches = newestSql(plan, { columns: '', read: [], limit: Math.max(want.limit, want.counted) }, bind)
  const first = (limit: number) => `(select n from match limit ${bind(limit)}) m`
  const sql = `with match (n) as materialized (${matches}) select
    (select json_group_array(json_array(i.n, i.id)) from ${first(want.limit)} cross join item i on i.n = m.n) as page,
    (select group_concat(c.keys, ' ') from ${first(want.counted)} cross join tally c on c.n = m.n) as keys`
  return { sql, params }
}

export function bindInto(params: SqlValue[]): Bind {
  return (value) => `?${params.push(value)}`
}

export function newestSql(plan: Plan, want: Wanted, bind: Bind): string {
  const conditions = [...rangeConditions(plan, want.under, bind), ...rowConditions(plan, bind)]
  const place = plan.match === '' ? 'c.n' : 'f.rowid'
  const joins = [...new Set([...want.read, ...tablesOf(plan)])].filter((table) => plan.match !== '' || table !== 'c')
  // `cross join` keeps SQLite from starting anywhere but at the index.
  const from = [
    plan.match === '' ? 'tally c' : 'item_fts f',
    ...joins.map((table) => `cross join ${TABLES[table]} ${table} on ${table}.n = ${place}`),
  ]
  return `select ${place} as n${want.columns === '' ? '' : `, ${want.columns}`} from ${from.join(' ')}
    ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')} `}order by ${place} desc limit ${bind(want.limit)}`
}

/**
 * Numbers of JavaScript arrive as floating point, which FTS5 takes for no bound at all: without the cast every match from
 * the newest on would be read and thrown away.
 */
function rangeConditions(plan: Plan, under: number | undefined, bind: Bind): string[] {
  const place = plan.match === '' ? 'c.n' : 'f.rowid'
  const highest = under === undefined ? plan.highest : Math.min(plan.highest, under - 1)
  return [
    ...(plan.match === '' ? [] : [`f.item_fts match ${bind(plan.match)}`]),
    ...(plan.lowest > 0 ? [`${place} >= cast(${bind(plan.lowest)} as integer)`] : []),
    ...(highest < Number.MAX_SAFE_INTEGER ? [`${place} <= cast(${bind(highest)} as integer)`] : []),
  ]
}

/** What the index cannot decide alone. */
function rowConditions(plan: Plan, bind: Bind): string[] {
  return [
    ...(plan.payMin === undefined ? [] : [`c.pay_max >= ${bind(plan.payMin)}`]),
    ...(plan.openAt === undefined ? [] : [`c.closes > ${bind(plan.openAt)}`]),
  ]
}

function tablesOf(plan: Plan): Table[] {
  return plan.payMin !== undefined || plan.openAt !== undefined ? ['c'] : []
}
