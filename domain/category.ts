/** Categories of a text by the town's own words: title first, then the column it stood in, then its lead. */
import type { ItemType, Kind } from './item.ts'
import type { Category, Town } from './town.ts'
import { wordsFor } from './words/languages.ts'

interface CategoryInput {
  title: string
  body: string
  kind: Kind
  type: ItemType
  column?: string
  /** The category that the operator gave to the whole list; leads when the title says nothing. */
  listCategory?: string
}

/** An item has at most this many. */
const MOST_CATEGORIES = 3
const LEAD_LENGTH = 80
/** No headline is longer; what pretends to be one is a text. */
const LONGEST_TITLE = 200

/**
 * Category that a text of this kind or type belongs to, where the town has one, and what that weighs: whoever
 * hires, a posting is one first; a deed is mostly one of volunteers; a rule's subject comes before its being one.
 */
const IMPLIED: Partial<Record<Kind | ItemType, { id: string; weight: number }>> = {
  job: { id: 'jobs', weight: 5000 },
  volunteer: { id: 'volunteer', weight: 5000 },
  story: { id: 'volunteer', weight: 300 },
  policy: { id: 'notice', weight: 60 },
}

/** A hit in the title outweighs any number in the column, and those any in the lead. */
const WEIGHT = { title: 100, list: 60, column: 12, lead: 1 }
/** Words deeper in a headline say what it is about; those at its head who speaks. */
const LATE_WORD = 10

type Hits = Map<string, { length: number; last: number }>

/** One Han character says little: it decides only where nothing longer does. */
const SINGLE_WEIGHT = 0.2
/** A word of Latin letters weighs as much as the usual Han word of two characters, however long it is spelt. */
const LATIN_WEIGHT = 2
const LATIN = /\p{Script=Latin}/u

/** A word as the town writes it, and how it is looked for: whole where it is of letters, anywhere where it is Han. */
interface RuleWord {
  word: string
  folded: string
  isLatin: boolean
}

/** First character → words. */
type Lexicon = Map<string, RuleWord[]>

const lexicons = new WeakMap<Town, Lexicon>()

function lexiconOf(town: Town): Lexicon {
  let lexicon = lexicons.get(town)
  if (!lexicon) {
    lexicon = new Map()
    for (const word of new Set(town.categories.flatMap(({ words }) => words))) {
      const folded = word.toLowerCase()
      const first = folded[0]
      if (first) lexicon.set(first, [...(lexicon.get(first) ?? []), { word, folded, isLatin: LATIN.test(word) }])
    }
    lexicons.set(town, lexicon)
  }
  return lexicon
}

/** `art` is not in `party`. */
function standsAt(text: string, at: number, { folded, isLatin }: RuleWord): boolean {
  if (!text.startsWith(folded, at)) return false
  return !isLatin || !(LATIN.test(text[at - 1] ?? '') || LATIN.test(text[at + folded.length] ?? ''))
}

/** Where words stand in the text, longest first and never inside one another: 营商环境 is no 环境. */
function findWords(text: string, lexicon: Lexicon): Map<string, number> {
  const folded = text.toLowerCase()
  const hits: { rule: RuleWord; at: number }[] = []
  for (let at = 0; at < folded.length; at += 1) {
    for (const rule of lexicon.get(folded[at] ?? '') ?? []) if (standsAt(folded, at, rule)) hits.push({ rule, at })
  }
  hits.sort((a, b) => b.rule.folded.length - a.rule.folded.length)
  const found = new Map<string, number>()
  const taken = new Set<number>()
  for (const { rule, at } of hits) {
    const places = Array.from(rule.folded, (_, offset) => at + offset)
    if (found.has(rule.word) || places.some((place) => taken.has(place))) continue
    for (const place of places) taken.add(place)
    found.set(rule.word, at)
  }
  return found
}

function weightOf(word: string): number {
  if (LATIN.test(word)) return LATIN_WEIGHT
  return word.length === 1 ? SINGLE_WEIGHT : word.length
}

function hitsOf(text: string, town: Town): Hits {
  const found = findWords(text, lexiconOf(town))
  const hits: Hits = new Map()
  for (const category of town.categories) {
    const own = category.words.filter((word) => found.has(word))
    const length = own.reduce((sum, word) => sum + weightOf(word), 0)
    hits.set(category.id, { length, last: Math.max(0, ...own.map((word) => (found.get(word) ?? 0) / text.length)) })
  }
  return hits
}

/** The title without the places that its subject is carried to, unless it says nothing else. */
function subjectOf(title: string, town: Town): Hits {
  const whole = hitsOf(title, town)
  const { venue } = wordsFor(title, '', town.languages).category
  const rest = title.replace(venue, '')
  if (rest === title) return whole
  const subject = hitsOf(rest, town)
  return [...subject.values()].some(({ length }) => length > 0) ? subject : whole
}

function scorer(input: CategoryInput, town: Town): (category: Category) => number {
  const title = subjectOf(input.title.slice(0, LONGEST_TITLE), town)
  const column = hitsOf((input.column ?? '').slice(0, LONGEST_TITLE), town)
  const lead = hitsOf(input.body.slice(0, LEAD_LENGTH), town)
  return ({ id }) => {
    const implied = [IMPLIED[input.kind], IMPLIED[input.type]].find((each) => each?.id === id)
    return (
      (title.get(id)?.length ?? 0) * WEIGHT.title +
      (title.get(id)?.last ?? 0) * LATE_WORD +
      (implied?.weight ?? 0) +
      (column.get(id)?.length ?? 0) * WEIGHT.column +
      (lead.get(id)?.length ?? 0) * WEIGHT.lead +
      (input.listCategory === id ? WEIGHT.list : 0)
    )
  }
}

/** Lead words alone bring one category; more would be noise. */
const LEAST_OF_SECOND = WEIGHT.column

/** Ids of the town's categories, surest first; the town's order breaks ties. */
export function findCategories(input: CategoryInput, town: Town): string[] {
  const scoreOf = scorer(input, town)
  const scored = town.categories
    .map((category) => ({ id: category.id, score: scoreOf(category) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return scored
    .filter(({ score }, at) => at === 0 || score >= LEAST_OF_SECOND)
    .slice(0, MOST_CATEGORIES)
    .map(({ id }) => id)
}
