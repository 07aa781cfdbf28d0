import { describe, expect, it } from 'vitest'
import { TEST_LIMITS, testClock } from '../testing/town.ts'
import { createHostMemory } from './host-memory.ts'
import { createHostQueue, HostRests, pauseAfter } from './host-queue.ts'
import { findRetryAfter } from './retry-after.ts'

const polite = { ...TEST_LIMITS, pauseMs: 3_000, maxPauseMs: 30_000 }

describe('the pause', () => {
  it.each([
    ['is the least pause after a quick answer', 100, 0, polite, 3_000],
    ['is five times the time of a slow answer', 2_000, 0, polite, 10_000],
    ['is at most the greatest pause', 20_000, 0, polite, 30_000],
    ['follows a Crawl-delay above it', 100, 45_000, polite, 45_000],
    ['is none where the limits say 0', 5_000, 0, { ...TEST_LIMITS, pauseMs: 0, maxPauseMs: 30_000 }, 0],
  ])('%s', (_what, lastMs, crawlDelayMs, limits, pause) => {
    expect(pauseAfter(lastMs, crawlDelayMs, limits)).toBe(pause)
  })

  it('survives the process and is never longer than itself when the clock jumps back', async () => {
    const memory = createHostMemory()
    const clock = testClock()
    await createHostQueue(polite, clock, memory).turn('a', 0, async () => 1)
    clock.advance(-3_600_000)
    await createHostQueue(polite, clock, memory).turn('a', 0, async () => 2)
    expect(clock.slept).toEqual([3_000])
  })

  it('begins only when the answer before has ended, whoever asks', async () => {
    const queue = createHostQueue(TEST_LIMITS, testClock(), createHostMemory())
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      steps.push(`${name} ends`)
    }
    await Promise.all([queue.turn('a', 0, work('one')), queue.turn('a', 0, work('two'))])
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  })

  it('one host that fails or waits holds up no other', async () => {
    const queue = createHostQueue(polite, testClock(), createHostMemory())
    await queue.rest('a', 60_000)
    await expect(queue.turn('a', 0, async () => 1)).rejects.toBeInstanceOf(HostRests)
    await expect(queue.turn('b', 0, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await queue.turn('b', 0, async () => 3)).toBe(3)
  })
})

describe('Retry-After', () => {
  const now = new Date('2026-11-22T00:00:00Z')
  it.each([
    ['120', 120_000],
    ['Sun, 22 Nov 2026 00:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
    ['9999999', 86_400_000],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s → %s ms', (header, ms) => {
    expect(findRetryAfter(header, now)).toBe(ms)
  })
})
