/** Whether the bytes of a file can be a page at all: junk must be an error, never an empty article. */
import { findNoPage } from './fetch/content.ts'

const LOOKED_AT = 65_536

/** Undefined when the bytes may be a page, else what speaks against it. */
export function findUnreadable(body: Uint8Array, contentType?: string): string | undefined {
  if (body.length === 0) return 'the file is empty'
  if (body.subarray(0, LOOKED_AT).every((byte) => byte <= 32)) return 'the file holds nothing but blanks'
  return findNoPage(contentType, body)
}
