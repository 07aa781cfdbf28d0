/** The straight lines that a page draws, out of its list of operators. Pure. */
import type { Ruling } from './pdf-ruled.ts'

export interface Operators {
  operators: number[]
  operands: unknown[]
}

/** Numbers of the operators by name, as the library gives them. */
type OperatorNumbers = Record<string, number>
type Matrix = number[]

/** A filled shape no thicker than this is a line. */
const LINE_THICKNESS = 3
const SHORTEST = 4
const MAX_RULINGS = 40_000
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

export function findRulings({ operators, operands }: Operators, names: OperatorNumbers, view: Matrix): Ruling[] {
  const rulings: Ruling[] = []
  const stack: Matrix[] = []
  let current = view
  const unpainted = new Set([names.endPath])
  const filled = new Set([names.fill, names.eoFill])
  operators.forEach((operator, index) => {
    if (rulings.length > MAX_RULINGS) return
    const operand = operands[index]
    if (operator === names.save || operator === names.paintFormXObjectBegin) stack.push(current)
    if (operator === names.restore || operator === names.paintFormXObjectEnd) current = stack.pop() ?? view
    if (operator === names.transform) current = times(current, numbersOf(operand))
    if (operator === names.paintFormXObjectBegin)
      current = times(current, numbersOf(Array.isArray(operand) ? operand[0] : undefined))
    if (operator === names.constructPath && Array.isArray(operand)) {
      const [painting, paths] = operand as [number, unknown]
      if (unpainted.has(painting)) return
      const path = numbersOf(Array.isArray(paths) ? paths[0] : undefined)
      rulings.push(...(filled.has(painting) ? thinShapes(path, current) : strokes(path, current)))
    }
  })
  return rulings
}

function numbersOf(value: unknown): number[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'number')
  return ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : []
}

function times(m: Matrix, n: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [na = 1, nb = 0, nc = 0, nd = 1, ne = 0, nf = 0] = n.length === 6 ? n : IDENTITY
  return [a * na + c * nb, b * na + d * nb, a * nc + c * nd, b * nc + d * nd, a * ne + c * nf + e, b * ne + d * nf + f]
}

interface Point {
  x: number
  y: number
}

/** Marks inside a path: 0 move, 1 line, 2 curve, 3 short curve, 4 close; each is followed by its points. */
const NUMBERS_AFTER = [2, 2, 6, 4, 0]

/** Closed and open runs of straight lines; what bends ends a run. */
function runsOf(path: number[], matrix: Matrix): Point[][] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const runs: Point[][] = []
  for (let at = 0; at < path.length; ) {
    const mark = path[at] ?? 4
    const count = NUMBERS_AFTER[mark] ?? 0
    const [x = 0, y = 0] = path.slice(at + 1 + Math.max(0, count - 2), at + 1 + count)
    const point = { x: a * x + c * y + e, y: b * x + d * y + f }
    if (mark === 1) runs.at(-1)?.push(point)
    else if (mark === 4) closeRun(runs.at(-1))
    else runs.push([point])
    at += 1 + count
  }
  return runs
}

function closeRun(run: Point[] | undefined): void {
  const [first] = run ?? []
  if (first) run?.push(first)
}

function strokes(path: number[], matrix: Matrix): Ruling[] {
  return runsOf(path, matrix).flatMap((run) =>
    run.slice(1).flatMap((to, index) => {
      const from = run[index]
      return from ? toRuling(from, to) : []
    }),
  )
}

function toRuling(from: Point, to: Point): Ruling[] {
  const width = Math.abs(from.x - to.x)
  const height = Math.abs(from.y - to.y)
  if (width < 1.5 && height >= SHORTEST)
    return [{ upright: true, at: (from.x + to.x) / 2, from: Math.min(from.y, to.y), to: Math.max(from.y, to.y) }]
  if (height < 1.5 && width >= SHORTEST)
    return [{ upright: false, at: (from.y + to.y) / 2, from: Math.min(from.x, to.x), to: Math.max(from.x, to.x) }]
  return []
}

/** Lines drawn as thin filled boxes; larger boxes are backgrounds. */
function thinShapes(path: number[], matrix: Matrix): Ruling[] {
  return runsOf(path, matrix).flatMap((run): Ruling[] => {
    const xs = run.map(({ x }) => x)
    const ys = run.map(({ y }) => y)
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (right - left <= LINE_THICKNESS && bottom - top >= SHORTEST)
      return [{ upright: true, at: (left + right) / 2, from: top, to: bottom }]
    if (bottom - top <= LINE_THICKNESS && right - left >= SHORTEST)
      return [{ upright: false, at: (top + bottom) / 2, from: left, to: right }]
    return []
  })
}
