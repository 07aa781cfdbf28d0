/** 热门职位, 热门地点 and employers, out of what is open now: no clicks, nothing paid, anyone can compute it again. */
import type { PopularResponse } from '../../domain/api.ts'
import { localDay } from '../../domain/dates.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import { POSITIONS } from '../../domain/positions.ts'
import type { Names, Town } from '../../domain/town.ts'
import { DIMENSIONS, filterToken, OPEN_KEY, TYPE_LETTER } from '../filter-tokens.ts'
import { matchExpression } from '../match.ts'
import { epochDay, SLOTS_PER_DAY } from './slot.ts'

const WINDOW_DAYS = 60
const POPULAR_FORMULA =
  'score = min(headcount, 10 × employers) + 5 × employers; headcount: persons wanted in open positions ' +
  'published in the window, 1 where the source names no number; employers: different employers among them. ' +
  'Equal scores: newest position first.'
const MAX_VALUES = 50

interface Row {
  n: number
  keys: string
  employer: string | null
  headcount: number | null
}
interface Tally {
  headcount: number
  employers: Set<string>
  items: number
  newest: number
}

export interface PopularAsked {
  by: PopularResponse['by']
  region?: string
  at: Date
  town: Town
  /** Values answered, at most 50. */
  limit?: number
}

/** Highest score first. Positions without a named employer count as one employer together. */
export async function popular(db: SqlDatabase, asked: PopularAsked): Promise<PopularResponse> {
  const to = localDay(asked.at, asked.town.timeZone)
  const from = new Date((epochDay(to) - WINDOW_DAYS + 1) * 86_400_000).toISOString().slice(0, 10)
  const tallies = new Map<string, Tally>()
  for (const row of await openPositions(db, asked, from, to)) {
    for (const value of valuesOf(row, asked)) add(tallies, value, row)
  }
  const values = [...tallies].map(([value, tally]) => ({ value, tally, score: scoreOf(tally) }))
  values.sort((a, b) => b.score - a.score || b.tally.newest - a.tally.newest || (a.value < b.value ? -1 : 1))
  const nameOf = namesFor(asked)
  return {
    by: asked.by,
    formula: POPULAR_FORMULA,
    window: { from, to },
    values: values.slice(0, Math.min(asked.limit ?? MAX_VALUES, MAX_VALUES)).map(({ value, tally, score }) => ({
      value,
      names: nameOf(value),
      score,
      headcount: tally.headcount,
      employers: tally.employers.size,
      items: tally.items,
    })),
  }
}

async function openPositions(db: SqlDatabase, asked: PopularAsked, from: string, to: string): Promise<Row[]> {
  const keys = [`${DIMENSIONS.kind}job`, `${TYPE_LETTER}position`, OPEN_KEY]
  if (asked.region !== undefined) keys.push(DIMENSIONS.region + asked.region)
  return db.all<Row>(
    `select c.n, c.keys, c.employer, c.headcount from item_fts f cross join facet c on c.n = f.rowid
      where f.item_fts match ?1 and f.rowid between ?2 and ?3 and c.closes > ?4 order by f.rowid desc`,
    [
      matchExpression(
        [],
        keys.map((key) => [filterToken(key)]),
      ),
      epochDay(from) * SLOTS_PER_DAY,
      (epochDay(to) + 1) * SLOTS_PER_DAY - 1,
      Math.floor(asked.at.getTime() / 1000),
    ],
  )
}

/** A region counts for every region it lies in, but the one asked about and the town itself say nothing new. */
function valuesOf(row: Row, { by, region, town }: PopularAsked): string[] {
  if (by === 'employer') return row.employer === null ? [] : [row.employer]
  const values = (JSON.parse(row.keys) as string[])
    .filter((key) => key.startsWith(DIMENSIONS[by]))
    .map((key) => key.slice(1))
  return by === 'region' ? values.filter((code) => code !== region && code !== town.root) : values
}

function add(tallies: Map<string, Tally>, value: string, row: Row): void {
  const tally = tallies.get(value) ?? { headcount: 0, employers: new Set(), items: 0, newest: row.n }
  tally.headcount += row.headcount ?? 1
  tally.employers.add(row.employer ?? '')
  tally.items += 1
  tallies.set(value, tally)
}

function scoreOf({ headcount, employers }: Tally): number {
  return Math.min(headcount, 10 * employers.size) + 5 * employers.size
}

function namesFor({ by, town }: PopularAsked): (value: string) => Names {
  const known: Map<string, Names> =
    by === 'region'
      ? new Map(town.regions.map(({ code, names }) => [code, names]))
      : new Map(POSITIONS.map(({ id, names }) => [id, names]))
  // An employer is called what the source calls it.
  return (value) => (by === 'employer' ? undefined : known.get(value)) ?? { [town.languages[0] ?? 'en']: value }
}
