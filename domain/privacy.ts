/**
 * What must never be stored: identity numbers, private phones, bank cards, exam
 * numbers, private mail and house addresses (DOMAIN sections 12 and 17). What an
 * office publishes so that people can reach it stays.
 */
import { toNarrow } from './text.ts'

export interface MaskOptions {
  /** True in a body's own notice or call: mobiles and mails that it gives for asking and signing up stay. */
  contacts: boolean
}

/** What people put between digits so that machines overlook them. */
const GAP = '[ \\-\u2010-\u2015._·]{0,2}'
const digits = (n: number, gap = GAP) => `(?:${gap}\\d){${n}}`

const ID = new RegExp(`(?<!\\d)[1-9]${digits(16)}${GAP}[\\dXx×](?!\\d)`, 'gu')
const CARD = new RegExp(`(?<!\\d)[2-6]${digits(14)}(?:${GAP}\\d){0,4}(?!\\d)`, 'gu')
const MOBILE = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${GAP})?1${GAP}[3-9]${digits(9)}(?!\\d)`, 'gu')
/** Bounded on the left: a long run of letters without @ would else be tried from every one of them. */
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gu
const EXAM_NUMBER = /(准考证号?码?|考生号|考号|报名序号|学籍号)([^\d。；;\n]{0,6}?)(\d[\d -]{4,20}\d)/gu
const ADDRESS =
  /((?:家庭|现|户籍|居住|常)?(?:住址|居住地址|户籍地址|家庭地址)(?:[为是在]|\s*[:：])+\s*)([^，,。；;\n）)]{4,60})/gu
const HOME = /(家住)([^，,。；;\n]{2,40}?(?:号楼|单元|室|门牌|\d+号))/gu

/** Words right before a mobile or mail that make it an office's. */
const OFFICE =
  /(?:咨询|报名|监督|联系|招聘|招募|应聘|投诉|举报|服务|办公|值班|热线|预约|报警|HR|hr|人事|求职|投递|简历|投稿|编辑部|办公室|征集|反馈|材料|发送[至到]|发至|单位|公司|中心|招生办)/gu
/** Words that make it a person's, even beside one of the above. */
const PERSONAL =
  /(?:家长|本人|个人|考生|家属|持卡人|身份证|预留|来信人|车主|作者|患儿|劳动者|受助|捐赠人|骗子|嫌疑人|死者|失主|我的|手机号码?|私人|当事人|亲属|申请人)/gu
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

function isOfficial(text: string, offset: number): boolean {
  const label = labelBefore(text, offset).slice(-LABEL_REACH)
  const own = label.split(/[，,]/u).filter(Boolean).at(-1) ?? ''
  if (own.search(PERSONAL) >= 0) return false
  const lastOf = (words: RegExp) => [...label.matchAll(words)].at(-1)?.index ?? -1
  return lastOf(OFFICE) > lastOf(PERSONAL)
}

interface Span {
  from: number
  to: number
  mask: string
}

function* findNumbers(narrow: string, { contacts }: MaskOptions): Generator<Span> {
  const compact = (raw: string) => raw.replace(/[^\dXx×]/gu, '')
  const span = (match: RegExpMatchArray, mask: string): Span => {
    const from = match.index ?? 0
    return { from, to: from + match[0].length, mask }
  }
  for (const match of narrow.matchAll(ID)) {
    const id = compact(match[0])
    const named = /身份证|证件号/u.test(labelBefore(narrow, match.index))
    if (isIdNumber(id) || named) yield span(match, `${id.slice(0, 3)}${'*'.repeat(14)}${id.slice(17)}`)
  }
  for (const match of narrow.matchAll(CARD)) {
    const named = /(?:银行卡|卡号|收款账?号?|储蓄卡)/u.test(labelBefore(narrow, match.index).slice(-12))
    if (passesLuhn(compact(match[0])) || named) yield span(match, '*'.repeat(16))
  }
  for (const match of narrow.matchAll(MOBILE)) {
    if (contacts && isOfficial(narrow, match.index)) continue
    yield span(match, `${compact(match[0]).slice(-11, -8)}********`)
  }
}

function* findOthers(narrow: string, _options: MaskOptions): Generator<Span> {
  for (const match of narrow.matchAll(MAIL)) {
    if (isPrivateMail(narrow, match[0], match.index))
      yield { from: match.index, to: match.index + match[0].length, mask: '***' }
  }
  for (const pattern of [EXAM_NUMBER, ADDRESS, HOME]) {
    for (const match of narrow.matchAll(pattern)) {
      const hidden = match.at(-1) ?? ''
      const to = match.index + match[0].length
      if (hidden && !/^\*+$/u.test(hidden)) yield { from: to - hidden.length, to, mask: '***' }
    }
  }
}

function isPrivateMail(text: string, mail: string, offset: number): boolean {
  if (isOfficial(text, offset)) return false
  if (FREE_MAIL.test(mail)) return true
  const label = labelBefore(text, offset).slice(-LABEL_REACH)
  return [...label.matchAll(PERSONAL)].length > 0
}

function maskOnce(text: string, options: MaskOptions): string {
  const narrow = toNarrow(text)
  const spans = [...findNumbers(narrow, options), ...findOthers(narrow, options)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  )
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

/**
 * The same for HTML: only text between tags is masked, so that no address of a page is
 * broken; `mailto:` and `tel:` links whose target is not in the masked text lose it.
 */
export function maskHtml(html: string, options: MaskOptions): string {
  const masked = html
    .split(/(<[^<>]*>)/u)
    .map((piece) => (piece.startsWith('<') ? piece : maskPersonal(piece, options)))
    .join('')
  const shown = masked.replace(/<[^<>]*>/gu, '').replace(/[^\w@.+]/gu, '')
  return masked.replace(/\shref\s*=\s*"(?:mailto|tel):([^"?]*)[^"]*"/giu, (whole, target: string) =>
    shown.includes(target.replace(/[^\w@.+]/gu, '')) ? whole : '',
  )
}
