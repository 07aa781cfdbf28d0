/** Counts the facet keys of many matches at once: one character a key (`tally.keys`), one string for all matches. */
import type { SqlDatabase, SqlStatement } from '../domain/ports.ts'
import type { Count, Facets } from '../domain/query.ts'
import { type FacetRow, toFacets } from './facets.ts'

export interface Counts {
  total: Count
  facets: Facets
  facetsExact: boolean
}

/** Wraps a statement that gives `keys` of the newest `limit` + 1 matches, newest first; answers `keys`. */
export function tallyStatement({ sql, params }: SqlStatement): SqlStatement {
  return { sql: `select group_concat(keys, ' ') as keys from (${sql})`, params }
}

/** `keys`: those of each match, a blank between, null when there is none. The one match too many only tells that there are more. */
export async function talliedFacets(db: SqlDatabase, keys: string | null, limit: number): Promise<Counts> {
  const known = keysOf(db)
  const characters = keys ?? ''
  const counts = countCodes(characters, known.length) ?? countCodes(characters, (await readMore(db, known)).length)
  const found = keys === null ? 0 : (counts?.[BLANK] ?? 0) + 1
  const exact = found <= limit
  const rows = rowsOf(known, counts ?? [], exact ? '' : characters.slice(characters.lastIndexOf(' ') + 1))
  return { total: { n: Math.min(found, limit), exact }, facets: toFacets(rows), facetsExact: exact }
}

/** Without those of one match, whose keys are `but`. */
function rowsOf(known: readonly string[], counts: Iterable<number>, but: string): FacetRow[] {
  const less = countCodes(but, known.length)
  const rows: FacetRow[] = []
  let code = 0
  for (const count of counts) {
    const key = known[code]
    const n = count - (less?.[code] ?? 0)
    if (n > 0 && key !== undefined) rows.push({ dim: key.slice(0, 1), value: key.slice(1), n })
    code += 1
  }
  return rows
}

/** How often each number stands there; undefined when one is not below `size`. */
function countCodes(characters: string, size: number): Uint32Array | undefined {
  const counts = new Uint32Array(Math.max(size, BLANK + 1))
  for (let at = 0; at < characters.length; at += 1) {
    const code = codeOf(characters, at)
    if (code >= counts.length) return undefined
    if (code > UNIT) at += 1
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

const BLANK = 32
const SURROGATES = 0xd800
const SURROGATE_COUNT = 2_048
/** Greatest number that is written as one unit of UTF-16. */
const UNIT = 0xffff - SURROGATE_COUNT

/** The other way round than in index-rows.ts: the numbers of surrogates are left out. */
function codeOf(characters: string, at: number): number {
  const unit = characters.charCodeAt(at)
  return unit < SURROGATES ? unit : (characters.codePointAt(at) ?? 0) - SURROGATE_COUNT
}

/** Keys by their numbers, as read so far; holes where there is none. Rows of `facet_key` never change. */
const readKeys = new WeakMap<SqlDatabase, string[]>()

function keysOf(db: SqlDatabase): string[] {
  const known = readKeys.get(db) ?? []
  readKeys.set(db, known)
  return known
}

async function readMore(db: SqlDatabase, known: string[]): Promise<string[]> {
  const sql = 'select code, key from facet_key where code >= ?1 order by code'
  for (const { code, key } of await db.all<{ code: number; key: string }>(sql, [known.length])) known[code] = key
  return known
}
