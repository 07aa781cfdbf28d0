import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareStories, type Story } from './same-story.ts'

const BODY =
  '5月6日，河东区柳巷社区食堂正式开业，七十岁以上老人凭证就餐每餐八元，八十岁以上五元。食堂面积三百平方米，可同时容纳一百人就餐，提供送餐上门服务。街道负责人说，今年辖区还将建成三家。'

const story = (patch: Partial<Story> = {}): Story => ({
  title: '社区食堂开业 老人午餐八元',
  body: BODY,
  url: 'https://a.example/1',
  source: 'a',
  publishedAt: '2026-05-06',
  ...patch,
})
const verdict = (patch: Partial<Story>, of: Partial<Story> = {}) => compareStories(story(of), story(patch))

describe('one story', () => {
  it.each([
    ['another headline', { title: '八元吃饱！柳巷社区食堂开张' }],
    ['another lead-in', { body: `本报讯（记者 某某）${BODY}` }],
    ['one who heard of it', { body: `近日，记者从有关部门获悉，${BODY}` }],
    ['a credit line', { body: `${BODY}（来源：鹿鸣日报）` }],
    ['its end cut off', { body: BODY.slice(0, BODY.indexOf('街道')) }],
    ['a sentence left out', { body: BODY.replace(/食堂面积[^。]*。/u, '') }],
    ['traditional script', { body: BODY.replace('开业', '開業').replaceAll('岁', '歲') }],
    ['a number written otherwise', { body: BODY.replace('三百平方米', '300平方米').replace('七十岁', '70岁') }],
    ['a word changed', { body: BODY.replace('凭证', '持证') }],
    ['the date left out of the lead', { body: BODY.replace('5月6日，', '') }],
    ['numbered headings', { body: BODY.replace('食堂面积', '二、基本情况\n食堂面积') }],
    ['a short sentence with a figure more', { body: BODY.replace('食堂面积', '共三层。食堂面积') }],
  ])('%s', (_name, patch) => {
    expect(verdict(patch)).toMatchObject({ same: true, why: 'text' })
  })

  it('the year of publication said by one of them', () => {
    const told = (day: string) => ({ body: BODY.replace('今年辖区', `${day}前辖区`) })
    expect(verdict(told('2026年10月1日'), told('10月1日'))).toMatchObject({ same: true, why: 'text' })
    expect(verdict(told('2027年10月1日'), told('10月1日')).same).toBe(false)
  })

  it('short ones by their headline', () => {
    const short = { title: '停水通知', body: '详见附件。' }
    expect(verdict({ ...short, title: '【提醒】停水通知' }, short)).toMatchObject({ same: true, why: 'title' })
    expect(verdict({ ...short, title: '停电通知' }, short).same).toBe(false)
  })
})

describe('two stories', () => {
  it('of one recruitment: a step and its result', () => {
    const title = '青石市2026年公开招聘教师面试公告'
    const result = { title: '青石市2026年公开招聘教师面试成绩公告' }
    expect(verdict(result, { title })).toMatchObject({ same: false, why: 'step' })
    expect(verdict({ title: `【关注】${title}` }, { title }).same).toBe(true)
  })

  it.each([
    ['another day', { body: BODY.replace('5月6日', '6月18日') }],
    ['another figure', { body: BODY.replace('三百平方米', '五百平方米') }],
    ['a figure slipped in', { body: BODY.replace('可同时容纳', '二层可同时容纳') }],
    ['another place', { body: BODY.replace('河东区', '河西区') }],
    ['another time of year', { body: `春季开学前夕，${BODY}` }, { body: `秋季开学前夕，${BODY}` }],
    ['another name twice', { body: BODY.replaceAll('食堂', '书屋') }],
    [
      'another house in text and headline',
      { title: '柳岸食堂开业', body: BODY.replace('柳巷', '柳岸') },
      { title: '柳巷食堂开业' },
    ],
    ['another round', { title: '第二次公开招聘教师公告' }, { title: '公开招聘教师公告' }],
    ['another issue of a bulletin', { title: '菜价周报（第23期）' }, { title: '菜价周报（第22期）' }],
    ['another text', { body: '市人大常委会举行第三十次会议，听取和审议财政决算报告，表决通过有关人事任免事项。' }],
  ])('%s', (_name, patch: Partial<Story>, of: Partial<Story> = {}) => {
    expect(verdict(patch, of).same).toBe(false)
  })

  const OUTAGE =
    '因供水管网改造，定于近期对部分区域暂停供水，停水范围为滨河一带居民用户，请提前做好储水准备，恢复供水时间以现场通知为准，给您带来不便敬请谅解，抢修人员将全力缩短停水时间。'
  it.each([
    ['another street in the text', { body: OUTAGE.replace('滨河', '柳岸') }],
    [
      'a name that no word marks as a place',
      { body: OUTAGE.replace('滨河一带', '柳岸') },
      OUTAGE.replace('滨河一带', '滨河'),
    ],
    ['another street in the headline alone', { title: '柳岸路停水通知' }],
    [
      'another day in the headline alone',
      { title: '滨河路停水通知（续），5月8日' },
      OUTAGE,
      '滨河路停水通知（续），5月6日',
    ],
  ])('of an outage: %s', (_name, patch: Partial<Story>, body = OUTAGE, title = '滨河路停水通知') => {
    expect(verdict({ title, body, ...patch }, { title, body }).same).toBe(false)
    expect(verdict({ title, body: `【提醒】${body}` }, { title, body }).same).toBe(true)
  })

  it('an amendment and its call', () => {
    const call = { title: '河东区2026年公开招聘教师公告' }
    expect(verdict({ title: '河东区2026年公开招聘教师公告更正' }, call)).toMatchObject({ same: false, why: 'step' })
    expect(verdict({ title: '河东区2026年公开招聘教师面试公告' }, call)).toMatchObject({ same: false, why: 'step' })
  })

  it('the same words two months later', () => {
    expect(verdict({ publishedAt: '2026-07-09' })).toMatchObject({ same: false, why: 'days' })
  })
})

it('answers the same whichever comes first, and never throws', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(BODY, BODY.slice(30), `本报讯${BODY}九`))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const one = compareStories(story({ body: a }), story({ body: b }))
      const other = compareStories(story({ body: b }), story({ body: a }))
      expect(other).toEqual(one)
    }),
  )
})

const SET = '../shared/understanding/duplicates.jsonl'
it.skipIf(!existsSync(SET))('tells the open set apart', () => {
  const told = readFileSync(SET, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ id, input, expect: { same } }) => {
      const [a, b] = [input.a, input.b].map((side) => ({ ...side, publishedAt: side.published }))
      return compareStories(a, b).same === same ? undefined : id
    })
  expect(told.filter(Boolean)).toEqual([])
})
