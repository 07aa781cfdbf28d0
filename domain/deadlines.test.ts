import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, registrationOf } from './deadlines.ts'
import { findMoments, toIso } from './moments.ts'

const zone = 'Asia/Shanghai'
const published = '2026-05-06'
const read = (text: string, day = published) => registrationOf(findDates(text, { published: day, zone }))

describe('the end of registration in', () => {
  it.each([
    ['报名时间：2026年5月11日至5月15日', '2026-05-11', '2026-05-15'],
    ['报名时间：2026年5月11日至15日17:30', '2026-05-11', '2026-05-15T17:30:00+08:00'],
    ['报名时间为5月11日9:00—5月15日17:00', '2026-05-11T09:00:00+08:00', '2026-05-15T17:00:00+08:00'],
    ['网上报名：2026.5.11-2026.5.15', '2026-05-11', '2026-05-15'],
    ['报名时间：2026-05-11 09:00 至 2026-05-15 18:00', '2026-05-11T09:00:00+08:00', '2026-05-15T18:00:00+08:00'],
    ['报名截止时间为5月20日', undefined, '2026-05-20'],
    ['报名截至5月20日24:00', undefined, '2026-05-20'],
    ['请于5月20日前将报名表发送至邮箱', undefined, '2026-05-20'],
    ['即日起至5月20日报名', '2026-05-06', '2026-05-20'],
    ['报名自本公告发布之日起至2026年5月20日17时止', '2026-05-06', '2026-05-20T17:00:00+08:00'],
    ['报名时间：5月11日至15日（上午8:00-12:00，下午3:00-6:00）', '2026-05-11', '2026-05-15T18:00:00+08:00'],
    [
      '报名自即日起至5月15日（周末正常接收，上午8:30-12:00，下午14:30-18:00）',
      '2026-05-06',
      '2026-05-15T18:00:00+08:00',
    ],
    ['报名截止5月底', undefined, '2026-05-31'],
    ['报名截止20260520', undefined, '2026-05-20'],
    ['报名5月8日启动，截止日期是5月12日', '2026-05-08', '2026-05-12'],
    ['自公告发布之日起10日内报名', '2026-05-06', '2026-05-16'],
    ['报名时间由5月11日至30日调整为5月11日至20日', '2026-05-11', '2026-05-20'],
    ['报名时间由5月15日延长至5月20日17:00', undefined, '2026-05-20T17:00:00+08:00'],
  ])('%s', (text, opens, closes) => {
    expect(read(text)).toEqual({ ...(opens && { opens }), ...(closes && { closes }) })
  })

  it.each([
    '公示时间：5月11日至15日',
    '面试时间：5月16日8:00',
    '1991年5月1日（含）以后出生，报名须符合条件',
    '年龄计算截止到2026年5月1日',
    '招满为止，长期有效',
    '自公告发布之日起5个工作日内报名',
    '领取准考证：5月20日至22日',
    '合同期自2026年7月1日起至2027年6月30日止',
  ])('none: %s', (text) => {
    expect(read(text).closes).toBeUndefined()
  })

  it('lies in the next year when the notice of December names January', () => {
    expect(read('报名截止1月10日', '2026-12-20').closes).toBe('2027-01-10')
  })

  it('ends a range in the year after the one in which it began', () => {
    expect(read('报名时间：2026年12月28日至1月5日', '2026-12-20').closes).toBe('2027-01-05')
  })
})

it('names each step with the words that said so', () => {
  const marks = findDates(
    '资格复审时间：6月1日至2日。笔试定于6月20日上午9:00举行，面试时间为7月4日。公示期6月8日至16日。',
    { published, zone },
  )
  expect(marks.map(({ what, from, to }) => [what, from, to])).toEqual([
    ['review', '2026-06-01', '2026-06-02'],
    ['exam', '2026-06-20T09:00:00+08:00', undefined],
    ['interview', '2026-07-04', undefined],
    ['publication', '2026-06-08', '2026-06-16'],
  ])
  expect(marks[1]?.raw).toContain('6月20日上午9:00')
})

it.each([
  ['Asia/Shanghai', '+08:00'],
  ['America/New_York', '-04:00'],
  ['UTC', '+00:00'],
])('says a time with the offset of %s', (name, offset) => {
  expect(toIso({ day: '2026-05-06', time: '09:00' }, name)).toBe(`2026-05-06T09:00:00${offset}`)
})

it.each(['2026年13月1日', '2026年2月30日', '13900000000', '3-5名', '99.5%', '5.5万元'])('%s holds no day', (text) => {
  expect(findMoments(text, published)).toEqual([])
})

it('throws on no text and answers only days that exist', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom('报名', '截止', '至', '5月', '31日', '2026年', '24:00', '下午', '底', '-', '（', '前'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      for (const { from, to } of findDates(pieces.join(''), { published, zone })) {
        for (const value of [from, to]) if (value) expect(Number.isNaN(Date.parse(value))).toBe(false)
      }
    }),
  )
})

it('counts working days by the calendar of the town', () => {
  const calendar = { '2026': { off: ['2026-05-08'], on: ['2026-05-09'] } }
  const text = '报名时间：自公告发布之日起3个工作日内'
  expect(registrationOf(findDates(text, { published, zone, calendar })).closes).toBe('2026-05-11')
})

it('reads the line under a heading as what the heading announced', () => {
  expect(read('（一）报名时间\n5月11日至15日\n（二）打印准考证\n5月26日至29日')).toEqual({
    opens: '2026-05-11',
    closes: '2026-05-15',
  })
})

it.each([
  '考生请于5月26日至5月29日登录报名网站打印准考证',
  '缴费截止时间为5月17日24:00',
  '报名人员可于5月20日至22日登录报名系统查询结果',
  '工作经历计算截止时间为报名首日（2026年5月11日）',
])('no registration: %s', (text) => {
  expect(read(text).closes).toBeUndefined()
})

it('takes a day without a label for what the notice as a whole is about', () => {
  const marks = findDates('9月19日9:00-15:00，人才市场', { published, zone, unlabelled: 'event' })
  expect(marks).toMatchObject([{ what: 'event', from: '2026-09-19T09:00:00+08:00' }])
})
