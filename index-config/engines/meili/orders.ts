/**
 * Orders by a number, as the segments that a list consists of, one after the other: what has the number, and what has
 * none. A place in the list is the sort key of rank.ts and n, the same as in the database's own index, so that a reader
 * can turn the page while the other engine answers.
 */
import type { Sort } from '../../../domain/query.ts'
import type { Place } from '../../cursor.ts'
import { type Candidate, RANKS } from '../../rank.ts'
import { all, any, compares, exists, type Filter, lacks } from './filter.ts'

export type NumberSort = Exclude<Sort, 'relevance'>

/** Part of a list; `filter` absent: all of it. */
export interface Segment {
  filter?: Filter
  sort: string[]
}

export const NEWEST = 'n:desc'
const NO_ROW: Candidate = { n: 0, id: '', t: '', deadline: null, pay_max: null, guessed: 0 }

/** Smaller comes first. `at`: epoch seconds. */
export function sortKey(sort: NumberSort, row: Candidate, at: number): number {
  return sort === 'new' ? 0 : RANKS[sort](row, [], at)
}

/** What is left of the list behind `from`; all of it when absent. `at`: epoch seconds that tell what is over. */
export function segmentsOf(sort: NumberSort, at: number, from: Place | undefined): Segment[] {
  const unsaid = sortKey(sort, NO_ROW, at)
  const older = from && compares('n', '<', from.n)
  if (sort === 'new') return [{ sort: [NEWEST], ...(older && { filter: older }) }]
  const key = from?.key ?? Number.NEGATIVE_INFINITY
  const without: Segment = {
    filter: older && key === unsaid ? all([lacks(FIELD[sort]), older]) : lacks(FIELD[sort]),
    sort: [NEWEST],
  }
  return [
    ...(key < unsaid ? [stated(sort, at, from)] : []),
    ...(key <= unsaid ? [without] : []),
    ...(sort === 'deadline' ? [over(at, key > unsaid ? from : undefined, unsaid)] : []),
  ]
}

const FIELD = { deadline: 'deadline', pay: 'payMax' } as const

/** Soonest first of what is still ahead; highest pay first. */
function stated(sort: 'deadline' | 'pay', at: number, from: Place | undefined): Segment {
  const field = FIELD[sort]
  if (sort === 'deadline') {
    const ahead = compares(field, '>', at)
    return { filter: from ? all([ahead, behind(field, '>', from.key, from.n)]) : ahead, sort: [`${field}:asc`, NEWEST] }
  }
  return { filter: from ? behind(field, '<', -from.key, from.n) : exists(field), sort: [`${field}:desc`, NEWEST] }
}

/** What is over, latest first. */
function over(at: number, from: Place | undefined, unsaid: number): Segment {
  const past = compares('deadline', '<=', at)
  const filter = from ? all([past, behind('deadline', '<', 2 * unsaid - from.key, from.n)]) : past
  return { filter, sort: ['deadline:desc', NEWEST] }
}

function behind(field: 'deadline' | 'payMax', sign: '<' | '>', value: number, n: number): Filter {
  return any([compares(field, sign, value), all([compares(field, '=', value), compares('n', '<', n)])])
}
