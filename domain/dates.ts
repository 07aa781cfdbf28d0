/**
 * When something was published, out of what a page says. Forms that stand on a page are a ladder (`date-forms.ts`):
 * the first form that fits at the earliest place wins, and what cannot be a day of publication is passed over.
 */
import { DateTime } from 'luxon'
import { DATE_FORMS, type DateParts } from './date-forms.ts'

/** `now` is the moment at which the page was fetched; `zone` an IANA name. */
export interface DateContext {
  now: Date
  zone: string
}

/** `value` is ISO 8601 with the zone's offset, or a bare day `YYYY-MM-DD` when no time was given; `raw` the words read. */
export interface FoundDate {
  value: string
  raw: string
  /** Offset of `raw` in the text, UTF-16 units. */
  at: number
}

const DAY_MS = 86_400_000
const EARLIEST_YEAR = 1995
/** Longer text is no date, and patterns should not walk through a whole book. */
const MAX_TEXT = 20_000

/** Every form has a digit, or one of these words. */
const MAY_HOLD_DATE = /[\d\uff10-\uff19]|[刚剛]|[今昨]|前天|[周週]|星期|today|yesterday/i

/** First publication date that the text names. */
export function findDate(text: string, context: DateContext): FoundDate | undefined {
  return findDates(text, context)[0]
}

/** Every publication date that the text names, in the order of the text; places do not overlap. */
export function findDates(text: string, context: DateContext): FoundDate[] {
  if (!MAY_HOLD_DATE.test(text)) return []
  const plain = toHalfWidth(text.slice(0, MAX_TEXT))
  const size = plain.trim().length
  const found: FoundDate[] = []
  for (const { pattern, read } of DATE_FORMS) {
    for (const match of plain.matchAll(pattern)) {
      const raw = match[0].trim()
      const at = match.index + match[0].indexOf(raw)
      if (found.some((other) => at < other.at + other.raw.length && other.at < at + raw.length)) continue
      const parts = read(match, DateTime.fromJSDate(context.now, { zone: context.zone }))
      const value = parts && toValue(parts, context)
      if (value) found.push({ value, raw, at })
    }
    if (found.some(({ raw }) => raw.length === size)) break
  }
  return found.sort((one, other) => one.at - other.at)
}

/** A day written into an address: `/202408/` says no day and is not taken; `/2024/8/11/`, `t20240811_`, `/2024-08/11/` are. */
export function dateFromUrl(url: string): string | undefined {
  for (const pattern of URL_DAYS) {
    const [, year, month, day] = pattern.exec(url) ?? []
    if (year && month && day) {
      const date = DateTime.utc(Number(year), Number(month), Number(day))
      if (date.isValid && date.year >= EARLIEST_YEAR) return date.toISODate()
    }
  }
  return undefined
}
const URL_DAYS = [
  /(?:\/|_|\bt)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|\d{6}(?!\d))/,
  /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-])/,
  /\/((?:19|20)\d\d)(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])\//,
  /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\//,
]

/** A bare day is its first moment in the zone. Throws RangeError when `value` is no ISO date. */
export function instantOf(value: string, zone: string): Date {
  const instant = DateTime.fromISO(value, { zone })
  if (!instant.isValid) throw new RangeError(`no ISO date: ${value}`)
  return instant.toJSDate()
}

/** The calendar day `YYYY-MM-DD` that a clock in the zone shows. */
export function localDay(date: Date, zone: string): string {
  const day = DateTime.fromJSDate(date, { zone }).toISODate()
  if (!day) throw new RangeError(`no day in zone ${zone}`)
  return day
}

/** Undefined for a day that is not in the calendar, lies more than two days ahead, or before 1995. */
function toValue(parts: DateParts, { now, zone }: DateContext): string | undefined {
  const { year, month, day, hour, minute = 0, second = 0, offsetMinutes } = parts
  if (year < EARLIEST_YEAR) return undefined
  const place = offsetMinutes === undefined ? zone : `UTC${offsetName(offsetMinutes)}`
  const moment = DateTime.fromObject({ year, month, day, hour: hour ?? 0, minute, second }, { zone: place })
  if (!moment.isValid || moment.toMillis() > now.getTime() + 2 * DAY_MS) return undefined
  if (hour === undefined) return moment.toISODate()
  // An offset that the page names is kept, so that the day stays the publisher's; Z is how machines write any zone.
  const shown = offsetMinutes ? moment : moment.setZone(zone)
  return shown.toISO({ suppressMilliseconds: true, format: 'extended' })?.replace('Z', '+00:00')
}

function offsetName(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`
}

/** One character for one, so that offsets hold. */
function toHalfWidth(text: string): string {
  return text.replace(/[\uff10-\uff19\uff0d\uff0e\uff0f\uff1a\u3000\u00a0]/g, (character) => {
    if (character === '\u3000' || character === '\u00a0') return ' '
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  })
}
