/** The one question a reader can ask; routes build it, engines answer it, neither knows the other. */
import type { Education, Kind, Stage } from './item.ts'

export const SORTS = ['new', 'relevance', 'deadline', 'pay'] as const
export type Sort = (typeof SORTS)[number]

export interface ItemQuery {
  kind?: Kind
  /** Code; its children are included. */
  region?: string
  category?: string
  position?: string
  /** At most 64 characters and 8 terms; plain words, never engine syntax. */
  q?: string
  source?: string
  stage?: Stage
  /** Days, inclusive, in the town's zone. */
  from?: string
  to?: string
  /** Only what one can still apply or sign up for. */
  open?: boolean
  /** Least pay per month in the town's currency, by the item's upper figure. */
  payMin?: number
  /** Jobs whose stated minimum is at most this. */
  education?: Education
  sort: Sort
  /** 1 to 50. */
  limit: number
  /** Opaque; from `next` of the page before. */
  cursor?: string
}

/** `exact: false` means "that many or more": only the newest were counted. */
export interface Count {
  n: number
  exact: boolean
}
export type Facets = Record<
  'kind' | 'region' | 'category' | 'position' | 'source' | 'stage',
  { value: string; n: number }[]
>

/** What an engine answers: ids in order, never rows, so that both engines show the same. */
export interface Found {
  ids: string[]
  total: Count
  facets: Facets
  facetsExact: boolean
  next?: string
  /** The search server could not be asked: the index in the database answered in its place. */
  notice?: 'engine_down'
}
