/**
 * Articles of systems that are known are read where they are asked for; any other page goes to one thread, which can be
 * killed: reading by density takes tens of milliseconds of a usual page, and nobody knows how many of a hostile one.
 */
import { Worker } from 'node:worker_threads'
import type { Article, Page } from '../../domain/page.ts'
import { readKnownArticle } from '../reading/article.ts'
import type { ReadingContext } from '../reading/document.ts'
import type { Answer, Question } from './thread.ts'

/** Beside this file in the sources, beside the command line once built. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './reading-thread.js', import.meta.url)
const KILL_AFTER_MS = 10_000
const HEAP_MB = 512

/** The page is more than can be read; trying again gives the same. */
export class UnreadablePage extends Error {
  override name = 'UnreadablePage'
}

export interface ReadingThread {
  /** Rejects with UnreadablePage when the page takes more than ten seconds or all the memory of the thread. */
  readArticle(page: Page, context: ReadingContext): Promise<Article>
  /** What is being read is given up. */
  close(): Promise<void>
}

export interface ReadingThreadOptions {
  killAfterMs?: number
  thread?: URL
}

/** The thread starts with the first page that needs it, and keeps no process alive while it has nothing to do. */
export function createReadingThread({
  killAfterMs = KILL_AFTER_MS,
  thread = THREAD,
}: ReadingThreadOptions = {}): ReadingThread {
  let worker: Worker | undefined
  /** One page at a time, so that the clock of a page runs only while it is read. */
  let turn: Promise<unknown> = Promise.resolve()
  const end = async () => {
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  const read = async (question: Question): Promise<Article> => {
    worker ??= start(thread, (dead) => {
      if (worker === dead) worker = undefined
    })
    const { article, problem } = await ask(worker, question, killAfterMs)
    if (article) return article
    await end()
    throw new UnreadablePage(problem)
  }
  return {
    async readArticle(page, context) {
      const known = readKnownArticle(page, context)
      if (known) return known
      const mine = turn.then(() => read({ page, context }))
      turn = mine.catch(() => undefined)
      return mine
    },
    close: end,
  }
}

/** One that dies while it has nothing to do is only forgotten: what happened is said to whoever waits for an answer. */
function start(thread: URL, onEnd: (dead: Worker) => void): Worker {
  const worker = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, stdout: true, stderr: true })
  worker.on('error', () => onEnd(worker))
  worker.on('exit', () => onEnd(worker))
  worker.unref()
  return worker
}

function ask(worker: Worker, question: Question, killAfterMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer)
      worker.off('message', settle).off('error', onError).off('exit', onExit)
      worker.unref()
      resolve(answer)
    }
    const onError = (error: Error) => settle({ problem: error.message })
    const onExit = () => settle({ problem: 'the reader ended without an answer' })
    const timer = setTimeout(() => settle({ problem: `reading took longer than ${killAfterMs} ms` }), killAfterMs)
    worker.ref()
    worker.on('message', settle).on('error', onError).on('exit', onExit)
    worker.postMessage(question)
  })
}
