/** What is wanted most, and whether it is wanted more than before: no clicks, nothing paid, anyone can compute it again. */

/** Positions that were open together, of one value. */
export interface Demand {
  /** Persons wanted; 1 where the source names no number. */
  headcount: number
  /** Different employers; all unnamed ones are one. */
  employers: number
  /** Positions. */
  items: number
}

export const POPULAR_DAYS = 60

export type RankedBy = 'position' | 'region' | 'employer'

/** One employer's thousand heads are worth ten, so that no single poster makes a trend; among employers heads are what counts. */
export function scoreOf(by: RankedBy, { headcount, employers }: Demand): number {
  return by === 'employer' ? headcount : Math.min(headcount, 10 * employers) + 5 * employers
}

export type Trend = 'up' | 'down' | 'same' | 'new'

export function trendOf(by: RankedBy, now: Demand, before: Demand): Trend {
  if (before.items === 0) return 'new'
  const growth = scoreOf(by, now) - scoreOf(by, before)
  return growth > 0 ? 'up' : growth < 0 ? 'down' : 'same'
}

/** Part of every answer. `assumedDays`: how long a position that names no end counts as open. */
export function popularFormula(by: RankedBy, assumedDays: number): string {
  return [
    by === 'employer' ? 'score = headcount' : 'score = min(headcount, 10 × employers) + 5 × employers',
    'counted: positions published in the window and open now, without those given up, withdrawn or merged into another',
    'headcount: persons wanted, 1 where the source names no number',
    'employers: different employers, all unnamed ones as one',
    `open: its closing time lies ahead; without one, ${assumedDays} days after publication`,
    'equal scores: newest position first',
    `before: the same of windowBefore, by what was open ${POPULAR_DAYS} days ago at this time of day`,
    'trend: up, down or same by the two scores, new when nothing was counted before; absent when nothing at all was',
  ].join('; ')
}
