/**
 * Totals and facets that were counted for this version of the data: the next page of a list, its feed and its other
 * orders count the same matches.
 */

import type { ItemQuery } from '../domain/query.ts'
import type { Counts } from './facet-tally.ts'

/** Values of facets that are kept, of all questions together: some megabytes. */
export const KEPT_VALUES = 20_000

export interface KeptCounts {
  /** `version`: of the data (`store/meta.ts`); counts of any other are forgotten. */
  find(query: ItemQuery, version: number): Counts | undefined
  keep(query: ItemQuery, version: number, counts: Counts): void
}

/** When there are more than `maxValues`, all are forgotten; 0 keeps none. */
export function keepCounts(maxValues: number): KeptCounts {
  let kept = new Map<string, Counts>()
  let keptVersion: number | undefined
  let values = 0
  return {
    find(query, version) {
      return version === keptVersion ? kept.get(questionOf(query)) : undefined
    },
    keep(query, version, counts) {
      // What is open changes without anything being written.
      if (query.open || maxValues === 0) return
      if (version !== keptVersion || values > maxValues) {
        kept = new Map()
        values = 0
      }
      keptVersion = version
      kept.set(questionOf(query), counts)
      values += sizeOf(counts)
    },
  }
}

/** Neither the order nor the page changes what is counted. */
function questionOf({ sort: _, limit: __, cursor: ___, ...question }: ItemQuery): string {
  return JSON.stringify(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function sizeOf({ facets }: Counts): number {
  return Object.values(facets).reduce((sum, { length }) => sum + length, 1)
}
