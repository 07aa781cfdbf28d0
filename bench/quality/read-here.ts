/** Answers of the readers called in this process: for tests, and for timing. */
import { readArticle } from '../../crawler/reading/article.ts'
import { readList } from '../../crawler/reading/list.ts'
import type { Article, ReadList } from '../../domain/page.ts'
import { type Entry, loadPage } from './manifest.ts'
import type { Answer } from './score.ts'

const ZONE = 'Asia/Shanghai'
const NOTHING: Answer = {
  title: null,
  publishedAt: null,
  source: null,
  author: null,
  body: '',
  images: [],
  items: [],
  next: null,
  error: null,
}

export function readHere(folder: string, entry: Entry): Answer {
  const page = loadPage(folder, entry)
  const context = { now: new Date(page.fetchedAt), zone: ZONE }
  return entry.kind === 'list' ? fromList(readList(page, context)) : fromArticle(readArticle(page, context))
}

function fromList({ items, next }: ReadList): Answer {
  return {
    ...NOTHING,
    items: items.map(({ url, title, date }) => ({ url, title, date: date ?? null })),
    next: next ?? null,
  }
}

function fromArticle({ title, publishedAt, source, author, body, images }: Article): Answer {
  return {
    ...NOTHING,
    title,
    publishedAt: publishedAt ?? null,
    source: source ?? null,
    author: author ?? null,
    body,
    images,
  }
}
