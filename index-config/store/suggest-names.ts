/** Names that begin with what is typed: positions, places, categories and employers, those with most to offer first. */
import type { Suggestion } from '../../domain/api.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import { POSITIONS } from '../../domain/positions.ts'
import type { Names, Town } from '../../domain/town.ts'
import { alternativesIn } from '../analyse.ts'
import { DIMENSIONS, filterToken, OPEN_KEY } from '../filter-tokens.ts'
import { fold } from '../fold.ts'
import { spelledBy } from '../lexicon-rows.ts'
import { matchExpression } from '../match.ts'

/** Names looked at for one beginning; after that the letters that follow decide. */
export const MAX_LOOKED_AT = 300
/** Names whose open items are counted, and how far. */
const MAX_COUNTED = 20
const COUNTED_TO = 100

interface Named {
  key: string
  rank: number
  what: 'position' | 'region' | 'category' | 'employer'
  value: string
}

/** One typed in full before all; employers only while they offer something. Three statements. */
export async function namesFor(db: SqlDatabase, town: Town, q: string): Promise<Suggestion[]> {
  const typed = typedOf(q)
  const found = await Promise.all([begunBy(db, 'n', typed), begunBy(db, 'e', typed)])
  const best = new Map<string, Named>()
  for (const row of found.flat().sort((a, b) => nearer(a, b, typed))) {
    const name = `${row.what} ${row.value}`
    if (!best.has(name)) best.set(name, row)
  }
  const counted = await withOpen(db, [...best.values()].slice(0, MAX_COUNTED))
  const nameOf = namesOf(town)
  return counted
    .filter(({ what, open }) => what !== 'employer' || open > 0)
    .sort((a, b) => Number(isWhole(b, typed)) - Number(isWhole(a, typed)) || b.open - a.open)
    .map(({ what, value }) => ({ what, value, text: nameOf.get(`${what} ${value}`) ?? value }))
}

/** What stands in the lexicon's keys: the characters, and as pinyin the letters alone. */
interface Typed {
  characters: string
  letters: string | undefined
}

export function typedOf(q: string): Typed {
  const characters = fold(q).replace(/\s+/gu, ' ').trim()
  const latin = /^[\p{Script=Latin}\p{M}\p{N}\s'’]+$/u.test(characters)
  return { characters, letters: latin ? spelledBy(characters).replaceAll(' ', '') || undefined : undefined }
}

async function begunBy(db: SqlDatabase, sort: 'n' | 'e', { characters, letters }: Typed): Promise<Named[]> {
  const ranges = [
    [`${sort}w`, characters],
    ...(letters === undefined
      ? []
      : [
          [`${sort}p`, letters],
          [`${sort}i`, letters],
        ]),
  ]
  const parts = ranges.map(
    (_, at) => `select * from (select key, rank, what, value from lexicon
      where how = ?${2 * at + 1} and key >= ?${2 * at + 2} and key < ?${2 * at + 2} || char(1114111) limit ${MAX_LOOKED_AT})`,
  )
  return db.all<Named & Record<string, string | number>>(parts.join(' union all '), ranges.flat())
}

function isWhole({ key }: Named, { characters, letters }: Typed): boolean {
  return key === characters || key === letters
}

/** Typed in full, then the town's own names before words of a trade, then the shorter. */
function nearer(one: Named, other: Named, typed: Typed): number {
  const whole = Number(isWhole(other, typed)) - Number(isWhole(one, typed))
  return whole || one.rank - other.rank || one.key.length - other.key.length || (one.value < other.value ? -1 : 1)
}

const LETTERS = { position: DIMENSIONS.position, region: DIMENSIONS.region, category: DIMENSIONS.category }
const OPEN = filterToken(OPEN_KEY)
const JOB = filterToken(`${DIMENSIONS.kind}job`)

/** How many items are open in each, counted to a hundred. */
async function withOpen(db: SqlDatabase, names: readonly Named[]): Promise<(Named & { open: number })[]> {
  const asked = names.map(({ what, value }) =>
    what === 'employer'
      ? matchExpression(
          alternativesIn(value).map((one) => [one]),
          [[JOB], [OPEN]],
        )
      : matchExpression([], [[filterToken(LETTERS[what] + value)], [OPEN]]),
  )
  const rows = await db.all<{ at: number; n: number }>(
    `select j.key as at,
      (select count(*) from (select 1 from item_fts f where f.item_fts match j.value limit ${COUNTED_TO})) as n
      from json_each(?1) j`,
    [JSON.stringify(asked)],
  )
  const counts = new Map(rows.map(({ at, n }) => [at, n]))
  return names.map((name, at) => ({ ...name, open: counts.get(at) ?? 0 }))
}

const kept = new WeakMap<Town, Map<string, string>>()

/** Names in the town's first language, by `<what> <value>`. */
function namesOf(town: Town): Map<string, string> {
  const known = kept.get(town)
  if (known) return known
  const language = town.languages[0] ?? 'en'
  const entry = (what: string, value: string, names: Names): [string, string] => [
    `${what} ${value}`,
    names[language] ?? value,
  ]
  const names = new Map([
    ...POSITIONS.map((one) => entry('position', one.id, one.names)),
    ...town.regions.map((one) => entry('region', one.code, one.names)),
    ...town.categories.map((one) => entry('category', one.id, one.names)),
  ])
  kept.set(town, names)
  return names
}
