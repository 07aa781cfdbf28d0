/** The one place that says what is indexed of an item. */
import type { Item } from '../domain/item.ts'
import type { Town } from '../domain/town.ts'
import { normalOf, tokensOf } from './analyse.ts'
import { CLOSED_KEY, DIMENSIONS, educationKey, OPEN_KEY, payKey, TYPE_LETTER } from './filter-tokens.ts'
import { closingOf, deadlineOf, monthlyPay } from './open.ts'

export interface IndexDocument {
  id: string
  /** Keys of filters, as `filterToken` takes them: a letter and a value each. */
  filters: string[]
  /** Tokens of the text. */
  words: string[]
  /** Folded text, title on the first line. */
  text: string
  /** What facets count: `*`, then a dimension's letter and a value each. */
  keys: string[]
  open: boolean
  /** Epoch seconds. */
  closes?: number
  deadline?: number
  /** Upper figure a month in the town's currency. */
  payMax?: number
  employer?: string
  /** Where the work is, as the source writes it. */
  place?: string
  headcount?: number
}

/** Undefined for what must not be found: gone and held items. `at` decides what is open. */
export function toDocument(item: Item, town: Town, at: Date): IndexDocument | undefined {
  if (item.state !== 'shown') return undefined
  const closes = closingOf(item, town.timeZone)
  const open = closes !== undefined && closes * 1000 > at.getTime()
  const payMax = monthlyPay(item.job?.pay, town.currency)
  const keys = keysOf(item, town)
  const text = textOf(item)
  return {
    id: item.id,
    filters: filterKeys(item, keys, open, payMax),
    words: tokensOf(text.join('\n')),
    text: text.map(normalOf).join('\n'),
    keys: ['*', ...keys, ...(open ? [OPEN_KEY] : [])],
    open,
    closes,
    deadline: deadlineOf(item, town.timeZone),
    payMax,
    employer: item.job?.employer,
    place: item.job?.place,
    headcount: item.job?.headcount,
  }
}

function filterKeys(item: Item, keys: string[], open: boolean, payMax: number | undefined): string[] {
  const { education } = item.job ?? {}
  return [
    ...keys,
    TYPE_LETTER + item.type,
    open ? OPEN_KEY : CLOSED_KEY,
    ...(education ? [educationKey(education)] : []),
    ...(payMax !== undefined && payMax > 0 ? [payKey(payMax)] : []),
  ]
}

function keysOf(item: Item, town: Town): string[] {
  const positions = [...item.positions, ...(item.job?.position ? [item.job.position] : [])]
  const keys = [
    DIMENSIONS.kind + item.kind,
    DIMENSIONS.source + item.source,
    ...withParents(
      item.regions.map(({ code }) => code),
      town,
    ).map((code) => DIMENSIONS.region + code),
    ...item.categories.map((id) => DIMENSIONS.category + id),
    ...positions.map((id) => DIMENSIONS.position + id),
    ...(item.stage ? [DIMENSIONS.stage + item.stage] : []),
  ]
  return [...new Set(keys)]
}

/** A list of people is found by its headline alone (personal data). A position also by who offers it and where. */
function textOf(item: Item): string[] {
  if (item.type === 'names') return [item.title]
  const { job, volunteer } = item
  const more = [job?.title, job?.employer, job?.department, job?.place, volunteer?.organizer, volunteer?.place]
  const said = [item.excerpt, ...more].filter((text) => text !== undefined && text !== '' && text !== item.title)
  return [item.title, ...new Set(said)] as string[]
}

/** The codes and every region they lie in. */
function withParents(codes: string[], town: Town): string[] {
  const parents = parentsOf(town)
  const found = new Set<string>()
  for (const code of codes) {
    for (let at: string | undefined = code; at !== undefined && !found.has(at); at = parents.get(at)) found.add(at)
  }
  return [...found]
}

const knownParents = new WeakMap<Town, Map<string, string | undefined>>()
function parentsOf(town: Town): Map<string, string | undefined> {
  const known = knownParents.get(town)
  if (known) return known
  const parents = new Map(town.regions.map(({ code, parent }) => [code, parent]))
  knownParents.set(town, parents)
  return parents
}
