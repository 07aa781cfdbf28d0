/**
 * What must never be stored: identity numbers, private phones, bank cards, exam
 * numbers, private mail and house addresses (DOMAIN sections 12 and 17). What an
 * office publishes so that people can reach it stays.
 */
import { isOfficial, LABEL_REACH, labelBefore, lastOf, type MaskOptions } from './number-owner.ts'
import { findBroken, findCards, findIds, findMobiles, type Span, spanOf, toPlainDigits } from './private-numbers.ts'
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
  const narrow = toPlainDigits(toNarrow(text))
  if (!ANYTHING.test(narrow)) return []
  const spans = [
    ...findIds(narrow),
    ...findCards(narrow),
    ...findMobiles(narrow, options),
    ...findBroken(narrow, options),
    ...findOthers(narrow, options),
  ].sort((a, b) => a.from - b.from || b.to - a.to)
  let from = 0
  return spans.filter((span) => {
    const apart = span.from >= from
    if (apart) from = span.to
    return apart
  })
}

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
  return rows.map((row) =>
    row.map((cell, column) => maskPersonal(cell, labelled.has(column) ? { ...options, labelled: true } : options)),
  )
}
/** A header stands in one of the first rows (DOMAIN section 9). */
const HEADER_ROWS = 10
const LONGEST_HEADER = 16
