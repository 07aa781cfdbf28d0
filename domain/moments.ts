/**
 * Days, times and ranges as notices write them: 2026年5月11日至15日17:30,
 * 9月1日9:00—9月10日17:00, 10月19日-23日, 4/15, 5月底, 20260710. Years that are
 * not written are those nearest to the day of publication.
 */
import { toNarrow } from './text.ts'

/** A local day, with a local time when one is written. */
export interface Moment {
  /** `YYYY-MM-DD` */
  day: string
  /** `HH:mm`; absent for a bare day. 24:00 is said as a bare day, which means its end. */
  time?: string
}

export interface Found {
  from: Moment
  /** Present for ranges only. */
  to?: Moment
  /** Offsets in the text searched, UTF-16 units. */
  start: number
  end: number
  raw: string
}

const WEEKDAY = '(?:\\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?)?'
const PART = '(?:上午|下午|中午|晚上|早上|凌晨|晚间?|早|AM|PM)?'
const CLOCK = `${PART}\\s*(?:\\d{1,2}\\s*[:：]\\s*\\d{2}(?::\\d{2})?|\\d{1,2}\\s*[时点](?:\\d{1,2}分?|半|整)?)`
/** Without a year, 4/15 and 5.11 are days but 3-5名 is a number, so a dash needs two digits on both sides. */
const MONTH = '(?:\\d{4}\\s*[年.\\/-]\\s*\\d{1,2}\\s*[月.\\/-]\\s*|\\d{1,2}\\s*[月.\\/]\\s*|\\d{2}-(?=\\d{2}(?!\\d)))'
const FULL_DAY = `${MONTH}(?:\\d{1,2}\\s*[日号]|\\d{1,2}(?![\\d日号])(?!\\s*[.%％万元人名]))`
const COMPACT = '(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)'
const MONTH_END = '(?:本月底?|\\d{4}年\\d{1,2}月|\\d{1,2}月(?:份)?)底'
const NOTE = '(?:\\s*[（(](?:含|当日|当天|首日)[）)])?'
const DAY = `(?:${MONTH_END}|${COMPACT}|${FULL_DAY})${WEEKDAY}${NOTE}`
const MOMENT = `(?:${DAY}(?:\\s*[,，]?\\s*${CLOCK})?)`
const RIGHT = `(?:${MOMENT}|\\d{1,2}\\s*[日号]${WEEKDAY}${NOTE}(?:\\s*${CLOCK})?|${CLOCK}|\\d{1,2}(?![\\d:：.年月日时点人名%]))`
const SEPARATOR = '\\s*[起]?\\s*(?:至|到|[—–~～-]{1,3}|－)\\s*'
const EXPRESSION = new RegExp(`(?<![\\d.])${MOMENT}(?:${SEPARATOR}${RIGHT})?`, 'giu')

const pad = (value: number) => String(value).padStart(2, '0')
const toDay = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS
/** The day `n` days later. */
export const addDays = (day: string, n: number) => new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10)

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month)
}

/** A notice speaks of days to come; one that lies this far back belongs to the year after. */
const FARTHEST_BACK_DAYS = 120
const FARTHEST_AHEAD_DAYS = 270

/** The year in which a month and day lie, as seen from the day of publication. */
function guessYear(month: number, day: number, published: string): number {
  const year = Number(published.slice(0, 4))
  const ahead = daysBetween(published, toDay(year, month, Math.min(day, lastDayOf(year, month))))
  if (ahead < -FARTHEST_BACK_DAYS) return year + 1
  return ahead > FARTHEST_AHEAD_DAYS ? year - 1 : year
}

/** Reads one clock time: 下午2:30 is 14:30, 中午12点 12:00, 24:00 is the end of the day. */
export function readClock(text: string): string | undefined {
  const match = /(上午|下午|中午|晚上?|早上?|凌晨|AM|PM)?\s*(\d{1,2})\s*[:：时点]\s*(\d{2}|半|\d{1,2}(?=分))?/iu.exec(
    text,
  )
  if (!match) return undefined
  const part = match[1] ?? ''
  let hour = Number(match[2])
  const minute = match[3] === '半' ? 30 : Number(match[3] ?? 0)
  if (/下午|晚|PM/iu.test(part) && hour < 12) hour += 12
  if (part === '中午' && hour < 3) hour += 12
  return hour > 24 || minute > 59 ? undefined : `${pad(hour)}:${pad(minute)}`
}

function readDay(text: string, published: string, left: Moment | undefined): string | undefined {
  const compact = new RegExp(`^${COMPACT}`, 'u').exec(text)?.[0]
  if (compact) return dayOf(Number(compact.slice(0, 4)), Number(compact.slice(4, 6)), Number(compact.slice(6, 8)))
  const monthEnd = /^(?:(\d{4})年)?(本月|\d{1,2}月)/u.exec(text)
  if (monthEnd && /^[^\d]*\d{0,4}[^\d]*\d{0,2}月?份?底|本月底/u.test(text)) {
    const month = monthEnd[2] === '本月' ? Number(published.slice(5, 7)) : Number.parseInt(monthEnd[2] ?? '', 10)
    const year = monthEnd[1] ? Number(monthEnd[1]) : guessYear(month, 28, published)
    return month >= 1 && month <= 12 ? toDay(year, month, lastDayOf(year, month)) : undefined
  }
  const full = /^(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})/u.exec(text)
  if (full) {
    const [month, day] = [Number(full[2]), Number(full[3])]
    return dayOf(full[1] ? Number(full[1]) : yearOf(month, day, published, left), month, day)
  }
  const bare = /^(\d{1,2})(?!\s*[:：时点\d])/u.exec(text)
  if (!bare || !left) return undefined
  return dayOf(Number(left.day.slice(0, 4)), Number(left.day.slice(5, 7)), Number(bare[1]))
}

/** The right side of a range inherits the year, or the next one when it would end before it began. */
function yearOf(month: number, day: number, published: string, left: Moment | undefined): number {
  if (!left) return guessYear(month, day, published)
  const year = Number(left.day.slice(0, 4))
  return toDay(year, month, day) < left.day ? year + 1 : year
}

function dayOf(year: number, month: number, day: number): string | undefined {
  return isDay(year, month, day) ? toDay(year, month, day) : undefined
}

function readMoment(text: string, published: string, left?: Moment): Moment | undefined {
  const day = readDay(text, published, left) ?? left?.day
  if (!day) return undefined
  const time = readClock(text.replace(new RegExp(`^${DAY}`, 'iu'), ''))
  return time && time !== '24:00' ? { day, time } : { day }
}

const RANGE = new RegExp(`^(${MOMENT})(?:${SEPARATOR}(${RIGHT}))?$`, 'iu')

/** Every day or range in the text, in order. `published` is the local day of publication. */
export function findMoments(text: string, published: string): Found[] {
  const narrow = toNarrow(text)
  const found: Found[] = []
  for (const match of narrow.matchAll(EXPRESSION)) {
    const [, left = match[0], right] = RANGE.exec(match[0]) ?? []
    const from = readMoment(left.trim(), published)
    if (!from) continue
    const to = right ? readMoment(right.trim(), published, from) : undefined
    const start = match.index
    const end = start + match[0].length
    found.push({ from, ...(to && { to }), start, end, raw: text.slice(start, end) })
  }
  return found
}

const offsets = new Map<string, Intl.DateTimeFormat>()

/** The zone's offset at a local moment, `+08:00`. */
function offsetOf(zone: string, at: Date): string {
  let format = offsets.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    offsets.set(zone, format)
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  return /[+-]\d{2}:\d{2}/u.exec(name)?.[0] ?? '+00:00'
}

/** `YYYY-MM-DD`, or ISO 8601 with the zone's offset when a time is known. */
export function toIso(moment: Moment, zone: string): string {
  if (!moment.time) return moment.day
  const local = `${moment.day}T${moment.time}:00`
  return `${local}${offsetOf(zone, new Date(`${local}Z`))}`
}

const days = new Map<string, Intl.DateTimeFormat>()

/** The local day of an instant. Throws RangeError for an invalid date or an unknown zone. */
export function dayIn(zone: string, at: Date): string {
  let format = days.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    days.set(zone, format)
  }
  return format.format(at)
}
