/** Filters as tokens inside the index, so that an engine intersects them with the words and reads no row. */
import { EDUCATION, type Education } from '../domain/item.ts'
import type { ItemQuery } from '../domain/query.ts'
import { toToken } from './analyse.ts'

/** Leads every filter token; text is rid of private-use characters first, so no page can write one. */
const LEAD = '\ue000'

/** Letters of the dimensions, as in facet keys and counters. */
export const DIMENSIONS = {
  kind: 'k',
  region: 'r',
  category: 'c',
  position: 'p',
  source: 's',
  stage: 'g',
} as const
export type Dimension = keyof typeof DIMENSIONS
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as Dimension[]

const LETTERS: readonly string[] = Object.values(DIMENSIONS)
/** Neither `*`, which every item has, nor what is open. */
export function isDimensionKey(key: string): boolean {
  return LETTERS.includes(key.charAt(0))
}

/** `key` is a dimension's letter and a value. */
export function filterToken(key: string): string {
  return LEAD + toToken(key)
}

export const TYPE_LETTER = 't'
export const OPEN_KEY = 'o1'
export const CLOSED_KEY = 'o0'

export function educationKey(level: Education): string {
  return `e${EDUCATION.indexOf(level)}`
}

/** Pay a month at which a new bucket begins; the query's exact figure is looked up in the row. */
const PAY_STEPS = [1, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 15_000, 20_000, 30_000, 50_000, 100_000]

export function payKey(perMonth: number): string {
  return `m${PAY_STEPS.findLastIndex((step) => step <= perMonth)}`
}

/** For `matchExpression`: of each inner list one token must be there. */
export function filtersOf(query: ItemQuery): string[][] {
  const filters: string[][] = []
  for (const name of DIMENSION_NAMES) {
    const value = query[name]
    if (value !== undefined) filters.push([DIMENSIONS[name] + value])
  }
  if (query.open) filters.push([OPEN_KEY])
  if (query.education) {
    filters.push(EDUCATION.slice(0, EDUCATION.indexOf(query.education) + 1).map(educationKey))
  }
  if (query.payMin) filters.push(payKeysFrom(query.payMin))
  return filters.map((keys) => keys.map(filterToken))
}

function payKeysFrom(least: number): string[] {
  const first = Math.max(
    0,
    PAY_STEPS.findLastIndex((step) => step <= least),
  )
  return PAY_STEPS.slice(first).map((_, at) => `m${first + at}`)
}
