import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mistakeKeys, mistakesAllowed, mistakesBetween } from './typing.ts'

const word = (least: number) => fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: least, maxLength: 14 })

interface Slip {
  at: number
  how: 'drop' | 'add' | 'change' | 'swap'
}
const slip = fc.record<Slip>({ at: fc.nat(), how: fc.constantFrom('drop', 'add', 'change', 'swap') })

function slipped(text: string, { at, how }: Slip): string {
  const place = at % text.length
  const [before, here, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)]
  if (how === 'drop') return before + after
  if (how === 'add') return `${before}z${here}${after}`
  if (how === 'change') return `${before}z${after}`
  return before + after.slice(0, 1) + here + after.slice(1)
}

const share = (one: string, other: string, mistakes: number) =>
  mistakeKeys(one, mistakes).some((key) => mistakeKeys(other, mistakes).includes(key))

describe('typing mistakes', () => {
  it('one of them leaves a key in common, and two leave one where two are allowed', () => {
    fc.assert(
      fc.property(word(4), slip, slip, (text, one, two) => {
        const once = slipped(text, one)
        expect(mistakesBetween(text, once)).toBeLessThanOrEqual(1)
        expect(share(text, once, 1)).toBe(true)
        expect(share(text, slipped(once, two), 2)).toBe(true)
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })

  it('are counted the same from both sides', () => {
    fc.assert(
      fc.property(word(0), word(0), (one, other) => {
        expect(mistakesBetween(one, other)).toBe(mistakesBetween(other, one))
        expect(mistakesBetween(one, one)).toBe(0)
      }),
      { seed: 1 },
    )
    expect(mistakesBetween('receptionist', 'recepionist')).toBe(1)
    expect(mistakesBetween('', 'abc')).toBe(3)
  })

  it('are not looked past in words of less than four letters, and not more than one below eight', () => {
    expect(['gdp', 'word', 'sevenxx', 'eightxxx'].map(mistakesAllowed)).toEqual([0, 1, 1, 2])
    expect(mistakeKeys('gdp')).toEqual(['gdp'])
    expect(mistakeKeys('abcdefghijkl').length).toBeLessThanOrEqual(29)
  })
})
