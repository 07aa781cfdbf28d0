/** Times that are written for programs: ISO 8601 and RFC 822. */
import { DateTime } from 'luxon'
import { findDate } from '../../../domain/dates.ts'
import type { ReadingContext } from '../document.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
const TWO_DAYS = { days: 2 }
const EARLIEST_YEAR = 1995
const MAX_LENGTH = 60

/**
 * A bare day stays one. Anything else is an instant: with the publisher's own offset, so that its day stays the day that
 * the publisher means, or in the town's zone when it is given in UTC. Undefined for what cannot be a day of publication.
 */
export function readStamp(text: string, context: ReadingContext): string | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return undefined
  if (DAY.test(trimmed)) return findDate(trimmed, context)?.value
  const given = momentOf(trimmed, context)
  if (!given.isValid) return findDate(trimmed, context)?.value
  const moment = given.offset === 0 ? given.setZone(context.zone) : given
  const latest = DateTime.fromJSDate(context.now).plus(TWO_DAYS)
  if (moment > latest || moment.year < EARLIEST_YEAR) return undefined
  return moment.toISO({ suppressMilliseconds: true, format: 'extended' })?.replace('Z', '+00:00')
}

function momentOf(text: string, { zone }: ReadingContext): DateTime {
  const options = /(?:Z|[+-]\d\d:?\d\d|[A-Z]{3})$/i.test(text) ? { setZone: true } : { zone }
  const iso = DateTime.fromISO(text, options)
  return iso.isValid ? iso : DateTime.fromRFC2822(text, options)
}
