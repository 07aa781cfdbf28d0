/** How much a run of text looks like Chinese that people write, and not like bytes read out of step. */
import { toSimplified } from '../script.ts'
import { findBytes } from './gbk.ts'

/** GB 2312 puts its 3,755 frequent characters into rows 16–55: lead bytes B0 to D7. */
const FREQUENT = { from: 0xb0, to: 0xd7 }
/** Its signs, and full-width forms of ASCII. */
const SIGNS = new Set([0xa1, 0xa3])

function isCommon(character: string): boolean {
  const bytes = findBytes(toSimplified(character))
  return bytes !== undefined && (SIGNS.has(bytes[0]) || (bytes[0] >= FREQUENT.from && bytes[0] <= FREQUENT.to))
}

/** Latin letters, toned ones too, say nothing either way. */
const BEYOND_LATIN = '\u2000'

/** Share of frequent characters and signs among all beyond Latin, 0–1; 1 where there are none. */
export function commonShare(text: string): number {
  const characters = [...text].filter((character) => character >= BEYOND_LATIN)
  if (characters.length === 0) return 1
  return characters.filter(isCommon).length / characters.length
}
