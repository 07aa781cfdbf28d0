import { describe, expect, it } from 'vitest'
import { readJobTable } from './job-table.ts'
import { findPay, parsePay } from './pay.ts'
import { payUnitOf } from './pay-unit.ts'

const inTable = (label: string, cell: string) =>
  readJobTable(
    {
      rows: [
        ['岗位名称', '招聘人数', label],
        ['会计', '1', cell],
      ],
    },
    { currency: 'CNY' },
  )[0]?.pay

describe('the unit of a header', () => {
  it.each<[string, string, object]>([
    ['薪酬（万元/年）', '8-12', { min: 80_000, max: 120_000, period: 'year' }],
    ['年薪（万元）', '9.5', { min: 95_000, max: 95_000, period: 'year' }],
    ['年收入/万', '9.5', { min: 95_000, max: 95_000, period: 'year' }],
    ['税前年薪(万)', '9.5', { min: 95_000, max: 95_000, period: 'year' }],
    ['月薪（千元）', '4-6', { min: 4_000, max: 6_000, period: 'month' }],
    ['待遇（K/月）', '4-6', { min: 4_000, max: 6_000, period: 'month' }],
    ['薪资(元/天)', '180', { min: 180, max: 180, period: 'day' }],
    ['日薪（元）', '180', { min: 180, max: 180, period: 'day' }],
    ['小时工资(元)', '20', { min: 20, max: 20, period: 'hour' }],
    ['周薪（元）', '1500', { min: 1_500, max: 1_500, period: 'week' }],
  ])('%s holds for %s under it', (label, cell, pay) => {
    expect(inTable(label, cell)).toEqual({ ...pay, currency: 'CNY', raw: cell })
  })

  it.each<[string, string, object]>([
    ['年薪（万元）', '80000-120000', { min: 80_000, max: 120_000, period: 'year' }],
    ['年薪（万元）', '9.5万', { min: 95_000, max: 95_000, period: 'year' }],
    ['年薪（万元）', '6000元/月', { min: 6_000, max: 6_000, period: 'month' }],
    ['月薪（千元）', '4500元', { min: 4_500, max: 4_500, period: 'month' }],
    ['日薪（元）', '面议', { negotiable: true }],
  ])('%s leaves alone what %s says itself', (label, cell, pay) => {
    expect(inTable(label, cell)).toMatchObject(pay)
  })

  it('holds for a line of text', () => {
    expect(findPay('薪酬（万元/年）：8-12', 'CNY')).toMatchObject({ min: 80_000, max: 120_000, period: 'year' })
    expect(findPay('月薪（元）：4500', 'CNY')).toMatchObject({ min: 4_500, max: 4_500, period: 'month' })
  })

  it('leaves out a period that 万元 alone does not say', () => {
    expect(inTable('薪酬（万元）', '8-12')).toEqual({ min: 80_000, max: 120_000, currency: 'CNY', raw: '8-12' })
    expect(inTable('薪酬（万元）', '0.5')).toMatchObject({ min: 5_000, period: 'month' })
  })

  it('is none in a label that gives an example or no unit', () => {
    expect(payUnitOf('薪酬（如8千/月）').factor).toBeUndefined()
    expect(payUnitOf('薪酬待遇')).toEqual({})
  })
})

describe('spoken figures', () => {
  it.each<[string, object]>([
    ['每月3千5至4千5元', { min: 3_500, max: 4_500, period: 'month' }],
    ['5千8一个月', { min: 5_800, max: 5_800, period: 'month' }],
    ['1万2/月', { min: 12_000, max: 12_000, period: 'month' }],
    ['1万2千5每月', { min: 12_500, max: 12_500, period: 'month' }],
    ['月薪5千5险一金', { min: 5_000, max: 5_000, period: 'month' }],
    ['8千1个月', { min: 8_000, max: 8_000, period: 'month' }],
    ['15k13薪', { min: 15_000, max: 15_000, monthsPerYear: 13 }],
  ])('%s', (text, pay) => {
    expect(parsePay(text, 'CNY')).toMatchObject(pay)
  })
})

it.each(['季薪15000元', '2000元/半月', '2000元每半个月', '9000元/季度', '每学期6000元', '£800 per fortnight'])(
  'figures of another period, %s, stay as they are written',
  (text) => {
    expect(parsePay(text, 'CNY')).toEqual({ raw: text })
  },
)

it.each(['4000元/月+季度奖金', '4000元/月，每半年调薪', '4000元/月，旺季加班另计', '上半年均薪4000元/月'])(
  'another period beside the wage, %s, takes nothing away',
  (text) => {
    expect(parsePay(text, 'CNY')).toMatchObject({ min: 4_000, period: 'month' })
  },
)
