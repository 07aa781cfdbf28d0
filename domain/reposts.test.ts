import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countRounds, type Publication } from './reposts.ts'

it.each<[string, [source: string, day: number][], number]>([
  ['nothing', [], 0],
  ['one', [['a', 1]], 1],
  [
    'a portal that copies it within the month',
    [
      ['a', 1],
      ['b', 3],
    ],
    1,
  ],
  [
    'the same source on another day',
    [
      ['a', 1],
      ['a', 3],
    ],
    2,
  ],
  [
    'two columns of one site on one day',
    [
      ['a', 1],
      ['a', 1],
    ],
    1,
  ],
  [
    'both source and portal, twice each',
    [
      ['a', 1],
      ['b', 2],
      ['a', 9],
      ['b', 10],
    ],
    2,
  ],
  [
    'three times at one source',
    [
      ['a', 1],
      ['a', 8],
      ['a', 15],
    ],
    3,
  ],
  [
    'another source when a month has gone by',
    [
      ['a', 1],
      ['b', 40],
    ],
    2,
  ],
  [
    'copies that follow one another',
    [
      ['a', 1],
      ['b', 20],
      ['c', 40],
    ],
    1,
  ],
])('%s', (_, days, rounds) => {
  expect(countRounds(days.map(([source, day]) => ({ source, day })))).toBe(rounds)
})

it('is never more than the days of publication, and at least one where there is one', () => {
  const publication = fc.record({ source: fc.constantFrom('a', 'b', 'c'), day: fc.nat(200) })
  fc.assert(
    fc.property(fc.array(publication, { minLength: 1 }), (publications: Publication[]) => {
      const inOrder = publications.toSorted((a, b) => a.day - b.day)
      const rounds = countRounds(inOrder)
      expect(rounds).toBeGreaterThanOrEqual(1)
      expect(rounds).toBeLessThanOrEqual(new Set(publications.map(({ day }) => day)).size)
    }),
  )
})
