/** Request and response shapes that the worker serves and the pages read. JSON only: no Date, no undefined in arrays. */
import type {
  Attachment,
  Completeness,
  DateMark,
  Evidence,
  Flag,
  Item,
  ItemType,
  Job,
  Kind,
  RegionTag,
  Stage,
  Volunteer,
} from './item.ts'
import type { Demand, RankedBy, Trend } from './popularity.ts'
import type { Count, ItemQuery } from './query.ts'
import type { Names } from './town.ts'

/** An item in a list. */
export interface ItemSummary {
  id: string
  kind: Kind
  type: ItemType
  stage?: Stage
  title: string
  excerpt: string
  url: string
  source: string
  publisher: string
  /** ISO with offset, or a bare day. */
  publishedAt: string
  /** True when the time is only that of first sight. */
  estimated?: true
  regions: RegionTag[]
  categories: string[]
  positions: string[]
  closesAt?: string
  open?: boolean
  parent?: string
  job?: Job
  volunteer?: Volunteer
  flags: Flag[]
  /** Present on pinned items only. */
  pinned?: { until: string; reason: string }
  /** Escaped HTML with <mark>, only in answers to `q`. */
  highlight?: { title: string; excerpt: string }
}

export interface FacetValue {
  value: string
  n: number
  names: Names
}
export type FacetName = 'kind' | 'region' | 'category' | 'position' | 'source' | 'stage'

/**
 * Something a reader should know about this answer: `{code:'source_silent', source, since}` and the like.
 * `engine_down`: the search server could not be asked, and the index in the database answered in its place.
 */
export interface Notice {
  code: 'source_silent' | 'facets_partial' | 'region_unknown' | 'engine_down'
  source?: string
  since?: string
}

export interface ItemsResponse {
  items: ItemSummary[]
  total: Count
  facets: Partial<Record<FacetName, FacetValue[]>>
  pins: ItemSummary[]
  next?: string
  notices: Notice[]
  /** Words that were looked for besides those of `query.q`: the town's synonyms, readings of pinyin, corrected spellings. */
  alsoSearched?: string[]
  query: ItemQuery
}

export interface ItemVersion {
  no: number
  at: string
  changed: string[]
  title: string
}

/** `times` beyond the first; `firstOn` the day of the first of them: the true age of the posting. */
export interface Reposts {
  times: number
  firstOn: string
}

/** A notice of a recruitment. */
export interface ThreadEntry {
  id: string
  title: string
  stage?: Stage
  publishedAt: string
  url: string
}

export interface ItemResponse extends ItemSummary {
  body: string
  bodyHtml: string
  author?: string
  dateOrigin: Item['dateOrigin']
  images: string[]
  attachments: Attachment[]
  dates: DateMark[]
  /** Which elements of a posting its source states; absent for what is none, or was not read whole. */
  completeness?: Completeness
  evidence: Evidence
  repair: Item['repair']
  firstSeenAt: string
  /** Day in the town's zone on which its page, or a list that leads there, last showed it; of a position its notice. */
  lastSeenOn?: string
  /** The same posting published again by its employer; absent where it was published once. */
  reposts?: Reposts
  changedAt: string
  versions: ItemVersion[]
  alsoAt: { source: string; publisher: string; url: string }[]
  /** Notices of the same recruitment, itself included, oldest first; empty for what belongs to none. */
  thread: ThreadEntry[]
  /** Of a call: id of the notice of its thread that gives it up. */
  cancelledBy?: string
  /** Of a call: the amendment that `closesAt` is taken from, and the end that the call itself states. */
  extended?: { by: string; from?: string }
  /** Positions read out of this notice, newest 50. */
  children: ItemSummary[]
}

/** A line of `items.jsonl`. */
export interface ExportedItem extends ItemResponse {
  state: Item['state']
  /** State `merged`: the item that stands for it. */
  mergedInto?: string
}

export interface PopularFigures extends Demand {
  score: number
}
export interface PopularValue extends PopularFigures {
  value: string
  names: Names
  /** Of the window before; zeros when nothing was open. */
  before: PopularFigures
  /** Absent when nothing at all is known of the window before: then nothing can be compared. */
  trend?: Trend
}

/** Formula and windows are part of the answer, so that anyone can compute it again. Days are inclusive. */
export interface PopularResponse {
  by: RankedBy
  formula: string
  window: { from: string; to: string }
  windowBefore: { from: string; to: string }
  values: PopularValue[]
}

/** `value` is what the filter takes: a code, an id, the employer's name, or the id of an item. */
export interface Suggestion {
  what: 'position' | 'region' | 'category' | 'employer' | 'item'
  value: string
  text: string
}
export interface SuggestResponse {
  q: string
  suggestions: Suggestion[]
}

export interface RegionNode {
  code: string
  names: Names
  level: string
  n: number
  children: RegionNode[]
}

export interface CategoryEntry {
  id: string
  names: Names
  n: number
}
export interface PositionEntry {
  id: string
  isco: string
  names: Names
  n: number
}

/** `paused` by the operator (`enabled: false`), `silent` when the last good crawl is older than a day. */
export interface SourceHealth {
  slug: string
  names: Names
  home: string
  region: string
  official: boolean
  state: 'ok' | 'silent' | 'failing' | 'blocked' | 'paused' | 'new'
  lastOkAt?: string
  lastTryAt?: string
  lastError?: string
  items: number
}

export interface StatsResponse {
  items: Record<Kind, number>
  openJobs: number
  openHeadcount: number
  sources: { ok: number; all: number }
  newestAt?: string
  lastCrawlAt?: string
}

/** RFC 9457. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string
}
