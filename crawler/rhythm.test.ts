import { expect, it } from 'vitest'
import { learnedMinutes } from './rhythm.ts'

const now = new Date('2026-11-22T08:00:00Z')
const every = (hours: number, count = 20) =>
  Array.from({ length: count }, (_, at) => new Date(now.getTime() - (at + 1) * hours * 3_600_000).toISOString())

it.each([
  ['an entry a month: four times less often', every(720), 240],
  ['an entry an hour: four times an hour', every(1), 15],
  ['an entry every six hours: a little less often', every(6), 90],
  ['more than anyone could read: every fifteen minutes', every(0.05), 15],
  ['too few entries to tell', every(720, 4), 60],
  ['no dates', [], 60],
  ['dates that are none, or to come', ['soon', '2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'], 60],
])('%s', (_, published, minutes) => expect(learnedMinutes(60, published, now)).toBe(minutes))

it('never asks less often than once a day, nor than the town began with', () => {
  expect(learnedMinutes(600, every(7_200), now)).toBe(1_440)
  expect(learnedMinutes(2_000, every(7_200), now)).toBe(2_000)
})
