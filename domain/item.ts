/**
 * What Gulou keeps of a page: one union told apart by `kind`. Names follow the
 * contract that readers, feeds and `gulou try` share; what a source did not say
 * is absent, never guessed.
 */

/** What readers filter by. */
export const KINDS = ['news', 'job', 'volunteer'] as const
export type Kind = (typeof KINDS)[number]

/**
 * What the text is. `report` news of the day, `feature` evergreen or history,
 * `story` volunteering that happened (kind news), `policy` the text of a rule or
 * its reading, `names` a list of people, `notice` a recruitment notice, `position`
 * one row of its table (kind job), `fair` a job fair, `call` volunteers wanted.
 */
export const TYPES = ['report', 'feature', 'story', 'policy', 'names', 'notice', 'position', 'fair', 'call'] as const
export type ItemType = (typeof TYPES)[number]

/** Steps of one recruitment, in the order in which a candidate meets them. */
export const STAGES = [
  'open',
  'amendment',
  'review',
  'exam',
  'interview',
  'medical',
  'publication',
  'cancelled',
] as const
export type Stage = (typeof STAGES)[number]

/** How a region was found; `source` is the source's own region taken for want of better. */
export interface RegionTag {
  code: string
  by: 'name' | 'alias' | 'landmark' | 'source'
}

export interface Attachment {
  name: string
  url: string
  /** File ending without the dot, lower case (`xls`), or '' when the address shows none. */
  type: string
  /** SHA-256 of the bytes, hex, once they were fetched. */
  hash?: string
  /** Why its content is not shown: `password`, `broken`, `too_large`, or the cause of a failed fetch. */
  problem?: string
}

export type PayPeriod = 'hour' | 'day' | 'week' | 'month' | 'year' | 'piece' | 'shift'

/** Numbers are in `currency` per `period`; one figure means min = max. */
export interface Pay {
  min?: number
  max?: number
  period?: PayPeriod
  monthsPerYear?: number
  /** ISO 4217 */
  currency?: string
  negotiable?: boolean
  raw: string
}

export const EDUCATION = ['none', 'primary', 'junior', 'senior', 'college', 'bachelor', 'master', 'doctor'] as const
/** Lowest education asked for; `none` is 不限, said by the source. Order matters. */
export type Education = (typeof EDUCATION)[number]

/** One position, out of a table row or out of a notice's own text. */
export interface Job {
  employer?: string
  department?: string
  title: string
  /** Id of the taxonomy, led by its ISCO-08 code: `5414-guard`. */
  position?: string
  code?: string
  headcount?: number
  education?: Education
  degree?: string
  majors?: string[]
  age?: string
  sex?: string
  conditions?: string
  place?: string
  region?: string
  pay?: Pay
  opens?: string
  closes?: string
  apply?: string
  contact?: string
  /** Address of the attachment that the row stands in. */
  file?: string
  sheet?: string
  /** From 1, as a spreadsheet shows it; of an HTML table the row within its table. */
  row?: number
  /** The row as read: header text → cell text. */
  raw?: Record<string, string>
}

export interface Volunteer {
  organizer?: string
  place?: string
  starts?: string
  ends?: string
  opens?: string
  closes?: string
  seats?: number
  taken?: number
  skills?: string[]
  age?: string
  status?: 'upcoming' | 'recruiting' | 'running' | 'full' | 'finished' | 'cancelled'
  signup?: string
}

export interface DateMark {
  what: 'registration' | 'review' | 'exam' | 'interview' | 'medical' | 'publication' | 'event'
  from?: string
  to?: string
  raw: string
}

/** What a posting has to show (DOMAIN section 9), in the order of the notice; `origin` where it was taken over from elsewhere. */
export const REQUIRED_ELEMENTS = [
  'employer',
  'headcount',
  'conditions',
  'work',
  'place',
  'pay',
  'validity',
  'origin',
] as const
export type RequiredElement = (typeof REQUIRED_ELEMENTS)[number]

/** Each element that applies stands in one of the two. */
export interface Completeness {
  stated: RequiredElement[]
  missing: RequiredElement[]
}

export interface Flag {
  id: string
  /** The words of the source that raised it. */
  raw: string
}

/** Where `publishedAt` came from; `estimated` is the time of first sight. */
export type DateOrigin = 'meta' | 'jsonld' | 'family' | 'infoline' | 'text' | 'list' | 'url' | 'estimated'

/** A toned notes · B plain notes · C a note between the bytes of a character · D a lost byte (DOMAIN section 6). */
export type DamageClass = 'A' | 'B' | 'C' | 'D'

/** One place that was mended. */
export interface RepairNote {
  /** In the raw text, UTF-16 units. */
  offset: number
  removed: string
  /** What stands there now, where it is not nothing. */
  inserted?: string
  class: DamageClass
}

/** Damage found in the text and what was done (DOMAIN section 6). `class` is the page's verdict by gate A or B. */
export interface Repair {
  class: 'none' | 'A' | 'B' | 'suspect'
  notes: RepairNote[]
}

/** field → a short machine-readable reason: `meta:ArticleTitle`, `selector:.TRS_Editor`, `rule:notice`, `table:0 row 7`. */
export type Evidence = Record<string, string>

/**
 * `gone`: its own address answers 404 or 410; `held`: waits for an editor; `merged`: another publisher's item tells the
 * same and stands for it. Only what is `shown` is listed.
 */
type State = 'shown' | 'gone' | 'held' | 'merged'

/** An item as kept and as served. */
export interface Item {
  /** Stable for ever: source slug and a digest of the first canonical address (and the row key). */
  id: string
  /** Slug of the source. */
  source: string
  /** Who published it: the name the page gives, else the source's own name. */
  publisher: string
  /** Canonical address of the original. */
  url: string
  /** The same story at other publishers, for whose items this one stands. */
  alsoAt?: { publisher: string; url: string; source: string }[]
  /** State `merged`: id of the item that stands for this one. */
  mergedInto?: string
  /** Joins a call with its amendments, exams and results: employer, year and programme. */
  thread?: string
  /** Of a call: id of the later notice of its thread that gives it up. */
  cancelledBy?: string
  /** Of a call: the end of registration that a later amendment of the same publisher states, and its id. */
  extended?: { by: string; closesAt: string }
  /** Id of the notice that this position was read out of. */
  parent?: string
  kind: Kind
  type: ItemType
  stage?: Stage
  title: string
  /** At most 100 characters of plain text, cut at a clause. */
  excerpt: string
  /** Plain text, paragraphs split by \n; empty for `names`. */
  body: string
  /** Sanitised; empty where only an excerpt may be shown. */
  bodyHtml: string
  /** ISO 8601 with the town's offset, or a bare day `YYYY-MM-DD`. */
  publishedAt: string
  dateOrigin: DateOrigin
  author?: string
  /** Most specific first. */
  regions: RegionTag[]
  /** Ids of the town's data, at most three. */
  categories: string[]
  /** Ids of the taxonomy. */
  positions: string[]
  images: string[]
  attachments: Attachment[]
  job?: Job
  volunteer?: Volunteer
  /** Of a call for workers that was read whole; a position counts what its notice states. */
  completeness?: Completeness
  dates: DateMark[]
  flags: Flag[]
  /** Last moment at which one can still apply or sign up: ISO instant or day; absent when the source does not say. */
  closesAt?: string
  repair: Repair
  evidence: Evidence
  /** ISO instants, UTC. Never reset. */
  firstSeenAt: string
  changedAt: string
  state: State
}
