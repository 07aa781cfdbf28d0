/** Text without marks: values with separators, or paragraphs. */
import { decodeBytes, findEncoding } from '../reading/charset.ts'
import type { Contents } from './problem.ts'
import { readSeparated } from './workbook.ts'

export function readPlainText(bytes: Uint8Array): Contents {
  const text = decodeBytes(bytes, encodingOf(bytes))
  const contents = readSeparated(text)
  const separated = contents.tables.some(({ rows }) => rows.some((row) => row.length > 1))
  return separated ? contents : { tables: [], text: text.trim() }
}

/** A byte order mark, then the zero bytes that ASCII has in UTF-16, then the look of the bytes. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 400)
  const zeros = [0, 1].map((rest) => head.filter((byte, index) => index % 2 === rest && byte === 0).length)
  if ((zeros[1] ?? 0) > head.length / 8) return 'utf-16le'
  if ((zeros[0] ?? 0) > head.length / 8) return 'utf-16be'
  return findEncoding(bytes)
}
