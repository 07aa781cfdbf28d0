/** Times as a reader of the town reads them: the town's day and clock, and always the zone. Own zone maths: none, all by Intl. */
import type { Language } from '../domain/view.ts'

export interface Place {
  language: Language
  /** IANA name. */
  timeZone: string
  /** Instant of the page: decides whether the year is shown. */
  at: Date
}

/** `clock` is absent for a bare day; `zone` is the offset at that very time (`UTC+8`), so that summer time shows. */
export interface When {
  iso: string
  day: string
  clock?: string
  zone: string
}

const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/

/** Undefined when the text is no time at all. */
export function findWhen(value: string, place: Place): When | undefined {
  const bare = BARE_DAY.test(value)
  // Noon, so that the offset is that of the day's waking hours, whatever the zone.
  const instant = new Date(bare ? `${value}T12:00:00Z` : value)
  if (Number.isNaN(instant.getTime())) return undefined
  const zone = zoneAt(instant, place)
  const dayZone = bare ? 'UTC' : place.timeZone
  const thisYear = (bare ? value : localDay(instant, place.timeZone)).slice(0, 4) === yearOf(place)
  const day = format(place.language, dayZone, thisYear ? 'day' : 'dayOfYear').format(instant)
  if (bare) return { iso: value, day, zone }
  return { iso: value, day, clock: format(place.language, place.timeZone, 'clock').format(instant), zone }
}

/** `11月22日 09:05 UTC+8` in one string, for attributes and feeds of words; the value itself when it is no time. */
export function whenText(value: string, place: Place): string {
  const when = findWhen(value, place)
  return when ? [when.day, when.clock, when.zone].filter(Boolean).join(' ') : value
}

/** `UTC+8`, the same in every language. */
export function zoneAt(instant: Date, { timeZone }: Pick<Place, 'timeZone'>): string {
  const part = format('en', timeZone, 'zone')
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')
  return (part?.value ?? timeZone).replace('GMT', 'UTC')
}

/** `中国标准时间` */
export function zoneName({ language, timeZone, at }: Place): string {
  const part = format(language, timeZone, 'zoneName')
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
  return part?.value ?? timeZone
}

/** `11月22日星期日`, for the head of the front page. */
export function fullDay({ language, timeZone, at }: Place): string {
  return format(language, timeZone, 'fullDay').format(at)
}

function localDay(instant: Date, timeZone: string): string {
  return format('en-CA', timeZone, 'isoDay').format(instant)
}

/** Whole days from today to that day in the town; negative when past; undefined when it is no time. */
export function daysUntil(value: string, { timeZone, at }: Place): number | undefined {
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) return undefined
  const day = BARE_DAY.test(value) ? value : localDay(instant, timeZone)
  return Math.round((Date.parse(day) - Date.parse(localDay(at, timeZone))) / 86_400_000)
}

/** Past for sure: a bare day lasts to its end. */
export function isPast(value: string, place: Place): boolean {
  if (BARE_DAY.test(value)) return (daysUntil(value, place) ?? 0) < 0
  return Date.parse(value) < place.at.getTime()
}

/** `今天`, `明天`, `8天后`. */
export function daysAhead(days: number, language: Language): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
}

const SHAPES = {
  day: { month: 'short', day: 'numeric' },
  dayOfYear: { year: 'numeric', month: 'short', day: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  fullDay: { month: 'long', day: 'numeric', weekday: 'long' },
  isoDay: { year: 'numeric', month: '2-digit', day: '2-digit' },
  zone: { timeZoneName: 'shortOffset' },
  zoneName: { timeZoneName: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

function yearOf({ at, timeZone }: Place): string {
  return localDay(at, timeZone).slice(0, 4)
}

// A formatter costs more than the whole row that it formats for; it holds no request's state.
const formats = new Map<string, Intl.DateTimeFormat>()
function format(language: string, timeZone: string, shape: keyof typeof SHAPES): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${shape}`
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...SHAPES[shape], timeZone })
  formats.set(key, kept)
  return kept
}
