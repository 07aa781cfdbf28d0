/**
 * Finds signals in running text, by the words of one language: what raises one, in which words, and whether those
 * around it take it back. A denial (不收取任何费用, 男女不限) raises none.
 */
import { sentencesOf } from './text.ts'
import { type FlagWords, SIGNALS, type Signal } from './words/flag-words.ts'

/** How a signal is judged, beyond its words. */
interface Manner {
  /** What takes it back is looked for in the whole sentence. */
  wide?: boolean
  /** What a worker does with other people's money raises none. */
  duty?: boolean
  /** What an examination costs is no fee of an agent, and a public body's own call asks nothing else. */
  exam?: boolean
}

const MANNERS: Partial<Record<Signal, Manner>> = {
  fee: { duty: true, exam: true },
  deposit: { duty: true },
  'training-loan': { duty: true },
  rebate: { duty: true },
  'chat-only': { wide: true },
  birth: { wide: true, duty: true },
  'hepatitis-b': { wide: true },
}

/** Long clauses are quoted around the words found. */
const LONGEST_QUOTE = 80

/** A tab ends a cell, a full stop with a capital behind it an English sentence. */
const PIECE_END = /\t|\.\s+(?=[A-Z])/u

/** Sentences, and cells of one row beside each other: what stands in one says nothing about the next. */
export const piecesOf = (text: string): string[] =>
  sentencesOf(text).flatMap((sentence) => sentence.split(PIECE_END).flatMap((piece) => piece.trim() || []))

function quote(piece: string, at: number, length: number): string {
  if (piece.length <= LONGEST_QUOTE) return piece
  const from = Math.max(0, at - Math.floor((LONGEST_QUOTE - length) / 2))
  return piece.slice(from, from + LONGEST_QUOTE)
}

const CLAUSE_END = /[，,（）()]/gu

/** The words around a match that may take it away: its own clause, and neighbours that belong to it. */
function scopeOf(piece: string, start: number, end: number, { goesOn, speaksBack }: FlagWords): string {
  const bounds = [0, ...[...piece.matchAll(CLAUSE_END)].map((stop) => stop.index + 1), piece.length]
  let first = bounds.findLastIndex((bound) => bound <= start)
  let last = bounds.findIndex((bound) => bound >= end && bound > 0)
  if (first > 0 && goesOn.test(piece.slice(bounds[first]))) first -= 1
  if (last < bounds.length - 1 && speaksBack.test(piece.slice(bounds[last]))) last += 1
  return piece.slice(bounds[first], bounds[last])
}

/** Pieces in one string, so that a rule walks it once; no rule reaches over the stop between them. */
interface Told {
  text: string
  pieces: { text: string; start: number }[]
}

const STOP = '。'

function tell(pieces: string[]): Told {
  let start = 0
  const placed = pieces.map((text) => {
    const piece = { text, start }
    start += text.length + STOP.length
    return piece
  })
  return { text: pieces.join(STOP), pieces: placed }
}

/** The first words that raise the signal and are not taken back. */
function findSignal({ text, pieces }: Told, id: Signal, words: FlagWords, official: boolean): string | undefined {
  let at = 0
  for (const match of text.matchAll(words.says[id])) {
    while ((pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= match.index + 1) at += 1
    const { text: piece, start } = pieces[at] ?? { text, start: 0 }
    const from = Math.max(0, match.index - start)
    if (stands(piece, from, match[0], id, words, official)) return quote(piece, from, match[0].length)
  }
  return undefined
}

function stands(piece: string, from: number, said: string, id: Signal, words: FlagWords, official: boolean): boolean {
  if (words.warns.test(piece)) return false
  const { wide, duty, exam } = MANNERS[id] ?? {}
  const scope = scopeOf(piece, from, from + said.length, words)
  if (words.unless[id]?.test(wide ? piece : scope) || (duty && words.duty.test(scope))) return false
  return !(exam && (official || words.examFee.test(said)))
}

/** Every signal that the pieces raise, in the order in which signals are told. */
export function findSignals(pieces: string[], words: FlagWords, official: boolean): { id: Signal; raw: string }[] {
  const told = tell(pieces)
  return SIGNALS.flatMap((id) => {
    const raw = findSignal(told, id, words, official)
    return raw === undefined ? [] : [{ id, raw }]
  })
}
