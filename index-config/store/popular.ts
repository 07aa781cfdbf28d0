/** 热门职位, 热门地点 and employers, out of what is open now and what was open in the window before. */
import type { PopularFigures, PopularResponse, PopularValue } from '../../domain/api.ts'
import { localDay } from '../../domain/dates.ts'
import { type Demand, POPULAR_DAYS, popularFormula, scoreOf, trendOf } from '../../domain/popularity.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { POSITIONS } from '../../domain/positions.ts'
import type { Names, Town } from '../../domain/town.ts'
import { DIMENSIONS, filterToken, OPEN_KEY, TYPE_LETTER } from '../filter-tokens.ts'
import { matchExpression } from '../match.ts'
import { ASSUMED_DAYS } from '../open.ts'
import { epochDay, SLOTS_PER_DAY } from './slot.ts'

const MAX_VALUES = 50
const DAY_SECONDS = 86_400

export interface PopularAsked {
  by: PopularResponse['by']
  region?: string
  at: Date
  town: Town
  /** Values answered, at most 50. */
  limit?: number
}

/** An answer, and the moment from which time alone may change it. */
export interface Lasting<Answer> {
  answer: Answer
  until: Date
}

/** Highest score first. Reads every position of both windows: for whoever keeps the answer as long as it holds. */
export async function popular(db: SqlDatabase, asked: PopularAsked): Promise<Lasting<PopularResponse>> {
  const span = spansOf(asked)
  const [now, before] = await Promise.all([
    run(db, demandStatement(asked, span.now, [OPEN_KEY])),
    run(db, demandStatement(asked, span.before, [])),
  ])
  const toValue = valueMaker(asked, before)
  const sorted = now
    .filter(({ value }) => !saysNothing(value, asked))
    .sort((a, b) => scoreOf(asked.by, b) - scoreOf(asked.by, a) || b.newest - a.newest || (a.value < b.value ? -1 : 1))
  return {
    answer: {
      by: asked.by,
      formula: popularFormula(asked.by, ASSUMED_DAYS),
      window: daysOf(span.now),
      windowBefore: daysOf(span.before),
      values: sorted.slice(0, Math.min(asked.limit ?? MAX_VALUES, MAX_VALUES)).map(toValue),
    },
    until: untilWhen(asked, now, before),
  }
}

/** Epoch days, inclusive, and the epoch second at which a position had to be open. */
interface Span {
  from: number
  to: number
  openAt: number
}

function spansOf({ at, town }: PopularAsked): { now: Span; before: Span } {
  const to = epochDay(localDay(at, town.timeZone))
  const openAt = Math.floor(at.getTime() / 1000)
  const back = (days: number): Span => ({
    from: to - days - POPULAR_DAYS + 1,
    to: to - days,
    openAt: openAt - days * DAY_SECONDS,
  })
  return { now: back(0), before: back(POPULAR_DAYS) }
}

function daysOf({ from, to }: Span): { from: string; to: string } {
  const day = (n: number) => new Date(n * DAY_SECONDS * 1000).toISOString().slice(0, 10)
  return { from: day(from), to: day(to) }
}

interface Row extends Demand {
  value: string
  newest: number
  closes: number
}

/**
 * One row per value: counted where the rows lie, since a big town has ten thousand open positions and some hundred values.
 * Bounds are cast because FTS5 takes a number of JavaScript for none (query-sql.ts).
 */
function demandStatement({ by, region }: PopularAsked, { from, to, openAt }: Span, keys: string[]): SqlStatement {
  const filters = [`${TYPE_LETTER}position`, ...keys]
  if (region !== undefined) filters.push(DIMENSIONS.region + region)
  const match = matchExpression(
    [],
    filters.map((key) => [filterToken(key)]),
  )
  const [value, joined, wanted] =
    by === 'employer'
      ? ['c.employer', '', 'c.employer is not null']
      : ['substr(k.value, 2)', 'cross join json_each(c.keys) k', 'substr(k.value, 1, 1) = ?5']
  return {
    sql: `select ${value} as value, sum(coalesce(c.headcount, 1)) as headcount,
        count(distinct coalesce(c.employer, '')) as employers, count(*) as items, max(c.n) as newest, min(c.closes) as closes
      from item_fts f cross join facet c on c.n = f.rowid ${joined}
      where f.item_fts match ?1 and f.rowid between cast(?2 as integer) and cast(?3 as integer)
        and c.closes > ?4 and ${wanted} group by 1`,
    params: [
      match,
      from * SLOTS_PER_DAY,
      (to + 1) * SLOTS_PER_DAY - 1,
      openAt,
      ...(by === 'employer' ? [] : [DIMENSIONS[by]]),
    ],
  }
}

const run = (db: SqlDatabase, { sql, params }: SqlStatement): Promise<Row[]> => db.all<Row>(sql, params)

/** A region counts for every region it lies in, but the one asked about and the town itself say nothing new. */
function saysNothing(value: string, { by, region, town }: PopularAsked): boolean {
  return by === 'region' && (value === region || value === town.root)
}

function valueMaker(asked: PopularAsked, before: Row[]): (row: Row) => PopularValue {
  const nameOf = namesFor(asked)
  const known = new Map(before.map((row) => [row.value, row]))
  return (row) => {
    const earlier = known.get(row.value) ?? { headcount: 0, employers: 0, items: 0 }
    return {
      value: row.value,
      names: nameOf(row.value),
      ...figuresOf(asked.by, row),
      before: figuresOf(asked.by, earlier),
      ...(before.length > 0 && { trend: trendOf(asked.by, row, earlier) }),
    }
  }
}

function figuresOf(by: PopularAsked['by'], { headcount, employers, items }: Demand): PopularFigures {
  return { score: scoreOf(by, { headcount, employers, items }), headcount, employers, items }
}

function namesFor({ by, town }: PopularAsked): (value: string) => Names {
  const known: Map<string, Names> =
    by === 'region'
      ? new Map(town.regions.map(({ code, names }) => [code, names]))
      : new Map(POSITIONS.map(({ id, names }) => [id, names]))
  // An employer is called what the source calls it.
  return (value) => (by === 'employer' ? undefined : known.get(value)) ?? { [town.languages[0] ?? 'en']: value }
}

/** The next closing in either window; at the latest the next quarter of an hour, since every zone's midnight is one. */
function untilWhen({ at }: PopularAsked, now: Row[], before: Row[]): Date {
  const closings = [
    ...now.map(({ closes }) => closes),
    ...before.map(({ closes }) => closes + POPULAR_DAYS * DAY_SECONDS),
  ].map((seconds) => seconds * 1000)
  const quarter = (Math.floor(at.getTime() / QUARTER_MS) + 1) * QUARTER_MS
  return new Date(closings.reduce((least, closing) => Math.min(least, closing), quarter))
}
const QUARTER_MS = 900_000
