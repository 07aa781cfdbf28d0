/** Counts as the server gives them, in the shape and order of those that the database counts. Exact, however many. */
import type { Facets } from '../../../domain/query.ts'
import { toFacets } from '../../facets.ts'
import { DIMENSION_NAMES, DIMENSIONS } from '../../filter-tokens.ts'
import { fromValue } from './documents.ts'

/** What to count: the town's own value tells the total, which no limit of the server cuts off. */
export const COUNTED = ['town', ...DIMENSION_NAMES]

export type Distribution = Record<string, Record<string, number>>

export function totalOf(distribution: Distribution, town: string): number {
  return distribution.town?.[town] ?? 0
}

export function facetsOf(distribution: Distribution): Facets {
  return toFacets(
    DIMENSION_NAMES.flatMap((name) =>
      Object.entries(distribution[name] ?? {}).map(([value, n]) => ({
        dim: DIMENSIONS[name],
        value: fromValue(value),
        n,
      })),
    ),
  )
}
