/** When an address is looked at again. Pure: counts and instants in, an instant out. */
import { createHash } from 'node:crypto'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** After the first, second, … failure in a row; then a day each. */
const BACK_OFF_MS = [30_000, 5 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS]
/** A known item is looked at again that many days after it came. */
const REVISIT_DAYS = [1, 3, 7, 30]
/** Servers say 304 for ever, so one visit in ten, and one a week, asks for the whole page. */
const UNCONDITIONAL_EVERY = 10
const UNCONDITIONAL_MS = 7 * DAY_MS

/** Wait after `fails` failures in a row (1 or more), spread by a tenth so that addresses that failed together come back apart. */
export function backOffMs(fails: number, url: string): number {
  const base = BACK_OFF_MS[fails - 1] ?? DAY_MS
  const spread = createHash('sha256').update(`${url} ${fails}`).digest().readUInt8(0) / 255
  return Math.round(base * (1 + spread / 10))
}

/** The next of the fixed days after the first sight; undefined when the last has passed. */
export function nextRevisit(firstAt: Date, now: Date): Date | undefined {
  return REVISIT_DAYS.map((days) => new Date(firstAt.getTime() + days * DAY_MS)).find((day) => day > now)
}

/** `visits` done so far, `wholeAt` the last time a whole page came. */
export function mayBeConditional(visits: number, wholeAt: Date | undefined, now: Date): boolean {
  if (wholeAt === undefined || now.getTime() - wholeAt.getTime() >= UNCONDITIONAL_MS) return false
  return (visits + 1) % UNCONDITIONAL_EVERY !== 0
}
