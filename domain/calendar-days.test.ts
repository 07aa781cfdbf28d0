import { expect, it } from 'vitest'
import { addWorkingDays, dayOf, guessYear, weekdayOf } from './calendar-days.ts'

const calendar = { '2026': { off: ['2026-05-04', '2026-05-05'], on: ['2026-05-09'] } }

it.each([
  ['2026-04-30', 1, '2026-05-01'],
  ['2026-05-01', 1, '2026-05-06'],
  ['2026-05-06', 3, '2026-05-09'],
  ['2026-05-06', 4, '2026-05-11'],
])('%s and %i working days end on %s', (day, n, want) => {
  expect(addWorkingDays(day, n, calendar)).toBe(want)
})

it('counts no working days in a year that the calendar does not know', () => {
  expect(addWorkingDays('2026-12-31', 1, calendar)).toBeUndefined()
  expect(addWorkingDays('2026-05-06', 0, calendar)).toBeUndefined()
  expect(addWorkingDays('2026-05-06', 1_000_000, calendar)).toBeUndefined()
})

it('knows which days there are', () => {
  expect([dayOf(2026, 2, 29), dayOf(2028, 2, 29), weekdayOf('2026-05-10')]).toEqual([undefined, '2028-02-29', 7])
})

it.each([
  [1, 10, '2026-12-20', 2027],
  [12, 20, '2026-01-05', 2025],
  [5, 1, '2026-05-20', 2026],
])('month %i day %i, seen from %s, lies in %i', (month, day, published, year) => {
  expect(guessYear(month, day, published)).toBe(year)
})
