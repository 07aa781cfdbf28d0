/** From what a reader typed to what an engine looks for: every term, in each of the ways in which it can be met. */
import { QUERY_LIMITS } from '../domain/query-string.ts'
import { type Alternative, alternativeOf, alternativesIn, piecesOf, type Run, writtenOf } from './analyse.ts'
import { fold } from './fold.ts'
import type { Synonyms } from './synonyms.ts'

/** Every term must be met by one of its alternatives, of which the first is what was written. */
export type Terms = Alternative[][]

/** What the words of the town are called otherwise. */
interface Lexicon {
  /**
   * For each spelling in Latin letters the folded words that it may stand for, likeliest first, several words with
   * blanks between. Blanks in a spelling stand between syllables.
   */
  wordsRead(latin: readonly string[]): Promise<Map<string, string[]>>
}

export interface Vocabulary {
  synonyms: Synonyms
  lexicon: Lexicon
}

/** Ways in which one term can be met. */
const MAX_ALTERNATIVES = 8
/** Words looked at together: `gang wei`, `security guard`. */
const MAX_TOGETHER = 4

/**
 * Undefined when the question is blank, an empty list when it holds no letter or digit (which nothing matches). Never
 * throws for what was asked: of a longer question the beginning is taken.
 */
export async function readQuestion(q: string | undefined, vocabulary: Vocabulary): Promise<Terms | undefined> {
  const pieces = piecesAsked(q)
  if (pieces === undefined) return undefined
  const latin = latinIn(pieces)
  const readings = latin.length === 0 ? new Map() : await vocabulary.lexicon.wordsRead(latin)
  return termsOf(pieces, vocabulary.synonyms, readings)
}

/** The same without the lexicon: no readings, no corrections. */
export function plainTerms(q: string | undefined, synonyms: Synonyms = new Map()): Terms | undefined {
  const pieces = piecesAsked(q)
  return pieces && termsOf(pieces, synonyms, new Map())
}

type Piece = readonly Run[]

function piecesAsked(q: string | undefined): Piece[] | undefined {
  const asked = q?.trim() ?? ''
  return asked === '' ? undefined : piecesOf(shortened(asked)).slice(0, QUERY_LIMITS.terms)
}

/** A word that the end would cut in two is left out, unless it is all there is. */
function shortened(asked: string): string {
  // Folding the whole of a very long text would cost more than the search.
  const folded = [...fold(asked.slice(0, 20 * QUERY_LIMITS.characters))]
  const kept = folded.slice(0, QUERY_LIMITS.characters).join('')
  const cutInTwo =
    folded.length > QUERY_LIMITS.characters &&
    /[a-z0-9]$/.test(kept) &&
    /[a-z0-9]/.test(folded[QUERY_LIMITS.characters] ?? '')
  return (cutInTwo && kept.replace(/[a-z0-9]+$/, '').trim()) || kept
}

const LATIN = /^\p{Script=Latin}[\p{Script=Latin}\p{M}]*$/u
const isLatin = ({ text }: Run) => LATIN.test(text)

/** Spellings to be looked up: Latin words of two letters and more, and neighbours that may be syllables of one word. */
function latinIn(pieces: readonly Piece[]): string[] {
  const single = pieces.flatMap((piece) => piece.filter((run) => isLatin(run) && run.text.length > 1))
  const together = pieces.flatMap((_, from) => groupsFrom(pieces, from).flatMap((group) => syllablesOf(group) ?? []))
  return [...new Set([...single.map(({ text }) => text), ...together])]
}

/** Two and more neighbours, most first. */
function groupsFrom(pieces: readonly Piece[], from: number): Piece[][] {
  const most = Math.min(MAX_TOGETHER, pieces.length - from)
  return Array.from({ length: Math.max(0, most - 1) }, (_, less) => pieces.slice(from, from + most - less))
}

/** `gang wei`; undefined when there is more than Latin words. */
function syllablesOf(group: readonly Piece[]): string | undefined {
  const latin = group.every((piece) => piece.length === 1 && piece.every(isLatin))
  return latin ? group.map(([run]) => run?.text).join(' ') : undefined
}

type Readings = ReadonlyMap<string, readonly string[]>

function termsOf(pieces: readonly Piece[], synonyms: Synonyms, readings: Readings): Terms {
  const terms = new Map<string, Alternative[]>()
  for (let at = 0; at < pieces.length; ) {
    const group = groupsFrom(pieces, at).find((some) => belongTogether(some, synonyms, readings))
    const asked = group ?? pieces.slice(at, at + 1)
    const own = allOf(asked.map(alternativeOf))
    terms.set(own.normal, alternativesOf(own, asked, synonyms, readings))
    at += asked.length
  }
  return [...terms.values()]
}

function belongTogether(group: readonly Piece[], synonyms: Synonyms, readings: Readings): boolean {
  if (synonyms.has(group.map((piece) => alternativeOf(piece).normal).join(' '))) return true
  const whole = readings.get(syllablesOf(group) ?? '') ?? []
  return whole.length > 0 && group.some(([run]) => (readings.get(run?.text ?? '') ?? []).length === 0)
}

function alternativesOf(
  own: Alternative,
  pieces: readonly Piece[],
  synonyms: Synonyms,
  readings: Readings,
): Alternative[] {
  const same = (synonyms.get(own.normal) ?? []).map(writtenOf).map(together)
  const guessed = readAs(pieces, readings).map((words): Alternative => ({ ...together(words), guessed: true }))
  const all = new Map([own, ...same, ...guessed].reverse().map((one) => [one.normal, one]))
  return [...all.values()].reverse().slice(0, MAX_ALTERNATIVES)
}

/** The words with each Latin spelling replaced by what it may stand for. */
function readAs(pieces: readonly Piece[], readings: Readings): string[] {
  const [piece, ...others] = pieces
  if (piece === undefined || others.length > 0) return [...(readings.get(syllablesOf(pieces) ?? '') ?? [])]
  if (!piece.some(({ text }) => readings.get(text)?.length)) return []
  return piece.reduce<string[]>(
    (ways, { text }) => {
      const read = readings.get(text) ?? []
      const next = read.length === 0 ? [text] : read.map((word) => ` ${word} `)
      return ways.flatMap((way) => next.map((word) => way + word)).slice(0, MAX_ALTERNATIVES)
    },
    [''],
  )
}

/** Several words as one alternative. */
function together(words: string): Alternative {
  return allOf(alternativesIn(words))
}

function allOf(parts: readonly Alternative[]): Alternative {
  return {
    tokens: [...new Set(parts.flatMap(({ tokens }) => tokens))],
    prefixes: [...new Set(parts.flatMap(({ prefixes }) => prefixes))],
    normal: parts.map(({ normal }) => normal).join(' '),
  }
}
