/** Until when one can apply or sign up, and what a month pays. */
import { instantOf } from '../domain/dates.ts'
import type { Item, Pay } from '../domain/item.ts'
import { epochDay } from './store/slot.ts'

/** A job or call that names no end counts as open for so long after publication; never shown as a deadline. */
export const ASSUMED_DAYS = 30
const DAY_MS = 86_400_000

/** Epoch seconds of the last moment that the source states; undefined when it states none or writes no date. */
export function deadlineOf(item: Item, zone: string): number | undefined {
  const closesAt = statedEnd(item)
  return closesAt === undefined ? undefined : endOf(closesAt, zone)
}

/** A publisher's own amendment wins over what its call still says. */
export function statedEnd({ extended, closesAt }: Item): string | undefined {
  return extended?.closesAt ?? closesAt
}

/**
 * Epoch seconds after which the item is closed; undefined for what nobody can apply for: news, lists, rules, and
 * the later steps of a recruitment.
 */
export function closingOf(item: Item, zone: string): number | undefined {
  if (!canBeOpen(item)) return undefined
  const stated = deadlineOf(item, zone) ?? (item.volunteer?.ends && endOf(item.volunteer.ends, zone))
  return stated || (endOf(item.publishedAt, zone) ?? 0) + (ASSUMED_DAYS * DAY_MS) / 1000
}

/** Whether one can still apply or sign up; undefined for what nobody can apply for. `open=1` finds what is called open here. */
export function isOpen(item: Item, zone: string, at: Date): boolean | undefined {
  if (item.stage === 'cancelled' || item.cancelledBy !== undefined || isShut(item)) return false
  const closes = closingOf(item, zone)
  return closes === undefined ? undefined : closes * 1000 > at.getTime()
}

/** A call that takes nobody any more, whatever its dates. */
function isShut({ volunteer }: Item): boolean {
  return ['full', 'finished', 'cancelled'].includes(volunteer?.status ?? '')
}

function canBeOpen(item: Item): boolean {
  const { type, stage } = item
  if (item.cancelledBy !== undefined) return false
  if (type === 'notice') return stage === 'open'
  if (type === 'position' || type === 'fair') return stage === undefined || stage === 'open'
  return type === 'call' && !isShut(item)
}

/** A bare day lasts until its end in the zone. */
function endOf(value: string, zone: string): number | undefined {
  try {
    if (value.length > 10) return Math.floor(instantOf(value, zone).getTime() / 1000)
    const next = new Date((epochDay(value) + 1) * DAY_MS).toISOString().slice(0, 10)
    return Math.floor(instantOf(next, zone).getTime() / 1000) - 1
  } catch (error) {
    // A date that is none says nothing about when the item closes.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Periods in a month, for comparing only: 174 working hours, 21.75 working days. Pieces and shifts do not compare. */
const PER_MONTH: Partial<Record<NonNullable<Pay['period']>, number>> = {
  hour: 174,
  day: 21.75,
  week: 52 / 12,
  month: 1,
  year: 1 / 12,
}

/** Upper figure a month, in whole units of `currency`; undefined when unsaid or in another currency. */
export function monthlyPay(pay: Pay | undefined, currency: string): number | undefined {
  const figure = pay?.max ?? pay?.min
  const factor = pay?.period && PER_MONTH[pay.period]
  if (figure === undefined || factor === undefined) return undefined
  if (pay?.currency !== undefined && pay.currency !== currency) return undefined
  return Math.round(figure * factor)
}
