/** Rows and columns, whatever the format: spans written out, blank edges cut, sizes kept within bounds. */
import type { TextTable } from '../../domain/page.ts'
import { MAX_CELLS, MAX_COLUMNS } from './limits.ts'

/** Both corners included, counted from 0. */
export interface Span {
  top: number
  left: number
  bottom: number
  right: number
}

/** Writes the text of each span's first cell into every cell that it covers and that holds nothing. */
export function writeSpans(rows: string[][], spans: Span[]): void {
  let budget = MAX_CELLS
  for (const { top, left, bottom, right } of spans) {
    const text = rows[top]?.[left]
    if (!text) continue
    const lastRow = Math.min(bottom, rows.length - 1)
    const lastColumn = Math.min(right, MAX_COLUMNS - 1)
    budget -= (lastRow - top + 1) * (lastColumn - left + 1)
    if (budget < 0) return
    for (let row = top; row <= lastRow; row += 1) fillRow(rows, row, left, lastColumn, text)
  }
}

function fillRow(rows: string[][], at: number, left: number, right: number, text: string): void {
  const row = rows[at]
  if (!row) return
  for (let column = left; column <= right; column += 1) row[column] ||= text
}

/** Blank rows gone, every row equally wide, and each remembers its number from 1. Undefined when nothing is left. */
export function toTable(rows: string[][], more: Omit<TextTable, 'rows'> = {}): TextTable | undefined {
  const kept: string[][] = []
  const rowNumbers: number[] = []
  rows.forEach((row, index) => {
    if (!row.some(Boolean)) return
    kept.push(row)
    rowNumbers.push(index + 1)
  })
  if (kept.length === 0) return undefined
  const width = kept.reduce((most, row) => Math.max(most, row.length), 0)
  return { ...more, rows: kept.map((row) => padded(row, width)), rowNumbers }
}

function padded(row: string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => row[column] ?? '')
}
