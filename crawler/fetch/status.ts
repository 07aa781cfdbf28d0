/** What an answer other than a page means. Pure. */
import type { Answer } from './exchange.ts'
import type { Plea } from './host-queue.ts'
import { type FetchFailure, failed } from './outcome.ts'
import { findRetryAfter } from './retry-after.ts'

/**
 * Statuses that pages of challenges and waiting rooms use; a 2xx among them is still no page, and 405 is what one much
 * used guard says to a plain GET.
 */
const BLOCKED = new Set([202, 401, 403, 405, 407, 412, 451, 521])
export const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** Besides 5xx and redirects (RFC 9110, 10.2.3), statuses whose `Retry-After` is believed. */
const MAY_ASK_FOR_REST = new Set([403, 413, 429])
const TOO_MANY = 429

/** `retryAfterMs` is the rest that the host has because of this answer. */
export function describeFailure(status: number, retryAfterMs: number | undefined): FetchFailure {
  const detail = `answered ${status}`
  const known = { status, retryAfterMs }
  if (status === 404 || status === 410) return failed('gone', detail, { status })
  if (BLOCKED.has(status)) return failed('blocked', detail, known)
  if (status === TOO_MANY || (status >= 500 && retryAfterMs !== undefined)) return failed('retry_later', detail, known)
  return failed(status >= 400 && status < 500 ? 'changed' : 'server_error', detail, known)
}

/** What the answer asks for: the whole host rests, whatever address was asked. */
export function pleaOf({ status, headers }: Answer, now: Date): Plea | undefined {
  if (status < 500 && !REDIRECTS.has(status) && !MAY_ASK_FOR_REST.has(status)) return undefined
  const restMs = findRetryAfter(headers['retry-after'], now)
  return restMs ?? (status === TOO_MANY ? 'too_many' : undefined)
}
