/**
 * The groups of occupations with the words that titles of postings are known by. A new group is a line of
 * `words/position-names.ts` and its words in the table of a language.
 */
import type { Names } from './town.ts'
import { ENGLISH_POSITION_WORDS } from './words/en-positions.ts'
import { POSITION_NAMES } from './words/position-names.ts'
import type { PositionWords } from './words/position-words.ts'
import { OFFICE_WORDS } from './words/zh-positions-office.ts'
import { SERVICE_WORDS } from './words/zh-positions-service.ts'
import { SKILL_WORDS } from './words/zh-positions-skill.ts'
import { TRADE_WORDS } from './words/zh-positions-trade.ts'

/** A trade says most, then a head such as 维修, then where one works, then 管理员. */
export const TIERS = ['words', 'heads', 'places', 'weak'] as const
export type Tier = (typeof TIERS)[number]

export interface Position extends Record<Tier, string[]> {
  /** `5414-guard`; `other` for what no word fits. */
  id: string
  /** ISCO-08 code, '' for `other`. */
  isco: string
  names: Names
}

const CHINESE: Record<string, PositionWords> = { ...SERVICE_WORDS, ...OFFICE_WORDS, ...TRADE_WORDS, ...SKILL_WORDS }

const list = (text = '', by = ' ') => text.split(by).filter(Boolean)

export const POSITIONS: Position[] = POSITION_NAMES.map(([id, hans, hant, en]) => {
  const { words, heads, places, weak } = CHINESE[id] ?? {}
  return {
    id,
    isco: /^\d+/u.exec(id)?.[0] ?? '',
    names: { 'zh-Hans': hans, 'zh-Hant': hant, en },
    words: [...new Set([...list(words), ...list(ENGLISH_POSITION_WORDS[id], ', ')])],
    heads: list(heads),
    places: list(places),
    weak: list(weak),
  }
})

export const OTHER_POSITION = 'other'
