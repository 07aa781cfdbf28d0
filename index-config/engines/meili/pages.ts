/** One page of an answer: places from the server, items from the database, counts from whoever has them ready. */
import type { Count, Found, ItemQuery } from '../../../domain/query.ts'
import { type Place, toCursor } from '../../cursor.ts'
import { answersFromCounters, countedFacets } from '../../facets.ts'
import type { Terms } from '../../question.ts'
import { RANKED, RANKS } from '../../rank.ts'
import { EVERY_WORD } from '../../settings/meilisearch.ts'
import { COUNTED, type Distribution, facetsOf, totalOf } from './counts.ts'
import { plainWords } from './documents.ts'
import { all, compares, type Filter } from './filter.ts'
import { type Asking, askServer, type MeiliGround } from './ground.ts'
import { type Hit, type Read, readHits, readRanked } from './hits.ts'
import { NEWEST, type NumberSort, type Segment, segmentsOf, sortKey } from './orders.ts'

export interface Question {
  query: ItemQuery
  terms: Terms
  /** Undefined for a first page. */
  from: Place | undefined
  /** Everything that is found, on whatever page. */
  matches: Filter
  now: Date
}

/** So many candidates are ranked together; a page beyond them ranks the next ones. */
const WINDOW = 200
/** Above every place. */
const TOP = 2 ** 52
/** The server reads ten words of a question; the first is the one that every document has. */
const MAX_WORDS = 9
const READ: Record<NumberSort, Read> = { new: 'ids', deadline: 'numbers', pay: 'numbers' }

type Counts = Pick<Found, 'total' | 'facets' | 'facetsExact'>

/** An order that the server keeps: one segment after the other until the page is full, and one more to tell that it is not the last. */
export async function listedPage(ground: MeiliGround, question: Question, sort: NumberSort): Promise<Found> {
  const { query, from, now } = question
  const at = from?.at || secondsOf(now)
  const limit = query.limit + 1
  const segments = segmentsOf(sort, at, from).map((segment): Asking => ({ ...within(question, segment), limit }))
  const { answers, counts } = await askAndCount(ground, question, segments)
  const places = answers.flatMap((answer) => answer.places)
  const rows = await readHits(ground.db, places.slice(0, query.limit), READ[sort])
  const next = (last: Hit) =>
    toCursor(query, { n: last.n, key: sortKey(sort, last, at), top: TOP, at: sort === 'new' ? 0 : at })
  return { ...pageOf(rows, places.length > query.limit, next), ...counts }
}

function within({ matches }: Question, { filter, sort }: Segment): Pick<Asking, 'filter' | 'sort'> {
  return { filter: (filter ? all([matches, filter]) : matches).text, sort }
}

function secondsOf(now: Date): number {
  return Math.floor(now.getTime() / 1000)
}

function pageOf(rows: Hit[], more: boolean, next: (last: Hit) => string): Pick<Found, 'ids' | 'next'> {
  const last = rows.at(-1)
  return { ids: rows.filter(({ shown }) => shown).map(({ id }) => id), ...(more && last && { next: next(last) }) }
}

/**
 * The questions and the counts in one request. Counters that are ready are taken from the database; otherwise the whole
 * match is counted, by the first question where that asks for nothing less.
 */
async function askAndCount(
  ground: MeiliGround,
  { query, matches }: Question,
  questions: Asking[],
): Promise<{ answers: { places: number[] }[]; counts: Counts }> {
  if (answersFromCounters(query)) {
    const [answers, ready] = await Promise.all([askServer(ground, questions), countedFacets(ground.db, query)])
    return { answers, counts: { total: exactly(ready.total), facets: ready.facets, facetsExact: true } }
  }
  const [first] = questions
  const whole = first?.filter === matches.text && first.q === undefined
  const all = whole
    ? questions.map((question, at) => (at === 0 ? { ...question, facets: COUNTED } : question))
    : [...questions, { filter: matches.text, limit: 0, facets: COUNTED }]
  const answers = await askServer(ground, all)
  const counted = answers[whole ? 0 : questions.length]?.counted ?? {}
  return { answers: answers.slice(0, questions.length), counts: countsOf(counted, ground.town.slug) }
}

function countsOf(counted: Distribution, town: string): Counts {
  return { total: exactly(totalOf(counted, town)), facets: facetsOf(counted), facetsExact: true }
}

function exactly(n: number): Count {
  return { n, exact: true }
}

/**
 * By relevance: the server puts forward candidates, a window of them at a time, and rank.ts settles their order. In a
 * cursor `at` tells the window, `top` the newest place that the first page knew.
 */
export async function relevantPage(ground: MeiliGround, question: Question): Promise<Found> {
  const { query, from } = question
  // A cursor of the database's own index holds a time there, and goes on in the first window.
  const start = from !== undefined && from.at < RANKED ? from.at : 0
  const newest: Asking = { filter: question.matches.text, sort: [NEWEST], limit: 1 }
  const { answers, counts } = await askAndCount(ground, question, [newest, windowAt(question, start)])
  const top = from?.top ?? answers[0]?.places[0] ?? 0
  const ranked: Ranked[] = []
  let places = answers[1]?.places ?? []
  for (let offset = start; ; ) {
    ranked.push(...(await rankWindow(ground, question, places, offset)))
    offset += WINDOW
    if (ranked.length > query.limit || places.length < WINDOW || offset >= RANKED) break
    places = (await askServer(ground, [windowAt({ ...question, top }, offset)]))[0]?.places ?? []
  }
  const shown = ranked.slice(0, query.limit)
  const next = shown.at(-1)
  const cursor = next && toCursor(query, { n: next.n, key: next.key, top, at: next.offset })
  return { ids: shown.map(({ id }) => id), ...(ranked.length > query.limit && { next: cursor }), ...counts }
}

function windowAt({ matches, terms, from, top = from?.top }: Question & { top?: number }, offset: number): Asking {
  return {
    q: [EVERY_WORD, ...wordsOf(terms)].join(' '),
    filter: (top === undefined ? matches : all([matches, compares('n', '<=', top)])).text,
    matchingStrategy: 'last',
    sort: [NEWEST],
    offset,
    limit: WINDOW,
  }
}

/** The asker's own words, then as many others of the same meaning as the server reads. */
function wordsOf(terms: Terms): string[] {
  const own = terms.flatMap(([first]) => first?.normal ?? [])
  const others = terms.flatMap((alternatives) => alternatives.slice(1).map(({ normal }) => normal))
  return [...new Set([...own, ...others].map(plainWords))].slice(0, MAX_WORDS)
}

interface Ranked {
  n: number
  id: string
  key: number
  /** Of its window. */
  offset: number
}

/** In the window in which `from` lies, only what comes after it. */
async function rankWindow(
  ground: MeiliGround,
  question: Question,
  places: number[],
  offset: number,
): Promise<Ranked[]> {
  const { terms, from, now } = question
  const rows = (await readRanked(ground.db, places, terms)).filter(({ shown }) => shown)
  const ranked = rows.map((row) => ({ n: row.n, id: row.id, key: RANKS.relevance(row, terms, secondsOf(now)), offset }))
  const after = from !== undefined && (offset === from.at || from.at >= RANKED) ? from : undefined
  return ranked.sort(inOrder).filter((one) => after === undefined || inOrder(one, after) > 0)
}

function inOrder(one: { key: number; n: number }, other: { key: number; n: number }): number {
  return one.key - other.key || other.n - one.n
}
