/** What the search server keeps of an item: what it matches by, counts, sorts by and ranks by. Nothing is ever shown of it. */
import { ANALYSER_VERSION } from '../../analyse.ts'
import type { IndexDocument } from '../../document.ts'
import { DIMENSIONS, type Dimension, educationKey } from '../../filter-tokens.ts'
import { type Attribute, EVERY_WORD, type SearchedAttribute } from '../../settings/meilisearch.ts'
import { hashOf } from '../../store/hash.ts'

export type MeiliDocument = { id: string } & Partial<Record<Attribute | SearchedAttribute, string | number | string[]>>

/** Primary key: the item's place (store/slot.ts) under its town, since places of two towns may be the same number. */
export function keyOf(town: string, n: number): string {
  return `${town}-${n}`
}

/** Of a key that `keyOf` made. */
export function placeOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1))
}

export function toMeiliDocument(town: string, n: number, document: IndexDocument): MeiliDocument {
  const [title = '', ...rest] = document.text.split('\n').map(plainWords)
  return {
    id: keyOf(town, n),
    town,
    n,
    analyser: ANALYSER_VERSION,
    g: document.words.map(toWord),
    ...filterAttributes(document.filters),
    ...(document.closes !== undefined && { closes: document.closes }),
    ...(document.deadline !== undefined && { deadline: document.deadline }),
    ...(document.payMax !== undefined && { payMax: document.payMax }),
    title,
    excerpt: rest.join('\n'),
    every: EVERY_WORD,
  }
}

const NAMES_BY_LETTER = new Map<string, Dimension | 'education'>([
  ...Object.entries(DIMENSIONS).map(([name, letter]): [string, Dimension] => [letter, name as Dimension]),
  [educationKey('none').slice(0, 1), 'education'],
])

/** Keys of one letter and a value each, under the name of their dimension. What is open is told by `closes`. */
function filterAttributes(keys: readonly string[]): Partial<Record<Dimension | 'education', string[]>> {
  const found: Partial<Record<Dimension | 'education', string[]>> = {}
  for (const key of keys) {
    const name = NAMES_BY_LETTER.get(key.slice(0, 1))
    if (name !== undefined) found[name] = [...(found[name] ?? []), toValue(key.slice(1))]
  }
  return found
}

const ESCAPED = /_([0-9a-f]+)_/g

/** A filter's value as kept: the server folds case and accents, so all but plain characters become their number. */
export function toValue(value: string): string {
  return value.toWellFormed().replace(/[^a-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)
}

/** What `toValue` was given. */
export function fromValue(kept: string): string {
  return kept.replace(ESCAPED, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** Longest value that the server compares whole is 468 bytes. */
const MAX_WORD_BYTES = 400

/**
 * A token as kept. The server decomposes what Unicode lets it (が is か and a mark, and would be found by か), so such
 * characters become their number; what it would cut is kept by its hash.
 */
export function toWord(token: string): string {
  const safe = Array.from(token, (character) =>
    character.normalize('NFKD') === character ? character : `\ue001${character.codePointAt(0)?.toString(16)}\ue002`,
  ).join('')
  return new TextEncoder().encode(safe).length <= MAX_WORD_BYTES ? safe : `\ue003${hashOf(safe)}`
}

/** Folded text as written, without the marks that stand around whole words. */
export function plainWords(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}
