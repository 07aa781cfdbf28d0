import { describe, expect, it } from 'vitest'
import { effectsOf, type ThreadNotice } from './thread-effects.ts'

const notice = (id: string, stage: ThreadNotice['stage'], publishedAt: string, change: Partial<ThreadNotice> = {}) => ({
  id,
  source: 'bureau',
  publishedAt,
  ...(stage && { stage }),
  ...change,
})
const call = notice('call', 'open', '2026-05-06T09:00:00+08:00', { closesAt: '2026-05-20' })
const given = (...more: ThreadNotice[]) => Object.fromEntries(effectsOf([...more, call]))

describe('a call', () => {
  it('is given up by a later notice, whoever published it, and by one of the same bare day', () => {
    expect(given(notice('end', 'cancelled', '2026-05-08', { source: 'portal' }))).toEqual({
      call: { cancelledBy: 'end' },
    })
    expect(given(notice('end', 'cancelled', '2026-05-06'))).toEqual({ call: { cancelledBy: 'end' } })
  })

  it('is not given up by what came before it, nor by a later step', () => {
    expect(given(notice('end', 'cancelled', '2026-05-05'))).toEqual({})
    expect(given(notice('exam', 'exam', '2026-06-05'), notice('list', undefined, '2026-06-06'))).toEqual({})
  })

  it('of the round before is left alone', () => {
    const second = notice('second', 'open', '2026-06-01')
    expect(given(second, notice('end', 'cancelled', '2026-06-02'))).toEqual({ second: { cancelledBy: 'end' } })
  })

  it('ends when the last amendment of its own publisher says', () => {
    const amended = (id: string, day: string, closesAt?: string, source = 'bureau') =>
      notice(id, 'amendment', day, { source, ...(closesAt && { closesAt }) })
    expect(
      given(
        amended('first', '2026-05-10', '2026-05-25'),
        amended('second', '2026-05-12', '2026-05-30'),
        amended('posts', '2026-05-13'),
        amended('elsewhere', '2026-05-14', '2026-07-01', 'portal'),
      ),
    ).toEqual({ call: { extended: { by: 'second', closesAt: '2026-05-30' } } })
  })

  it('can be put off and given up', () => {
    expect(
      given(
        notice('later', 'amendment', '2026-05-10', { closesAt: '2026-05-25' }),
        notice('end', 'cancelled', '2026-05-12'),
      ),
    ).toEqual({ call: { extended: { by: 'later', closesAt: '2026-05-25' }, cancelledBy: 'end' } })
  })
})

it('the order in which notices are read changes nothing', () => {
  const all = [
    call,
    notice('second', 'open', '2026-06-01'),
    notice('a', 'amendment', '2026-06-02', { closesAt: '2026-06-30' }),
    notice('b', 'amendment', '2026-06-02', { closesAt: '2026-07-02' }),
    notice('end', 'cancelled', '2026-06-03'),
  ]
  expect(effectsOf(all.toReversed())).toEqual(effectsOf(all))
})
