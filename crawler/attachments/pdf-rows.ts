/** Which lines of text make one row where nothing is ruled: one column has a single line in each row. Pure. */
import type { Column } from './pdf-plain.ts'
import { cellText } from './pdf-text.ts'

/** How the lines of a cell lie around the one line of the others. */
type Alignment = 'top' | 'middle' | 'bottom'
interface Layout {
  /** Base lines of the columns that never break, one a row. */
  anchors: number[]
  alignment: Alignment
  near: number
}

/** Base lines of one row differ a little, as a part of the height: fonts of other size or script sit lower or higher. */
const NEAR = 0.28
const LEAST_NEAR = 1.5

function nearOf(columns: Column[]): number {
  const heights = columns.flatMap((column) => column.map(({ pieces }) => pieces[0]?.height ?? 0)).sort((a, b) => a - b)
  return Math.max(LEAST_NEAR, (heights[heights.length >> 1] ?? 0) * NEAR)
}

export interface PlainRow {
  /** Base line of its anchor. */
  y: number
  cells: string[]
}

/** `keys`: columns of numbers, codes or counts, which have one line in each row if all their lines look like that. */
export function rowsOf(columns: Column[], keys: number[] = []): PlainRow[] {
  const near = nearOf(columns)
  const filled = columns.filter((column) => column.length > 0)
  const anchors = findKeyed(columns, keys) ?? findAnchors(filled, near)
  if (anchors.length === 0) return []
  const layouts = (['middle', 'top', 'bottom'] as const).map((alignment) => ({ anchors, alignment, near }))
  const scored = layouts.map((layout) => ({ layout, wrong: countWrong(columns, layout) }))
  const best = scored.reduce((one, other) => (other.wrong < one.wrong ? other : one))
  return writeRows(columns, best.layout)
}

const KEY = /^[a-z]{0,4}[-_]?\d{1,14}[名人个]?$/i
const LEAST_ROWS = 2

/** The column with the most such lines: a number may be merged over the posts of one employer. */
function findKeyed(columns: Column[], keys: number[]): number[] | undefined {
  const places = keys
    .map((key) => columns[key] ?? [])
    .filter(isKeyed)
    .map((lines) => lines.map(({ y }) => y))
  return places.reduce<number[] | undefined>((most, own) => (most && most.length >= own.length ? most : own), undefined)
}

/** Codes that break over two lines are of unequal length. */
function isKeyed(lines: Column): boolean {
  const texts = lines.map(({ pieces }) => cellText(pieces))
  const equal = new Set(texts.map((text) => text.length)).size === 1 || texts.every((text) => text.length <= 3)
  return texts.length >= LEAST_ROWS && equal && texts.every((text) => KEY.test(text))
}

/** Columns whose lines stand at nearly the same places agree on the rows; most agree on the true ones. */
const AGREE = 0.75

function findAnchors(columns: Column[], near: number): number[] {
  const places = columns.map((column) => column.map(({ y }) => y))
  let best: { supporters: number[][]; score: number } | undefined
  for (const own of places) {
    const supporters = places.filter((other) => alike(own, other, near) >= AGREE)
    // Columns that are filled in every row are worth more than those with a few entries.
    const score = supporters.length * Math.sqrt(own.length)
    if (!best || score > best.score) best = { supporters, score }
  }
  return best ? common(best.supporters, near) : []
}

/** Shared places as a part of all. */
function alike(one: number[], other: number[], near: number): number {
  let shared = 0
  let at = 0
  for (const y of one) {
    while (at < other.length && (other[at] ?? 0) < y - near) at += 1
    if (at < other.length && Math.abs((other[at] ?? 0) - y) <= near) shared += 1
  }
  return shared / Math.max(1, one.length + other.length - shared)
}

/** Places where at least half of the columns have a line. */
function common(places: number[][], near: number): number[] {
  const groups: number[][] = []
  for (const y of places.flat().sort((one, other) => one - other)) {
    const last = groups.at(-1)
    if (last && y - (last[0] ?? 0) <= near) last.push(y)
    else groups.push([y])
  }
  return groups.filter((group) => group.length * 2 >= places.length).map((group) => group[0] ?? 0)
}

/** Cells whose lines do not lie as the alignment says, and lines that belong to no row. */
function countWrong(columns: Column[], layout: Layout): number {
  let wrong = 0
  for (const column of columns) {
    const rows = assign(column, layout)
    wrong += column.length - rows.reduce((sum, lines) => sum + lines.length, 0)
    rows.forEach((lines, index) => {
      if (lines.length > 0 && !fits(lines, layout.anchors[index] ?? 0, layout)) wrong += 1
    })
  }
  return wrong
}

function fits(lines: Column, anchor: number, { alignment, near }: Layout): boolean {
  const [first, last] = [lines[0]?.y ?? 0, lines.at(-1)?.y ?? 0]
  if (alignment === 'top') return Math.abs(first - anchor) <= near
  if (alignment === 'bottom') return Math.abs(last - anchor) <= near
  return Math.abs((first + last) / 2 - anchor) <= near * 1.5
}

/** Lines of a column by rows. In the middle, as many lines stand below an anchor as above it. */
function assign(column: Column, { anchors, alignment, near }: Layout): Column[] {
  let at = 0
  const placeOf = (index: number) => column[index]?.y ?? Number.POSITIVE_INFINITY
  return anchors.map((anchor, index) => {
    const next = anchors[index + 1] ?? Number.MAX_VALUE
    const from = at
    if (alignment === 'top') while (placeOf(at) < next - near) at += 1
    else {
      while (placeOf(at) < anchor - near) at += 1
      const above = at - from
      if (placeOf(at) <= anchor + near) at += 1
      if (alignment === 'middle') for (let below = 0; below < above && placeOf(at) < next - near; below += 1) at += 1
    }
    return column.slice(from, at)
  })
}

function writeRows(columns: Column[], layout: Layout): PlainRow[] {
  const assigned = columns.map((column) => assign(column, layout))
  return layout.anchors.map((y, row) => ({ y, cells: assigned.map((rows) => textOf(rows[row] ?? [])) }))
}

/** Line by line: pages lie under each other, so the places of the pieces no longer tell their order. */
const textOf = (lines: Column) => cellText(lines.flatMap(({ pieces, y }) => pieces.map((piece) => ({ ...piece, y }))))
