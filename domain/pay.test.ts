import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPay, parsePay } from './pay.ts'

const short = (text: string, currency = 'CNY') => {
  const { min, max, period, monthsPerYear, currency: said, negotiable } = parsePay(text, currency) ?? { raw: '' }
  return [min ?? '', max ?? '', period ?? '', monthsPerYear ?? '', said ?? '', negotiable ? 'negotiable' : '']
    .join(' ')
    .trim()
}

describe('the pay grammar', () => {
  it.each([
    ['3000-5000元/月', '3000 5000 month  CNY'],
    ['3000～5000元', '3000 5000 month  CNY'],
    ['1720元/月', '1720 1720 month  CNY'],
    ['8k-12k', '8000 12000 month  CNY'],
    ['8-12K', '8000 12000 month  CNY'],
    ['15-25K·13薪', '15000 25000 month 13 CNY'],
    ['6000-8000·12薪', '6000 8000 month  CNY'],
    ['8千-1.5万·13薪', '8000 15000 month 13 CNY'],
    ['2.5-3.5万·15薪', '25000 35000 month 15 CNY'],
    ['年薪10万', '100000 100000 year  CNY'],
    ['10-15万/年', '100000 150000 year  CNY'],
    ['20元/小时', '20 20 hour  CNY'],
    ['时薪25元', '25 25 hour  CNY'],
    ['150-200元/天', '150 200 day  CNY'],
    ['日结180', '180 180 day  CNY'],
    ['周薪1500', '1500 1500 week  CNY'],
    ['150元/班', '150 150 shift  CNY'],
    ['3元/单', '3 3 piece  CNY'],
    ['课时费80-120元', '80 120 piece  CNY'],
    ['计件', 'piece'],
    ['面议', 'negotiable'],
    ['待遇优厚', 'negotiable'],
    ['按国家有关规定执行', 'negotiable'],
    ['4000以上', '4000  month  CNY'],
    ['3500元起', '3500  month  CNY'],
    ['5000元以下', '5000 month  CNY'],
    ['6500+绩效', '6500  month  CNY'],
    ['底薪2500+提成，综合5000-8000', '5000 8000 month  CNY'],
    ['试用期3000元，转正4000元', '4000 4000 month  CNY'],
    ['计件，月均5000-7000元', '5000 7000 month  CNY'],
    ['工资2600元/月，缴纳五险，每年调薪', '2600 2600 month  CNY'],
    ['五千至八千元', '5000 8000 month  CNY'],
    ['一万二元', '12000 12000 month  CNY'],
    ['20000-30000', '20000 30000 month  CNY'],
    ['500000', '500000 500000   CNY'],
    ['NT$40,000', '40000 40000 month  TWD'],
    ['£25,000 per annum', '25000 25000 year  GBP'],
    ['包吃包住', ''],
    ['5000-3000元', ''],
    ['每月休4天', ''],
    ['5000元/月，每天工作8小时', '5000 5000 month  CNY'],
  ])('%s → %s', (text, want) => {
    expect(short(text).replace(/ +/g, ' ')).toBe(want.replace(/ +/g, ' '))
  })

  it('reads $ as the money of the town', () => {
    expect(short('$22.50 an hour', 'USD')).toBe('22.5 22.5 hour  USD')
  })

  it('keeps what the source wrote', () => {
    expect(parsePay('6500+绩效', 'CNY')?.raw).toBe('6500+绩效')
  })
})

it('finds pay behind its label and leaves other numbers of a notice alone', () => {
  expect(findPay('招聘3名，满18周岁。\n薪资待遇：3200元/月，五险。\n电话0999-1234567', 'CNY')).toMatchObject({
    min: 3200,
    period: 'month',
  })
  expect(findPay('招聘3名，满18周岁。电话0999-1234567', 'CNY')).toBeUndefined()
  expect(findPay('保安两名，2800元/月', 'CNY')).toMatchObject({ min: 2800, max: 2800 })
})

it('never invents: numbers only where the text has digits or numerals, and the lower first', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('3000', '-', '元', '/月', 'k', '万', '年薪', '以上', '13薪', '£'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const pay = parsePay(text, 'CNY')
      if (pay?.min !== undefined && pay.max !== undefined) expect(pay.min).toBeLessThanOrEqual(pay.max)
      if (pay?.min !== undefined) expect(text.normalize('NFKC')).toMatch(/[\d一二两三四五六七八九十]/u)
    }),
  )
})
