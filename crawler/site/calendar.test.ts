import { describe, expect, it } from 'vitest'
import { dateForms, expandMacros, instantAt } from './calendar.ts'

const calendar = { firstDay: '2026-11-22', zone: 'Asia/Shanghai' }

describe('instantAt', () => {
  it.each([
    ['-3 09:05', '2026-11-19T01:05:00.000Z'],
    ['0 00:00', '2026-11-21T16:00:00.000Z'],
    ['+10 23:59', '2026-12-02T15:59:00.000Z'],
    ['-400 08:00', '2025-10-18T00:00:00.000Z'],
  ])('counts %s from the first day in local time', (moment, expected) => {
    expect(instantAt(moment, calendar).toISOString()).toBe(expected)
  })

  it.each(['', 'tomorrow', '+1', '+1 25:00', '1.5 08:00', '2026-11-22 08:00'])('refuses %j', (moment) => {
    expect(() => instantAt(moment, calendar)).toThrow(RangeError)
  })
})

describe('expandMacros', () => {
  it('writes days, month-days, ISO days and years counted from the first day', () => {
    const text = '{day:+5}|{md:+5}|{iso:+5}|{year:0}|{year:+60}|{day:-22}'
    expect(expandMacros(text, calendar)).toBe('2026年11月27日|11月27日|2026-11-27|2026|2027|2026年10月31日')
  })

  it('refuses a macro that it does not know, and leaves other braces alone', () => {
    expect(() => expandMacros('{week:+1}', calendar)).toThrow('{week:+1}')
    expect(expandMacros('{a} {day}', calendar)).toBe('{a} {day}')
  })
})

it('writes one instant in every form that the families use', () => {
  expect(dateForms(new Date('2026-08-10T18:05:00Z'), 'Asia/Shanghai')).toMatchObject({
    iso: '2026-08-11',
    time: '2026-08-11 02:05',
    republic: '民國115年8月11日',
    compact: '20260811',
    path: '2026/8/11',
  })
})
