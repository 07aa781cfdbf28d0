/** One form for index and question, so that what looks alike to a reader is alike. Never for showing. */
import { foldScript } from '../domain/script.ts'

/** Private-use characters lead our filter tokens and mark highlights, so page text may not bring its own. */
export function withoutPrivateUse(text: string): string {
  return text.replace(/\p{Co}/gu, '')
}

/** Traditional forms that are told only by the word they stand in, and forms of Hong Kong; here they join whatever the word. */
const JOINED: Record<string, string> = {
  瞭: '了',
  甦: '苏',
  藉: '借',
  傢: '家',
  俱: '具',
  覆: '复',
  衞: '卫',
  敍: '叙',
  枱: '台',
}

const folded = new Map<string, string>()
/** Han of the first plane, of which there are some twenty thousand. */
const KEPT = /[\u3400-\u9fff]/u

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase()
  const known = folded.get(character)
  if (known !== undefined) return known
  // Twice, for 薴 becomes 苧, and that is read as the traditional form of 苎.
  const form = foldScript(foldScript(JOINED[character] ?? character))
  if (KEPT.test(character)) folded.set(character, form)
  return form
}

/**
 * One form for index and question: NFKC, simplified, variants joined, lower case. Character by character, since a
 * script converter that looks at whole words would read a part of a word otherwise than the word (乾 in 乾隆).
 */
export function fold(text: string): string {
  return Array.from(withoutPrivateUse(text.toWellFormed()).normalize('NFKC'), foldCharacter).join('')
}
