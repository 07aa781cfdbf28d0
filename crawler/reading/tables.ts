/** Tables of a text with their spans written out, so that every cell can be read by row and column. */
import { textContent } from 'domutils'
import type { TextTable } from '../../domain/page.ts'
import { type Element, isElement, type Node } from './document.ts'
import { squash, textOf } from './lines.ts'
import { elementsNamed } from './tree.ts'

/** Written out; a table beyond it is no table of positions, and half of one would be read wrongly. */
const MAX_CELLS = 100_000
const MAX_SPAN = 2_000

/** Tables that hold other tables are layout and are passed over; so is what has a single cell. */
export function readTables(roots: readonly Node[]): TextTable[] {
  return elementsNamed(roots, 'table')
    .filter((table) => elementsNamed(table.children, 'table').length === 0)
    .map(readTable)
    .filter(({ rows }) => rows.length > 1 || (rows[0]?.length ?? 0) > 1)
}

function readTable(table: Element): TextTable {
  const rows: string[][] = []
  let cells = 0
  const lines = elementsNamed(table.children, 'tr')
  for (const [r, row] of lines.entries()) {
    let c = 0
    for (const cell of row.children.filter(isElement)) {
      if (cell.name !== 'td' && cell.name !== 'th') continue
      while (rowAt(rows, r)[c] !== undefined) c += 1
      const text = squash(textOf([cell]).replace(/\n/g, ' '))
      const height = spanOf(cell.attribs.rowspan)
      const width = spanOf(cell.attribs.colspan)
      cells += height * width
      if (cells > MAX_CELLS) return { rows: [] }
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < width; right += 1) rowAt(rows, r + down)[c + right] = text
      c += width
    }
  }
  const named = table.children.find((child) => isElement(child) && child.name === 'caption')
  const caption = named ? squash(textContent(named)) : ''
  return { ...(caption ? { caption } : {}), rows: filled(rows.slice(0, lines.length)) }
}

function rowAt(rows: string[][], index: number): string[] {
  const row = rows[index] ?? []
  rows[index] = row
  return row
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1
}

/** Every row as wide as the widest; rows that no cell reached are empty. */
function filled(rows: string[][]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  return Array.from(rows, (row) => Array.from({ length: width }, (_, index) => row?.[index] ?? ''))
}
