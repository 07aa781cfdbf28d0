/** What a language says for the signals of DOMAIN section 17. */

/** Money and fraud. */
export const FRAUD_SIGNALS = [
  'fee',
  'deposit',
  'training-loan',
  'impersonation',
  'rebate',
  'overseas',
  'id-held',
  'chat-only',
  'too-good',
] as const
/** Exclusion or preference. */
export const EXCLUSION_SIGNALS = ['sex', 'birth', 'ethnicity', 'religion', 'residence', 'hepatitis-b'] as const
/** In the order in which they are told; an age is information alone. */
export const SIGNALS = [...FRAUD_SIGNALS, ...EXCLUSION_SIGNALS, 'age'] as const
export type Signal = (typeof SIGNALS)[number]

export interface FlagWords {
  /** Global. What raises a signal; no alternative reaches over a full stop. */
  says: Record<Signal, RegExp>
  /** Words around the signal that take it away: a denial, another meaning. */
  unless: Partial<Record<Signal, RegExp>>
  /** What a public examination costs. */
  examFee: RegExp
  /** A warning speaks of others, all through its sentence. */
  warns: RegExp
  /** What a worker does with other people's money: 负责收取停车费. */
  duty: RegExp
  /** A clause that begins so belongs to the one before it: 不收取任何费用，包括押金. */
  goesOn: RegExp
  /** One that begins so speaks of the one before: 押金、服装费，一律不收. */
  speaksBack: RegExp
  /** Columns of a table that ask by their header: 户籍 | 大同市. */
  columns: [Signal, RegExp][]
  /** A cell that asks nothing. */
  noDemand: RegExp
  /** Cells under such a header name things and people rather than ask for them. */
  namingColumn: RegExp
}
