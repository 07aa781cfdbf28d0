import { describe, expect, it } from 'vitest'
import { backOffMs, DAY_MS, mayBeConditional, nextRevisit } from './due.ts'

it.each([
  [1, 30_000],
  [2, 300_000],
  [3, 3_600_000],
  [4, 21_600_000],
  [5, DAY_MS],
  [40, DAY_MS],
])('after %i failures in a row waits %i ms and at most a tenth more', (fails, ms) => {
  const waits = ['a', 'b', 'c', 'd'].map((url) => backOffMs(fails, url))
  for (const wait of waits) expect(wait >= ms && wait <= ms * 1.1).toBe(true)
  expect(new Set(waits).size).toBeGreaterThan(1)
})

describe('a known item is looked at again', () => {
  const first = new Date('2026-11-01T00:00:00Z')
  it.each([
    [0, 1],
    [1, 3],
    [2.5, 3],
    [3, 7],
    [29, 30],
    [30, undefined],
  ])('%d days after it came: next on day %s', (days, next) => {
    const at = nextRevisit(first, new Date(first.getTime() + days * DAY_MS))
    expect(at && (at.getTime() - first.getTime()) / DAY_MS).toBe(next)
  })
})

it('one visit in ten and one a week asks for the whole page', () => {
  const now = new Date('2026-11-22T00:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  expect(mayBeConditional(3, ago(1), now)).toBe(true)
  expect(mayBeConditional(9, ago(1), now)).toBe(false)
  expect(mayBeConditional(3, ago(7), now)).toBe(false)
  expect(mayBeConditional(3, undefined, now)).toBe(false)
})
