import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMoments } from './moments.ts'

const published = '2026-07-20'
const read = (text: string, monthFirst = true) =>
  findMoments(text, published, monthFirst).map(({ from, to }) =>
    [from, to].map((moment) => (moment ? [moment.day, moment.time].filter(Boolean).join(' ') : '')).join(' → '),
  )

describe('days of English', () => {
  it.each([
    ['August 15, 2026 at 5:00 p.m.', '2026-08-15 17:00 → '],
    ['30 September 2026', '2026-09-30 → '],
    ['14-AUG-2026', '2026-08-14 → '],
    ['July 22 - August 5, 2026', '2026-07-22 → 2026-08-05'],
    ['December 28 to January 5, 2027', '2026-12-28 → 2027-01-05'],
    ['August 10-12, 2026', '2026-08-10 → 2026-08-12'],
    ['noon on July 31, 2026', '2026-07-31 12:00 → '],
    ['12 a.m. on Aug. 1', '2026-08-01 00:00 → '],
    ['midnight on August 9th', '2026-08-09 → '],
    ['Sat, Sept 5, 10:00 am - 2:00 pm', '2026-09-05 10:00 → 2026-09-05 14:00'],
  ])('%s', (text, want) => {
    expect(read(text)).toEqual([want])
  })

  it('reads 08/14/2026 and 14/08/2026 in the order of the town, unless it cannot be', () => {
    expect([read('08/07/2026'), read('08/07/2026', false), read('14/08/2026'), read('08/14/26', false)]).toEqual([
      ['2026-08-07 → '],
      ['2026-07-08 → '],
      ['2026-08-14 → '],
      ['2026-08-14 → '],
    ])
  })

  it.each(['may 2026', 'version 1/2/3', 'room 14', 'February 30, 2026', 'March of 300 people'])(
    '%s holds none',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

it('answers only days that exist, whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom('August ', '31', ', 2026', ' at ', '5:00 p.m.', ' - ', '13/13/2026', 'Feb 30', 'noon on '),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      for (const { from, to } of findMoments(pieces.join(''), published, true))
        for (const moment of [from, to]) if (moment) expect(Number.isNaN(Date.parse(moment.day))).toBe(false)
    }),
  )
})
