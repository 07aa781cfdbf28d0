/**
 * The streams of a binary Word file ([MS-DOC]): its text and, per paragraph, the properties that make tables.
 * Extraction libraries give running text alone and lose which mark ended a cell and which a row.
 */
import * as XLSX from '@e965/xlsx'
import { decodeBytes } from '../reading/charset.ts'
import { AttachmentError } from './problem.ts'

/** Cells of one row, as the mark at its end describes them. */
export interface RowShape {
  /** Distances of the cell edges from the margin in twips, left edge first; empty when the file does not say. */
  edges: number[]
  /** Per cell: continues the cell above, or the one to its left ([MS-DOC] 2.9.322 TC80). */
  merged: ('above' | 'left' | undefined)[]
}

export interface Paragraph {
  /** With its mark: \x07 ends a cell or a row, \r a paragraph, \x0c a section; \x0b inside is a line break. */
  text: string
  inTable: boolean
  /** Of the empty paragraph that ends a row. */
  row?: RowShape
}

const MAGIC = 0xa5ec
const ENCRYPTED = 0x0100
const USES_1TABLE = 0x0200

/** The paragraphs of the main document in their order. Throws `broken` or `password`. */
export function openWordFile(bytes: Uint8Array): Paragraph[] {
  const container = openContainer(bytes)
  const main = streamOf(container, 'WordDocument')
  if (main.length < 0x200 || main.getUint16(0) !== MAGIC) throw new AttachmentError('broken', 'no Word document inside')
  const flags = main.getUint16(0x0a)
  if (flags & ENCRYPTED) throw new AttachmentError('password', 'the document is encrypted')
  const table = streamOf(container, flags & USES_1TABLE ? '1Table' : '0Table')
  const pieces = readPieces(main, table)
  const text = pieces
    .map((piece) => textOf(main, piece))
    .join('')
    .slice(0, main.getUint32(0x4c))
  return cutParagraphs(text, readMarks({ main, table, data: streamOf(container, 'Data', true) }, pieces))
}

/** Where a paragraph ends, and what its properties say. */
interface Mark extends Omit<Paragraph, 'text'> {
  at: number
}

function cutParagraphs(text: string, marks: Mark[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let from = 0
  for (const { at, ...paragraph } of marks) {
    if (at < from || from >= text.length) continue
    paragraphs.push({ ...paragraph, text: text.slice(from, at + 1) })
    from = at + 1
  }
  if (from < text.length) paragraphs.push({ text: text.slice(from), inTable: false })
  return paragraphs
}

/** Little-endian reads that answer 0 beyond the end: a damaged file says nothing, it does not throw. */
class Bytes {
  readonly length: number
  readonly all: Uint8Array
  readonly #view: DataView
  constructor(all: Uint8Array) {
    this.all = all
    this.length = all.length
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }
  getUint8 = (at: number): number => (at >= 0 && at + 1 <= this.length ? this.#view.getUint8(at) : 0)
  getUint16 = (at: number): number => (at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, true) : 0)
  getInt16 = (at: number): number => (at >= 0 && at + 2 <= this.length ? this.#view.getInt16(at, true) : 0)
  getUint32 = (at: number): number => (at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, true) : 0)
}

type Container = ReturnType<typeof XLSX.CFB.read>

function openContainer(bytes: Uint8Array): Container {
  try {
    return XLSX.CFB.read(bytes, { type: 'array' })
  } catch (cause) {
    throw new AttachmentError('broken', 'the container of the document is damaged', { cause })
  }
}

function streamOf(container: Container, name: string, optional = false): Bytes {
  const entry = XLSX.CFB.find(container, name)
  if (!entry && !optional) throw new AttachmentError('broken', `no stream ${name}`)
  return new Bytes(Uint8Array.from(entry?.content ?? []))
}

/** A run of text: characters `start` to `end` stand at `offset` of the main stream. */
interface Piece {
  start: number
  end: number
  offset: number
  wide: boolean
}

const MAX_PIECES = 200_000

/** The piece table, behind the property modifiers of the Clx ([MS-DOC] 2.9.38). */
function readPieces(main: Bytes, table: Bytes): Piece[] {
  let at = main.getUint32(0x1a2)
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1)
  if (table.getUint8(at) !== 2) throw new AttachmentError('broken', 'the document has no piece table')
  const count = Math.floor((table.getUint32(at + 1) - 4) / 12)
  if (count < 1 || count > MAX_PIECES) throw new AttachmentError('broken', `${count} pieces of text`)
  const positions = at + 5
  const descriptors = positions + (count + 1) * 4
  return Array.from({ length: count }, (_, index) => {
    const packed = table.getUint32(descriptors + index * 8 + 2)
    const wide = (packed & 0x40000000) === 0
    const place = packed & 0x3fffffff
    return {
      start: table.getUint32(positions + index * 4),
      end: table.getUint32(positions + index * 4 + 4),
      offset: wide ? place : place / 2,
      wide,
    }
  })
}

function textOf(main: Bytes, { start, end, offset, wide }: Piece): string {
  const bytes = main.all.subarray(offset, offset + Math.max(0, end - start) * (wide ? 2 : 1))
  return decodeBytes(bytes, wide ? 'utf-16le' : 'windows-1252')
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
function readMarks({ main, table, data }: Streams, pieces: Piece[]): Mark[] {
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

/** Offset in the text of a place in the main stream. */
function findPositions(pieces: Piece[]): (place: number) => number | undefined {
  const ordered = [...pieces].sort((a, b) => a.offset - b.offset)
  return (place) => {
    let low = 0
    let high = ordered.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((ordered[middle]?.offset ?? 0) <= place) low = middle
      else high = middle - 1
    }
    const piece = ordered[low]
    if (!piece || place < piece.offset) return undefined
    const characters = Math.floor((place - piece.offset) / (piece.wide ? 2 : 1))
    return characters < piece.end - piece.start ? piece.start + characters : undefined
  }
}
