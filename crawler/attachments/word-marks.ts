/** Which mark ends a paragraph, a cell or a row of a binary Word file, and the shape of its rows. */
import { findPositions, type Piece } from './word-pieces.ts'
import type { RowShape } from './word-rows.ts'
import type { Bytes } from './word-streams.ts'

/** Where a paragraph ends, and what its properties say. */
export interface Mark {
  at: number
  inTable: boolean
  /** Of the empty paragraph that ends a row. */
  row?: RowShape
}

interface Streams {
  main: Bytes
  table: Bytes
  data: Bytes
}

const PAGE_BYTES = 512
const IN_TABLE = 0x2416
const ENDS_ROW = 0x2417
/** How deep in tables; only said where it is not 0. */
const DEPTH = 0x6649
/** Cell edges and cell flags of a row. */
const TABLE_DEFINITION = 0xd608
/** The properties stand in the Data stream: rows of more than some twenty cells have too many for a page. */
const HUGE = [0x6646, 0x6645]

/** Paragraph properties stand in pages of 512 bytes ([MS-DOC] 2.9.174 PapxFkp). */
export function readMarks({ main, table, data }: Streams, pieces: Piece[]): Mark[] {
  const at = main.getUint32(0x102)
  const pages = Math.min(Math.floor((main.getUint32(0x106) - 4) / 8), Math.ceil(main.length / PAGE_BYTES))
  const positionOf = findPositions(pieces)
  const marks: Mark[] = []
  for (let index = 0; index < pages; index += 1) {
    const page = (table.getUint32(at + (pages + 1) * 4 + index * 4) & 0x3fffff) * PAGE_BYTES
    const runs = main.getUint8(page + PAGE_BYTES - 1)
    for (let run = 0; run < runs; run += 1) {
      const end = positionOf(main.getUint32(page + (run + 1) * 4) - 1)
      if (end !== undefined) marks.push({ ...read(propertiesOf(main, data, page, runs, run)), at: end })
    }
  }
  return marks.sort((a, b) => a.at - b.at)
}

interface Properties {
  bytes: Bytes
  from: number
  to: number
}

function propertiesOf(main: Bytes, data: Bytes, page: number, runs: number, run: number): Properties {
  const at = page + main.getUint8(page + (runs + 1) * 4 + run * 13) * 2
  if (at === page) return { bytes: main, from: 0, to: 0 }
  const words = main.getUint8(at)
  // An odd length is said in half words; 0 means that the next byte says an even one. The style comes first.
  const from = (words === 0 ? at + 2 : at + 1) + 2
  const to = words === 0 ? at + 2 + main.getUint8(at + 1) * 2 : at + words * 2
  if (!HUGE.includes(main.getUint16(from))) return { bytes: main, from, to }
  const place = main.getUint32(from + 2)
  return { bytes: data, from: place + 2, to: place + 2 + data.getUint16(place) }
}

/** Bytes of an operand by the top three bits of its property ([MS-DOC] 2.2.5.1, spra); 6 says its own length. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, undefined, 3]

function read({ bytes, from, to }: Properties): Omit<Mark, 'at'> {
  let inTable = false
  let endsRow = false
  let row: RowShape = { edges: [], merged: [] }
  for (let at = from; at + 2 < to; ) {
    const property = bytes.getUint16(at)
    const operand = at + 2
    if (property === IN_TABLE || property === DEPTH) inTable = bytes.getUint8(operand) !== 0
    if (property === ENDS_ROW) endsRow = bytes.getUint8(operand) !== 0
    if (property === TABLE_DEFINITION) row = shapeOf(bytes, operand)
    at = operand + (OPERAND_BYTES[property >> 13] ?? lengthOf(bytes, operand, property))
  }
  return endsRow ? { inTable: true, row } : { inTable }
}

/** The table definition counts its length in two bytes, and one too many. */
function lengthOf(bytes: Bytes, operand: number, property: number): number {
  return property === TABLE_DEFINITION ? bytes.getUint16(operand) + 1 : bytes.getUint8(operand) + 1
}

const MAX_CELLS_A_ROW = 64
const CELL_BYTES = 20

/** [MS-DOC] 2.9.321 TDefTableOperand: count, edges, then 20 bytes a cell, fewer at the end when they are all 0. */
function shapeOf(bytes: Bytes, operand: number): RowShape {
  const count = Math.min(bytes.getUint8(operand + 2), MAX_CELLS_A_ROW)
  const edges = Array.from({ length: count + 1 }, (_, index) => bytes.getInt16(operand + 3 + index * 2))
  const flags = operand + 3 + (count + 1) * 2
  const end = operand + 1 + bytes.getUint16(operand)
  const merged = Array.from({ length: count }, (_, index) => {
    const at = flags + index * CELL_BYTES
    const flag = at + 2 <= end ? bytes.getUint16(at) : 0
    if (flag & 2) return 'left'
    return ((flag >> 5) & 3) === 1 ? 'above' : undefined
  })
  return { edges, merged }
}
