import { describe, expect, it } from 'vitest'
import { TEST_LIMITS } from '../testing/town.ts'
import { backOffMs, pauseAfter } from './pause.ts'
import { findRetryAfter } from './retry-after.ts'

const polite = { ...TEST_LIMITS, pauseMs: 3_000, maxPauseMs: 30_000, retryMs: 30_000 }

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
})

it('back-off is 30 s, 5 min, 1 h, then 6 h, each up to a fifth longer by chance', () => {
  expect([1, 2, 3, 4, 99].map((fails) => backOffMs(fails, polite, () => 0) / 1_000)).toEqual([
    30, 300, 3_600, 21_600, 21_600,
  ])
  expect(backOffMs(2, polite, () => 0.999)).toBeCloseTo(359_940, -2)
})

describe('F2 Retry-After', () => {
  const now = new Date('2026-11-22T00:00:00Z')
  it.each([
    ['120', 120_000],
    [' 7 ', 7_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 00:01:00 GMT', 60_000],
    ['Sunday, 22-Nov-26 00:01:00 GMT', 60_000],
    ['Sun Nov 22 00:01:00 2026', 60_000],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
    ['Wed, 25 Nov 2026 00:00:00 GMT', 86_400_000],
    ['9999999', 86_400_000],
    ['60, 120', 120_000],
    ['Sun, 22 Nov 2026 00:01:00 GMT, 90', 90_000],
    ['1.5', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j → %s ms', (header, ms) => {
    expect(findRetryAfter(header, now)).toBe(ms)
  })
})
