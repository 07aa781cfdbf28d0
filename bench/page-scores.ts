/** How well pages are read, field by field, against pages whose fields people have written down. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from '../crawler/reading/article.ts'
import { decodePage } from '../crawler/reading/decode.ts'
import { readList } from '../crawler/reading/list.ts'
import type { Article, Page, ReadList } from '../domain/page.ts'

export interface Entry {
  id: string
  corpus: string
  kind: 'detail' | 'list'
  file: string
  url: string
  urlKnown?: boolean
  fetchedAt?: string
  expected: {
    title?: string
    date?: string
    source?: string
    author?: string
    body?: { file: string }
    images?: string[]
    with?: string[]
    without?: string[]
    items?: { url: string; title: string; date?: string | string[] }[]
    next?: string
  }
}

/** 0 to 1 per field that was written down for the page. */
export interface PageScore {
  id: string
  corpus: string
  fields: Record<string, number>
  /** What was read where the score is not full. */
  misses: Record<string, string>
}

const ZONE = 'Asia/Shanghai'
/** Pages without a day of capture were captured before this. */
const LATEST = '2026-11-22T00:00:00Z'

export function readManifest(folder: string): Entry[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { entries: Entry[] }
  return manifest.entries
}

export function loadPage(folder: string, entry: Entry): Page {
  const fetchedAt = entry.fetchedAt ?? LATEST
  return decodePage({
    url: entry.url,
    status: 200,
    headers: {},
    body: readFileSync(join(folder, entry.file)),
    fetchedAt,
  })
}

export function scorePage(folder: string, entry: Entry): PageScore {
  const page = loadPage(folder, entry)
  const context = { now: new Date(page.fetchedAt), zone: ZONE }
  const score =
    entry.kind === 'list'
      ? scoreList(readList(page, context), entry)
      : scoreArticle(readArticle(page, context), entry, folder)
  return { id: entry.id, corpus: entry.corpus, ...score }
}

type Scored = Pick<PageScore, 'fields' | 'misses'>

function scoreArticle(article: Article, { expected }: Entry, folder: string): Scored {
  const scored: Scored = { fields: {}, misses: {} }
  const put = (field: string, score: number, read: string | undefined) => note(scored, field, score, read)
  if (expected.title !== undefined) put('title', same(article.title, expected.title), article.title)
  if (expected.date !== undefined)
    put('date', same(article.publishedAt?.slice(0, 10), expected.date), article.publishedAt)
  if (expected.source !== undefined) put('source', same(article.source, expected.source), article.source)
  if (expected.author !== undefined) put('author', same(article.author, expected.author), article.author)
  if (expected.images) put('images', setF1(article.images, expected.images), article.images.join(' '))
  if (expected.body) {
    const body = readFileSync(join(folder, expected.body.file), 'utf8')
    put('body', bagF1(shingles(article.body), shingles(body)), `${article.body.length} characters`)
  }
  const text = keyOf(article.body)
  for (const field of ['with', 'without'] as const) {
    const sentences = expected[field]
    if (!sentences) continue
    const wrong = sentences.filter((sentence) => text.includes(keyOf(sentence)) !== (field === 'with'))
    put(field, 1 - wrong.length / sentences.length, wrong.join(' / '))
  }
  return scored
}

function scoreList(list: ReadList, { expected }: Entry): Scored {
  const scored: Scored = { fields: {}, misses: {} }
  const items = expected.items ?? []
  const read = new Map(list.items.map((item) => [item.url, item]))
  const found = items.flatMap((item) => {
    const match = read.get(new URL(item.url).href)
    return match ? [{ item, match }] : []
  })
  const urls = items.map(({ url }) => new URL(url).href)
  note(
    scored,
    'items',
    setF1([...read.keys()], urls),
    `${list.items.length} read, ${found.length} of ${items.length} right`,
  )
  const titles = found.filter(({ item, match }) => same(match.title, item.title) === 1).length
  note(
    scored,
    'titles',
    titles / items.length,
    found.find(({ item, match }) => same(match.title, item.title) < 1)?.match.title,
  )
  const dated = items.filter(({ date }) => date !== undefined)
  if (dated.length > 0) {
    const wrong = found.filter(
      ({ item, match }) => item.date !== undefined && ![item.date].flat().includes(match.date?.slice(0, 10) ?? ''),
    )
    const right = found.filter(({ item }) => item.date !== undefined).length - wrong.length
    note(scored, 'dates', right / dated.length, wrong.map(({ match, item }) => `${match.date} for ${item.date}`)[0])
  }
  if (expected.next !== undefined) note(scored, 'next', list.next === new URL(expected.next).href ? 1 : 0, list.next)
  return scored
}

function note(scored: Scored, field: string, score: number, read: string | undefined): void {
  scored.fields[field] = score
  if (score < 0.97) scored.misses[field] = read ?? '(nothing)'
}

function same(one: string | undefined, other: string): number {
  return one !== undefined && keyOf(one) === keyOf(other) ? 1 : 0
}

/** Letters and digits only, so that quotes and blanks do not count. */
function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Pairs of characters for scripts without blanks between words, runs of four words for others. */
export function shingles(text: string): string[] {
  const plain = text.normalize('NFKC')
  const dense = plain.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0
  if (dense > plain.length * 0.2) {
    const characters = [...plain.replace(/\s+/g, '')]
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  }
  const words = plain.split(/\s+/).filter((word) => word !== '')
  return words.slice(0, Math.max(1, words.length - 3)).map((_, index) => words.slice(index, index + 4).join(' '))
}

/** F1 over multisets; two empty ones are equal. */
export function bagF1(read: string[], wanted: string[]): number {
  if (read.length + wanted.length === 0) return 1
  const left = new Map<string, number>()
  for (const piece of wanted) left.set(piece, (left.get(piece) ?? 0) + 1)
  let hits = 0
  for (const piece of read) {
    const n = left.get(piece) ?? 0
    if (n === 0) continue
    hits += 1
    left.set(piece, n - 1)
  }
  return (2 * hits) / (read.length + wanted.length)
}

function setF1(read: string[], wanted: string[]): number {
  return bagF1([...new Set(read)], [...new Set(wanted)])
}

/** Mean of each field over the pages that have it; corpus '' is all of them. */
export function meansOf(scores: PageScore[]): Map<string, Record<string, { mean: number; pages: number }>> {
  const table = new Map<string, Record<string, { mean: number; pages: number }>>()
  for (const corpus of ['', ...new Set(scores.map((score) => score.corpus))]) {
    const rows = scores.filter((score) => corpus === '' || score.corpus === corpus)
    const fields = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))]
    const means = fields.map((field) => {
      const values = rows.flatMap(({ fields }) => fields[field] ?? [])
      return [
        field,
        { mean: values.reduce((sum, value) => sum + value, 0) / values.length, pages: values.length },
      ] as const
    })
    table.set(corpus, Object.fromEntries(means))
  }
  return table
}
