/** Text that is rewritten before anybody reads it: damage repaired, the town's script, private numbers masked. */
import { maskHtml } from './html-masks.ts'
import type { Repair } from './item.ts'
import type { Verdict } from './kind.ts'
import type { MaskOptions } from './number-owner.ts'
import type { Article, TextTable } from './page.ts'
import { maskPersonal, maskRows } from './privacy.ts'
import { repairDocument, repairPiece } from './repair.ts'
import { isTraditional, toSimplified } from './script.ts'
import type { Town } from './town.ts'
import { PRIVATE_CALL } from './words/contacts.ts'
import { wordsFor } from './words/languages.ts'

export interface Text {
  title: string
  body: string
  bodyHtml: string
  tables: TextTable[]
}

export type Rewrite = (text: string) => string

const betweenTags = (html: string, rewrite: Rewrite) =>
  html
    .split(/(<[^<>]*>)/u)
    .map((piece) => (piece.startsWith('<') ? piece : rewrite(piece)))
    .join('')

/** Where the table was read from stays as it is. */
const inTable = (table: TextTable, rewrite: Rewrite): TextTable => ({
  ...table,
  ...(table.caption !== undefined && { caption: rewrite(table.caption) }),
  rows: table.rows.map((row) => row.map(rewrite)),
})

export function rewriteAll(text: Text, rewrite: Rewrite): Text {
  return {
    title: rewrite(text.title),
    body: rewrite(text.body),
    bodyHtml: betweenTags(text.bodyHtml, rewrite),
    tables: text.tables.map((table) => inTable(table, rewrite)),
  }
}

/** Title and body together decide; what is short or the same text again (HTML, tables, names) follows their verdict. */
export function findRestoring(article: Article, town: Town): { restore: Rewrite; repair: Repair } {
  const { title, body } = article
  const { repair, parts } = repairDocument({ title, body })
  const repairs: Rewrite = (text) => repairPiece(text, repair.class)
  const converts = town.script === 'hans' && isTraditional(`${parts.title}\n${parts.body}`)
  return { restore: converts ? (text) => toSimplified(repairs(text)) : repairs, repair }
}

/** The rules are written in simplified script, and so they read a traditional town's text that way. */
export const readingOf = ({ script }: Town): Rewrite => (script === 'hant' ? toSimplified : (text) => text)

/** Whose numbers may stay: a body's own announcement, whatever its kind, gives its phone to be read. */
export function maskOptions({ kind, type }: Verdict, { title, body }: Text, town: Town): MaskOptions {
  const read = readingOf(town)(title)
  const words = wordsFor(read, body, town.languages).kind
  if (words.privateMatter.test(read) && type !== 'call') return { contacts: false, grief: true }
  if (PRIVATE_CALL.test(read.trim())) return { contacts: false }
  return { contacts: kind !== 'news' || words.announces.test(read), call: kind !== 'news' }
}

export function mask(text: Text, options: MaskOptions): Text {
  const title = maskPersonal(text.title, { ...options, oneLine: true })
  const tables = text.tables.map((table) => ({
    ...inTable({ ...table, rows: [] }, (part) => maskPersonal(part, options)),
    rows: maskRows(table.rows, options),
  }))
  return { title, body: maskPersonal(text.body, options), bodyHtml: maskHtml(text.bodyHtml, options), tables }
}
