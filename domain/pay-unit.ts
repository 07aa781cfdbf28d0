/** What a label says about the figures under it: 薪酬（万元/年）, 待遇（K/月）, 日薪（元）. */
import type { PayPeriod } from './item.ts'
import { toNarrow } from './text.ts'
import { periodWords } from './words/pay.ts'

/** In this order: the rarer word decides before 月 and 年, which stand in many others. */
const PERIODS: [PayPeriod, RegExp][] = (['hour', 'shift', 'piece', 'day', 'week', 'year', 'month'] as const).map(
  (period) => [period, periodWords(period)],
)

export function findPeriod(clause: string): PayPeriod | undefined {
  return PERIODS.find(([, words]) => words.test(clause))?.[0]
}

/** Signs of a number of ten thousand, a thousand, a hundred. */
export const FACTOR: Record<string, number> = {
  万: 10_000,
  萬: 10_000,
  w: 10_000,
  千: 1_000,
  k: 1_000,
  百: 100,
}

export interface PayUnit {
  /** By which a figure is multiplied that names no such sign itself. */
  factor?: number
  /** Of figures that name none themselves. */
  period?: PayPeriod
}

/** Signs that stand for themselves: neither in a word nor behind a figure, as 8千/月 would be. */
const SIGN = /(?<![a-z\d.])([万萬千百wk])(?=元|[/)\]】\s]|$)/u

/** Empty for a label that says nothing. */
export function payUnitOf(label: string): PayUnit {
  const text = toNarrow(label).toLowerCase()
  const sign = SIGN.exec(text)?.[1]
  const period = findPeriod(text)
  return { ...(sign && { factor: FACTOR[sign] }), ...(period && { period }) }
}

/** A figure this high under 万元 was written out, whatever the label says. */
const LEAST_WRITTEN_OUT = 1_000
const OWN_SIGN = /\d\s*(?:[万萬千百元块]|[wk](?![a-z]))/u

/** How much each figure of a clause is worth under such a label. */
export function factorFor(clause: string, top: number, { factor = 1 }: PayUnit): number {
  return OWN_SIGN.test(clause) || top >= LEAST_WRITTEN_OUT ? 1 : factor
}
