/** Identity numbers, bank cards and mobiles in any writing: parted, full-width, in circles, broken over lines. */
import { isOfficial, LABEL_REACH, labelBefore, type MaskOptions } from './number-owner.ts'

/** What people put between digits so that machines overlook them. */
const GAP = '[ \\-\u2010-\u2015._·()\u200b-\u200d\u2060\ufeff\ufe0f\u20e3]{0,3}'
const digits = (n: number, gap = GAP) => `(?:${gap}\\d){${n}}`

const ID = new RegExp(`(?<!\\d)[1-9]${digits(16)}${GAP}[\\dXx×](?!\\d)`, 'gu')
/** Cards of the first generation have fifteen digits and no check; only their label tells. */
const OLD_ID = /身份证[^\d\n]{0,12}(\d{15})(?!\d)/gu
/** Broken over lines, which only its label makes one number. */
const BROKEN_ID = /(?:身份证|证件)(?:件?号码?)?\s*[:：]?\s*([1-9](?:[\s-]{0,3}\d){16}[\s-]{0,3}[\dXx×])(?!\d)/gu
const CARD = new RegExp(`(?<!\\d)[2-6]${digits(14)}(?:${GAP}\\d){0,4}(?!\\d)`, 'gu')
const MOBILE = new RegExp(`(?<!\\d)(?:(?:(?:\\+|00)?86|0)${GAP})?1${GAP}[3-9]${digits(9)}(?!\\d)`, 'gu')
/** Nearly any sign: only the usual groups, all parted by the same one, make a number. Sums and times are none. */
const PART = '([^\\p{L}\\p{N}+=<>%:：;；。])'
const GROUPED_ID = new RegExp(`(?<!\\d)[1-9]\\d{5}${PART}\\d{8}\\1\\d{3}[\\dXx×](?!\\d)`, 'gu')
const GROUPED_CARD = new RegExp(`(?<!\\d)[2-6]\\d{3}${PART}\\d{4}\\1\\d{4}\\1\\d{3,4}(?:\\1\\d{1,4})?(?!\\d)`, 'gu')
const GROUPED_MOBILE = new RegExp(`(?<!\\d)1[3-9]\\d${PART}\\d{4}\\1?\\d{4}(?!\\d)`, 'gu')
const PHONE_WORD = /电话|手机|联系|微信/u
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** GB 11643: the last sign checks the seventeen digits before it. */
function isIdNumber(compact: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(compact[at]), 0)
  return CHECKS[sum % 11] === compact[17]?.toUpperCase().replace('×', 'X')
}

function passesLuhn(compact: string): boolean {
  const sum = [...compact].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

export interface Span {
  from: number
  to: number
  mask: string
}

function* matchesOf(text: string, ...patterns: RegExp[]): Generator<RegExpExecArray> {
  for (const pattern of patterns) yield* text.matchAll(pattern)
}

const compact = (raw: string) => raw.replace(/[^\dXx×]/gu, '')

export function spanOf(match: RegExpMatchArray, mask: string): Span {
  const from = match.index ?? 0
  return { from, to: from + match[0].length, mask }
}

export function* findIds(narrow: string): Generator<Span> {
  for (const match of matchesOf(narrow, ID, GROUPED_ID)) {
    const id = compact(match[0])
    const named = /身份证|证件号/u.test(labelBefore(narrow, match.index))
    if (isIdNumber(id) || named) yield spanOf(match, `${id.slice(0, 3)}${'*'.repeat(14)}${id.slice(17)}`)
  }
  for (const match of narrow.matchAll(BROKEN_ID)) {
    const to = match.index + match[0].length
    const length = match[1]?.length ?? 0
    yield { from: to - length, to, mask: '*'.repeat(length) }
  }
  for (const match of narrow.matchAll(OLD_ID)) {
    const to = match.index + match[0].length
    yield { from: to - 15, to, mask: `${match[1]?.slice(0, 3)}${'*'.repeat(12)}` }
  }
}

const LEAST_CARD = 15

/** A number behind the card may have been read as its end: 6222… 301. The longest part that passes is the card. */
function cardIn(raw: string): string | undefined {
  for (let end = raw.length; end > 0; end -= 1) {
    const part = raw.slice(0, end)
    if (!/\d$/u.test(part) || /^\d/u.test(raw.slice(end))) continue
    if (compact(part).length < LEAST_CARD) return undefined
    if (passesLuhn(compact(part))) return part
  }
  return undefined
}

export function* findCards(narrow: string): Generator<Span> {
  for (const match of matchesOf(narrow, CARD, GROUPED_CARD)) {
    const named = /(?:银行卡|卡号|收款账?号?|储蓄卡|账号)/u.test(labelBefore(narrow, match.index).slice(-12))
    const card = cardIn(match[0]) ?? (named ? match[0] : undefined)
    if (card) yield { from: match.index, to: match.index + card.length, mask: '*'.repeat(16) }
  }
}

/** 139 0000 0000 or one by one; a row of figures is no phone. */
const MOST_GROUPS = 5

function isPhone(raw: string): boolean {
  const groups = raw.split(/\D+/u).filter(Boolean)
  return groups.length <= MOST_GROUPS || groups.every((group) => group.length === 1)
}

export function* findMobiles(narrow: string, options: MaskOptions): Generator<Span> {
  for (const match of matchesOf(narrow, MOBILE, GROUPED_MOBILE)) {
    if (!isPhone(match[0])) continue
    // Figures under each other are a column unless they are said to be a phone.
    if (match[0].includes('\n') && !PHONE_WORD.test(labelBefore(narrow, match.index).slice(-LABEL_REACH))) continue
    if (options.contacts && !options.grief && isOfficial(narrow, match.index, options)) continue
    yield spanOf(match, `${compact(match[0]).slice(-11, -8)}********`)
  }
}

/** Digits at the end of a line, and those that the next one begins with. */
const OVER_LINES = /(?<!\d)\d[\d -]{0,20}(?=(\s{0,3}\n\s{0,5}[\d -]{0,20}[\dXx])(?![\d]))/gu
const DAY_IN_ID = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u
const CARD_WORD = /卡号|账号|帐号|银行卡|储蓄卡/u

/** A number whose halves stand in two lines; figures under each other are none unless everything about them is right. */
export function* findBroken(narrow: string, options: MaskOptions): Generator<Span> {
  for (const match of narrow.matchAll(OVER_LINES)) {
    const [head, tail = ''] = match
    const number = compact(head + tail)
    const label = labelBefore(narrow, match.index).slice(-LABEL_REACH)
    const isId = DAY_IN_ID.test(number) && isIdNumber(number)
    const isCard =
      /^[2-6]\d{15,18}$/u.test(number) && (CARD_WORD.test(label) || (/^62/u.test(number) && passesLuhn(number)))
    const isMobile =
      /^1[3-9]\d{9}$/u.test(number) &&
      PHONE_WORD.test(label) &&
      !(options.contacts && !options.grief && isOfficial(narrow, match.index, options))
    if (isId || isCard || isMobile)
      yield {
        from: match.index,
        to: match.index + head.length + tail.length,
        mask: isCard ? '*'.repeat(16) : `${number.slice(0, 3)}********`,
      }
  }
}

/** One sign in every cell or line: only where everything about it is right, since most such rows are marks. */
const SPREAD = /(?<!\w)\d(?:[\s|]{1,24}\d){10,16}(?:[\s|]{1,24}[\dXx])?(?!\w)/gu

export function* findSpread(narrow: string): Generator<Span> {
  for (const match of narrow.matchAll(SPREAD)) {
    const number = compact(match[0])
    const before = narrow.slice(Math.max(0, match.index - LABEL_REACH), match.index)
    const isId = DAY_IN_ID.test(number) && isIdNumber(number)
    const isMobile = /^1[3-9]\d{9}$/u.test(number) && PHONE_WORD.test(before)
    if (isId || isMobile) yield spanOf(match, `${number.slice(0, 3)}********`)
  }
}
