/** What the search server is told about an index, as data. Applied by `gulou index apply`, compared by `gulou index diff`. */
import type { Settings } from 'meilisearch'

/** In every document, so that a question of which no word is found still keeps every match. */
export const EVERY_WORD = 'zzgulouzz'

/** Matched by equality alone: no order among values, no search inside them. */
const EQUAL = ['town', 'g', 'kind', 'region', 'category', 'position', 'source', 'stage', 'education'] as const
/** Compared as numbers. */
const COMPARED = ['n', 'closes', 'deadline', 'payMax', 'analyser'] as const
/** Read to rank by, and only that. */
const RANKED = ['title', 'excerpt', 'every'] as const

/** What a filter may name. */
export type Attribute = (typeof EQUAL)[number] | (typeof COMPARED)[number]
export type SearchedAttribute = (typeof RANKED)[number]

/** Every setting that is not the server's default, each with the reason why. */
export const MEILI_SETTINGS_WITH_REASONS = {
  displayedAttributes: {
    value: ['id'],
    reason: 'Rows, pins, corrections and takedowns come from the database, so an answer needs nothing but ids.',
  },
  searchableAttributes: {
    value: [...RANKED],
    reason:
      'Words only rank; the headline counts before the rest, and the last holds the word that all documents share.',
  },
  filterableAttributes: {
    value: [
      {
        attributePatterns: [...EQUAL],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
      {
        attributePatterns: [...COMPARED],
        features: { facetSearch: false, filter: { equality: true, comparison: true } },
      },
    ],
    reason:
      'Pairs of characters as an array decide what matches: complete for any part of a word, without a limit of ten words, and small batches stay cheap.',
  },
  sortableAttributes: {
    value: ['deadline', 'n', 'payMax'],
    reason: 'The orders that a reader can ask for; n follows the date.',
  },
  rankingRules: {
    value: ['words', 'typo', 'attributeRank', 'sort', 'wordPosition', 'proximity', 'exactness'],
    reason:
      'More words, then the headline, then the newest: candidates are ranked once more by the rules of both engines.',
  },
  prefixSearch: {
    value: 'disabled',
    reason: 'Nothing is searched by beginnings of words, and their list is what makes small batches slow.',
  },
  proximityPrecision: {
    value: 'byAttribute',
    reason: 'Distances between words are not worth the time they cost at indexing, since rank is settled afterwards.',
  },
  facetSearch: { value: false, reason: 'Values of filters are never searched for; their index would be dead weight.' },
  faceting: {
    value: { maxValuesPerFacet: 20_000, sortFacetValuesBy: { '*': 'alpha' } },
    reason: 'A count left out is a count that lies: more values than any town has.',
  },
  pagination: {
    value: { maxTotalHits: 4_000 },
    reason: 'As many candidates as are ranked; lists by date go on by place and know no end.',
  },
  typoTolerance: {
    value: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnWords: [EVERY_WORD],
      disableOnAttributes: ['every'],
      disableOnNumbers: true,
    },
    reason: 'A slip in a Latin word still ranks; 2025 is no slip of 2026.',
  },
} as const satisfies { [Name in keyof Settings]: { value: unknown; reason: string } }

export type SettingName = keyof typeof MEILI_SETTINGS_WITH_REASONS
export const SETTING_NAMES = Object.keys(MEILI_SETTINGS_WITH_REASONS) as SettingName[]
