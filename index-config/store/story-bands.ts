/**
 * Fingerprints by which likely copies of a text are found in SQL. The lowest hashes of its word sequences stay the same
 * through another lead-in, credit line or a few edits (bottom-k sketch: Broder 1997), and those of its first words
 * through a cut. They only find whom to compare; `compareStories` decides. Packages for this (MinHash of
 * `bloom-filters`) draw random hash functions that would have to be kept beside the rows; a fixed hash needs none.
 */
import { foldScript } from '../../domain/script.ts'
import { tokensOf, withoutFrame } from '../../domain/story-tokens.ts'
import { hashOf } from './hash.ts'

/** Tokens of a sequence: as many characters of Chinese make no common phrase. */
const SEQUENCE = 8
const HEAD_TOKENS = 96
const HEAD_BANDS = 8
const MOST_TOKENS = 3_000
const WHOLE_BANDS = 16
/** What portals hang on a headline: 【关注】. */
const DECORATION = /[【[（(][^】\]）)]{1,8}[】\]）)]|[\p{P}\p{S}\s]/gu

export interface Fingerprint {
  title: string
  body: string
  url: string
}

/** Different integers; those below zero say alone that two items may be one, of the others it takes two. */
export function bandsOf({ title, body, url }: Fingerprint): number[] {
  const headline = foldScript(title).replace(DECORATION, '')
  const tokens = tokensOf(withoutFrame(foldScript(body))).slice(0, MOST_TOKENS)
  return [
    ...new Set([
      -toBand(`u ${url}`),
      ...(headline === '' ? [] : [-toBand(`t ${headline}`)]),
      ...lowest(tokens.slice(0, HEAD_TOKENS), HEAD_BANDS),
      ...lowest(tokens, WHOLE_BANDS),
    ]),
  ]
}

function lowest(tokens: string[], count: number): number[] {
  const bands = new Set<number>()
  for (let at = 0; at + SEQUENCE <= tokens.length; at++) bands.add(toBand(tokens.slice(at, at + SEQUENCE).join(' ')))
  return [...bands].sort((a, b) => a - b).slice(0, count)
}

/** Always of sixteen digits, so that none can be taken for a telephone number. */
const LEAST_BAND = 2 ** 51

function toBand(text: string): number {
  return LEAST_BAND + Number.parseInt(hashOf(text).slice(0, 12), 16)
}
