/** Categories of a text by the town's own words: title first, then the column it stood in, then its lead. */
import type { ItemType, Kind } from './item.ts'
import type { Category, Town } from './town.ts'

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

/** Category that a text of this kind or type belongs to even when its title does not say so, where the town has one. */
const IMPLIED: Partial<Record<Kind | ItemType, string>> = {
  job: 'jobs',
  volunteer: 'volunteer',
  story: 'volunteer',
  policy: 'notice',
}

/** A hit in the title outweighs any number in the column, and those any in the lead. */
const WEIGHT = { title: 100, implied: 60, column: 12, lead: 1 }
/** Words deeper in a headline say what it is about; those at its head who speaks. */
const LATE_WORD = 10

type Hits = Map<string, { length: number; last: number }>

/** A word of Latin letters weighs as much as the usual Han word of two characters, however long it is spelt. */
const LATIN_WEIGHT = 2
const LATIN = /\p{Script=Latin}/u

/** A word as the town writes it, and how it is looked for: whole where it is of letters, anywhere where it is Han. */
interface RuleWord {
  word: string
  folded: string
  isLatin: boolean
}

const sortedWords = new WeakMap<Town, RuleWord[]>()

function wordsOf(town: Town): RuleWord[] {
  let words = sortedWords.get(town)
  if (!words) {
    words = [...new Set(town.categories.flatMap((category) => category.words))]
      .filter(Boolean)
      .map((word) => ({ word, folded: word.toLowerCase(), isLatin: LATIN.test(word) }))
    words.sort((a, b) => b.word.length - a.word.length)
    sortedWords.set(town, words)
  }
  return words
}

/** Where the word stands in the folded text; -1 when it does not. `art` is not in `party`. */
function indexOfWord(text: string, { folded, isLatin }: RuleWord): number {
  for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) {
    const inside = LATIN.test(text[at - 1] ?? '') || LATIN.test(text[at + folded.length] ?? '')
    if (!isLatin || !inside) return at
  }
  return -1
}

/** Words that stand in the text, longest first and never inside one another: 营商环境 is no 环境. */
function findWords(text: string, words: RuleWord[]): Map<string, number> {
  const found = new Map<string, number>()
  const taken: [number, number][] = []
  const folded = text.toLowerCase()
  for (const rule of words) {
    const { word } = rule
    const at = indexOfWord(folded, rule)
    if (at < 0 || taken.some(([from, to]) => at < to && at + word.length > from)) continue
    taken.push([at, at + word.length])
    found.set(word, at)
  }
  return found
}

function hitsOf(text: string, town: Town): Hits {
  const found = text ? findWords(text, wordsOf(town)) : new Map<string, number>()
  const hits: Hits = new Map()
  for (const category of town.categories) {
    const own = category.words.filter((word) => found.has(word))
    const length = own.reduce((sum, word) => sum + (LATIN.test(word) ? LATIN_WEIGHT : word.length), 0)
    hits.set(category.id, { length, last: Math.max(0, ...own.map((word) => (found.get(word) ?? 0) / text.length)) })
  }
  return hits
}

function scorer(input: CategoryInput, town: Town): (category: Category) => number {
  const [title, column, lead] = [input.title, input.column ?? '', input.body.slice(0, LEAD_LENGTH)].map((text) =>
    hitsOf(text, town),
  )
  return ({ id }) => {
    const implied = [input.kind, input.type].some((key) => IMPLIED[key] === id)
    return (
      (title?.get(id)?.length ?? 0) * WEIGHT.title +
      (title?.get(id)?.last ?? 0) * LATE_WORD +
      (implied ? WEIGHT.implied : 0) +
      (column?.get(id)?.length ?? 0) * WEIGHT.column +
      (lead?.get(id)?.length ?? 0) * WEIGHT.lead +
      (input.listCategory === id ? WEIGHT.implied : 0)
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
