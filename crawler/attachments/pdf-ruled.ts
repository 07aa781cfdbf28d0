/** Tables with ruled lines: edges from the lines, cells that no line parts grown together, text by its middle. Pure. */
import { plainRowsWithin } from './pdf-plain.ts'
import { cellText, cutAtEdges, type Piece } from './pdf-text.ts'

/** A straight line along x (`upright` false) or y, at one place of the other axis. In points, y downwards. */
export interface Ruling {
  upright: boolean
  at: number
  from: number
  to: number
}

/** Lines this near are one, and ends this near meet. */
const NEAR = 3
/** Below these it is a frame or an underline. */
const LEAST_COLUMNS = 2
const LEAST_ROWS = 2
/** No line under the rows, only between the columns: rows are then told by the text. */
const CROWDED = 2.5

export function ruledTables(pieces: Piece[], rulings: Ruling[]): string[][][] {
  return gridsOf(rulings).map((grid) => readGrid(grid, pieces))
}

interface Grid {
  /** Edges of the columns and of the rows, ascending. */
  xs: number[]
  ys: number[]
  uprights: Ruling[]
  levels: Ruling[]
}

/** Lines that touch belong to one table; tables from above. */
function gridsOf(rulings: Ruling[]): Grid[] {
  const lines = joinLines(rulings)
  const group = lines.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root] ?? root
    group[index] = root
    return root
  }
  const uprights = lines.flatMap((line, index) => (line.upright ? [index] : []))
  const levels = lines.flatMap((line, index) => (line.upright ? [] : [index]))
  for (const one of uprights)
    for (const other of levels) {
      const [upright, level] = [lines[one], lines[other]]
      if (upright && level && crosses(upright, level)) group[rootOf(one)] = rootOf(other)
    }
  const groups = new Map<number, Ruling[]>()
  lines.forEach((line, index) => {
    const root = rootOf(index)
    const own = groups.get(root)
    if (own) own.push(line)
    else groups.set(root, [line])
  })
  return [...groups.values()]
    .map(toGrid)
    .filter(isTable)
    .sort((one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0))
}

const crosses = (upright: Ruling, level: Ruling) =>
  upright.at >= level.from - NEAR &&
  upright.at <= level.to + NEAR &&
  level.at >= upright.from - NEAR &&
  level.at <= upright.to + NEAR

const isTable = ({ xs, ys }: Grid) => xs.length > LEAST_COLUMNS && ys.length >= LEAST_ROWS

function toGrid(lines: Ruling[]): Grid {
  const uprights = lines.filter(({ upright }) => upright)
  const levels = lines.filter(({ upright }) => !upright)
  // Where rows have no line at the end of the page, the columns still end there.
  const ends = uprights.flatMap(({ from, to }) => [from, to])
  const ys = placesOf([...levels.map(({ at }) => at), Math.min(...ends), Math.max(...ends)].filter(Number.isFinite))
  return { xs: placesOf(uprights.map(({ at }) => at)), ys, uprights, levels }
}

function placesOf(places: number[]): number[] {
  const apart: number[] = []
  for (const place of [...places].sort((one, other) => one - other))
    if (place - (apart.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) apart.push(place)
  return apart
}

/** Borders are drawn cell by cell: pieces of one line that touch become that line. */
function joinLines(rulings: Ruling[]): Ruling[] {
  const joined: Ruling[] = []
  const ordered = [...rulings].sort(
    (one, other) =>
      Number(one.upright) - Number(other.upright) || Math.round(one.at) - Math.round(other.at) || one.from - other.from,
  )
  for (const line of ordered) {
    const last = joined.at(-1)
    const same = last && last.upright === line.upright && Math.abs(last.at - line.at) <= 1
    if (same && line.from <= last.to + NEAR) last.to = Math.max(last.to, line.to)
    else joined.push({ ...line })
  }
  return joined
}

function readGrid(grid: Grid, pieces: Piece[]): string[][] {
  const { xs, ys } = grid
  const own = pieces
    .filter((piece) => isInside(piece, xs, ys))
    .flatMap((piece) => cutAtEdges(piece, crossedEdges(piece, grid)))
  const rows = ys.length - 1
  const lines = new Set(own.map(({ y }) => Math.round(y / 3))).size
  if (rows <= 3 && lines > (rows + 1) * 2 * CROWDED) return plainRowsWithin([own], xs)
  const cells = regionsOf(grid)
  const held = new Map<number, Piece[]>()
  for (const piece of own) {
    const cell = cells[indexOf(ys, middleY(piece))]?.[indexOf(xs, piece.x + piece.width / 2)]
    if (cell !== undefined) held.set(cell, [...(held.get(cell) ?? []), piece])
  }
  const texts = new Map([...held].map(([cell, parts]) => [cell, cellText(parts)]))
  return cells.map((row) => row.map((cell) => texts.get(cell) ?? ''))
}

const middleY = ({ y, height }: Piece) => y - height * 0.35

function isInside(piece: Piece, xs: number[], ys: number[]): boolean {
  const x = piece.x + piece.width / 2
  const y = middleY(piece)
  return (
    x >= (xs[0] ?? 0) - NEAR && x <= (xs.at(-1) ?? 0) + NEAR && y >= (ys[0] ?? 0) - NEAR && y <= (ys.at(-1) ?? 0) + NEAR
  )
}

/** Only edges that are drawn at the height of the piece part it; a title runs over the others. */
function crossedEdges(piece: Piece, { uprights }: Grid): number[] {
  const y = middleY(piece)
  return placesOf(uprights.filter(({ from, to }) => from <= y && to >= y).map(({ at }) => at))
}

/** Index of the gap between edges that holds a place. */
function indexOf(edges: number[], place: number): number {
  let index = 0
  while (index < edges.length - 2 && place > (edges[index + 1] ?? 0)) index += 1
  return index
}

/** The number of its region for each gap of rows and columns. */
function regionsOf({ xs, ys, uprights, levels }: Grid): number[][] {
  const width = xs.length - 1
  const height = ys.length - 1
  const region = Array.from({ length: width * height }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (region[root] !== root) root = region[root] ?? root
    return root
  }
  const drawn = (lines: Ruling[], at: number, place: number) =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= place && line.to >= place)
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const index = row * width + column
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2
      if (column + 1 < width && !drawn(uprights, xs[column + 1] ?? 0, y)) region[rootOf(index + 1)] = rootOf(index)
      if (row + 1 < height && !drawn(levels, ys[row + 1] ?? 0, x)) region[rootOf(index + width)] = rootOf(index)
    }
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => rootOf(row * width + column)),
  )
}
