/** What a language says about pay. Sources of expressions, alternatives split by `|`; languages are joined, since no phrase of one means anything in another. */
import type { PayPeriod } from '../item.ts'
import { enPay } from './en-pay.ts'
import { zhPay } from './zh-pay.ts'

export interface PayWords {
  /** Names of the field, before a colon or a figure. */
  label: string
  periods: Record<PayPeriod, string>
  /** Periods that no wage is compared by: a quarter, half a month, a term. */
  otherPeriods: string
  /** Alone at the head of a phrase they say the period of the figure behind them: 日结，180. */
  heads: string
  negotiable: string
  /** Paid by the piece, no figure needed. */
  byPiece: string
  atLeast: string
  atMost: string
  /** All one gets, where the base stands beside it. */
  total: string
  regular: string
  probation: string
  /** Paid beside the wage. */
  extra: string
  /** Money that is no wage at all, before its figure. */
  noWage: string
  /** Figures that are no money. */
  noMoney: string
}

const LANGUAGES: PayWords[] = [zhPay, enPay]

type Field = Exclude<keyof PayWords, 'periods'>

/** The words of every language for one idea. */
export const payWords = (field: Field, flags = 'iu', around: [string, string] = ['', '']): RegExp =>
  new RegExp(`${around[0]}(?:${LANGUAGES.map((words) => words[field]).join('|')})${around[1]}`, flags)

export const periodWords = (period: PayPeriod): RegExp =>
  new RegExp(LANGUAGES.map(({ periods }) => periods[period]).join('|'), 'iu')
