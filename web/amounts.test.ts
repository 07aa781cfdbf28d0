import { describe, expect, it } from 'vitest'
import type { Pay } from '../domain/item.ts'
import { educationText, payText } from './amounts.ts'
import { translator } from './translate.ts'

const t = translator('zh-Hans')
const rows: [string, Omit<Pay, 'raw'>, string][] = [
  ['a range by the month', { min: 3000, max: 5000, period: 'month' }, '¥3,000 - ¥5,000/月'],
  ['one figure', { min: 1720, max: 1720, period: 'month' }, '¥1,720/月'],
  ['a lower bound', { min: 3500, period: 'month' }, '¥3,500起/月'],
  ['an upper bound', { max: 5000, period: 'month' }, '最高¥5,000/月'],
  ['months a year', { min: 8000, max: 12000, period: 'month', monthsPerYear: 15 }, '¥8,000 - ¥12,000/月 · 每年 15 薪'],
  ['another currency', { min: 40000, max: 40000, period: 'month', currency: 'TWD' }, '$40,000/月'],
  ['no currency at all', { min: 5, max: 5, period: 'piece', currency: '??' }, '5/件'],
  ['negotiable', { negotiable: true }, '薪酬面议'],
  ['words without figures', {}, '按规定执行'],
]
describe('pay', () => {
  it.each(rows)('reads %s', (_name, pay, text) => {
    expect(payText({ ...pay, raw: '按规定执行' }, 'CNY', t).replace('NT$', '$')).toBe(text)
  })
})

describe('education', () => {
  it('is a floor, but none is no floor and a doctorate has nothing above', () => {
    expect((['none', 'college', 'doctor'] as const).map((level) => educationText(level, t))).toEqual([
      '学历不限',
      '大专及以上',
      '博士',
    ])
  })
})
