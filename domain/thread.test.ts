import { describe, expect, it } from 'vitest'
import { threadKey } from './thread.ts'

const key = (title: string, employer?: string, body = '') =>
  threadKey({
    title,
    body,
    publishedAt: '2026-05-06',
    publisher: '鹿鸣市人力资源和社会保障局',
    ...(employer && { employer }),
  })

describe('joins the notices of one recruitment', () => {
  it.each([
    [
      '河东县2026年公开招聘中小学教师公告',
      '河东县2026年公开招聘中小学教师补充公告',
      '关于河东县2026年公开招聘中小学教师笔试有关事项的通知',
      '河东县2026年公开招聘中小学教师面试成绩公布',
      '2026年河东县公开招聘教师拟聘用人员公示（第二批）',
    ],
    [
      '鹿鸣市2026年市直事业单位公开招聘工作人员公告',
      '鹿鸣市2026年市直事业单位公开招聘部分岗位核减的公告',
      '鹿鸣市市直事业单位2026年招聘体检名单',
    ],
    [
      '河东县人民医院2026年招聘护士10名公告',
      '河东县人民医院招聘资格复审通知',
      '关于公布河东县人民医院2026年公开招聘面试成绩的公告',
    ],
    [
      '河东县档案馆公开招聘讲解员公告',
      '关于取消河东县档案馆公开招聘讲解员的公告',
      '关于延长河东县档案馆招聘报名时间的公告',
    ],
    ['河东县公安局公开招聘警务辅助人员公告', '河东县公安局招聘辅警体能测评通知', '河东县公安局辅警招聘拟录用公示'],
  ])('%s', (...titles) => {
    expect(new Set(titles.map((title) => key(title))).size).toBe(1)
  })
})

it.each([
  ['another employer', '河东县人民医院2026年招聘公告', '河西县人民医院2026年招聘公告'],
  ['another year', '河东县2026年公开招聘教师公告', '河东县2025年公开招聘教师体检通知'],
  ['another programme', '河东县2026年公开招聘教师公告', '河东县2026年公开招聘社区工作者公告'],
  ['another round', '河东县2026年第一次公开招聘教师公告', '河东县2026年第二次公开招聘教师公告'],
  ['the round after one that names none', '河东县2026年公开招聘教师公告', '河东县2026年二次公开招聘教师公告'],
  ['another batch of posts', '河东县2026年公开招聘教师公告（第一批）', '河东县2026年公开招聘教师公告（第二批）'],
  ['the steps of two rounds', '河东县2026年第二次招聘教师面试公告', '河东县2026年第三次招聘教师面试公告'],
])('keeps apart %s', (_name, one, other) => {
  expect(key(one)).not.toBe(key(other))
})

it('asks the notice itself, then the publisher, where the headline names nobody', () => {
  expect(key('公开招聘工作人员公告', '河东县供热公司')).toContain('河东县供热公司|2026')
  expect(key('招聘公告')).toContain('鹿鸣市人力资源社会保障局|2026')
})

describe('a round', () => {
  it.each([
    ['河东县2026年第一次公开招聘教师公告', '河东县2026年公开招聘教师面试公告'],
    ['河东县2026年第二次公开招聘教师公告', '河东县第二次公开招聘教师体检通知'],
    ['河东县2026年第二批公开招聘教师公告', '河东县2026年公开招聘（第二批）教师拟聘用人员公示（第三批）'],
    ['河东县2026年公开招聘教师公告', '河东县2026年公开招聘教师第二次递补体检公告'],
    ['河东县2026年公开招聘教师公告', '河东县2026年公开招聘教师第二批拟聘用人员公示'],
    ['河东县2026年公开招聘教师公告', '河东县2026年公开招聘教师补充公告（第二次）'],
  ])('of %s is that of %s', (one, other) => {
    expect(key(one)).toBe(key(other))
  })

  it('and its year are those of the call that a later notice quotes', () => {
    const quotes = '根据《河东县2025年第二次公开招聘教师公告》规定，现将面试有关事项公告如下。'
    expect(key('河东县公开招聘教师面试公告', undefined, quotes)).toBe(key('河东县2025年第二次公开招聘教师公告'))
    expect(key('河东县公开招聘教师面试公告', undefined, '根据《2019年教育法招聘辅警规定》')).toContain('|2026|')
  })
})
