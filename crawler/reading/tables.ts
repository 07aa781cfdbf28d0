/** Tables of a text with their spans written out, so that every cell can be read by row and column. */
import type { CheerioAPI } from 'cheerio'
import type { TextTable } from '../../domain/page.ts'
import type { Element } from './document.ts'
import { squash, textOf } from './lines.ts'

/** Written out; a table beyond it is no table of positions, and half of one would be read wrongly. */
const MAX_CELLS = 100_000
const MAX_SPAN = 2_000

/** Tables that hold other tables are layout and are passed over; so is what has a single cell. */
export function readTables($: CheerioAPI): TextTable[] {
  return $('table')
    .toArray()
    .filter((table) => $(table).find('table').length === 0)
    .map((table) => readTable($, table))
    .filter(({ rows }) => rows.length > 1 || (rows[0]?.length ?? 0) > 1)
}

function readTable($: CheerioAPI, table: Element): TextTable {
  const rows: string[][] = []
  let cells = 0
  for (const [r, row] of $(table).find('tr').toArray().entries()) {
    let c = 0
    for (const cell of $(row).children('td, th').toArray()) {
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
  const caption = squash($(table).children('caption').first().text())
  const height = $(table).find('tr').length
  return { ...(caption ? { caption } : {}), rows: filled(rows.slice(0, height)) }
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
