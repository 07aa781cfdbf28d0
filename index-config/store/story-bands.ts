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

/** The words of a text as they are compared, in order. */
function wordsOf(body: string): string[] {
  return tokensOf(withoutFrame(foldScript(body))).slice(0, MOST_TOKENS)
}

/** Different integers; those below zero say alone that two items may be one, of the others it takes two. */
export function bandsOf({ title, body, url }: Fingerprint): number[] {
  const headline = foldScript(title).replace(DECORATION, '')
  const tokens = wordsOf(body)
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
  const bands = [...sequencesOf(tokens, SEQUENCE)].map(toBand)
  return [...new Set(bands)].sort((a, b) => a - b).slice(0, count)
}

function sequencesOf(tokens: string[], length: number): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + length <= tokens.length; at++) found.add(tokens.slice(at, at + length).join(' '))
  return found
}

const SHORT_SEQUENCE = 4
/** Texts of fewer sequences are compared by their headlines. */
const FEW = 24
/** A copy with the most changes of words that still counts as one keeps more than half. */
const LEAST_COMMON = 0.4

/**
 * Whether the shorter of two texts may stand in the other: a look in linear time, since to compare two long texts that
 * merely begin alike word by word takes a hundred times as long. For one text against many.
 */
export function likenessTo(body: string): (other: string) => boolean {
  const own = sequencesOf(wordsOf(body), SHORT_SEQUENCE)
  return (other) => {
    const theirs = sequencesOf(wordsOf(other), SHORT_SEQUENCE)
    const least = Math.min(own.size, theirs.size)
    const common = [...theirs].filter((sequence) => own.has(sequence)).length
    return least < FEW || common >= least * LEAST_COMMON
  }
}

/** Always of sixteen digits, so that none can be taken for a telephone number. */
const LEAST_BAND = 2 ** 51

function toBand(text: string): number {
  return LEAST_BAND + Number.parseInt(hashOf(text).slice(0, 12), 16)
}
