/**
 * A binary Word file ([MS-DOC]): its text and, per paragraph, the properties that make tables.
 * Extraction libraries give running text alone and lose which mark ended a cell and which a row.
 */
import { AttachmentError } from './problem.ts'
import { type Mark, readMarks } from './word-marks.ts'
import { readPieces, textOf } from './word-pieces.ts'
import type { RowShape } from './word-rows.ts'
import { openContainer, streamOf } from './word-streams.ts'

export interface Paragraph {
  /** With its mark: \x07 ends a cell or a row, \r a paragraph, \x0c a section; \x0b inside is a line break. */
  text: string
  inTable: boolean
  /** Of the empty paragraph that ends a row. */
  row?: RowShape
}

const MAGIC = 0xa5ec
const ENCRYPTED = 0x0100
const USES_1TABLE = 0x0200

/** The paragraphs of the main document in their order. Throws `broken` or `password`. */
export function openWordFile(bytes: Uint8Array): Paragraph[] {
  const container = openContainer(bytes)
  const main = streamOf(container, 'WordDocument')
  if (main.length < 0x200 || main.getUint16(0) !== MAGIC) throw new AttachmentError('broken', 'no Word document inside')
  const flags = main.getUint16(0x0a)
  if (flags & ENCRYPTED) throw new AttachmentError('password', 'the document is encrypted')
  const table = streamOf(container, flags & USES_1TABLE ? '1Table' : '0Table')
  const pieces = readPieces(main, table)
  const text = pieces
    .map((piece) => textOf(main, piece))
    .join('')
    .slice(0, main.getUint32(0x4c))
  return cutParagraphs(text, readMarks({ main, table, data: streamOf(container, 'Data', true) }, pieces))
}

function cutParagraphs(text: string, marks: Mark[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let from = 0
  for (const { at, ...paragraph } of marks) {
    if (at < from || from >= text.length) continue
    paragraphs.push({ ...paragraph, text: text.slice(from, at + 1) })
    from = at + 1
  }
  if (from < text.length) paragraphs.push({ text: text.slice(from), inTable: false })
  return paragraphs
}
