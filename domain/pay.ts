/**
 * The pay grammar of DOMAIN sections 9 and 17: 3000-5000元/月, 8千-1.5万·13薪,
 * 日结180, 面议, £25,000 per annum. What is not written is not there: no number is
 * ever made up, and a bonus stays in `raw`.
 */
import type { Pay, PayPeriod } from './item.ts'
import { parseNumeral } from './numerals.ts'
import { toNarrow } from './text.ts'

/** By what the words say first; the town's own currency is the default. */
const CURRENCIES: [RegExp, string][] = [
  [/nt\$|新台币|新臺幣|台币|臺幣|twd/iu, 'TWD'],
  [/hk\$|港币|港幣|港元|hkd/iu, 'HKD'],
  [/us\$|美元|美金|usd/iu, 'USD'],
  [/£|英镑|gbp/iu, 'GBP'],
  [/€|欧元|eur/iu, 'EUR'],
  [/日元|日圆|jpy/iu, 'JPY'],
  [/人民币|rmb|cny/iu, 'CNY'],
]

/** A period stands in the clause of its figure: 每年调薪 behind a comma says nothing about it. */
const PERIODS: [PayPeriod, RegExp][] = [
  ['hour', /小时|小時|时薪|時薪|钟点|\/\s*(?:h|hr|时)(?![a-z])|an?\s+hour|per\s+hour|hourly/iu],
  ['shift', /\/\s*(?:班|场|晚)|[每一]班(?!车)|每场|台班|per\s+shift/iu],
  ['piece', /课时费|课时|\/\s*(?:单|件|节|课|篇|趟|吨|个|本)|元每?[单件]|[每一][单件节趟]|论件|論件|按件|按单/iu],
  ['day', /日薪|日结|日工资|天结|日均|\/\s*(?:天|日)|[每一][天日]|元一?[天日]|按天|按日|per\s+day|a\s+day|daily/iu],
  ['week', /周薪|周结|週薪|\/\s*[周週]|每周|每週|per\s+week|a\s+week|weekly/iu],
  [
    'year',
    /年薪|年收入|年均|年工资|年度|\/\s*年|每年|一年|全年|per\s+(?:annum|year)|a\s+year|p\.?a\.?(?![a-z])|annual|yearly|\/\s*y(?:ea)?r/iu,
  ],
  [
    'month',
    /月薪|月工资|月收入|月均|月综合|月结|月入|\/\s*(?:个)?月|每个?月|一个?月|元月|月(?!\d*日)|per\s+month|a\s+month|monthly/iu,
  ],
]

const NEGOTIABLE =
  /面议|面議|详谈|面谈|电议|协商|优厚|从优|丰厚|按[^，,。；;]{0,16}(?:规定|标准|政策|制度)[^，,。；;]{0,6}(?:执行|发放|确定|办理)?|按规定|依规定|negotiable|competitive|doe/iu

const NUMBER = '(\\d+(?:\\.\\d+)?)\\s*(万|萬|千|百|w|k)?'
const MARK = '(?:nt\\$|hk\\$|us\\$|[£€¥$])?\\s*'
const UNIT = '\\s*(?:元|块|rmb)?(?:\\/(?:人[·\\/]?)?(?:月|天|日|小时|年))?\\s*'
const RANGE = new RegExp(`${MARK}${NUMBER}${UNIT}(?:-|至|到|to)\\s*${MARK}${NUMBER}`, 'iu')
const SINGLE = new RegExp(`${MARK}${NUMBER}`, 'iu')
/** Numbers that are no pay: months a year, days a week, insurances, headcounts. */
const NOT_PAY =
  /\d+\s*(?:薪|个月|天班|休|险|金(?!额)|人|名|岁|周岁|年(?:以上)?(?:经验|工龄)|[:：点]\d*|%|号(?:发|前)|日发|点|天\/周|天制|小时制|小时工作|天假)|(?:休|休息|假|工作|上班)\s*\d+\s*(?:天|日|个?小时)?|(?:每|一)(?:天|日)\d+小时|五险|六险|发薪日?\d+|\d+小时(?!\D)/giu
const MONTHS = /(?:[·,，\s/*xX×]|^|\D)(\d{2})\s*(?:薪|个月工资)/u

const AT_LEAST = /以上|起(?!草)|不低于|不少于|至少|≥|保底|及以上|\+|from|or more|at least|底薪|基本工资|无责/iu
const AT_MOST = /以下|以内|不超过|不高于|≤|up to|最高|上不封顶可达|最多/iu
const TOTAL = /综合|总收入|总计|月均|月入|到手|平均|合计|实发|收入/u
const REGULAR = /转正|正式/u
const PROBATION = /试用|实习期/u

const FACTOR: Record<string, number> = { 万: 10_000, 萬: 10_000, w: 10_000, 千: 1_000, k: 1_000, 百: 100 }
/** Bare figures in this range are monthly (DOMAIN section 9). */
const BARE_MONTH = { min: 1_000, max: 200_000 }

/** 五千 → 5000, 一万二 → 12000: only right before a money word or a range. */
function readChineseNumerals(text: string): string {
  return text.replace(/[一二两三四五六七八九十百千万]{2,}(?=元|块|[-至到]|以上|左右)/gu, (numeral) =>
    String(parseNumeral(numeral)),
  )
}

function normalise(raw: string): string {
  return readChineseNumerals(toNarrow(raw))
    .toLowerCase()
    .replace(/￥/gu, '¥')
    .replace(/(\d)[,，](?=\d{3}(?!\d))/gu, '$1')
    .replace(/\s*[~～—–−－]+\s*/gu, '-')
    .replace(/-{2,}/gu, '-')
}

interface Figures {
  min: number
  max?: number
}

function toAmount(number: string, unit: string | undefined): number {
  return Math.round(Number(number) * (FACTOR[unit ?? ''] ?? 1) * 100) / 100
}

/** A unit missing on one side is taken from the right (8-12k) or, for a smaller right figure, from the left. */
function readFigures(clause: string): Figures | undefined {
  const range = RANGE.exec(clause)
  if (range?.[1] && range[3]) {
    const [, left, leftUnit, right, rightUnit] = range
    const max = toAmount(right, rightUnit ?? (Number(right) < 1_000 && leftUnit ? leftUnit : undefined))
    const min = toAmount(left, leftUnit ?? (toAmount(left, rightUnit) <= max ? rightUnit : undefined))
    return min <= max ? { min, max } : undefined
  }
  const single = SINGLE.exec(clause)
  return single?.[1] ? { min: toAmount(single[1], single[2]) } : undefined
}

function findPeriod(clause: string): PayPeriod | undefined {
  return PERIODS.find(([, words]) => words.test(clause))?.[0]
}

/** The clause that says what one gets: the regular pay, the total, else the first with a figure. */
function pickClause(clauses: string[]): string | undefined {
  const figured = clauses.filter((clause) => SINGLE.test(clause.replace(NOT_PAY, '')))
  return (
    figured.find((clause) => REGULAR.test(clause) && !PROBATION.test(clause)) ??
    figured.find((clause) => TOTAL.test(clause)) ??
    figured.find((clause) => !PROBATION.test(clause) && !/补[贴助]|奖|津贴|提成|餐补|房补|社保/u.test(clause)) ??
    figured[0]
  )
}

function bound(clause: string, figures: Figures): Pick<Pay, 'min' | 'max'> {
  const { min, max } = figures
  if (max !== undefined) return { min, max }
  if (AT_MOST.test(clause)) return { max: min }
  return AT_LEAST.test(clause) ? { min } : { min, max: min }
}

function findCurrency(text: string, townCurrency: string): string {
  return CURRENCIES.find(([words]) => words.test(text))?.[1] ?? townCurrency
}

/** Below this a figure without any money word is no pay: a floor, a shift, a number of people. */
const LEAST_BARE = 10

/** Pay out of one cell or phrase. `townCurrency` is what 元 and $ mean here. Words without a figure give `raw` alone. */
export function parsePay(raw: string, townCurrency: string): Pay | undefined {
  const text = normalise(raw)
  if (!text.trim()) return undefined
  const months = MONTHS.exec(text)?.[1]
  const clause = pickClause(text.split(/[,，;；。、\n]|(?<=\d元?)[（(]|[）)]/u))
  const cleaned = clause?.replace(NOT_PAY, ' ') ?? ''
  const figures = readFigures(cleaned)
  const top = figures?.max ?? figures?.min ?? 0
  if (!clause || !figures || (top < LEAST_BARE && !findPeriod(clause))) return withoutFigures(text, raw)
  const period = findPeriod(clause) ?? findPeriod(text) ?? bareMonth(top)
  return {
    ...bound(clause, figures),
    ...(period && { period }),
    ...(months && Number(months) > 12 && Number(months) <= 24 && { monthsPerYear: Number(months) }),
    currency: findCurrency(text, townCurrency),
    ...(/面议|面議/u.test(text) && { negotiable: true }),
    raw,
  }
}

function withoutFigures(text: string, raw: string): Pay {
  if (NEGOTIABLE.test(text)) return { negotiable: true, raw }
  return /计件|計件|论件|論件/u.test(text) ? { period: 'piece', raw } : { raw }
}

function bareMonth(top: number): PayPeriod | undefined {
  return top >= BARE_MONTH.min && top <= BARE_MONTH.max ? 'month' : undefined
}

const PAY_LABEL =
  /(?:薪酬待遇|薪资待遇|工资待遇|福利待遇|岗位待遇|薪资福利|薪酬福利|薪资|薪酬|工资|月薪|年薪|日薪|时薪|待遇|报酬|底薪|收入|薪水|salary|wage|pay)\s*(?:标准|范围|水平)?\s*(?:[:：为是]|(?=[\d一二三四五六七八九面£$¥￥]))\s*/giu
const MONEY =
  /(?:(?:月|年|日|时|周)(?:薪|工资|收入)|日结)?\s*[£$¥￥]?\d[\d,.]*\s*(?:万|千|k|w)?\s*(?:[-~～—–至到]\s*\d[\d,.]*\s*(?:万|千|k|w)?)?\s*元?\s*(?:\/|每|一)\s*(?:个?月|天|日|小时|年|班|件|单|h)/iu

/** Pay out of running text: the value behind a label up to the end of its line, else a figure that carries its own period. */
export function findPay(text: string, townCurrency: string): Pay | undefined {
  for (const match of text.matchAll(PAY_LABEL)) {
    const label = match[0].replace(/[\s:：为是]+$/u, '')
    const value = /^[^\n。；;]{1,60}/u.exec(text.slice(match.index + match[0].length))?.[0]?.trim()
    if (!value) continue
    const pay = parsePay(/[月年日时周][薪]|日结/u.test(label) ? label + value : value, townCurrency)
    if (pay?.min !== undefined || pay?.max !== undefined || pay?.negotiable || pay?.period)
      return { ...pay, raw: value }
  }
  const money = MONEY.exec(text)?.[0]
  return money ? parsePay(money.trim(), townCurrency) : undefined
}
