/** Tables and text of .docx: one run over word/document.xml (ECMA-376 part 1, 17.4), since a tree of it is ten times the file. */
import { Parser } from 'htmlparser2'
import type { TextTable } from '../../domain/page.ts'
import { squash } from '../../domain/text.ts'
import { decodeBytes } from '../reading/charset.ts'
import { toTable } from './grid.ts'
import { MAX_CELLS, MAX_COLUMNS } from './limits.ts'
import { AttachmentError, type Contents } from './problem.ts'
import { unpackEntry, type ZipEntry } from './zip-directory.ts'

const MAIN_PART = /^word\/document\d*\.xml$/i

export function readWordXml(bytes: Uint8Array, entries: ZipEntry[]): Contents {
  const part = entries.find(({ name }) => MAIN_PART.test(name))
  if (!part) throw new AttachmentError('broken', 'the document has no main part')
  const xml = unpackEntry(bytes, part)
  const reader = new DocumentReader()
  const parser = new Parser(reader, { xmlMode: true })
  parser.end(decodeBytes(xml, xml[0] === 0xff || xml[1] === 0 ? 'utf-16le' : 'utf-8'))
  return { tables: reader.tables, text: reader.text }
}

interface Cell {
  text: string
  width: number
  /** Goes on with the cell above, or with the one to its left. */
  merged?: 'above' | 'left'
}

interface OpenTable {
  grid: string[][]
  row: string[]
  cell?: Cell
}

/** What was moved away, and what programs without the newer form would show. */
const SILENT = new Set(['w:moveFrom', 'mc:Fallback'])

/** A table in a cell of a table in a cell; nobody writes more. */
const MAX_DEPTH = 30

class DocumentReader {
  readonly tables: TextTable[] = []
  readonly #open: OpenTable[] = []
  readonly #running: string[] = []
  #paragraph = ''
  #silent = 0
  #inText = false
  #cells = 0

  get text(): string {
    return this.#running.join('\n')
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const table = this.#open.at(-1)
    const value = attributes['w:val']
    if (SILENT.has(name)) this.#silent += 1
    else if (name === 'w:tbl') this.#openTable()
    else if (name === 'w:tr' && table) table.row = []
    else if (name === 'w:gridBefore' && table) for (let skip = spanOf(value); skip > 0; skip -= 1) table.row.push('')
    else if (name === 'w:tc' && table) table.cell = { text: '', width: 1 }
    else if (name === 'w:gridSpan' && table?.cell) table.cell.width = spanOf(value)
    else if (name === 'w:vMerge' && table?.cell && value !== 'restart') table.cell.merged = 'above'
    else if (name === 'w:hMerge' && table?.cell && value !== 'restart') table.cell.merged = 'left'
    else if (name === 'w:t') this.#inText = true
    else if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') this.#write(' ')
  }

  ontext(text: string): void {
    if (this.#inText) this.#write(text)
  }

  onclosetag(name: string): void {
    const table = this.#open.at(-1)
    if (SILENT.has(name)) this.#silent -= 1
    else if (name === 'w:t') this.#inText = false
    else if (name === 'w:p') this.#endParagraph(table)
    else if (name === 'w:tc' && table) this.#endCell(table)
    else if (name === 'w:tr' && table) table.grid.push(table.row)
    else if (name === 'w:tbl') this.#endTable()
  }

  #openTable(): void {
    if (this.#open.length >= MAX_DEPTH) throw new AttachmentError('hostile', 'tables inside tables without end')
    this.#open.push({ grid: [], row: [] })
  }

  #write(text: string): void {
    if (this.#silent === 0) this.#paragraph += text
  }

  #endParagraph(table: OpenTable | undefined): void {
    const text = squash(this.#paragraph)
    this.#paragraph = ''
    if (text === '') return
    if (table?.cell) table.cell.text += (table.cell.text && '\n') + text
    else this.#running.push(text)
  }

  #endCell(table: OpenTable): void {
    const { text, width, merged } = table.cell ?? { text: '', width: 1 }
    table.cell = undefined
    this.#cells += width
    if (this.#cells > MAX_CELLS) throw new AttachmentError('too_large', 'more cells than are looked at')
    for (let index = 0; index < width && table.row.length < MAX_COLUMNS; index += 1) {
      const above = merged === 'above' ? table.grid.at(-1)?.[table.row.length] : undefined
      const left = merged === 'left' ? table.row.at(-1) : undefined
      table.row.push(text || above || left || '')
    }
  }

  #endTable(): void {
    const closed = this.#open.pop()
    const table = closed && toTable(closed.grid)
    if (table) this.tables.push(table)
  }
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return span >= 1 ? Math.min(span, MAX_COLUMNS) : 1
}
