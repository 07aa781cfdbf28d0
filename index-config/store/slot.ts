/** The integer under which an item lives in the tables: its order is the order of publication. */
import { hashOf } from './hash.ts'

export const SLOTS_PER_DAY = 65_536
const SLOTS_PER_MINUTE = 45
const DAY_MS = 86_400_000

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`. Throws RangeError when it is none. */
export function epochDay(day: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // Date.parse takes 31 February for a day of March.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) throw new RangeError(`not a day: ${day}`)
  return ms / DAY_MS
}

/**
 * The first slot to try: day, then minute, of the town's clock as `publishedAt` writes it, then 45 places a
 * minute by a hash of the id, so that one minute's items do not queue for one slot. A bare day counts as midnight.
 */
export function wantedSlot(id: string, publishedAt: string): number {
  const [, hour = '0', minute = '0'] = /T(\d{2}):(\d{2})/.exec(publishedAt) ?? []
  const place = Number.parseInt(hashOf(id).slice(0, 8), 16) % SLOTS_PER_MINUTE
  return (
    epochDay(publishedAt.slice(0, 10)) * SLOTS_PER_DAY + (Number(hour) * 60 + Number(minute)) * SLOTS_PER_MINUTE + place
  )
}
