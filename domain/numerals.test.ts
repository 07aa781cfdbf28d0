import { expect, it } from 'vitest'
import { parseNumeral } from './numerals.ts'

it.each([
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['五十八', 58],
  ['一百', 100],
  ['一百零三', 103],
  ['一百二', 120],
  ['五千', 5_000],
  ['一万二', 12_000],
  ['两万三千', 23_000],
])('%s is %i', (numeral, want) => {
  expect(parseNumeral(numeral)).toBe(want)
})
