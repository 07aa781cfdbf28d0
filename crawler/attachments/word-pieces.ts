/** Where the text of a binary Word file stands: its piece table ([MS-DOC] 2.9.38). */
import { decodeBytes } from '../reading/charset.ts'
import { AttachmentError } from './problem.ts'
import type { Bytes } from './word-streams.ts'

/** A run of text: characters `start` to `end` stand at `offset` of the main stream. */
export interface Piece {
  start: number
  end: number
  offset: number
  wide: boolean
}

const MAX_PIECES = 200_000

/** The piece table, behind the property modifiers of the Clx ([MS-DOC] 2.9.38). */
export function readPieces(main: Bytes, table: Bytes): Piece[] {
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

export function textOf(main: Bytes, { start, end, offset, wide }: Piece): string {
  const bytes = main.all.subarray(offset, offset + Math.max(0, end - start) * (wide ? 2 : 1))
  return decodeBytes(bytes, wide ? 'utf-16le' : 'windows-1252')
}

/** Offset in the text of a place in the main stream. */
export function findPositions(pieces: Piece[]): (place: number) => number | undefined {
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
