/**
 * What must never be stored: identity numbers, private phones, bank cards, exam
 * numbers, private mail and house addresses (DOMAIN sections 12 and 17). What an
 * office publishes so that people can reach it stays.
 */
import { toNarrow } from './text.ts'
import { ANYBODY, ASKED, CONTACT, CONTACT_COLUMN, OFFICE, PERSON, PERSON_COLUMN } from './words/contacts.ts'

export interface MaskOptions {
  /** True in a body's own notice or call: mobiles and mails that it gives for asking and signing up stay. */
  contacts: boolean
  /** True in a call: a number of nobody in particular is the caller's (有意者请致电…). */
  call?: boolean
  /** True in obituaries, thanks, searches for people: no mobile and no private mail stays, whatever its label. */
  grief?: boolean
  /** The header of its column labels the text. */
  labelled?: boolean
}

/** What people put between digits so that machines overlook them. */
const GAP = '[ \\-\u2010-\u2015._·()\u200b-\u200d\u2060\ufeff]{0,3}'
const digits = (n: number, gap = GAP) => `(?:${gap}\\d){${n}}`

const ID = new RegExp(`(?<!\\d)[1-9]${digits(16)}${GAP}[\\dXx×](?!\\d)`, 'gu')
/** Cards of the first generation have fifteen digits and no check; only their label tells. */
const OLD_ID = /身份证[^\d\n]{0,12}(\d{15})(?!\d)/gu
/** Broken over lines, which only its label makes one number. */
const BROKEN_ID = /身份证(?:件?号码?)?\s*[:：]?\s*([1-9](?:[\s-]{0,3}\d){16}[\s-]{0,3}[\dXx×])(?!\d)/gu
const CARD = new RegExp(`(?<!\\d)[2-6]${digits(14)}(?:${GAP}\\d){0,4}(?!\\d)`, 'gu')
const MOBILE = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${GAP})?1${GAP}[3-9]${digits(9)}(?!\\d)`, 'gu')
/** Bounded on the left: a long run of letters without @ would else be tried from every one of them. */
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/gu
const EXAM_NUMBER = /(准考证号?码?|考生号|考号|报名序号|学籍号)([^\d。；;\n]{0,6}?)(\d[\d -]{4,20}\d)/gu
const ADDRESS =
  /((?:家庭|现|户籍|居住|常)?(?:住址|居住地址|户籍地址|家庭地址)(?:[为是在]|\s*[:：])+\s*)([^，,。；;\n）)]{4,60})/gu
const HOME = /(家住)([^，,。；;\n]{2,40}?(?:号楼|单元|室|门牌|\d+号))/gu

/** Providers where anybody may have a box; elsewhere a mail address is an organisation's. */
const FREE_MAIL =
  /@(?:qq|foxmail|163|126|yeah|139|189|wo|sina|sohu|gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aliyun|21cn|tom|msn|protonmail)\./iu

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

/** The same clause before an offset, other numbers skipped, so that a second number after 、 is labelled like the first. */
function labelBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 60), offset)
  const clause = before.slice(Math.max(...[...'。；;\n！!？?'].map((stop) => before.lastIndexOf(stop))) + 1)
  return clause.replace(/[\d*]{3}[\d*\- ]{4,16}/gu, '')
}

/** How near the label must be, in UTF-16 units: names of contacts stand between. */
const LABEL_REACH = 24

const lastOf = (words: RegExp, text: string) => [...text.matchAll(words)].at(-1)?.index ?? -1

/** Whether the words before a mobile or mail give it as a body's own. */
function isOfficial(text: string, offset: number, { call, labelled }: MaskOptions): boolean {
  const label = labelBefore(text, offset).slice(-LABEL_REACH)
  const own = label.split(/[，,]/u).filter(Boolean).at(-1) ?? ''
  const [person, office] = [lastOf(PERSON, own), lastOf(OFFICE, own)]
  if (person >= 0) return office > person
  if (ASKED.test(own) && office < 0) return false
  if (lastOf(OFFICE, label) > lastOf(PERSON, label)) return true
  if (lastOf(PERSON, label) >= 0) return false
  return labelled === true || CONTACT.test(label) || (call === true && lastOf(ANYBODY, label) >= 0)
}

interface Span {
  from: number
  to: number
  mask: string
}

const compact = (raw: string) => raw.replace(/[^\dXx×]/gu, '')

function spanOf(match: RegExpMatchArray, mask: string): Span {
  const from = match.index ?? 0
  return { from, to: from + match[0].length, mask }
}

function* findIds(narrow: string): Generator<Span> {
  for (const match of narrow.matchAll(ID)) {
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

function* findCards(narrow: string): Generator<Span> {
  for (const match of narrow.matchAll(CARD)) {
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

function* findMobiles(narrow: string, options: MaskOptions): Generator<Span> {
  for (const match of narrow.matchAll(MOBILE)) {
    if (!isPhone(match[0])) continue
    if (options.contacts && !options.grief && isOfficial(narrow, match.index, options)) continue
    yield spanOf(match, `${compact(match[0]).slice(-11, -8)}********`)
  }
}

function* findOthers(narrow: string, options: MaskOptions): Generator<Span> {
  for (const match of narrow.matchAll(MAIL)) {
    if (isPrivateMail(narrow, match[0], match.index, options)) yield spanOf(match, '***')
  }
  for (const pattern of [EXAM_NUMBER, ADDRESS, HOME]) {
    for (const match of narrow.matchAll(pattern)) {
      const hidden = match.at(-1) ?? ''
      const to = match.index + match[0].length
      if (hidden && !/^\*+$/u.test(hidden)) yield { from: to - hidden.length, to, mask: '***' }
    }
  }
}

function isPrivateMail(text: string, mail: string, offset: number, options: MaskOptions): boolean {
  if (options.grief) {
    const own = labelBefore(text, offset).slice(-LABEL_REACH).split(/[，,]/u).at(-1) ?? ''
    const [person, office] = [lastOf(PERSON, own), lastOf(OFFICE, own)]
    return office > person ? false : FREE_MAIL.test(mail) || person >= 0
  }
  if (isOfficial(text, offset, options)) return false
  return FREE_MAIL.test(mail) || lastOf(PERSON, labelBefore(text, offset).slice(-LABEL_REACH)) >= 0
}

/** Most texts of a town name nobody's number. */
const ANYTHING = /[\d@]|住/u

function maskOnce(text: string, options: MaskOptions): string {
  const narrow = toNarrow(text)
  if (!ANYTHING.test(narrow)) return text
  const spans = [
    ...findIds(narrow),
    ...findCards(narrow),
    ...findMobiles(narrow, options),
    ...findOthers(narrow, options),
  ].sort((a, b) => a.from - b.from || b.to - a.to)
  let masked = ''
  let from = 0
  for (const span of spans) {
    if (span.from < from) continue
    masked += text.slice(from, span.from) + span.mask
    from = span.to
  }
  return masked + text.slice(from)
}

/** Masks grow no new digits, so a few rounds always settle; without them two numbers that share a gap could hide behind each other. */
const MOST_ROUNDS = 4

/** The text with everything private replaced by `*`; text without such is returned as it is. Applying it twice changes nothing. */
export function maskPersonal(text: string, options: MaskOptions): string {
  let masked = text
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = maskOnce(masked, options)
    if (next === masked) break
    masked = next
  }
  return masked
}

/** The same for every cell of a table; a column of contacts is labelled by its header, unless the rows are persons. */
export function maskRows(rows: string[][], options: MaskOptions): string[][] {
  const head = rows.slice(0, HEADER_ROWS)
  const persons = head.some((row) => row.some((cell) => PERSON_COLUMN.test(cell.trim())))
  const labelled = new Set<number>()
  for (const row of persons ? [] : head) {
    row.forEach((cell, column) => {
      if (cell.length <= LONGEST_HEADER && CONTACT_COLUMN.test(cell.trim())) labelled.add(column)
    })
  }
  return rows.map((row) =>
    row.map((cell, column) => maskPersonal(cell, labelled.has(column) ? { ...options, labelled: true } : options)),
  )
}
/** A header stands in one of the first rows (DOMAIN section 9). */
const HEADER_ROWS = 10
const LONGEST_HEADER = 16

const TAG = /(<[a-z/!][^<>]*>)/iu
const BLOCK_TAG =
  /^<\/?(?:p|div|td|th|tr|li|ul|ol|dl|dt|dd|h[1-6]|br|hr|table|thead|tbody|tfoot|section|article|blockquote|pre|figure|figcaption|caption|details|summary)\b/iu

/** Text in one line, with the tags inside it: what they cut in two is read whole, and then loses them. */
function maskRun(pieces: string[], options: MaskOptions): string {
  const isTag = (piece: string) => TAG.test(piece)
  const [first = ''] = pieces
  if (pieces.length === 1 && !isTag(first)) return maskPersonal(first, options)
  const apart = pieces.map((piece) => (isTag(piece) ? maskAttributes(piece, options) : maskPersonal(piece, options)))
  const whole = maskPersonal(pieces.filter((piece) => !isTag(piece)).join(''), options)
  const same = apart.filter((piece) => !isTag(piece)).join('') === whole
  return same ? apart.join('') : whole
}

const maskAttributes = (tag: string, options: MaskOptions) =>
  tag.replace(
    /(\s(?:alt|title)\s*=\s*")([^"]*)(")/giu,
    (_, head: string, value: string, tail: string) => head + maskPersonal(value, options) + tail,
  )

/**
 * The same for HTML: only text is masked, and what is said of pictures, so that no address of a page is
 * broken; `mailto:` and `tel:` links whose target is not in the masked text lose it.
 */
export function maskHtml(html: string, options: MaskOptions): string {
  let masked = ''
  let run: string[] = []
  const flush = () => {
    masked += maskRun(run, options)
    run = []
  }
  for (const piece of html.split(TAG)) {
    if (!BLOCK_TAG.test(piece)) {
      run.push(piece)
      continue
    }
    flush()
    masked += maskAttributes(piece, options)
  }
  flush()
  if (!/(?:mailto|tel):/iu.test(masked)) return masked
  const shown = masked.replace(/<[^<>]*>/gu, '').replace(/[^\w@.+]/gu, '')
  return masked.replace(/\shref\s*=\s*"(?:mailto|tel):([^"?]*)[^"]*"/giu, (whole, target: string) =>
    shown.includes(target.replace(/[^\w@.+]/gu, '')) ? whole : '',
  )
}
