/** What a fetch is asked and what it can answer. Every way of failing has a name. */
import type { RawPage } from '../../domain/page.ts'
import type { Source } from '../../domain/town.ts'

/**
 * Why there is no page. `down` refused, unknown, broken off, bad TLS · `timeout` over the deadline · `blocked` 401, 403,
 * 451 or a challenge · `gone` 404, 410 · `too_large` over the cap · `not_allowed` by our own rules or by robots.txt ·
 * `server_error` 5xx and nonsense · `retry_later` 429, 5xx with a time, or a host that asked for rest · `changed` the
 * address no longer means a page.
 */
const FETCH_CAUSES = [
  'down',
  'timeout',
  'blocked',
  'gone',
  'too_large',
  'not_allowed',
  'server_error',
  'retry_later',
  'changed',
] as const
export type FetchCause = (typeof FETCH_CAUSES)[number]

export interface FetchRequest {
  url: string
  /** Validators of the copy we hold; with either, the answer may be `unchanged`. */
  etag?: string
  lastModified?: string
  source: Source
  /** Decoded bytes; the limit for pages, or for attachments where a file is asked for, when absent. */
  maxBytes?: number
  /** `page` (default) refuses archives, pictures and office files; `file` takes any bytes. */
  accept?: 'page' | 'file'
  /** True for addresses that cannot be the page asked for, so that a redirect to one is not followed. */
  isElsewhere?(url: string): boolean
  /** The run is over: the fetch rejects with the signal's reason. */
  signal?: AbortSignal
}

export interface FetchFailure {
  kind: 'failed'
  cause: FetchCause
  status?: number
  /** One line, may be shown. Refusals by the address guard all read the same, so that nobody can map a network by them. */
  detail: string
  /** Nothing is asked of the host, or of its robots.txt, before that. */
  retryAfterMs?: number
  /** The site's own robots.txt says so: a rule to keep, no trouble to report. */
  byRobots?: true
  /** A redirect for the time being led to this answer: the address that was asked for said nothing of the kind. */
  detour?: true
  /** A redirect led to where the page cannot be (`isElsewhere`). */
  elsewhere?: true
}

export type FetchOutcome =
  /** `redirects` lists the addresses passed on the way; `permanent` is true when every hop said so (301, 308). */
  | { kind: 'page'; page: RawPage; redirects: string[]; permanent: boolean }
  | { kind: 'unchanged'; url: string; permanent: boolean }
  | FetchFailure

export interface PageFetcher {
  /** Rejects when the request's signal is aborted, or on a fault of our own memory of hosts; never for what a server does. */
  fetch(request: FetchRequest): Promise<FetchOutcome>
  close(): Promise<void>
}

export function failed(cause: FetchCause, detail: string, more: Partial<FetchFailure> = {}): FetchFailure {
  return { kind: 'failed', cause, detail, ...more }
}
