/** Scores of one page, field by field, against what people wrote down for it. */
import { type Entry, type Expected, expectedBody } from './manifest.ts'
import { bodyF1, keyOf, sameText, setF1, share } from './measures.ts'

/** What `gulou try` answers, as far as it is scored. */
export interface Answer {
  title: string | null
  publishedAt: string | null
  source: string | null
  author: string | null
  body: string
  images: string[]
  items: { url: string; title: string; date: string | null }[]
  next: string | null
  error: string | null
}

export interface PageScore {
  id: string
  corpus: string
  /** 0 to 1 per field that was written down; `given` says whether a day was given at all. */
  fields: Partial<Record<Field, number>>
  /** What was read where the score is not full. */
  misses: Partial<Record<Field, string>>
}

export const FIELDS = [
  'body',
  'plain',
  'title',
  'date',
  'given',
  'source',
  'author',
  'images',
  'with',
  'without',
  'precision',
  'recall',
  'titles',
  'dates',
  'next',
] as const
export type Field = (typeof FIELDS)[number]

/** `plain` is the body as another reader takes it, for comparison. */
export function scorePage(folder: string, entry: Entry, answer: Answer, plain?: string): PageScore {
  const score: PageScore = { id: entry.id, corpus: entry.corpus, fields: {}, misses: {} }
  const put: Put = (field, value, read) => {
    score.fields[field] = value
    if (value < 0.97) score.misses[field] = answer.error ?? read ?? '(nothing)'
  }
  if (entry.kind === 'list') scoreList(answer, entry.expected, put)
  else scoreDetail(answer, entry, put, { wanted: expectedBody(folder, entry), plain })
  return score
}

type Put = (field: Field, value: number, read?: string | null) => void

function scoreDetail(
  answer: Answer,
  { expected }: Entry,
  put: Put,
  { wanted, plain }: { wanted?: string; plain?: string },
): void {
  for (const field of ['title', 'source', 'author'] as const)
    if (expected[field] !== undefined) put(field, sameText(answer[field], expected[field]), answer[field])
  if (expected.date !== undefined) scoreDay(answer.publishedAt, expected.date, put)
  if (expected.images) put('images', setF1(answer.images, expected.images), answer.images.join(' '))
  if (wanted !== undefined) {
    put('body', bodyF1(answer.body, wanted), `${answer.body.length} of ${wanted.length} characters`)
    if (plain !== undefined) put('plain', bodyF1(plain, wanted), `${plain.length} of ${wanted.length} characters`)
  }
  scoreSentences(answer.body, expected, put)
}

function scoreDay(read: string | null, wanted: string, put: Put): void {
  put('date', read?.slice(0, 10) === wanted ? 1 : 0, `${read} for ${wanted}`)
  put('given', read === null ? 0 : 1, `none for ${wanted}`)
}

function scoreSentences(body: string, expected: Expected, put: Put): void {
  const text = keyOf(body)
  for (const field of ['with', 'without'] as const) {
    const sentences = expected[field]
    if (!sentences) continue
    const wrong = sentences.filter((sentence) => text.includes(keyOf(sentence)) !== (field === 'with'))
    put(field, 1 - wrong.length / sentences.length, wrong.join(' / '))
  }
}

function scoreList(answer: Answer, expected: Expected, put: Put): void {
  if (expected.items) scoreItems(answer, expected.items, put)
  if (expected.next !== undefined) put('next', answer.next === new URL(expected.next).href ? 1 : 0, answer.next)
}

function scoreItems(answer: Answer, wanted: NonNullable<Expected['items']>, put: Put): void {
  const read = new Map(answer.items.map((item) => [item.url, item]))
  const pairs = wanted.flatMap((item) => {
    const match = read.get(new URL(item.url).href)
    return match ? [{ item, match }] : []
  })
  const told = `${read.size} read, ${pairs.length} of ${wanted.length} right`
  // Reading nothing is no sharp eye: without items there is no precision to speak of.
  put('precision', read.size === 0 && wanted.length > 0 ? 0 : share(pairs.length, read.size), told)
  put('recall', share(pairs.length, wanted.length), told)
  const titled = pairs.filter(({ item, match }) => sameText(match.title, item.title) === 1)
  put('titles', share(titled.length, wanted.length), pairs.find((pair) => !titled.includes(pair))?.match.title)
  const dated = wanted.filter(({ date }) => date !== undefined)
  if (dated.length === 0) return
  const isRight = (pair: (typeof pairs)[number]) =>
    pair.item.date !== undefined && [pair.item.date].flat().includes(pair.match.date?.slice(0, 10) ?? '')
  const wrong = pairs.find((pair) => pair.item.date !== undefined && !isRight(pair))
  put('dates', pairs.filter(isRight).length / dated.length, wrong && `${wrong.match.date} for ${wrong.item.date}`)
}
