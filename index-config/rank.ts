/**
 * Orders other than by date, over the newest matches only: an index that sorts reads everything. Each order is said
 * twice, for rows at hand and as SQL for rows that need not leave the database; a test holds them to the same numbers.
 */
import type { SqlValue } from '../domain/ports.ts'
import type { Sort } from '../domain/query.ts'
import type { Alternative } from './analyse.ts'
import type { Table } from './query-sql.ts'
import type { Terms } from './question.ts'

/** Matches that are ranked; older ones are counted but not reached in these orders. */
export const RANKED = 2_000

export interface Candidate extends Record<string, SqlValue> {
  n: number
  id: string
  /** Folded headline. */
  t: string
  deadline: number | null
  pay_max: number | null
  /** 1 when it meets the question only by what is guessed. */
  guessed: number
}

/** Smaller comes first; of equals the newer one. A whole number. `at`: epoch seconds. */
export type KeyOf = (candidate: Candidate, terms: Terms, at: number) => number

/** Years beyond any deadline, in seconds. */
const UNSAID = 10 ** 12

export const RANKS: Record<Exclude<Sort, 'new'>, KeyOf> = {
  relevance: ({ t, guessed }, terms) => GUESSED_BELOW * guessed - relevanceOf(t, terms),
  // What can still be met, soonest first; then what states no end; then what is over, latest first.
  deadline: ({ deadline }, _, at) => {
    if (deadline === null) return UNSAID
    return deadline > at ? deadline : 2 * UNSAID - deadline
  },
  pay: ({ pay_max }) => 0 - (pay_max ?? -1),
}

/** Adds a value to the statement and answers the name that stands for it there. */
export type Bind = (value: SqlValue) => string

interface SqlRank {
  /** The table that the key is made of. */
  read: Table
  /** `guessed`: SQL of what a candidate has under that name. */
  key: (terms: Terms, at: number, bind: Bind, guessed: string) => string
}

export const SQL_RANKS: Record<Exclude<Sort, 'new'>, SqlRank> = {
  relevance: {
    read: 'x',
    key: (terms, _, bind, guessed) => `${GUESSED_BELOW} * ${guessed} - ${relevanceSql(terms, bind)}`,
  },
  deadline: {
    read: 'c',
    key: (_, at, bind) => `case when c.deadline is null then ${UNSAID}
      when c.deadline > ${bind(at)} then c.deadline else ${2 * UNSAID} - c.deadline end`,
  },
  pay: { read: 'c', key: () => '-coalesce(c.pay_max, -1)' },
}

/** Where a word stands in the headline. */
const SCORES = {
  own: { first: 60, inside: 50, elsewhere: 5 },
  synonym: { first: 50, inside: 40, elsewhere: 5 },
  guessed: { first: 10, inside: 8, elsewhere: 1 },
} as const
/** All words of the question in a row in the headline. */
const IN_A_ROW = 20
/** More than any question scores: what meets it only by a guess never comes above what meets it as it was written. */
const GUESSED_BELOW = 10_000

/** The question with written words alone; undefined when nothing in it is guessed. */
export function asWritten(terms: Terms): Terms | undefined {
  if (!terms.some((ways) => ways.some(({ guessed }) => guessed))) return undefined
  return terms.map((ways) => ways.filter(({ guessed }) => !guessed))
}

function scoresOf({ guessed }: Alternative, at: number): (typeof SCORES)[keyof typeof SCORES] {
  if (guessed) return SCORES.guessed
  return at === 0 ? SCORES.own : SCORES.synonym
}

function rowOf(terms: Terms): string {
  return terms.map(([first]) => first?.normal ?? '').join(' ')
}

/** The sum over the terms, each by the best way in which it is met. */
function relevanceOf(headline: string, terms: Terms): number {
  const scores = terms.map((ways) => Math.max(...ways.map((way, at) => wordScore(headline, way, at))))
  const row = terms.length > 1 && headline.includes(rowOf(terms)) ? IN_A_ROW : 0
  return scores.reduce((sum, score) => sum + score, row)
}

function wordScore(headline: string, way: Alternative, at: number): number {
  const { first, inside, elsewhere } = scoresOf(way, at)
  const place = headline.indexOf(way.normal)
  return place < 0 ? elsewhere : place === 0 ? first : inside
}

function relevanceSql(terms: Terms, bind: Bind): string {
  const score = (way: Alternative, at: number) => {
    const { first, inside, elsewhere } = scoresOf(way, at)
    return `case instr(x.t, ${bind(way.normal)}) when 0 then ${elsewhere} when 1 then ${first} else ${inside} end`
  }
  const best = terms.map((ways) =>
    ways.length === 1 ? ways.map(score).join('') : `max(${ways.map(score).join(', ')})`,
  )
  const row = terms.length > 1 ? [`(instr(x.t, ${bind(rowOf(terms))}) > 0) * ${IN_A_ROW}`] : []
  return `(${[...best, ...row].join(' + ')})`
}
