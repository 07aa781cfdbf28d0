/** Tables without ruled lines: columns from what stays blank on every line, the header by its words. Pure. */
import { findField } from '../../domain/table-header.ts'
import { rowsOf } from './pdf-rows.ts'
import { cellText, cutAtBlanks, cutAtEdges, groupLines, type Piece } from './pdf-text.ts'

/** Of all lines: so many may run over a gap between columns. Titles and notes do. */
const MAX_CROSSING = 0.02
/** As a part of the height of letters. Cells of spreadsheets that were shrunk to the page stand this near. */
const NARROWEST_GAP = 0.15
const STEPS_A_POINT = 10
const LEAST_COLUMNS = 2

/** One row for the header when there is one, then those of all pages. Pages of one document have the same columns. */
export function plainRows(pages: Piece[][]): string[][] {
  const own = pages.map((pieces) => withoutPageNumbers(pieces).flatMap(cutAtBlanks))
  const edges = findEdges(own)
  return edges.length <= LEAST_COLUMNS ? [] : plainRowsWithin(own, edges)
}

const PAGE_NUMBER = /^(?:第?\s*\d+\s*页?(?:\s*[,，/共]\s*共?\s*\d+\s*页?)?|[-—–]\s*\d+\s*[-—–]|page\s*\d+.*)$/i

/** Alone on the first or the last line. */
function withoutPageNumbers(pieces: Piece[]): Piece[] {
  const lines = groupLines(pieces)
  const isNumber = (line: Piece[] | undefined) => line?.length === 1 && PAGE_NUMBER.test(line[0]?.text.trim() ?? '')
  const last = lines.length - 1
  return lines.flatMap((line, index) => ((index === 0 || index === last) && isNumber(line) ? [] : line))
}

function findEdges(pages: Piece[][]): number[] {
  const pieces = pages.flat().filter(({ width }) => width > 0)
  const right = pieces.reduce((most, { x, width }) => Math.max(most, x + width), 0)
  const covered = new Array<number>(Math.min(100_000, Math.ceil(right * STEPS_A_POINT) + 2)).fill(0)
  for (const { x, width } of pieces) {
    const end = Math.min(covered.length - 1, Math.round((x + width) * STEPS_A_POINT))
    for (let at = Math.max(0, Math.round(x * STEPS_A_POINT)); at < end; at += 1) covered[at] = (covered[at] ?? 0) + 1
  }
  const lines = pages.reduce((sum, page) => sum + groupLines(page).length, 0)
  const most = Math.max(1, lines * MAX_CROSSING)
  const heights = pieces.map(({ height }) => height).sort((one, other) => one - other)
  const narrowest = (heights[heights.length >> 1] ?? 0) * NARROWEST_GAP * STEPS_A_POINT
  return edgesBetween(covered, most, narrowest).map((at) => at / STEPS_A_POINT)
}

/** One in each stretch that at most `most` pieces run over, and the outer ends. */
function edgesBetween(covered: number[], most: number, narrowest: number): number[] {
  const edges: number[] = []
  let start = 0
  covered.forEach((count, at) => {
    const before = at === 0 || (covered[at - 1] ?? 0) <= most
    if (count <= most && !before) start = at
    if (count > most && before && (edges.length === 0 || at - start >= narrowest))
      edges.push(clearest(covered, start, at))
  })
  return [...edges, covered.length]
}

/** Middle of the longest part of a stretch over which the fewest pieces run. */
function clearest(covered: number[], start: number, end: number): number {
  const stretch = covered.slice(start, end)
  const least = stretch.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  let best = { at: 0, length: 0 }
  let length = 0
  stretch.forEach((count, index) => {
    length = count === least ? length + 1 : 0
    if (length > best.length) best = { at: index - length + 1, length }
  })
  return start + best.at + best.length / 2
}

interface Line {
  y: number
  pieces: Piece[]
}
/** Lines from above. */
export type Column = Line[]

/** Pages are laid under each other, so that a row may go on over the break. */
const PAGE_APART = 5_000

export function plainRowsWithin(pages: Piece[][], edges: number[]): string[][] {
  const stacked: Column[] = edges.slice(1).map(() => [])
  let header: string[] | undefined
  pages.forEach((pieces, page) => {
    const columns = columnsOf(pieces, edges)
    const block = findHeaderBlock(columns)
    header ??= block?.texts
    columns.forEach((column, index) => {
      const body = column.filter(({ y }) => block === undefined || y > block.end)
      stacked[index]?.push(...body.map((line) => ({ ...line, y: line.y + page * PAGE_APART })))
    })
  })
  const rows = rowsOf(stacked)
  return header ? [header, ...rows] : rows
}

function columnsOf(pieces: Piece[], edges: number[]): Column[] {
  const own = pieces.flatMap((piece) => (isTitle(piece, edges) ? [piece] : cutAtEdges(piece, edges)))
  return edges.slice(1).map((right, index) => {
    const left = edges[index] ?? 0
    const inside = own.filter(({ x, width }) => x + width / 2 >= left && x + width / 2 < right)
    return groupLines(inside).map((line) => ({ y: line[0]?.y ?? 0, pieces: line }))
  })
}

/** Runs over so many columns that it is no cell. */
function isTitle({ x, width }: Piece, edges: number[]): boolean {
  return edges.filter((edge) => edge > x && edge < x + width).length >= 3
}

interface HeaderBlock {
  texts: string[]
  /** Last base line of the header. */
  end: number
}

const HEADER_WITHIN_LINES = 16
const MOST_HEADER_LINES = 8
const LEAST_NAMED = 3
/** A line more must name another column. */
const COST_OF_A_LINE = 0.1

/** The lines near the top that together name the most columns; cells of a header break over several lines. */
function findHeaderBlock(columns: Column[]): HeaderBlock | undefined {
  const ys = [...new Set(columns.flat().map(({ y }) => Math.round(y)))]
    .sort((one, other) => one - other)
    .slice(0, HEADER_WITHIN_LINES)
  let best: (HeaderBlock & { score: number }) | undefined
  for (const [from, start] of ys.entries())
    for (const [lines, end] of ys.slice(from, from + MOST_HEADER_LINES).entries()) {
      const within = ({ y }: Line) => Math.round(y) >= start && Math.round(y) <= end
      const texts = columns.map((column) => headerText(column.filter(within)))
      const named = texts.filter((text) => text && findField(text)).length
      const score = named - lines * COST_OF_A_LINE
      if (named >= LEAST_NAMED && (!best || score > best.score)) best = { texts, end: end + 0.5, score }
    }
  return best
}

/** A header of two rows has 招聘条件 above 学历: the lines at the end that name a field, else all. */
function headerText(lines: Column): string {
  const texts = lines.map((_, from) => cellText(lines.slice(from).flatMap(({ pieces }) => pieces)))
  return texts.find((text) => findField(text)) ?? texts[0] ?? ''
}
