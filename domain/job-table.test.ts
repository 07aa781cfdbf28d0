import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJobTable } from './job-table.ts'

const context = { currency: 'CNY' }
const read = (rows: string[][]) => readJobTable({ rows }, context)
const HEADER = ['序号', '招聘单位', '岗位名称', '招聘人数', '学历要求', '专业要求', '年龄要求', '其他条件', '薪酬']

it('makes one job per row, with its number and the row as read', () => {
  const [job, ...rest] = read([
    ['青石市2026年公开招聘岗位表', '', '', '', '', '', '', '', ''],
    HEADER,
    ['1', '云溪县医院', '会计', '2名', '本科及以上', '会计学、审计', '35周岁以下', '有初级职称', '3000-4000元/月'],
  ])
  expect(rest).toEqual([])
  expect(job).toEqual({
    employer: '云溪县医院',
    title: '会计',
    position: '2411-accountant',
    headcount: 2,
    education: 'bachelor',
    majors: ['会计学', '审计'],
    age: '35周岁以下',
    conditions: '有初级职称',
    pay: { min: 3000, max: 4000, period: 'month', currency: 'CNY', raw: '3000-4000元/月' },
    row: 3,
    raw: {
      序号: '1',
      招聘单位: '云溪县医院',
      岗位名称: '会计',
      招聘人数: '2名',
      学历要求: '本科及以上',
      专业要求: '会计学、审计',
      年龄要求: '35周岁以下',
      其他条件: '有初级职称',
      薪酬: '3000-4000元/月',
    },
  })
})

it('reads a header of two rows whose upper cells are spanned', () => {
  const jobs = read([
    ['招聘单位', '岗位', '人数', '招聘条件', '招聘条件', '招聘条件'],
    ['招聘单位', '岗位', '人数', '学历', '专业', '年龄'],
    ['河东区图书馆', '讲解员', '1', '大专', '不限', '30周岁以下'],
  ])
  expect(jobs).toMatchObject([{ title: '讲解员', education: 'college', majors: ['不限'], age: '30周岁以下', row: 3 }])
  expect(jobs[0]?.raw).toHaveProperty('招聘条件 学历', '大专')
})

it('inherits employers from section rows and from the cell above', () => {
  const jobs = read([
    ['岗位名称', '招聘人数', '学历'],
    ['一、白羊县人民医院', '一、白羊县人民医院', '一、白羊县人民医院'],
    ['护士', '3', '大专'],
    ['二、云溪县', '二、云溪县', '二、云溪县'],
    ['司机', '1', '不限'],
  ])
  expect(jobs[0]).toMatchObject({ employer: '白羊县人民医院', row: 3 })
  expect(jobs[1]).toMatchObject({ place: '云溪县', row: 5 })
  const merged = read([
    ['用人单位', '职位名称', '人数'],
    ['河东区环卫所', '保洁员', '5'],
    ['', '驾驶员', '2'],
  ])
  expect(merged[1]?.employer).toBe('河东区环卫所')
})

it('leaves out notes, totals and headers said again', () => {
  const jobs = read([
    ['单位', '岗位', '人数', '学历'],
    ['甲局', '文员', '1', '大专'],
    ['单位', '岗位', '人数', '学历'],
    ['乙局', '司机', '1', '不限'],
    ['合计', '合计', '2', ''],
    ['注：以上岗位均需服从调剂。', '', '', ''],
    ['3', '注：服从调剂', '', ''],
    ['备注', '咨询电话0999-1234567', '', ''],
  ])
  expect(jobs.map(({ title, row }) => [title, row])).toEqual([
    ['文员', 2],
    ['司机', 4],
  ])
})

it('finds the header as far down as the tenth row and no farther', () => {
  const above = (n: number) => Array.from({ length: n }, () => ['', '', ''])
  const table = (n: number) => [...above(n), ['单位', '岗位', '人数'], ['甲局', '文员', '1']]
  expect(read(table(9))).toHaveLength(1)
  expect(read(table(10))).toHaveLength(0)
})

it('prefers the column that is called a title', () => {
  expect(
    read([
      ['招聘单位', '岗位类别', '岗位', '岗位名称', '人数'],
      ['甲局', '管理', 'A1', '文秘', '1'],
    ])[0]?.title,
  ).toBe('文秘')
})

describe('no position table', () => {
  it.each([
    [
      'a list of marks',
      [
        ['序号', '姓名', '招聘单位', '岗位', '笔试成绩'],
        ['1', '某某', '甲局', '文员', '80'],
      ],
    ],
    [
      'a list of admission numbers',
      [
        ['准考证号', '报考岗位', '招聘单位', '总成绩'],
        ['1', '文员', '甲局', '70'],
      ],
    ],
    [
      'a timetable',
      [
        ['日期', '上午', '下午'],
        ['周一', '会议', '休息'],
      ],
    ],
    ['prose', [['岗位很多，人数也多。']]],
    ['nothing', []],
  ])('%s', (_name, rows) => {
    expect(read(rows)).toEqual([])
  })
})

it('throws on no table', () => {
  const cell = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('岗位', '招聘单位', '人数', '学历', '合计', ''))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 14 }), (rows) => Array.isArray(read(rows))),
  )
})
