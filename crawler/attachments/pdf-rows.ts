/** Which lines of text make one row where nothing is ruled: one column has a single line in each row. Pure. */
import type { Column } from './pdf-plain.ts'
import { cellText } from './pdf-text.ts'

/** How the lines of a cell lie around the one line of the others. */
type Alignment = 'top' | 'middle' | 'bottom'
interface Layout {
  /** Base lines of the columns that never break, one a row. */
  anchors: number[]
  alignment: Alignment
}

/** Base lines of one row are equal to a fraction of a point; fonts of different size shift them a little. */
const NEAR = 1.5

export function rowsOf(columns: Column[]): string[][] {
  const anchors = findAnchors(columns.filter((column) => column.length > 0))
  if (anchors.length === 0) return []
  const layouts = (['middle', 'top', 'bottom'] as const).map((alignment) => ({ anchors, alignment }))
  const scored = layouts.map((layout) => ({ layout, wrong: countWrong(columns, layout) }))
  const best = scored.reduce((one, other) => (other.wrong < one.wrong ? other : one))
  return writeRows(columns, best.layout)
}

/** Columns whose lines stand at nearly the same places agree on the rows; most agree on the true ones. */
const AGREE = 0.75

function findAnchors(columns: Column[]): number[] {
  const places = columns.map((column) => column.map(({ y }) => y))
  let best: { supporters: number[][]; score: number } | undefined
  for (const own of places) {
    const supporters = places.filter((other) => alike(own, other) >= AGREE)
    // Columns that are filled in every row are worth more than those with a few entries.
    const score = supporters.length * Math.sqrt(own.length)
    if (!best || score > best.score) best = { supporters, score }
  }
  return best ? common(best.supporters) : []
}

/** Shared places as a part of all. */
function alike(one: number[], other: number[]): number {
  let shared = 0
  let at = 0
  for (const y of one) {
    while (at < other.length && (other[at] ?? 0) < y - NEAR) at += 1
    if (at < other.length && Math.abs((other[at] ?? 0) - y) <= NEAR) shared += 1
  }
  return shared / Math.max(1, one.length + other.length - shared)
}

/** Places where at least half of the columns have a line. */
function common(places: number[][]): number[] {
  const groups: number[][] = []
  for (const y of places.flat().sort((one, other) => one - other)) {
    const last = groups.at(-1)
    if (last && y - (last[0] ?? 0) <= NEAR) last.push(y)
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
      if (lines.length > 0 && !fits(lines, layout.anchors[index] ?? 0, layout.alignment)) wrong += 1
    })
  }
  return wrong
}

function fits(lines: Column, anchor: number, alignment: Alignment): boolean {
  const [first, last] = [lines[0]?.y ?? 0, lines.at(-1)?.y ?? 0]
  if (alignment === 'top') return Math.abs(first - anchor) <= NEAR
  if (alignment === 'bottom') return Math.abs(last - anchor) <= NEAR
  return Math.abs((first + last) / 2 - anchor) <= NEAR * 1.5
}

/** Lines of a column by rows. In the middle, as many lines stand below an anchor as above it. */
function assign(column: Column, { anchors, alignment }: Layout): Column[] {
  let at = 0
  const placeOf = (index: number) => column[index]?.y ?? Number.POSITIVE_INFINITY
  return anchors.map((anchor, index) => {
    const next = anchors[index + 1] ?? Number.MAX_VALUE
    const from = at
    if (alignment === 'top') while (placeOf(at) < next - NEAR) at += 1
    else {
      while (placeOf(at) < anchor - NEAR) at += 1
      const above = at - from
      if (placeOf(at) <= anchor + NEAR) at += 1
      if (alignment === 'middle') for (let below = 0; below < above && placeOf(at) < next - NEAR; below += 1) at += 1
    }
    return column.slice(from, at)
  })
}

function writeRows(columns: Column[], layout: Layout): string[][] {
  const assigned = columns.map((column) => assign(column, layout))
  return layout.anchors.map((_, row) => assigned.map((rows) => textOf(rows[row] ?? [])))
}

/** Line by line: pages lie under each other, so the places of the pieces no longer tell their order. */
const textOf = (lines: Column) => cellText(lines.flatMap(({ pieces, y }) => pieces.map((piece) => ({ ...piece, y }))))
