/**
 * What must never be stored: identity numbers, private phones, bank cards, exam
 * numbers, private mail and house addresses (DOMAIN sections 12 and 17). What an
 * office publishes so that people can reach it stays.
 */
import { isOfficial, LABEL_REACH, labelBefore, lastOf, type MaskOptions } from './number-owner.ts'
import { toPlainDigits } from './plain-digits.ts'
import { findBroken, findCards, findIds, findMobiles, findSpread, type Span, spanOf } from './private-numbers.ts'
import { toNarrow } from './text.ts'
import { CONTACT_COLUMN, OFFICE, PERSON, PERSON_COLUMN } from './words/contacts.ts'

/** Bounded on the left: a long run of letters without @ would else be tried from every one of them. */
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/gu
const EXAM_NUMBER = /(准考证号?码?|考生号|考号|报名序号|学籍号)([^\d。；;\n]{0,6}?)(\d[\d -]{4,20}\d)/gu
const ADDRESS =
  /((?:家庭|现|户籍|居住|常)?(?:住址|居住地址|户籍地址|家庭地址)(?:[为是在]|\s*[:：])+\s*)([^，,。；;\n）)]{4,60})/gu
const HOME = /(家住)([^，,。；;\n]{2,40}?(?:号楼|单元|室|门牌|\d+号))/gu

/** Providers where anybody may have a box; elsewhere a mail address is an organisation's. */
const FREE_MAIL =
  /@(?:qq|foxmail|163|126|yeah|139|189|wo|sina|sohu|gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aliyun|21cn|tom|msn|protonmail)\./iu

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

/** What is private in the text, in its order, without overlaps; offsets in UTF-16 units. */
export function findPrivate(text: string, options: MaskOptions): Span[] {
  const plain = toPlainDigits(toNarrow(text))
  const narrow = options.oneLine ? plain.replace(/[\r\n]/gu, ' ') : plain
  if (!ANYTHING.test(narrow)) return []
  const spans = [
    ...findIds(narrow),
    ...findCards(narrow),
    ...findMobiles(narrow, options),
    ...findBroken(narrow, options),
    ...findSpread(narrow),
    ...findOthers(narrow, options),
  ].sort((a, b) => a.from - b.from || b.to - a.to)
  let from = 0
  return spans.flatMap((span) => {
    if (span.from < from) return []
    from = endOfSign(text, span.to)
    return [{ ...span, to: from }]
  })
}

/** No sign of two units is cut in half. */
const endOfSign = (text: string, to: number): number => (/[\udc00-\udfff]/.test(text.charAt(to)) ? to + 1 : to)

function maskOnce(text: string, options: MaskOptions): string {
  let masked = ''
  let from = 0
  for (const span of findPrivate(text, options)) {
    masked += text.slice(from, span.from) + span.mask
    from = span.to
  }
  return masked + text.slice(from)
}

/** Masks grow no new digits, so a few rounds always settle; without them two numbers that share a gap could hide behind each other. */
export const MOST_ROUNDS = 4

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
  const given = persons ? { ...options, call: false } : options
  return rows.map((row) =>
    maskSpread(row).map((cell, column) =>
      maskPersonal(cell, labelled.has(column) ? { ...given, labelled: true } : given),
    ),
  )
}

/** A form with one sign in every cell. */
function maskSpread(row: string[]): string[] {
  if (row.length < FEWEST_SIGNS) return row
  const spans = [...findSpread(toPlainDigits(toNarrow(row.join('\t'))))]
  let at = 0
  return row.map((cell) => {
    const from = at
    at += cell.length + 1
    return spans.some((span) => from >= span.from && from < span.to) ? '*' : cell
  })
}
const FEWEST_SIGNS = 11
/** A header stands in one of the first rows (DOMAIN section 9). */
const HEADER_ROWS = 10
const LONGEST_HEADER = 16
