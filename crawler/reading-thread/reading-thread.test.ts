import { afterEach, expect, it } from 'vitest'
import { readArticle } from '../reading/article.ts'
import { createReadingThread, type ReadingThread, UnreadablePage } from './reading-thread.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const page = (text: string) => ({
  url: 'http://a.example/1.html',
  contentType: 'text/html',
  encoding: 'utf-8',
  text,
  fetchedAt: '',
})
const STUCK = new URL('./stuck.fixture.ts', import.meta.url)

let thread: ReadingThread | undefined
afterEach(() => thread?.close())

const PROSE = '<p>鼓楼前的脚手架昨天拆去一半，围观的居民说，楼好像直了一点，又好像没有。</p>'.repeat(5)

it('reads a page of no known system as it is read in place', async () => {
  thread = createReadingThread()
  const unknown = page(`<title>鼓楼扶正</title><h1>鼓楼扶正</h1><div>${PROSE}</div>`)
  expect(await thread.readArticle(unknown, context)).toEqual(readArticle(unknown, context))
})

it('reads a page of a known system in place, so that a stuck thread cannot hold it up', async () => {
  thread = createReadingThread({ thread: STUCK, killAfterMs: 60_000 })
  const known = page(`<title>鼓楼扶正</title><div class="TRS_Editor">${PROSE}</div>`)
  const article = await thread.readArticle(known, context)
  expect(article.evidence.body).toBe('family:trs .TRS_Editor')
})

it('gives up a page that takes too long, and reads the next', async () => {
  thread = createReadingThread({ thread: STUCK, killAfterMs: 300 })
  const [stuck, next] = await Promise.allSettled([
    thread.readArticle(page('stuck'), context),
    thread.readArticle(page('next'), context),
  ])
  expect(stuck).toMatchObject({ status: 'rejected', reason: expect.any(UnreadablePage) })
  expect(next).toMatchObject({ status: 'fulfilled', value: { title: 'next' } })
})
