import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPosition, OTHER_POSITION, POSITIONS } from './positions.ts'
import { ENGLISH_POSITION_WORDS } from './words/en-positions.ts'
import { OFFICE_WORDS } from './words/zh-positions-office.ts'
import { SERVICE_WORDS } from './words/zh-positions-service.ts'
import { SKILL_WORDS } from './words/zh-positions-skill.ts'
import { TRADE_WORDS } from './words/zh-positions-trade.ts'

it('has at least forty groups, each led by its ISCO-08 code, and one for the rest', () => {
  expect(POSITIONS.length).toBeGreaterThanOrEqual(41)
  for (const { id, isco } of POSITIONS)
    expect(id === 'other' ? isco : id.startsWith(`${isco}-`) && isco.length === 4).toBe(id === 'other' ? '' : true)
  expect(new Set(POSITIONS.map(({ id }) => id)).size).toBe(POSITIONS.length)
})

it('says no word for two groups', () => {
  const words = POSITIONS.flatMap(({ words: own, heads, places, weak }) => [...own, ...heads, ...places, ...weak])
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})

it('has words for every group but the rest, and for no other', () => {
  const tables = [SERVICE_WORDS, OFFICE_WORDS, TRADE_WORDS, SKILL_WORDS].flatMap(Object.keys)
  const ids = POSITIONS.map(({ id }) => id).filter((id) => id !== OTHER_POSITION)
  expect(tables.sort()).toEqual([...ids].sort())
  expect(Object.keys(ENGLISH_POSITION_WORDS).filter((id) => !ids.includes(id))).toEqual([])
})

it('names every group in three languages', () => {
  for (const { names } of POSITIONS) expect(Object.keys(names)).toEqual(['zh-Hans', 'zh-Hant', 'en'])
})

describe('the head of a title decides', () => {
  it.each([
    ['商场保安，月薪2800', '5414'],
    ['学校保安', '5414'],
    ['医院会计', '2411'],
    ['学校食堂厨师', '5120'],
    ['公交车驾驶员', '8331'],
    ['A2货车司机', '8332'],
    ['司机（A2）', '8322'],
    ['前台接待（酒店）', '4226'],
    ['焊工学徒', '7212'],
    ['软件开发工程师', '2512'],
    ['财务经理', '2411'],
    ['市场部经理', '1120'],
    ['小学语文教师', '2341'],
    ['养老护理员', '5322'],
    ['护士', '2221'],
    ['保育员', '5311'],
    ['井下掘进工', '8111'],
    ['HR', '2423'],
    ['一级科员', '4110'],
    ['水暖维修工', '7126'],
    ['景区维修工', '7231'],
    ['景区工作人员', '5113'],
    ['洗碗阿姨', '9412'],
    ['缆车操作员', '8343'],
    ['造雪工', '8189'],
    ['管理岗（财务）', '2411'],
    ['高中体育教师', '2330'],
    ['軟體開發工程師', '2512'],
    ['Security Guards', '5414'],
    ['Director of Nursing', '1219'],
    ['挖掘机维修工', '7231'],
    ['焊接工程师', '2144'],
    ['光伏运维工程师', '3131'],
    ['口腔科医师', '2261'],
    ['针灸推拿医师', '2230'],
    ['家具厂木工', '7115'],
    ['银行柜员', '4211'],
    ['热力工', '8182'],
    ['消防文员', '4110'],
    ['玄学岗', 'other'],
  ])('%s → %s', (title, isco) => {
    expect(findPosition(title)).toMatch(new RegExp(`^${isco}`))
  })
})

it('answers a known id for any text', () => {
  const ids = new Set(POSITIONS.map(({ id }) => id))
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (title) => ids.has(findPosition(title))))
})
