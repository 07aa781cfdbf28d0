/** Calendar days as `YYYY-MM-DD`, without any zone. */

const pad = (value: number) => String(value).padStart(2, '0')
export const toDay = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** The day `n` days later. */
export const addDays = (day: string, n: number) => new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string) => new Date(day).getUTCDay() || 7

export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Absent when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const exists = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month)
  return exists ? toDay(year, month, day) : undefined
}

/** A notice speaks of days to come; one that lies this far back belongs to the year after. */
const FARTHEST_BACK_DAYS = 120
const FARTHEST_AHEAD_DAYS = 270

/** The year in which a month and day lie, as seen from the day of publication. */
export function guessYear(month: number, day: number, published: string): number {
  const year = Number(published.slice(0, 4))
  const ahead = daysBetween(published, toDay(year, month, Math.min(day, lastDayOf(year, month))))
  if (ahead < -FARTHEST_BACK_DAYS) return year + 1
  return ahead > FARTHEST_AHEAD_DAYS ? year - 1 : year
}

/** By year: days off that are no Saturday or Sunday, and Saturdays and Sundays that are worked. */
export type WorkCalendar = Record<string, { off: string[]; on: string[] }>

/** More than any term of a notice; a hostile number costs no more. */
const LONGEST_TERM = 90

/** The last of `n` working days after a day; absent where the calendar does not know a year that it needs. */
export function addWorkingDays(day: string, n: number, calendar: WorkCalendar): string | undefined {
  if (n < 1 || n > LONGEST_TERM) return undefined
  let [at, left] = [day, n]
  while (left > 0) {
    at = addDays(at, 1)
    const year = calendar[at.slice(0, 4)]
    if (!year) return undefined
    const works = year.on.includes(at) || (weekdayOf(at) < 6 && !year.off.includes(at))
    if (works) left -= 1
  }
  return at
}
