/** Rows of the lexicon: a word under everything that a reader may type for it. */
import { fold } from './fold.ts'
import type { Readings } from './pinyin.ts'
import { mistakeKeys } from './typing.ts'

/** Meanings in `0004_lexicon.sql`. */
type Way = 'w' | 'p' | 'i' | 'd'
type How = Way | `${'n' | 'e'}${Way}`
export type LexiconRow = [
  how: How,
  key: string,
  rank: number,
  what: string,
  value: string,
  word: string,
  spelled: string,
]

/** Lower stands first among words that are typed alike. */
export const RANKS = { trade: 0, place: 1, name: 2, occupation: 3, employer: 4, headline: 5 } as const

/** First letters say so little that they stand only for what many look for. */
const BY_INITIALS: readonly number[] = [RANKS.trade, RANKS.place, RANKS.name, RANKS.employer]

export interface LexiconWord {
  /** As written. */
  text: string
  rank: number
  /** What it chooses; a mere word chooses nothing. */
  what?: 'position' | 'region' | 'category' | 'employer'
  value?: string
  /** As the town itself spells it: Datong. */
  pinyin?: string
}

/** A key is not longer; nobody types more of a name. */
const MAX_KEY = 48
const LATIN_WORD = /^[a-z]{4,32}$/
const HAN = /\p{Script=Han}/u
const SPELLED = /^[a-z0-9 ]+$/

/** Without `read` words stand under their own characters only. */
export function rowsOf(word: LexiconWord, read: Readings | undefined): LexiconRow[] {
  const folded = fold(word.text).replace(/\s+/gu, ' ').trim().slice(0, MAX_KEY).toWellFormed()
  if (folded === '') return []
  const { rank, what = '', value = '' } = word
  const ways: KeyRow[] = [['w', folded, ''], ...spelledKeys(word, folded, read)]
  const chosen = ways.map(([way, key, spelled]): LexiconRow => {
    const how: How = what === 'employer' ? `e${way}` : `n${way}`
    return [how, key.slice(0, MAX_KEY), rank, what, value, folded, spelled]
  })
  if (what === 'employer') return chosen
  const mistakes = LATIN_WORD.test(folded) ? mistakeKeys(folded).map((key): KeyRow => ['d', key, '']) : []
  const words = [...ways, ...mistakes].map(
    ([way, key, spelled]): LexiconRow => [way, key.slice(0, MAX_KEY), rank, '', '', folded, spelled],
  )
  return what === '' ? words : [...words, ...chosen]
}

type KeyRow = [way: Way, key: string, spelled: string]

function spelledKeys({ pinyin, rank }: LexiconWord, folded: string, read: Readings | undefined): KeyRow[] {
  if (!HAN.test(folded) || [...folded].length < 2) return []
  const own = pinyin === undefined ? '' : spelledBy(pinyin).replaceAll(' ', '')
  const spelled = read?.(folded).join(' ').trim() ?? ''
  const syllables = SPELLED.test(spelled) ? spelled.split(' ').filter(Boolean) : []
  const whole = syllables.join('')
  // Keyboards take both lve and lue.
  const keys = new Set([whole, whole.replace(/([ln])ve/g, '$1ue'), own].filter(Boolean))
  const initials = syllables.map((one) => one[0]).join('')
  return [
    ...Array.from(keys, (key): KeyRow => ['p', key, key === own && key !== whole ? own : spelled]),
    ...(initials !== '' && BY_INITIALS.includes(rank) ? [['i', initials, spelled] satisfies KeyRow] : []),
  ]
}

/** Latin letters as they are typed: no marks, ü as v. */
export function spelledBy(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
