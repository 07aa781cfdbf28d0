import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { PageFetcher } from './fetch/outcome.ts'
import { countFetches, formatProgress, type HostCounts, startProgress, wantsProgress } from './progress.ts'
import { openTestDatabase } from './testing/crawl.ts'
import { testTown } from './testing/town.ts'

const counted = [
  { host: 'a.example', done: 3, waiting: 0, failed: 1 },
  { host: 'b.example', done: 10, waiting: 25, failed: 0 },
  { host: 'c.example', done: 1, waiting: 2, failed: 0 },
]

describe('the drawing', () => {
  it('has a line per host, those with most work first, and a sum', () => {
    expect(
      formatProgress(counted, 24, 80)
        .split('\n')
        .map((line) => line.replace(/ +/g, ' ')),
    ).toEqual(['host done waiting failed', 'b.example 10 25 0', 'c.example 1 2 0', 'a.example 3 0 1', 'all 14 27 1'])
  })

  it('stays within the terminal, and sums what it does not show', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({
      host: `${'x'.repeat(60)}${at}.example`,
      done: 1,
      waiting: at,
      failed: 0,
    }))
    const lines = formatProgress(many, 10, 60).split('\n')
    expect(lines.length).toBeLessThanOrEqual(9)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60)
    expect(lines.at(-1)).toMatch(/^all 50 .* 50 +1225 +0$/)
  })

  it('is for a person at a terminal alone', () => {
    expect(wantsProgress({ isTTY: true }, {})).toBe(true)
    expect(wantsProgress({ isTTY: true }, { plain: true })).toBe(false)
    expect(wantsProgress({ isTTY: true }, { json: true })).toBe(false)
    expect(wantsProgress({}, {})).toBe(false)
    expect(wantsProgress({ isTTY: true, columns: 0 }, {})).toBe(false)
  })
})

it('counts what was asked of each host by how it ended', async () => {
  const counts: HostCounts = new Map()
  const outcomes = [{ kind: 'unchanged' }, { kind: 'failed', cause: 'down' }, { kind: 'page' }]
  const fetcher = { fetch: async () => outcomes.shift(), close: async () => undefined } as unknown as PageFetcher
  const watched = countFetches(fetcher, counts)
  const [source] = testTown([]).sources
  for (const path of ['1', '2', '3']) await watched.fetch({ url: `https://a.example/${path}`, source: source as never })
  expect(Object.fromEntries(counts)).toEqual({ 'a.example': { done: 2, failed: 1, open: 0 } })
})

it('lets lines of the log through whole, while it draws and after', async () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  let shown = ''
  terminal.setEncoding('utf8').on('data', (text: string) => {
    shown += text
  })
  const db = await openTestDatabase()
  const progress = startProgress({ counts: new Map(), town: testTown([]), db, now: () => new Date(), terminal })
  const long = JSON.stringify({ msg: 'x'.repeat(300) })
  progress.write('{"msg":"one"}\n')
  progress.write(`${long}\n`)
  progress.stop()
  progress.stop()
  progress.write('{"msg":"two"}\n')
  await new Promise((next) => setImmediate(next))
  expect(shown).toContain('{"msg":"one"}\n')
  expect(shown).toContain(`${long}\n`)
  expect(shown).toContain('{"msg":"two"}\n')
})
