/** A thread that never answers a page whose text says so, and else answers with an empty article. */
import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './thread.ts'

parentPort?.on('message', ({ page: { url, text } }: Question) => {
  while (text === 'stuck') text.at(0)
  const article = { url, title: text, body: '', bodyHtml: '', images: [], attachments: [], tables: [], evidence: {} }
  parentPort?.postMessage({ article } satisfies Answer)
})
