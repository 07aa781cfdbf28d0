/** Spreadsheets of every container SheetJS knows: cell texts as a reader sees them, merged cells written out. */
import * as XLSX from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { TextTable } from '../../domain/page.ts'
import { type Span, toTable, writeSpans } from './grid.ts'
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, ROWS_PEEKED } from './limits.ts'
import { AttachmentError, type Contents } from './problem.ts'

// Workbooks of Excel 95 hold bytes in the code page of their country.
XLSX.set_cptable(codePages)

export function readWorkbook(bytes: Uint8Array): Contents {
  return contentsOf(parse(bytes))
}

/** Text with separators; which one is told by the library. Numbers stay as they are written. */
export function readSeparated(text: string): Contents {
  // The library takes text that begins like one of its other formats (ID, TABLE, <) for that format.
  const workbook = XLSX.read(/^[A-Za-z<{]/.test(text) ? `\u200b${text}` : text, {
    ...OPTIONS,
    type: 'string',
    raw: true,
  })
  const contents = contentsOf(workbook)
  return { ...contents, tables: contents.tables.map(({ sheet: _, ...table }) => table) }
}

const OPTIONS: XLSX.ParsingOptions = {
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  // Without it the library does not say which rows and columns are hidden.
  cellStyles: true,
  sheetRows: MAX_ROWS + ROWS_PEEKED,
}

function parse(bytes: Uint8Array): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { ...OPTIONS, type: 'array' })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    if (/password|encrypt/i.test(message)) throw new AttachmentError('password', message, { cause })
    throw new AttachmentError('broken', message, { cause })
  }
}

function contentsOf(workbook: XLSX.WorkBook): Contents {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  const tables: TextTable[] = []
  const cuts: string[] = []
  let budget = MAX_CELLS
  for (const name of shownSheets(workbook)) {
    const sheet = workbook.Sheets[name] ?? {}
    const rows = rowsOf(sheet, date1904)
    budget -= rows.reduce((sum, row) => sum + row.length, 0)
    const table = toTable(rows, { sheet: name })
    if (table && budget >= 0) tables.push(table)
    else if (table) cuts.push(`sheet ${name} was not read: over ${MAX_CELLS} cells in the file`)
    if (goesOn(sheet)) cuts.push(`sheet ${name} was read only up to row ${MAX_ROWS}`)
  }
  return { tables, text: '', ...(cuts.length > 0 && { cut: cuts.join('; ') }) }
}

/** True when cells stand beyond the last row that is read. */
function goesOn(sheet: XLSX.WorkSheet): boolean {
  const cells: (XLSX.CellObject | undefined)[][] = sheet['!data'] ?? []
  return cells
    .slice(MAX_ROWS)
    .some((row) => row?.some((cell) => cell !== undefined && String(cell.v ?? '').trim() !== ''))
}

/** Hidden sheets hold lists for drop-down cells and earlier drafts. */
function shownSheets(workbook: XLSX.WorkBook): string[] {
  const hidden = new Set((workbook.Workbook?.Sheets ?? []).filter(({ Hidden }) => Hidden).map(({ name }) => name))
  const shown = workbook.SheetNames.filter((name) => !hidden.has(name))
  return shown.length > 0 ? shown : workbook.SheetNames
}

/** Never by the range that the sheet declares: a single cell in XFD1048576 makes that the whole sheet. */
function rowsOf(sheet: XLSX.WorkSheet, date1904: boolean): string[][] {
  const cells: (XLSX.CellObject | undefined)[][] = sheet['!data'] ?? []
  const rows: string[][] = []
  let last = -1
  cells.forEach((row, at) => {
    const texts = row.slice(0, MAX_COLUMNS).map((cell) => (cell ? textOf(cell, date1904) : ''))
    if (at < MAX_ROWS && texts.some(Boolean)) {
      rows[at] = Array.from(texts, (text) => text ?? '')
      last = at
    }
  })
  const whole = Array.from({ length: last + 1 }, (_, at) => rows[at] ?? [])
  writeSpans(whole, (sheet['!merges'] ?? []).map(toSpan))
  return withoutHidden(whole, sheet)
}

/**
 * A reader sees none of them: posts filtered away, drafts, the phones of those who filled in the form. Emptied, not cut
 * out, since rows are named by the numbers that the sheet shows. Of `.xls` and `.ods` the library tells no hidden rows.
 */
function withoutHidden(rows: string[][], sheet: XLSX.WorkSheet): string[][] {
  const columns = new Set((sheet['!cols'] ?? []).flatMap((column, at) => (column?.hidden ? [at] : [])))
  const hidden = (at: number) => sheet['!rows']?.[at]?.hidden === true
  if (columns.size === 0 && !rows.some((_, at) => hidden(at))) return rows
  return rows.map((row, at) => (hidden(at) ? [] : row.map((cell, column) => (columns.has(column) ? '' : cell))))
}

const toSpan = ({ s, e }: XLSX.Range): Span => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })

function textOf(cell: XLSX.CellObject, date1904: boolean): string {
  if (cell.t === 's') return String(cell.v ?? '').replace(/\u200b/g, '')
  if (cell.t === 'n') return numberText(cell, date1904)
  if (cell.t === 'e' || cell.t === 'z') return ''
  return cell.w ?? String(cell.v ?? '')
}

/** Codes typed as numbers are shown as 6.04E+13 in a narrow column; the number itself was meant. */
function numberText(cell: XLSX.CellObject, date1904: boolean): string {
  const value = Number(cell.v)
  const format = String(cell.z ?? 'General')
  const shown = (cell.w ?? '').trim()
  if (XLSX.SSF.is_date(format)) return dateText(value, format, date1904) ?? shown
  if (shown === '' || /e[+-]?\d+$|#/i.test(shown) || /^general$/i.test(format)) return String(value)
  return shown
}

/** A whole date as ISO; of what shows only a month or an hour, what it shows. */
function dateText(value: number, format: string, date1904: boolean): string | undefined {
  if (!/y/i.test(format) || !/d/i.test(format)) return undefined
  const date = XLSX.SSF.parse_date_code(value, { date1904 })
  if (!date) return undefined
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${date.y}-${two(date.m)}-${two(date.d)}`
  return date.H || date.M ? `${day} ${two(date.H)}:${two(date.M)}` : day
}
