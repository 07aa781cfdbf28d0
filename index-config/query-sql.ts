/** A domain query as SQL, within D1's limits, never sorted: the order of n is the order of dates. */

import type { SqlStatement, SqlValue } from '../domain/ports.ts'
import type { ItemQuery } from '../domain/query.ts'
import { type Alternative, matchTerms, type Synonyms, type Terms } from './analyse.ts'
import { QueryError } from './engines/engine.ts'
import { filtersOf } from './filter-tokens.ts'
import { matchExpression } from './match.ts'
import { epochDay, SLOTS_PER_DAY } from './store/slot.ts'

/** What a question comes to. */
export interface Plan {
  /** FTS5 expression; '' for every item. */
  match: string
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

/** Throws QueryError. */
export function toPlan(query: ItemQuery, synonyms: Synonyms, at: Date): Plan {
  const terms = matchTerms(query.q ?? '', synonyms)
  return {
    match: matchExpression(terms ?? [], filtersOf(query)),
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

/** Tables that columns may be read of, besides `place` for n: i item, x item_text, c facet. */
type Table = 'i' | 'x' | 'c'
const TABLES: Record<Table, string> = { i: 'item', x: 'item_text', c: 'facet' }

/** The newest matches below `under` (exclusive), at most `limit`; `columns` are of the tables named in `read`. */
export function newestStatement(
  plan: Plan,
  want: { columns: string; read: Table[]; under?: number; limit: number },
): SqlStatement {
  const params: SqlValue[] = []
  const bind = (value: SqlValue) => `?${params.push(value)}`
  const conditions = [...rangeConditions(plan, want.under, bind), ...rowConditions(plan, bind)]
  const place = plan.match === '' ? 'c.n' : 'f.rowid'
  const joins = [...new Set([...want.read, ...tablesOf(plan)])].filter((table) => plan.match !== '' || table !== 'c')
  // `cross join` keeps SQLite from starting anywhere but at the index.
  const from = [
    plan.match === '' ? 'facet c' : 'item_fts f',
    ...joins.map((table) => `cross join ${TABLES[table]} ${table} on ${table}.n = ${place}`),
  ]
  return {
    sql: `select ${place} as n${want.columns === '' ? '' : `, ${want.columns}`} from ${from.join(' ')}
      where ${conditions.join(' and ')} order by ${place} desc limit ${bind(want.limit)}`,
    params,
  }
}

type Bind = (value: SqlValue) => string

function rangeConditions(plan: Plan, under: number | undefined, bind: Bind): string[] {
  const place = plan.match === '' ? 'c.n' : 'f.rowid'
  const highest = under === undefined ? plan.highest : Math.min(plan.highest, under - 1)
  return [
    ...(plan.match === '' ? [] : [`f.item_fts match ${bind(plan.match)}`]),
    `${place} between ${bind(plan.lowest)} and ${bind(highest)}`,
  ]
}

/** What the index cannot decide alone. */
function rowConditions(plan: Plan, bind: Bind): string[] {
  return [
    ...checksOf(plan).map((strings) => `(${strings.map((text) => `instr(x.t, ${bind(text)})`).join(' or ')})`),
    ...(plan.payMin === undefined ? [] : [`c.pay_max >= ${bind(plan.payMin)}`]),
    ...(plan.openAt === undefined ? [] : [`c.closes > ${bind(plan.openAt)}`]),
  ]
}

function tablesOf(plan: Plan): Table[] {
  const row = plan.payMin !== undefined || plan.openAt !== undefined
  return [...(checksOf(plan).length > 0 ? (['x'] as const) : []), ...(row ? (['c'] as const) : [])]
}

/** Pairs that all occur need not stand together, so terms of several tokens are looked for again; a synonym may stand in. */
function checksOf(plan: Plan): string[][] {
  const needed = plan.terms.filter((alternatives) => alternatives.some(({ check }) => check !== undefined))
  return needed.map((alternatives) => alternatives.map(checkOf))
}

/** In the folded text, a word that its token alone would prove stands in the same form. */
function checkOf({ check, normal }: Alternative): string {
  return check ?? normal
}
