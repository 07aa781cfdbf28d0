import { describe, expect, it } from 'vitest'
import { TEST_LIMITS, testClock, testSource } from '../testing/town.ts'
import { createHostMemory } from './host-memory.ts'
import { failed } from './outcome.ts'
import { type AskRobots, createRobotsGate } from './robots.ts'

const url = new URL('http://city.localhost:1/a.html')
const source = testSource('city', 1)
const HOUR_MS = 3_600_000
const limits = { ...TEST_LIMITS, retryMs: 30_000 }
type Asked = Awaited<ReturnType<AskRobots>>

/** A gate whose robots.txt gives these answers in turn, the last one for ever. */
function gateOf(answers: Asked[], memory = createHostMemory(), clock = testClock()) {
  const asked: string[] = []
  const ask: AskRobots = async (address) => {
    asked.push(address.href)
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? failed('down', 'nothing left')
  }
  const gate = createRobotsGate({ ask, clock, memory, limits, random: () => 0 })
  return { permit: (address = url) => gate.permit(address, source), asked, clock, memory }
}
const open: Asked = { status: 200, text: 'User-agent: *\nDisallow: /b' }

describe('the robots gate', () => {
  it('keeps a copy for a day, then asks again, and closes when the new answer fails', async () => {
    const { permit, asked, clock } = gateOf([open, failed('server_error', 'answered 500')])
    expect(await permit()).toMatchObject({ kind: 'open' })
    clock.advance(24 * HOUR_MS - 1)
    expect(await permit()).toMatchObject({ kind: 'open' })
    expect(asked).toHaveLength(1)
    clock.advance(1)
    expect(await permit()).toMatchObject({
      kind: 'failed',
      cause: 'server_error',
      detail: 'robots.txt: answered 500',
    })
    expect(asked).toHaveLength(2)
  })

  it('a new process has the copy too', async () => {
    const first = gateOf([open])
    await first.permit()
    const second = gateOf([failed('down', 'x')], first.memory, first.clock)
    expect(await second.permit()).toMatchObject({ kind: 'open' })
    expect(second.asked).toEqual([])
  })

  it('is one per scheme, host and port', async () => {
    const { permit, asked } = gateOf([open])
    for (const address of ['http://a.example/1', 'https://a.example/1', 'http://a.example:81/1', 'http://a.example/2'])
      await permit(new URL(address))
    expect(asked).toEqual([
      'http://a.example/robots.txt',
      'https://a.example/robots.txt',
      'http://a.example:81/robots.txt',
    ])
  })

  it('a failure is remembered, also by a new process, and asked again after 30 s, 5 min, then every hour', async () => {
    const { permit, asked, clock, memory } = gateOf([failed('server_error', 'answered 500')])
    const minutes: number[] = []
    for (let minute = 0; minute < 200; minute += 0.5) {
      const other = gateOf([failed('server_error', 'answered 500')], memory, clock)
      await (minute % 1 === 0 ? permit() : other.permit())
      if (asked.splice(0).length + other.asked.length > 0) minutes.push(minute)
      clock.advance(30_000)
    }
    expect(minutes).toEqual([0, 0.5, 5.5, 65.5, 125.5, 185.5])
  })

  it('says how long a failure holds, so that the crawl comes back then', async () => {
    const { permit, clock } = gateOf([failed('timeout', 'late')])
    expect(await permit()).toMatchObject({ retryAfterMs: 30_000 })
    clock.advance(10_000)
    expect(await permit()).toMatchObject({ cause: 'timeout', retryAfterMs: 20_000 })
  })

  it('a host at rest leaves no failure behind: the rest itself says when to ask', async () => {
    const { permit, asked } = gateOf([failed('retry_later', 'asked for rest', { retryAfterMs: 5_000 }), open])
    expect(await permit()).toMatchObject({ cause: 'retry_later', retryAfterMs: 5_000 })
    expect(await permit()).toMatchObject({ kind: 'open' })
    expect(asked).toHaveLength(2)
  })

  it('F14 a copy of a day that has not come yet is asked for again, one of a few minutes ahead is not', async () => {
    const { permit, asked, clock } = gateOf([open])
    await permit()
    clock.advance(-5 * 60_000)
    await permit()
    expect(asked).toHaveLength(1)
    clock.advance(-HOUR_MS)
    await permit()
    expect(asked).toHaveLength(2)
  })

  it('pages that come together ask once, and one that is stopped stops no other', async () => {
    const stop = new AbortController()
    let asked = 0
    const ask: AskRobots = async (_url, _source, signal) => {
      asked += 1
      await new Promise((resolve) => setTimeout(resolve, 5))
      signal?.throwIfAborted()
      return open
    }
    const gate = createRobotsGate({ ask, clock: testClock(), memory: createHostMemory(), limits })
    const all = Promise.allSettled([gate.permit(url, source, stop.signal), gate.permit(url, source)])
    stop.abort(new Error('stopped'))
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(asked).toBe(2)
    await Promise.all([gate.permit(url, source), gate.permit(url, source)])
    expect(asked).toBe(2)
  })
})
