/** Counts per dimension: ready ones for pages without a search, counted ones for the rest. A count is the number of results when its value is chosen too. */
import type { SqlDatabase } from '../domain/ports.ts'
import type { Facets, ItemQuery } from '../domain/query.ts'
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
  const dimensions = await db.all<{ dim: string; counts: string }>(COUNTERS, [
    region === undefined ? '*' : `r${region}`,
    kind === undefined ? '*' : `k${kind}`,
  ])
  const rows = dimensions.flatMap(({ dim, counts }) => counts.split('\u001e').map((count) => toRow(dim, count)))
  const number = (dim: string) => rows.find((row) => row.dim === dim)?.n ?? 0
  return { total: number('*'), open: number('o'), facets: toFacets(rows) }
}

/** One row a dimension: a country has thousands of regions, and a row object costs far more than a piece of a string. */
const COUNTERS = `select dim, group_concat(value || char(31) || n, char(30)) as counts from facet_count
  where scope = ?1 and kind = ?2 and n > 0 group by dim`

export interface FacetRow {
  dim: string
  value: string
  n: number
}

function toRow(dim: string, count: string): FacetRow {
  const at = count.indexOf('\u001f')
  return { dim, value: count.slice(0, at), n: Number(count.slice(at + 1)) }
}

/** Most first, then by value. */
export function toFacets(rows: readonly FacetRow[]): Facets {
  const facets = emptyFacets()
  for (const { dim, value, n } of rows) {
    const name = NAMES_BY_LETTER.get(dim)
    if (name) facets[name].push({ value, n })
  }
  for (const values of Object.values(facets)) values.sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
  return facets
}
