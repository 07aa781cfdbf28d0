/** What is asked of the corpus: texts of three sorts, six filters. The same for every size, made of the corpus's own words. */
import type { ItemQuery } from '../../domain/query.ts'
import { seeded } from '../../index-config/testing.ts'
import { benchItem, POSITION_IDS, RARE_COUNTY, TAIL } from './town.ts'
import { COMMON_WORDS, HEAD_WORDS } from './words.ts'

export const SORTS_OF_TEXT = ['two characters', 'four characters', 'several terms'] as const
export type SortOfText = (typeof SORTS_OF_TEXT)[number]

const EACH = 100
/** Items that texts are cut out of; every corpus begins with as many. */
const LEAST_CORPUS = 10_000

/** So many of the rarer words are of middle frequency. */
const MIDDLE = 2_000

const HEADS = HEAD_WORDS.map(({ word }) => word)

/** One hundred of each sort. */
export function benchTexts(): Record<SortOfText, string[]> {
  const random = seeded(5)
  const below = (limit: number) => Math.floor(random() * limit)
  const some = (values: readonly string[]) => values[below(values.length)] ?? ''
  const common = COMMON_WORDS.filter((word) => word.length === 2)
  const times = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at))
  return {
    'two characters': [
      ...HEADS,
      ...times(30, () => some(common)),
      ...times(EACH - HEADS.length - 30, () => (TAIL[below(MIDDLE)] ?? '').slice(0, 2)),
    ],
    // Two head words that stand together, pieces that lie across words, and rare words.
    'four characters': [
      ...times(60, (at) => (HEADS[at % HEADS.length] ?? '') + (HEADS[(7 * at + 3) % HEADS.length] ?? '')),
      ...times(20, () => span(below(LEAST_CORPUS), random)),
      ...times(20, () => some(TAIL).slice(0, 2) + some(common)),
    ],
    'several terms': [
      ...times(40, () => `${some(HEADS)} ${some(HEADS)}`),
      ...times(30, () => `${some(HEADS)} ${some(common)}`),
      ...times(30, () => `${some(HEADS)} ${some(HEADS)} ${some(common)}`),
    ],
  }
}

function span(index: number, random: () => number): string {
  const pieces = benchItem(index, LEAST_CORPUS)
    .excerpt.split(/[，。]/u)
    .filter((piece) => piece.length >= 8)
  const piece = pieces[Math.floor(random() * pieces.length)] ?? HEADS.join('')
  const at = 1 + Math.floor(random() * (piece.length - 5))
  return piece.slice(at, at + 4)
}

type Filter = Pick<ItemQuery, 'kind' | 'region' | 'position'>

/** By the region codes of town.ts: the first of each level is the one with most items. */
export const FILTERS: Record<string, Filter> = {
  none: {},
  province: { region: '10' },
  'city, jobs': { region: '1001', kind: 'job' },
  'county, jobs': { region: '100101', kind: 'job' },
  'province, jobs, position': { region: '10', kind: 'job', position: POSITION_IDS[0] },
  'rare county': { region: RARE_COUNTY },
}
