/** Counts per dimension: ready ones for pages without a search, counted ones for the rest. A count is the number of results when its value is chosen too. */
import type { SqlDatabase } from '../domain/ports.ts'
import type { Count, Facets, ItemQuery } from '../domain/query.ts'
import { DIMENSION_NAMES, DIMENSIONS, type Dimension } from './filter-tokens.ts'

const NAMES_BY_LETTER = new Map<string, Dimension>(DIMENSION_NAMES.map((name) => [DIMENSIONS[name], name]))

export function emptyFacets(): Facets {
  return { kind: [], region: [], category: [], position: [], source: [], stage: [] }
}

/** What a question may ask besides kind and region without leaving the ready counters. */
const FREE = ['kind', 'region', 'sort', 'limit', 'cursor']

export function answersFromCounters(query: ItemQuery): boolean {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== false && value !== '')
  return asked.every(([name]) => FREE.includes(name))
}

/** Exact, whatever the number of items. */
export async function countedFacets(
  db: SqlDatabase,
  { kind, region }: Pick<ItemQuery, 'kind' | 'region'>,
): Promise<{ total: number; open: number; facets: Facets }> {
  const rows = await db.all<{ dim: string; value: string; n: number }>(
    'select dim, value, n from facet_count where scope = ?1 and kind = ?2 and n > 0',
    [region === undefined ? '*' : `r${region}`, kind === undefined ? '*' : `k${kind}`],
  )
  const number = (dim: string) => rows.find((row) => row.dim === dim)?.n ?? 0
  return { total: number('*'), open: number('o'), facets: toFacets(rows) }
}

/** Matches with the same facet keys (a JSON list, as in `facet.keys`), and the lowest place among them. */
export interface KeyGroup {
  keys: string
  n: number
  oldest: number
}

/** Of the newest `limit` + 1 matches: the one too many only tells that there are more. */
export function talliedFacets(
  groups: readonly KeyGroup[],
  limit: number,
): { total: Count; facets: Facets; facetsExact: boolean } {
  const found = groups.reduce((sum, { n }) => sum + n, 0)
  const exact = found <= limit
  const oldest = groups.reduce((least, group) => Math.min(least, group.oldest), Number.MAX_SAFE_INTEGER)
  const counts = new Map<string, number>()
  for (const group of groups) {
    const n = exact || group.oldest !== oldest ? group.n : group.n - 1
    for (const key of JSON.parse(group.keys) as string[]) counts.set(key, (counts.get(key) ?? 0) + n)
  }
  const rows = [...counts].map(([key, n]) => ({ dim: key.slice(0, 1), value: key.slice(1), n }))
  return {
    total: { n: Math.min(found, limit), exact },
    facets: toFacets(rows.filter(({ n }) => n > 0)),
    facetsExact: exact,
  }
}

/** Most first, then by value. */
function toFacets(rows: readonly { dim: string; value: string; n: number }[]): Facets {
  const facets = emptyFacets()
  for (const { dim, value, n } of rows) {
    const name = NAMES_BY_LETTER.get(dim)
    if (name) facets[name].push({ value, n })
  }
  for (const values of Object.values(facets)) values.sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
  return facets
}
