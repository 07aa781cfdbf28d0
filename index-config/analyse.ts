/**
 * Text analysis before any engine: what a text is cut into, and what a question asks for. Neighbouring
 * characters of scripts without blanks become overlapping pairs and threes, so that any part of a word is found.
 */
import { fold } from './fold.ts'

/** Kept in `meta` beside the index; an index of another version is rebuilt, never mixed. */
export const ANALYSER_VERSION = 2
export const ANALYSER_VERSION_KEY = 'analyser_version'

/** Longest word kept, in UTF-16 units; SQLite would cut a token somewhere too. */
const MAX_WORD = 64

const PAIRED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`
/** Group 1: a run to be cut into pairs; group 2: a word or number, taken whole. Private use is neither. */
const RUN = new RegExp(`([${PAIRED}]+)|([[\\p{L}\\p{N}\\p{M}]--[${PAIRED}]]+)`, 'gv')

const WORD_CHARACTER = new RegExp(`[[\\p{L}\\p{N}\\p{M}]--[${PAIRED}]]`, 'v')

/** True for what goes on in a word or number, so that a word does not end beside it. */
export function isWordCharacter(character: string): boolean {
  return WORD_CHARACTER.test(character)
}

/** Stands around whole words in the folded text, so that "hr" is not seen in "three". */
const WORD_EDGE = '\u0001'

/** Neighbouring characters of one sort. */
export interface Run {
  text: string
  /** Of a script without blanks, to be cut into pairs; else a word or number. */
  paired: boolean
  /** Offset in the folded text, to tell neighbours from runs with something between. */
  at: number
}

function runsOf(folded: string): Run[] {
  return [...folded.matchAll(RUN)].map((match) => ({
    text: match[0],
    paired: match[1] !== undefined,
    at: match.index,
  }))
}

/** Runs of a folded text; those that touch, as in 3号线, belong to one piece. */
export function piecesOf(folded: string): Run[][] {
  const pieces: Run[][] = []
  let end = -1
  for (const run of runsOf(folded)) {
    if (run.at === end) pieces.at(-1)?.push(run)
    else pieces.push([run])
    end = run.at + run.text.length
  }
  return pieces
}

/**
 * Index tokens of a text, each once: of runs to be cut every pair, every three characters and the last one, of others
 * the whole word, and a joining token where a run of one sort touches one of the other.
 */
export function tokensOf(text: string): string[] {
  const tokens = piecesOf(fold(text)).flatMap((piece) => [...piece.flatMap(runTokens), ...joinsOf(piece)])
  return [...new Set(tokens.map(toToken))]
}

function runTokens({ text, paired }: Run): string[] {
  if (!paired) return [cut(text)]
  const characters = [...text]
  return [...pairsOf(characters), ...threesOf(characters), characters.at(-1) ?? '']
}

/** 高铁G25次: 铁g25, g25次. So a number and a character are found together only where they stand together. */
function joinsOf(piece: readonly Run[]): string[] {
  return piece.slice(1).map((run, at) => endOf(piece[at]) + startOf(run))
}

function endOf(run: Run | undefined): string {
  return run?.paired ? ([...run.text].at(-1) ?? '') : cut(run?.text ?? '')
}

function startOf(run: Run): string {
  return run.paired ? ([...run.text][0] ?? '') : cut(run.text)
}

/** The folded text that is ranked: pieces as they stood, one blank between. */
export function normalOf(text: string): string {
  return piecesOf(fold(text)).map(normalPiece).join(' ')
}

function normalPiece(piece: readonly Run[]): string {
  return piece.map((run) => (run.paired ? run.text : WORD_EDGE + run.text + WORD_EDGE)).join('')
}

/** The folded words of a `normal` as one would write them. */
export function writtenOf(normal: string): string {
  return normal.replaceAll(WORD_EDGE, '')
}

/**
 * Three characters as one token: two pairs would also be met by a text that holds them apart (on pieces of real text one
 * answer in a hundred). The digit keeps them out of the reach of a prefix, and no joining token has so many characters.
 */
function threesOf(characters: readonly string[]): string[] {
  return characters.slice(2).map((character, at) => `3${characters[at]}${characters[at + 1]}${character}`)
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

function cut(word: string): string {
  return word.slice(0, MAX_WORD).toWellFormed()
}

/** Characters that SQLite's unicode61 has known for long and keeps as part of a token. */
const KNOWN = /^[0-9a-zß-öø-ÿа-я\u3041-\u3096\u30a1-\u30fa\u3400-\u4db5\u4e00-\u9fa5]+$/
const OPEN = '\ue001'
const CLOSE = '\ue002'

/**
 * One token for SQLite, whatever it holds. unicode61 splits at characters that its tables do not know as letters
 * (new ideographs, marks, the hyphen of a slug), so all but the well-known ones are written as their number.
 */
export function toToken(text: string): string {
  if (KNOWN.test(text)) return text
  return Array.from(text, (character) =>
    KNOWN.test(character) ? character : `${OPEN}${character.codePointAt(0)?.toString(16)}${CLOSE}`,
  ).join('')
}

/** One way in which a term can be met. */
export interface Alternative {
  /** All must be in the document. */
  tokens: string[]
  /** These too, as the beginning of a token: a single character of a script without blanks. */
  prefixes: string[]
  /** The folded words, for ranking and marking. */
  normal: string
  /** What the asker may have meant (a reading, a word spelled otherwise): never above what was written. */
  guessed?: true
}

/** What a text, or a folded one, asks for: each piece is one, in the order of the text. */
export function alternativesIn(text: string): Alternative[] {
  return piecesOf(fold(text)).map(alternativeOf)
}

function cutsOf(characters: readonly string[]): string[] {
  return characters.length > 2 ? threesOf(characters) : pairsOf(characters)
}

/** A piece as `piecesOf` gives it. */
export function alternativeOf(piece: readonly Run[]): Alternative {
  // What touches another run stands in a joining token already.
  const [only] = piece.length === 1 ? piece : []
  const cuts = piece.flatMap((run) => (run.paired ? cutsOf([...run.text]) : []))
  const words = only === undefined || only.paired ? [] : [cut(only.text)]
  return {
    tokens: [...new Set([...words, ...cuts, ...joinsOf(piece)].map(toToken))],
    prefixes: only?.paired === true && cuts.length === 0 ? [toToken(only.text)] : [],
    normal: normalPiece(piece),
  }
}
