/** How often a posting was published: a portal's copy of it is the same publication told twice, the next one is not. */

export interface Publication {
  /** Slug. */
  source: string
  /** Epoch day. */
  day: number
}

/** What comes back after so long is published again, whoever shows it; the same span within which copies are one story. */
const LONGEST_ROUND_DAYS = 31

/**
 * Rounds of publication, 0 for none. `publications` in the order of their days. A round begins where a source shows the
 * posting anew on a later day, or where nobody has for a month; what other sources show until then belongs to the round
 * that is going. Two addresses of one source on one day are two columns of its site.
 */
export function countRounds(publications: readonly Publication[]): number {
  let rounds = 0
  let round = new Map<string, number>()
  let last = Number.NEGATIVE_INFINITY
  for (const { source, day } of publications) {
    const again = round.get(source) !== undefined && round.get(source) !== day
    if (again || day - last > LONGEST_ROUND_DAYS) {
      rounds += 1
      round = new Map()
    }
    if (!round.has(source)) round.set(source, day)
    last = day
  }
  return rounds
}
