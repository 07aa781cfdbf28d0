/**
 * How often a column is asked. `everyMinutes` of the source or the list is where it starts; from then on the column's own
 * rhythm counts: the days on which its last entries were published. A column with an entry a month is asked four times
 * less often than it began, a busy one four times more, never less often than once a day nor more often than every
 * fifteen minutes. `rhythm: 'fixed'` in the source's file keeps it at `everyMinutes`. Pure.
 */

/** Entries looked at: enough to tell a rhythm, few enough to follow a change of it. */
export const RHYTHM_ENTRIES = 20
const LEAST_ENTRIES = 5
/** Asked so often per entry: an entry is found in a quarter of the time until the next one. */
const VISITS_PER_ENTRY = 4
const FACTOR = 4
const LEAST_MINUTES = 15
const MOST_MINUTES = 1_440
const MINUTE_MS = 60_000
/** A bare day begins elsewhere earlier than here. */
const AHEAD_MS = 1_440 * MINUTE_MS

/** Minutes until the next visit. `published`: days or instants of its entries, in any order. */
export function learnedMinutes(everyMinutes: number, published: readonly string[], now: Date): number {
  const ages = published
    .map((at) => now.getTime() - Date.parse(at))
    .filter((age) => age >= -AHEAD_MS)
    .map((age) => Math.max(age, 0))
    .sort((a, b) => a - b)
    .slice(0, RHYTHM_ENTRIES)
  const oldest = ages.at(-1)
  if (oldest === undefined || ages.length < LEAST_ENTRIES) return everyMinutes
  const wanted = oldest / ages.length / VISITS_PER_ENTRY / MINUTE_MS
  const least = Math.max(Math.min(everyMinutes, LEAST_MINUTES), everyMinutes / FACTOR)
  const most = Math.max(everyMinutes, Math.min(everyMinutes * FACTOR, MOST_MINUTES))
  return Math.round(Math.min(Math.max(wanted, least), most))
}
