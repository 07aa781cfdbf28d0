/** Orders other than by date, over the newest matches only: an index that sorts reads everything. */

import type { SqlValue } from '../domain/ports.ts'
import type { Sort } from '../domain/query.ts'
import type { Alternative, Terms } from './analyse.ts'

/** Matches that are ranked; older ones are counted but not reached in these orders. */
export const RANKED = 2_000

export interface Candidate extends Record<string, SqlValue> {
  n: number
  id: string
  /** Folded text, title on the first line. */
  t: string
  deadline: number | null
  pay_max: number | null
}

/** Smaller comes first; of equals the newer one. `at`: epoch seconds. */
export type KeyOf = (candidate: Candidate, terms: Terms, at: number) => number

/** Years beyond any deadline, in seconds. */
const UNSAID = 10 ** 12

export const RANKS: Record<Exclude<Sort, 'new'>, KeyOf> = {
  relevance: ({ t }, terms) => -relevanceOf(t, terms),
  // What can still be met, soonest first; then what states no end; then what is over, latest first.
  deadline: ({ deadline }, _, at) => {
    if (deadline === null) return UNSAID
    return deadline > at ? deadline : 2 * UNSAID - deadline
  },
  pay: ({ pay_max }) => -(pay_max ?? -1),
}

/** In the title 8, as its beginning 10, elsewhere 1; the asker's own word 2 more than a synonym; all words in a row 4. */
function relevanceOf(text: string, terms: Terms): number {
  const title = text.split('\n', 1).join('')
  const scores = terms.map((alternatives) =>
    Math.max(...alternatives.map((one, at) => wordScore(title, text, one) + (at === 0 ? 2 : 0))),
  )
  const row = terms.map(([first]) => first?.normal ?? '').join(' ')
  return scores.reduce((sum, score) => sum + score, 0) + (terms.length > 1 && text.includes(row) ? 4 : 0)
}

function wordScore(title: string, text: string, { normal }: Alternative): number {
  if (title.startsWith(normal)) return 10
  if (title.includes(normal)) return 8
  return text.includes(normal) ? 1 : -2
}
