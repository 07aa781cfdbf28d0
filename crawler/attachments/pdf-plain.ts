/** Tables without ruled lines: columns from what stays blank on every line, the header by its words. Pure. */
import { findField } from '../../domain/table-header.ts'
import { type PlainRow, rowsOf } from './pdf-rows.ts'
import { cellText, cutAtBlanks, cutAtEdges, groupLines, joinScripts, type Piece } from './pdf-text.ts'

/** Of all lines: so many may run over a gap between columns. Titles and notes do. */
const MAX_CROSSING = 0.02
/** As a part of the height of letters. Cells of spreadsheets that were shrunk to the page stand this near. */
const NARROWEST_GAP = 0.15
const STEPS_A_POINT = 10
const LEAST_COLUMNS = 2

/**
 * One row for the header when there is one, then those of all pages. Pages of one document have the same columns.
 * Whether 35 and 周岁 are one word or two cells that stand near is told by the header: what names more columns is right.
 */
export function plainRows(pages: Piece[][]): string[][] {
  const own = pages.map(withoutPageNumbers)
  const readings = [own, own.map(joinScripts)].map((reading) =>
    readPlain(reading.map((page) => page.flatMap(cutAtBlanks))),
  )
  const best = readings.reduce((one, other) => (other.named > one.named ? other : one))
  return best.rows
}

/** A column without a name counts against those with one. */
const COST_OF_A_COLUMN = 0.4

function readPlain(pages: Piece[][]): { rows: string[][]; named: number } {
  const edges = findEdges(pages)
  if (edges.length <= LEAST_COLUMNS) return { rows: [], named: 0 }
  const rows = plainRowsWithin(pages, edges)
  const header = rows[0] ?? []
  const named = header.filter((text) => text && findField(text)).length
  return { rows, named: named - (header.length - named) * COST_OF_A_COLUMN }
}

const PAGE_NUMBER = /^(?:第?\s*\d+\s*页?(?:\s*[,，/共]\s*共?\s*\d+\s*页?)?|[-—–]\s*\d+\s*[-—–]|page\s*\d+.*)$/i

/** Alone on the first or the last line. */
function withoutPageNumbers(pieces: Piece[]): Piece[] {
  const lines = groupLines(pieces)
  const isNumber = (line: Piece[] | undefined) => line?.length === 1 && PAGE_NUMBER.test(line[0]?.text.trim() ?? '')
  const last = lines.length - 1
  return lines.flatMap((line, index) => ((index === 0 || index === last) && isNumber(line) ? [] : line))
}

/** A line with fewer pieces is a title, a section or the rest of one cell. */
const LEAST_PIECES = 3

/** From the lines of rows first; what else lies between their edges counts too, titles over several columns do not. */
function findEdges(pages: Piece[][]): number[] {
  const lines = pages.flatMap((page) => groupLines(page.filter(({ width }) => width > 0)))
  const rows = lines.filter((line) => line.length >= LEAST_PIECES).flat()
  if (rows.length === 0) return []
  const first = edgesOf(rows, lines.length)
  const others = lines.filter((line) => line.length < LEAST_PIECES).flat()
  return edgesOf([...rows, ...others.filter((piece) => crossed(piece, first) === 0)], lines.length)
}

const crossed = ({ x, width }: Piece, edges: number[]) => edges.filter((edge) => edge > x && edge < x + width).length

function edgesOf(pieces: Piece[], lines: number): number[] {
  const right = pieces.reduce((most, { x, width }) => Math.max(most, x + width), 0)
  const covered = new Array<number>(Math.min(100_000, Math.ceil(right * STEPS_A_POINT) + 2)).fill(0)
  for (const { x, width } of pieces) {
    const end = Math.min(covered.length - 1, Math.round((x + width) * STEPS_A_POINT))
    for (let at = Math.max(0, Math.round(x * STEPS_A_POINT)); at < end; at += 1) covered[at] = (covered[at] ?? 0) + 1
  }
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
  const banners: Banner[] = []
  let header: string[] | undefined
  pages.forEach((pieces, page) => {
    const own = splitBanners(pieces, edges)
    const columns = columnsOf(own.cells, edges)
    const block = findHeaderBlock(columns)
    header ??= block?.texts
    const isBody = ({ y }: { y: number }) => block === undefined || y > block.end
    const below = page * PAGE_APART
    columns.forEach((column, index) => {
      stacked[index]?.push(...column.filter(isBody).map((line) => ({ ...line, y: line.y + below })))
    })
    banners.push(...own.banners.filter(isBody).map(({ text, y }) => ({ text, y: y + below })))
  })
  const rows = withBanners(rowsOf(stacked, keyColumns(header ?? [])), banners)
  return header ? [header, ...rows] : rows
}

interface Banner {
  text: string
  y: number
}

/** Alone on its line and over an edge: a section or a title. */
function splitBanners(pieces: Piece[], edges: number[]): { cells: Piece[]; banners: Banner[] } {
  const lines = groupLines(pieces)
  const isBanner = (line: Piece[]) => line.length === 1 && line.every((piece) => crossed(piece, edges) > 0)
  return {
    cells: lines.filter((line) => !isBanner(line)).flat(),
    banners: lines.filter(isBanner).map((line) => ({ text: cellText(line), y: line[0]?.y ?? 0 })),
  }
}

function withBanners(rows: PlainRow[], banners: Banner[]): string[][] {
  const all = [...rows, ...banners.map(({ text, y }) => ({ y, cells: [text] }))]
  return all.sort((one, other) => one.y - other.y).map(({ cells }) => cells)
}

/** Columns that hold one line in every row, the surest first. */
function keyColumns(header: string[]): number[] {
  return (['number', 'code', 'headcount'] as const).flatMap((field) =>
    header.flatMap((text, column) => (findField(text)?.field === field ? [column] : [])),
  )
}

function columnsOf(pieces: Piece[], edges: number[]): Column[] {
  const own = pieces.flatMap((piece) => cutAtEdges(piece, edges))
  return edges.slice(1).map((right, index) => {
    const left = edges[index] ?? 0
    const inside = own.filter(({ x, width }) => x + width / 2 >= left && x + width / 2 < right)
    return groupLines(inside).map((line) => ({ y: line[0]?.y ?? 0, pieces: line }))
  })
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
