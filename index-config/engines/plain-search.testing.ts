/** A question answered by looking at every item: what the contract suite compares engines with. */
import { EDUCATION, type Item } from '../../domain/item.ts'
import type { Facets, ItemQuery } from '../../domain/query.ts'
import type { Town } from '../../domain/town.ts'
import { normalOf } from '../analyse.ts'
import { toDocument } from '../document.ts'
import { TEST_NOW } from '../testing.ts'

const pick = <T>(random: () => number, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T

/** Any mix of filters and words that the corpus of `testCorpus` knows. */
export function randomQuery(random: () => number): ItemQuery {
  const maybe = <T>(values: readonly T[], share = 0.3): T | undefined =>
    random() < share ? pick(random, values) : undefined
  return {
    sort: 'new',
    limit: 50,
    kind: maybe(['news', 'job', 'volunteer'] as const, 0.5),
    region: maybe(['99', '9901', '9902', '9903-x', '990101']),
    category: maybe(['health', 'old', 'old-town'], 0.15),
    position: maybe(['5414-guard', 'other'], 0.15),
    source: maybe(['gov', 'library-2'], 0.2),
    stage: maybe(['open', 'interview'] as const, 0.1),
    q: maybe(['志愿', '愿者', '志愿者', '3号线', 'wi-fi', '保安', '菜', '招聘 会计', '館', 'b2', '者协会'], 0.5),
    from: maybe(['2026-10-10', '2026-11-05'], 0.2),
    to: maybe(['2026-11-01', '2026-11-12'], 0.2),
    open: maybe([true], 0.2),
    payMin: maybe([1, 2_300, 5_000], 0.1),
    education: maybe(['senior', 'bachelor'] as const, 0.1),
  }
}

/** The question answered by looking at every item; order is by publication only to the minute. */
export function plainSearch(items: readonly Item[], query: ItemQuery, town: Town): Item[] {
  return items.filter((item) => plainlyFits(item, query, town)).sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1))
}

export function momentOf({ publishedAt }: Item): string {
  return publishedAt.slice(0, 16).padEnd(16, 'T00:00')
}

function plainlyFits(item: Item, query: ItemQuery, town: Town): boolean {
  const document = toDocument(item, town, TEST_NOW)
  if (!document) return false
  const day = item.publishedAt.slice(0, 10)
  const level = item.job?.education
  return (
    (query.kind === undefined || item.kind === query.kind) &&
    (query.region === undefined || regionsOf(item, town).includes(query.region)) &&
    (query.category === undefined || item.categories.includes(query.category)) &&
    (query.position === undefined || item.positions.includes(query.position)) &&
    (query.source === undefined || item.source === query.source) &&
    (query.stage === undefined || item.stage === query.stage) &&
    (query.from === undefined || day >= query.from) &&
    (query.to === undefined || day <= query.to) &&
    (!query.open || document.open) &&
    (query.payMin === undefined || (item.job?.pay?.max ?? -1) >= query.payMin) &&
    (query.education === undefined ||
      (level !== undefined && EDUCATION.indexOf(level) <= EDUCATION.indexOf(query.education))) &&
    (query.q ?? '').split(' ').every((term) => holds(document.text, term, town))
  )
}

function holds(text: string, term: string, town: Town): boolean {
  const group = town.synonyms.find((words) => words.includes(term)) ?? [term]
  return group.some((word) =>
    normalOf(word)
      .split(' ')
      .every((piece) => text.includes(piece)),
  )
}

function regionsOf(item: Item, town: Town): string[] {
  const parentOf = (code: string) => town.regions.find((region) => region.code === code)?.parent
  const chain = (code: string | undefined): string[] => (code === undefined ? [] : [code, ...chain(parentOf(code))])
  return [...new Set(item.regions.flatMap(({ code }) => chain(code)))]
}

export function plainFacets(items: readonly Item[], town: Town): Facets {
  const count = (valuesOf: (item: Item) => (string | undefined)[]) => {
    const counts = new Map<string, number>()
    for (const value of items.flatMap(valuesOf))
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
    const values = [...counts].map(([value, n]) => ({ value, n }))
    return values.sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
  }
  return {
    kind: count(({ kind }) => [kind]),
    region: count((item) => regionsOf(item, town)),
    category: count(({ categories }) => categories),
    position: count(({ positions }) => positions),
    source: count(({ source }) => [source]),
    stage: count(({ stage }) => [stage]),
  }
}
