/**
 * Text analysis before any engine: what a text is cut into, and what a question asks for. Neighbouring
 * characters of scripts without blanks become overlapping pairs, so that any part of a word is found.
 */
import { foldScript } from '../domain/script.ts'
import { QueryError } from './engines/engine.ts'

/** Kept in `meta` beside the index; an index of another version is rebuilt, never mixed. */
export const ANALYSER_VERSION = 1
export const ANALYSER_VERSION_KEY = 'analyser_version'

const MAX_QUERY_CHARACTERS = 64
const MAX_QUERY_TERMS = 8
/** Longest word kept, in UTF-16 units; SQLite would cut a token somewhere too. */
const MAX_WORD = 64
/** Strings looked for a second time; each is a bound parameter, of which D1 allows 100. */
const MAX_CHECKS = 60
const MAX_SYNONYMS = 8

const PAIRED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`
/** Group 1: a run to be cut into pairs; group 2: a word or number, taken whole. Private use is neither. */
const RUN = new RegExp(`([${PAIRED}]+)|([[\\p{L}\\p{N}\\p{M}]--[${PAIRED}]]+)`, 'gv')

/** Stands around whole words in the folded text, so that "hr" is not seen in "three". */
const WORD_EDGE = '\u0001'

/** Private-use characters lead our filter tokens and mark highlights, so page text may not bring its own. */
export function withoutPrivateUse(text: string): string {
  return text.replace(/\p{Co}/gu, '')
}

interface Run {
  text: string
  paired: boolean
  /** Offset in the folded text, to tell neighbours from runs with something between. */
  at: number
}

function foldOf(text: string): string {
  return foldScript(withoutPrivateUse(text.toWellFormed()))
}

function runsOf(folded: string): Run[] {
  return [...folded.matchAll(RUN)].map((match) => ({
    text: match[0],
    paired: match[1] !== undefined,
    at: match.index,
  }))
}

/** Runs that touch, as in 3号线, belong to one piece. */
function piecesOf(folded: string): Run[][] {
  const pieces: Run[][] = []
  let end = -1
  for (const run of runsOf(folded)) {
    if (run.at === end) pieces.at(-1)?.push(run)
    else pieces.push([run])
    end = run.at + run.text.length
  }
  return pieces
}

/** Index tokens of a text: pairs and the last character of each run, words and numbers whole. Each once. */
export function tokensOf(text: string): string[] {
  const tokens = runsOf(foldOf(text)).flatMap((run) => {
    const characters = [...run.text]
    return run.paired ? [...pairsOf(characters), characters.at(-1) ?? ''] : [cut(run.text)]
  })
  return [...new Set(tokens.map(toToken))]
}

/** The folded text in which a term of several tokens is looked for again: pieces as they stood, one blank between. */
export function normalOf(text: string): string {
  return piecesOf(foldOf(text)).map(normalPiece).join(' ')
}

function normalPiece(piece: Run[]): string {
  return piece.map((run) => (run.paired ? run.text : WORD_EDGE + run.text + WORD_EDGE)).join('')
}

function pairsOf(characters: string[]): string[] {
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
  /** Must stand in the folded text; absent where the tokens prove it already. */
  check?: string
  /** The folded words, for ranking and marking. */
  normal: string
}

/** Every term must be met by one of its alternatives. */
export type Terms = Alternative[][]

/** Folded word → folded words of the same meaning, itself first. */
export type Synonyms = ReadonlyMap<string, readonly string[]>

export function toSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const found = new Map<string, string[]>()
  for (const group of groups) {
    const words = group.map(normalOf)
    for (const word of words) {
      found.set(word, [...new Set([word, ...(found.get(word) ?? []), ...words])].slice(0, MAX_SYNONYMS))
    }
  }
  return found
}

/**
 * What a question asks for; undefined when it is blank, an empty list when it holds no letter or digit (which
 * nothing matches). Throws QueryError past 64 characters or 8 terms.
 */
export function matchTerms(q: string, synonyms: Synonyms = new Map()): Terms | undefined {
  const asked = q.trim()
  if (asked === '') return undefined
  if ([...asked].length > MAX_QUERY_CHARACTERS)
    throw new QueryError(`a query has at most ${MAX_QUERY_CHARACTERS} characters`)
  if (asked.split(/\s+/u).length > MAX_QUERY_TERMS) throw new QueryError(`a query has at most ${MAX_QUERY_TERMS} terms`)
  const pieces = new Map(piecesOf(foldOf(asked)).map((piece) => [normalPiece(piece), piece]))
  return withinLimits([...pieces].map(([normal, piece]) => alternativesOf(normal, piece, synonyms)))
}

function alternativesOf(normal: string, piece: Run[], synonyms: Synonyms): Alternative[] {
  const others = (synonyms.get(normal) ?? []).filter((word) => word !== normal)
  return [alternative(normal, piece), ...others.map((word) => alternative(word, runsOf(word)))]
}

function alternative(normal: string, runs: Run[]): Alternative {
  const parts = runs.map((run) => ({ ...run, characters: [...run.text] }))
  const single = parts.filter((part) => part.paired && part.characters.length === 1)
  const others = parts.filter((part) => !single.includes(part))
  const tokens = others.flatMap((part) => (part.paired ? pairsOf(part.characters) : [cut(part.text)]))
  return {
    tokens: [...new Set(tokens.map(toToken))],
    prefixes: [...new Set(single.map((part) => toToken(part.text)))],
    normal,
    ...(tokens.length + single.length > 1 && { check: normal }),
  }
}

/** Synonyms go first when there is too much to look for. */
function withinLimits(terms: Terms): Terms {
  let left = MAX_CHECKS
  return terms.map((alternatives) => {
    const kept = alternatives.filter((one, at) => at === 0 || one.check === undefined || left > terms.length + at)
    left -= kept.filter((one) => one.check !== undefined).length
    return kept
  })
}
