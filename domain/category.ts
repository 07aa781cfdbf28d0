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

/** What a text of this kind or type is about even when its title does not say so. */
const IMPLIED: Partial<Record<Kind | ItemType, string>> = {
  job: '招聘',
  volunteer: '志愿',
  story: '志愿',
  policy: '通知',
}

/** A hit in the title outweighs any number in the column, and those any in the lead. */
const WEIGHT = { title: 100, implied: 60, column: 12, lead: 1 }
/** Words deeper in a headline say what it is about; those at its head who speaks. */
const LATE_WORD = 10

type Hits = Map<string, { length: number; last: number }>

const sortedWords = new WeakMap<Town, string[]>()

function wordsOf(town: Town): string[] {
  let words = sortedWords.get(town)
  if (!words) {
    words = [...new Set(town.categories.flatMap((category) => category.words))].filter(Boolean)
    words.sort((a, b) => b.length - a.length)
    sortedWords.set(town, words)
  }
  return words
}

/** Words that stand in the text, longest first and never inside one another: 营商环境 is no 环境. */
function findWords(text: string, words: string[]): Map<string, number> {
  const found = new Map<string, number>()
  const taken: [number, number][] = []
  for (const word of words) {
    const at = text.indexOf(word)
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
    const length = own.reduce((sum, word) => sum + word.length, 0)
    hits.set(category.id, { length, last: Math.max(0, ...own.map((word) => (found.get(word) ?? 0) / text.length)) })
  }
  return hits
}

function scorer(input: CategoryInput, town: Town): (category: Category) => number {
  const [title, column, lead] = [input.title, input.column ?? '', input.body.slice(0, LEAD_LENGTH)].map((text) =>
    hitsOf(text, town),
  )
  return ({ id, words }) => {
    const implied = [input.kind, input.type].some((key) => words.includes(IMPLIED[key] ?? ''))
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
