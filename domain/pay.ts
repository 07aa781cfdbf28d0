/**
 * The pay grammar of DOMAIN sections 9 and 17: 3000-5000元/月, 8千-1.5万·13薪,
 * 日结180, 面议, £25,000 per annum. What is not written is not there: no number is
 * ever made up, and a bonus stays in `raw`.
 */
import type { Pay, PayPeriod } from './item.ts'
import { parseNumeral } from './numerals.ts'
import { FACTOR, factorFor, findPeriod, type PayUnit, payUnitOf } from './pay-unit.ts'
import { toNarrow } from './text.ts'
import { payWords } from './words/pay.ts'

/** By what the words say first; the town's own currency is the default. */
const CURRENCIES: [RegExp, string][] = [
  [/nt\$|新?[台臺][币幣]|twd/iu, 'TWD'],
  [/hk\$|港[币幣]|港[元纸]|hkd/iu, 'HKD'],
  [/mop|澳门[币元]|澳門[幣元]|葡币/iu, 'MOP'],
  [/sgd|(?<![a-z])s\$|新加坡[元币]|新币|坡币/iu, 'SGD'],
  [/a\$|aud|澳元|澳币/iu, 'AUD'],
  [/us\$|美元|美金|usd/iu, 'USD'],
  [/£|英镑|gbp/iu, 'GBP'],
  [/€|欧元|eur(?![a-z])/iu, 'EUR'],
  [/日元|日圆|日币|jpy/iu, 'JPY'],
  [/韩元|韩币|krw/iu, 'KRW'],
  [/人民币|rmb|cny/iu, 'CNY'],
]

const HEAD = payWords('heads', 'iu', ['^\\s*', '\\s*(?:制|工)?\\s*[:：]?\\s*$'])
const NEGOTIABLE = payWords('negotiable')
const BY_PIECE = payWords('byPiece')
const AT_LEAST = payWords('atLeast')
const AT_MOST = payWords('atMost')
const TOTAL = payWords('total')
const REGULAR = payWords('regular')
const PROBATION = payWords('probation')
const EXTRA = payWords('extra')
const NO_WAGE = payWords('noWage')
const NO_MONEY = payWords('noMoney', 'giu')
const OTHER_BEHIND = payWords('otherPeriods', 'iu', ['^\\s*(?:元|块钱?|rmb)?\\s*(?:\\/|每|一)?\\s*', ''])
const OTHER_BEFORE = payWords('otherPeriods', 'iu')

const NUMBER = '(\\d+(?:\\.\\d+)?)\\s*(万|萬|千|百|w|k)?(?![a-z])'
const MARK = '(?:nt\\$|hk\\$|us\\$|[as]\\$|usd|hkd|twd|rmb|mop|sgd|[£€¥$])?\\s*'
const UNIT = '\\s*(?:元|块钱?|rmb|usd)?(?:\\/?(?:每?人)?[·\\/]?(?:月|天|日|小时|年))?\\s*'
const RANGE = new RegExp(`${MARK}${NUMBER}${UNIT}(?:-|至|到|to)\\s*${MARK}${NUMBER}`, 'iu')
const SINGLE = new RegExp(`${MARK}${NUMBER}`, 'iu')
const MONTHS = /(?:[·,，\s/*xX×]|^|\D)(\d{2})\s*(?:薪|个月工资)/u

/** What a figure without a period means where people of that money talk of wages (DOMAIN section 9); elsewhere by the hour or year. */
const MONTHLY_MONEY = new Set(['CNY', 'TWD', 'HKD', 'MOP', 'SGD', 'JPY', 'KRW'])
const BARE_MONTHLY: [PayPeriod, number, number][] = [['month', 1_000, 200_000]]
const BARE_OTHERS: [PayPeriod, number, number][] = [
  ['hour', 5, 200],
  ['year', 15_000, 1_000_000],
]

const NUMERAL = '一二两兩三四五六七八九十百千万'
/** As on cheques. */
const FORMAL: Record<string, string> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}

/** 五千 → 5000, 一万二 → 12000; 三四千 is a range; 二十 alone only before money. */
function readChineseNumerals(text: string): string {
  return text
    .replace(/([一二两三四五六七八九])([二三四五六七八九])(?=[千万])/gu, (_, low: string, high: string) =>
      parseNumeral(high) - parseNumeral(low) === 1 ? `${parseNumeral(low)}-${parseNumeral(high)}` : `${low}${high}`,
    )
    .replace(new RegExp(`[${NUMERAL}]{2,}(?=元|块)|[${NUMERAL}]*[百千万][${NUMERAL}]*`, 'gu'), (numeral, at: number) =>
      /[\d.]\s*$/u.test(text.slice(Math.max(0, at - 2), at)) || !/[一二两兩三四五六七八九十]/u.test(numeral)
        ? numeral
        : String(parseNumeral(numeral)),
    )
}

/** What stands behind the last digit of a spoken figure; 1万2个月 and 3千5险 are none. */
const SPOKEN_END = '(?![\\d.万萬千百wk个個天年月日周时時点點号險险金薪休人名岁歲%:小])'
const SPOKEN_THOUSANDS = new RegExp(`(\\d+)[万萬w](\\d)千(\\d${SPOKEN_END})?`, 'gu')
const SPOKEN = new RegExp(`(\\d+)([万萬千wk])(\\d)${SPOKEN_END}`, 'gu')

/** 3千5 → 3500, 1万2 → 12000, 1万2千5 → 12500: a digit behind a sign counts its tenths. */
function readSpoken(text: string): string {
  return text
    .replace(SPOKEN_THOUSANDS, (_, high: string, low: string, rest = '0') => `${high}${low}${rest}00`)
    .replace(
      SPOKEN,
      (_, high: string, sign: string, tenth: string) => `${Number(`${high}.${tenth}`) * (FACTOR[sign] ?? 1)}`,
    )
}

function normalise(raw: string): string {
  const text = readChineseNumerals(
    toNarrow(raw)
      .replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/gu, (sign) => FORMAL[sign] ?? sign)
      .replace(/(?<=[薪入资])[过上破]万/gu, '10000以上')
      .replace(/(?<=[达到])万元/gu, '10000元'),
  ).toLowerCase()
  return readSpoken(text)
    .replace(/￥/gu, '¥')
    .replace(/(\d)[,，](?=\d{3}(?!\d))/gu, '$1')
    .replace(/\s*[~～—–−－]+\s*/gu, '-')
    .replace(/-{2,}/gu, '-')
}

interface Figures {
  min: number
  max?: number
  /** Offset in the clause right behind the last of them. */
  end: number
}

function toAmount(number: string, unit: string | undefined): number {
  return Math.round(Number(number) * (FACTOR[unit ?? ''] ?? 1) * 100) / 100
}

/** A unit missing on one side is taken from the right (8-12k) or, for a smaller right figure, from the left. */
function readRange(range: RegExpExecArray): Figures | undefined {
  const [whole, left = '', leftUnit, right = '', rightUnit] = range
  const max = toAmount(right, rightUnit ?? (Number(right) < 1_000 && leftUnit ? leftUnit : undefined))
  const min = toAmount(left, leftUnit ?? (toAmount(left, rightUnit) <= max ? rightUnit : undefined))
  return min <= max ? { min, max, end: range.index + whole.length } : undefined
}

/** Of a sum (3500+绩效800) the first part that holds a figure, unless the whole is said behind a `=`. */
function readFigures(clause: string): Figures | undefined {
  const single = SINGLE.exec(clause)
  if (!single?.[1]) return undefined
  const range = RANGE.exec(clause)
  const plus = clause.indexOf('+', single.index + single[0].length)
  if (range && !(plus >= 0 && plus < range.index)) return readRange(range)
  return { min: toAmount(single[1], single[2]), end: single.index + single[0].length }
}

/** How far behind a figure its own period may stand: 元/人/月. */
const PERIOD_REACH = 10
/** Words of other periods are longer: per fortnight. */
const OTHER_REACH = 16

const behindOf = (clause: string, end: number, reach = PERIOD_REACH): string =>
  clause
    .slice(end, end + reach)
    .split(/[+（(]/u)
    .find((part) => part.trim()) ?? ''

/** A period right behind the figure is its own; 每年调薪 behind a comma says nothing about it. */
function periodOf(clause: string, end: number, unit: PayUnit): PayPeriod | undefined {
  return findPeriod(behindOf(clause, end)) ?? findPeriod(clause.slice(0, end)) ?? unit.period ?? findPeriod(clause)
}

/** By the quarter, the half month, the term: no period of wages that can be compared. */
const isOfOtherPeriod = (clause: string, end: number): boolean =>
  OTHER_BEHIND.test(behindOf(clause, end, OTHER_REACH)) ||
  (!findPeriod(behindOf(clause, end)) && OTHER_BEFORE.test(clause.slice(0, end)))

/** The clause that says what one gets: the regular pay, the total, else the first with a figure. */
function pickClause(clauses: string[]): string | undefined {
  const figured = clauses.filter((clause) => SINGLE.test(clause.replace(NO_MONEY, '')))
  const wages = figured.filter((clause) => !PROBATION.test(clause))
  return (
    wages.find((clause) => REGULAR.test(clause)) ??
    wages.find((clause) => TOTAL.test(clause)) ??
    wages.find((clause) => !EXTRA.test(clause.split('+')[0] ?? '')) ??
    wages[0] ??
    figured[0]
  )
}

function bound(clause: string, { min, max }: Figures): Pick<Pay, 'min' | 'max'> {
  if (max !== undefined) return { min, max }
  if (AT_MOST.test(clause)) return { max: min }
  return AT_LEAST.test(clause) ? { min } : { min, max: min }
}

function findCurrency(text: string, townCurrency: string): string {
  return CURRENCIES.find(([words]) => words.test(text))?.[1] ?? townCurrency
}

function bareRange(currency: string): [PayPeriod, number, number][] {
  return MONTHLY_MONEY.has(currency) ? BARE_MONTHLY : BARE_OTHERS
}

/** Under 万元 alone a year may be meant: a figure too high for a month is left without a period. */
const MOST_MONTHLY_IN_WAN = 30_000

function barePeriod(top: number, currency: string, { factor }: PayUnit): PayPeriod | undefined {
  if (factor === FACTOR.万 && top > MOST_MONTHLY_IN_WAN) return undefined
  return bareRange(currency).find(([, least, most]) => top >= least && top <= most)?.[0]
}

/** Below this a figure without any money word is no pay: a floor, a shift, a number of people. */
const LEAST_BARE = 10

/**
 * Pay out of one cell or phrase. `townCurrency` is what 元 and $ mean here, `unit` what the label over it says. Words
 * without a figure, and figures by the quarter or the half month, give `raw` alone.
 */
export function parsePay(raw: string, townCurrency: string, unit: PayUnit = {}): Pay | undefined {
  const text = normalise(raw)
  if (!text.trim()) return undefined
  const months = MONTHS.exec(text)?.[1]
  const clauses = text.split(/[,，;；。、\n=]|(?<=\d元?|\/[月年天日时班周]|元每[月年天日])[（(]|[）)]/u)
  const clause = pickClause(clauses)
  const cleaned = clause?.replace(NO_MONEY, (words) => ' '.repeat(words.length)) ?? ''
  const figures = inUnit(cleaned, readFigures(cleaned), unit)
  const top = figures?.max ?? figures?.min ?? 0
  const own = figures && clause !== undefined ? periodOf(clause, figures.end, unit) : undefined
  if (clause === undefined || !figures || (top < LEAST_BARE && !own)) return withoutFigures(text, raw)
  if (isOfOtherPeriod(clause, figures.end)) return { raw }
  const currency = findCurrency(text, townCurrency)
  const head = clauses.find((each) => each !== clause && HEAD.test(each))
  const period = own ?? (head && findPeriod(head)) ?? barePeriod(top, currency, unit) ?? findPeriod(text)
  return {
    ...bound(clause, figures),
    ...(period && { period }),
    ...(months && Number(months) > 12 && Number(months) <= 24 && { monthsPerYear: Number(months) }),
    currency,
    ...(/面[议議]/u.test(text) && { negotiable: true }),
    raw,
  }
}

function inUnit(clause: string, figures: Figures | undefined, unit: PayUnit): Figures | undefined {
  if (!figures) return undefined
  const { min, max, end } = figures
  const factor = factorFor(clause, max ?? min, unit)
  const times = (amount: number) => Math.round(amount * factor * 100) / 100
  return { min: times(min), ...(max !== undefined && { max: times(max) }), end }
}

function withoutFigures(text: string, raw: string): Pay {
  if (NEGOTIABLE.test(text)) return { negotiable: true, raw }
  return BY_PIECE.test(text) ? { period: 'piece', raw } : { raw }
}

const LABEL = payWords('label', 'giu', [
  '',
  '\\s*(?:标准|范围|水平)?(?:\\s*[（(][^（()）\\n]{1,10}[）)](?=\\s*[:：]))?\\s*(?:[:：为是]|(?=[\\d一二三四五六七八九面约达过£$¥￥]))\\s*',
])
const MONEY =
  /(?:(?:月|年|日|时|周)(?:薪|工资|收入)|日结)?\s*[£$¥￥]?\d[\d,.]{0,12}\s*(?:万|千|k|w)?\s*(?:[-~～—–至到]\s*[£$¥￥]?\d[\d,.]{0,12}\s*(?:万|千|k|w)?)?\s*元?\s*(?:\/|每|一|(?:per|an?)\s)\s*(?:个?月|天|日|小时|年|班|件|单|hour|hr|h\b|day|week|month|year|annum|shift)/giu

/** Longest phrase behind a label: a base, a bonus, what comes after probation. */
const LONGEST_VALUE = 120
/** So much of its clause is read before a figure that stands without a label. */
const CLAUSE_REACH = 24

/** Pay out of running text: the value behind a label up to the end of its sentence, else a figure that carries its own period. */
export function findPay(text: string, townCurrency: string): Pay | undefined {
  for (const match of text.matchAll(LABEL)) {
    const label = match[0].replace(/[\s:：为是]+$/u, '')
    const from = match.index + match[0].length
    const value = /^[^\n。]*/u.exec(text.slice(from, from + LONGEST_VALUE))?.[0]?.trim()
    if (!value || isNoWage(text, match.index)) continue
    const pay = parsePay(value, townCurrency, payUnitOf(label))
    if (pay && (pay.min ?? pay.max ?? pay.negotiable ?? pay.period)) return { ...pay, raw: value }
  }
  for (const { 0: money, index } of text.matchAll(MONEY)) {
    if (!isNoWage(text, index)) return parsePay(money.trim(), townCurrency)
  }
  return undefined
}

/** 住宿补贴200元/月, 停车费5元/小时: what stands before the figure names another kind of money. */
function isNoWage(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - CLAUSE_REACH), at)
  return NO_WAGE.test(before.split(/[\n,，。；;、！!]/u).at(-1) ?? '')
}
