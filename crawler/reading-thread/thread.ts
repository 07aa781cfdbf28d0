/** The thread: one page in, one article out. */
import { parentPort } from 'node:worker_threads'
import type { Article, Page } from '../../domain/page.ts'
import { readArticle } from '../reading/article.ts'
import type { ReadingContext } from '../reading/document.ts'

export interface Question {
  page: Page
  context: ReadingContext
}

/** An article, or why there is none. */
export interface Answer {
  article?: Article
  problem?: string
}

parentPort?.on('message', ({ page, context }: Question) => {
  const answer: Answer = { article: readArticle(page, context) }
  parentPort?.postMessage(answer)
})
