/** Tables and text of .doc and .wps: rows rebuilt from the marks at their ends, columns from the edges of their cells. */
import type { TextTable } from '../../domain/page.ts'
import { squash } from '../../domain/text.ts'
import { toTable } from './grid.ts'
import type { Contents } from './problem.ts'
import { openWordFile, type Paragraph, type RowShape } from './word-file.ts'

interface WordRow extends RowShape {
  cells: string[]
}

export function readWordBinary(bytes: Uint8Array): Contents {
  const tables: WordRow[][] = [[]]
  const running: string[] = []
  let cells = ''
  for (const paragraph of openWordFile(bytes)) {
    if (paragraph.row) {
      tables.at(-1)?.push(rowOf(cells, paragraph.row))
      cells = ''
    } else if (paragraph.inTable) cells += paragraph.text
    else {
      running.push(paragraph.text)
      if (tables.at(-1)?.length) tables.push([])
    }
  }
  return { tables: tables.flatMap(tableOf), text: running.map(plain).filter(Boolean).join('\n') }
}

const tableOf = (rows: WordRow[]): TextTable[] => {
  const table = toTable(alignRows(rows))
  return table ? [table] : []
}

function rowOf(text: Paragraph['text'], shape: RowShape): WordRow {
  const cells = text.split('\x07')
  // The last cell is ended by its mark too.
  if (cells.at(-1) === '') cells.pop()
  return { ...shape, cells: cells.map(plain) }
}

/** Field codes stand between \x13 and \x14, what they show up to \x15; other controls are pictures and notes. */
function plain(text: string): string {
  const shown = text.replace(/\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))/g, '').replace(/[\r\x0b\x0c]/g, '\n')
  return shown
    .split('\n')
    .map((line) => squash(line.replace(/[\x00-\x08\x0e-\x1f]/g, '')))
    .filter(Boolean)
    .join('\n')
}

/** Edges this near are one: hand-drawn tables are never straight. In twips, 20 to the point. */
const SAME_EDGE = 80

/** Rows of one table have cells of different widths; each is written into every column that it covers. */
function alignRows(rows: WordRow[]): string[][] {
  const edges = commonEdges(rows.flatMap((row) => row.edges))
  const columnOf = (edge: number) => edges.findIndex((common) => Math.abs(common - edge) <= SAME_EDGE)
  const grid: string[][] = []
  for (const row of rows) {
    const known = row.edges.length === row.cells.length + 1
    const line: string[] = []
    row.cells.forEach((cell, index) => {
      const from = known ? columnOf(row.edges[index] ?? 0) : index
      const to = known ? Math.max(from + 1, columnOf(row.edges[index + 1] ?? 0)) : index + 1
      const text = cell || inherited(row.merged[index], line, grid.at(-1), from)
      for (let column = from; column < to; column += 1) line[column] = text
    })
    grid.push(Array.from(line, (cell) => cell ?? ''))
  }
  return grid
}

function inherited(
  from: 'above' | 'left' | undefined,
  line: string[],
  above: string[] | undefined,
  column: number,
): string {
  if (from === 'left') return line[column - 1] ?? ''
  return from === 'above' ? (above?.[column] ?? '') : ''
}

function commonEdges(edges: number[]): number[] {
  const common: number[] = []
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - (common.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) common.push(edge)
  }
  return common
}
