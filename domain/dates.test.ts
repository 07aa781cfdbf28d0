import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateFromUrl, findDate, findDates, instantOf, localDay } from './dates.ts'

/** A Sunday morning in the town. */
const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const read = (text: string) => findDate(text, context)?.value

it.each([
  ['2024-08-11', '2024-08-11'],
  ['2024/8/11', '2024-08-11'],
  ['2024.08.11', '2024-08-11'],
  ['20240811', '2024-08-11'],
  ['2024年8月11日', '2024-08-11'],
  ['２０２４年８月１１日', '2024-08-11'],
  ['2024-08-11 09:05', '2024-08-11T09:05:00+08:00'],
  ['2024-08-11 9:05:30', '2024-08-11T09:05:30+08:00'],
  ['2024年8月11日9时5分', '2024-08-11T09:05:00+08:00'],
  ['2024年8月11日 下午3:05', '2024-08-11T15:05:00+08:00'],
  ['2016年10月14日07:17', '2016-10-14T07:17:00+08:00'],
  ['2020-01-20T16:00:00Z', '2020-01-21T00:00:00+08:00'],
  ['2020-01-20T16:00:00.000+0800', '2020-01-20T16:00:00+08:00'],
  ['08-11', '2026-08-11'],
  ['8月11日', '2026-08-11'],
  ['11-20 08:30', '2026-11-20T08:30:00+08:00'],
  ['12-31', '2025-12-31'],
  ['11-23', '2026-11-23'],
  ['[24-08-11]', '2024-08-11'],
  ['11 2024-08', '2024-08-11'],
  ['2024-08 11', '2024-08-11'],
  ['刚刚', '2026-11-22T08:00:00+08:00'],
  ['5分钟前', '2026-11-22T07:55:00+08:00'],
  ['3小时前', '2026-11-22T05:00:00+08:00'],
  ['2天前', '2026-11-20'],
  ['今天 07:05', '2026-11-22T07:05:00+08:00'],
  ['昨天', '2026-11-21'],
  ['前天', '2026-11-20'],
  ['周三', '2026-11-18'],
  ['星期日', '2026-11-22'],
  ['民國113年8月11日', '2024-08-11'],
  ['March 14, 2016', '2016-03-14'],
  ['14th March 2016', '2016-03-14'],
  ['Mar 10, 2016 3:05 pm', '2016-03-10T15:05:00+08:00'],
  ['20. Oktober 2021', '2021-10-20'],
  ['05.11.2021', '2021-11-05'],
  ['17 de marzo de 2016', '2016-03-17'],
])('reads %s as %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

it.each([
  ['a day that no calendar has', '2024-02-30'],
  ['more than two days ahead', '2026-11-26'],
  ['before 1995', '1994-12-31'],
  ['a telephone number', '0352-5550000'],
  ['a version', '1.2.3'],
  ['a part of a longer number', '9202408113'],
  ['a range of hours', '09:00-17:00'],
  ['a score', '139-107'],
])('takes no date out of %s', (_, text) => {
  expect(read(text)).toBeUndefined()
})

it('finds every date in the order of the text', () => {
  expect(findDates('发布 2026-05-01 09:00 更新 2026-05-02', context).map(({ value }) => value)).toEqual([
    '2026-05-01T09:00:00+08:00',
    '2026-05-02',
  ])
})

it('gives the words read and their place, also behind full-width blanks', () => {
  expect(findDate('日期：　2026-05-01', context)).toEqual({ value: '2026-05-01', raw: '2026-05-01', at: 4 })
})

it('never throws and never leaves its bounds, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日时: TZ上下午前周三民國ago') }), (text) => {
      for (const { value } of findDates(text, context)) {
        expect(instantOf(value, context.zone).getTime()).toBeLessThanOrEqual(context.now.getTime() + 2 * 86_400_000)
        expect(value >= '1995').toBe(true)
      }
    }),
    { numRuns: 2_000 },
  )
})

it.each([
  ['http://a.example/202408/t20240811_123456.html', '2024-08-11'],
  ['http://a.example/art/2024/8/11/art_1_2.html', '2024-08-11'],
  ['http://a.example/2024-08/11/content_1.htm', '2024-08-11'],
  ['http://a.example/20240724/1.html', '2024-07-24'],
  ['http://a.example/202408/0a1b.shtml', undefined],
  ['http://a.example/news/12345678.html', undefined],
])('of %s the address says %s', (url, expected) => {
  expect(dateFromUrl(url)).toBe(expected)
})

it('knows the day that a clock in the zone shows', () => {
  expect(localDay(new Date('2026-11-21T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-22')
  expect(instantOf('2026-11-22', 'Asia/Shanghai').toISOString()).toBe('2026-11-21T16:00:00.000Z')
  expect(instantOf('2026-11-22T09:00:00+08:00', 'UTC').toISOString()).toBe('2026-11-22T01:00:00.000Z')
  expect(() => instantOf('soon', 'UTC')).toThrow(RangeError)
})
