/** Words of a town that mean the same to a searcher. */
import { normalOf } from './analyse.ts'

/** Folded words → folded words of the same meaning, themselves first; several words with one blank between. */
export type Synonyms = ReadonlyMap<string, readonly string[]>

/** Of a longer group the first so many stand. */
const MAX_SYNONYMS = 8

/** A word in several groups means what is in any of them. */
export function toSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const found = new Map<string, string[]>()
  for (const group of groups) {
    const words = group.map(normalOf).filter((word) => word !== '')
    for (const word of words) {
      found.set(word, [...new Set([word, ...(found.get(word) ?? []), ...words])].slice(0, MAX_SYNONYMS))
    }
  }
  return found
}
