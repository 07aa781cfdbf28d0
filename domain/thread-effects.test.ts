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
      notice(id, 'amendment', day, { source, text: '报名时间延长', ...(closesAt && { closesAt }) })
    expect(
      given(
        amended('first', '2026-05-10', '2026-05-25'),
        amended('second', '2026-05-12', '2026-05-30'),
        amended('posts', '2026-05-13'),
        amended('elsewhere', '2026-05-14', '2026-07-01', 'portal'),
      ),
    ).toEqual({ call: { extended: { by: 'second', closesAt: '2026-05-30' } } })
  })

  it.each<[string, boolean]>([
    ['报名截止时间由5月20日17:00延长至5月30日17:00，其他事项不变。', true],
    ['关于延长公开招聘报名时间的公告', true],
    ['原定报名时间调整为5月20日至30日', true],
    ['The registration deadline has been extended to 30 May.', true],
    ['报考被取消岗位的考生可于5月30日17:00前改报其他岗位。', false],
    ['根据报名情况，部分岗位未达到开考比例，现予调整。', false],
    ['报名截止时间不变，仍为5月30日17:00。', false],
    ['笔试时间延期至6月6日。\n报名人员凭身份证参加。', false],
  ])('is put off by %j: %s', (text, moved) => {
    const found = given(notice('change', 'amendment', '2026-05-10', { closesAt: '2026-05-30', text }))
    expect(found.call?.extended !== undefined).toBe(moved)
  })

  it('can be put off and given up', () => {
    expect(
      given(
        notice('later', 'amendment', '2026-05-10', { closesAt: '2026-05-25', text: '报名截止时间变更' }),
        notice('end', 'cancelled', '2026-05-12'),
      ),
    ).toEqual({ call: { extended: { by: 'later', closesAt: '2026-05-25' }, cancelledBy: 'end' } })
  })
})

it('the order in which notices are read changes nothing', () => {
  const all = [
    call,
    notice('second', 'open', '2026-06-01'),
    notice('a', 'amendment', '2026-06-02', { closesAt: '2026-06-30', text: '延期报名' }),
    notice('b', 'amendment', '2026-06-02', { closesAt: '2026-07-02', text: '延期报名' }),
    notice('end', 'cancelled', '2026-06-03'),
  ]
  expect(effectsOf(all.toReversed())).toEqual(effectsOf(all))
})
