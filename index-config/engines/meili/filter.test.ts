import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testTown } from '../../testing.ts'
import { matchesOf } from './conditions.ts'
import { fromValue, keyOf, placeOf, toValue, toWord } from './documents.ts'
import { all, any, compares, equals, literal, startsWith } from './filter.ts'

/** As the server reads a quoted value: up to the first quote that no backslash stands before, then `\"`, then `\\`. */
function readLiteral(text: string): { value: string; rest: string } {
  let at = 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  const inner = text.slice(1, at).replaceAll('\\"', '"')
  return { value: inner.replaceAll(/\\(.)/gsu, '$1'), rest: text.slice(at + 1) }
}

/** Made of what could end a literal or begin something else. */
const nasty = fc.string({
  unit: fc.constantFrom(
    '"',
    '\\',
    "'",
    ' ',
    'OR',
    'AND',
    '(',
    ')',
    '=',
    '*',
    'n',
    'u{41}',
    'town',
    '志',
    '\ue000',
    '\ud800',
    '\n',
    '\u0000',
  ),
  maxLength: 24,
})
const anything = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

describe('T10 a filter', () => {
  it('takes any string as one literal', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { value, rest } = readLiteral(literal(text))
        expect(value).toBe(text.toWellFormed())
        expect(rest).toBe('')
      }),
      { numRuns: 5_000 },
    )
  })

  it('keeps the town and every other condition whatever is asked for', () => {
    fc.assert(
      fc.property(anything, anything, (value, word) => {
        const plan = {
          match: '',
          terms: [[{ tokens: [word], prefixes: [value], normal: word }]],
          lowest: 0,
          highest: Number.MAX_SAFE_INTEGER,
          impossible: false,
        }
        const query = { region: value, source: word, sort: 'new', limit: 5 } as const
        const { text } = matchesOf(testTown().slug, query, plan)
        expect(skeletonOf(text)).toBe('(town = § AND region = § AND source = § AND (g = § AND g STARTS WITH §))')
      }),
      { numRuns: 2_000 },
    )
  })

  it('puts brackets around what it joins, and joins nothing to nothing', () => {
    const [a, b] = [equals('town', 'a'), startsWith('g', 'b')]
    expect(all([a, any([a, b])]).text).toBe('(town = "a" AND (town = "a" OR g STARTS WITH "b"))')
    expect(all([a]).text).toBe('town = "a"')
    expect(() => all([])).toThrow(RangeError)
    expect(() => any([])).toThrow(RangeError)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('does not compare with %s', (value) => {
    expect(() => compares('n', '<', value)).toThrow(RangeError)
  })
})

/** With each literal as `§`. */
function skeletonOf(text: string): string {
  const start = text.indexOf('"')
  if (start < 0) return text
  return `${text.slice(0, start)}§${skeletonOf(readLiteral(text.slice(start)).rest)}`
}

describe('values as the server keeps them', () => {
  it('come back as they were, and differ when they did', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(fromValue(toValue(value))).toBe(value.toWellFormed())
        expect(toValue(value)).toMatch(/^[a-z0-9_-]*$/)
      }),
    )
  })

  it('words survive the server’s own folding, and stay short enough to be compared whole', () => {
    fc.assert(
      fc.property(anything, (token) => {
        const word = toWord(token.toLowerCase())
        expect(word.normalize('NFKD')).toBe(word)
        expect(new TextEncoder().encode(word).length).toBeLessThanOrEqual(468)
      }),
    )
    expect(toWord('が')).not.toContain('か')
    expect(toWord('志愿')).toBe('志愿')
  })

  it('keys are of one town and one place', () => {
    expect(keyOf('da-tong', 42)).toBe('da-tong-42')
    expect(placeOf(keyOf('da-tong', 1_361_536_058))).toBe(1_361_536_058)
  })
})
