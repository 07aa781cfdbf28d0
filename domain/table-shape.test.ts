import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJobTable } from './job-table.ts'

const read = (rows: string[][]) => readJobTable({ rows }, { currency: 'CNY' })

describe('forms', () => {
  const form = (title: string, count: string) => [
    ['招聘单位', '云溪文旅公司', '岗位名称', title],
    ['招聘人数', count, '学历要求', '高中及以上'],
    ['岗位职责', '服从安排。', '服从安排。', '服从安排。'],
  ]

  it('reads names and values in turn as one post', () => {
    expect(read(form('检票员', '6'))).toMatchObject([
      { employer: '云溪文旅公司', title: '检票员', headcount: 6, education: 'senior', row: 1 },
    ])
  })

  it('begins the next post where a name comes again', () => {
    expect(read([...form('检票员', '6'), ...form('讲解员', '2')])).toMatchObject([
      { title: '检票员', headcount: 6, row: 1 },
      { title: '讲解员', headcount: 2, row: 4 },
    ])
  })
})

describe('tables side by side', () => {
  it('reads each of them', () => {
    const jobs = read([
      ['岗位名称', '招聘人数', '学历', '', '岗位名称', '招聘人数', '学历'],
      ['保洁员', '5', '不限', '', '维修工', '2', '中专'],
      ['厨师', '1', '不限', '', '', '', ''],
    ])
    expect(jobs.map(({ title, headcount, row }) => [title, headcount, row])).toEqual([
      ['保洁员', 5, 2],
      ['厨师', 1, 3],
      ['维修工', 2, 2],
    ])
  })
})

describe('headers', () => {
  it('turns to another header in the middle of a sheet', () => {
    const jobs = read([
      ['单位', '岗位', '人数', '学历'],
      ['供水公司', '抄表员', '3', '高中'],
      ['岗位名称', '招聘单位', '月薪', '需求人数'],
      ['锅炉工', '热力公司', '4500元', '6'],
    ])
    expect(jobs).toMatchObject([
      { employer: '供水公司', title: '抄表员', headcount: 3 },
      { employer: '热力公司', title: '锅炉工', headcount: 6, pay: { min: 4500 } },
    ])
  })

  it('ends where a list of people begins', () => {
    const jobs = read([
      ['单位', '岗位', '人数', '学历'],
      ['供水公司', '抄表员', '3', '高中'],
      ['岗位', '姓名', '准考证号', '成绩'],
      ['抄表员', '甲某', '0012', '80'],
    ])
    expect(jobs).toHaveLength(1)
  })

  it('reads three rows, numbered names and names that only begin like known ones', () => {
    const three = [
      ['用人单位', '岗位', '岗位', '招聘计划', '资格条件', '资格条件'],
      ['用人单位', '名称', '代码', '招聘计划', '专业', '专业'],
      ['用人单位', '名称', '代码', '招聘计划', '本科', '研究生'],
      ['县医院', '超声诊断', '3101', '2', '医学影像学', '影像医学'],
    ]
    expect(read(three)).toMatchObject([
      { employer: '县医院', title: '超声诊断', code: '3101', majors: ['医学影像学', '影像医学'] },
    ])
    const numbered = [
      ['1岗位名称', '2.招聘人数', '三、学历要求', '④岗位补贴标准'],
      ['文员', '2', '大专', '2600元/月'],
    ]
    expect(read(numbered)).toMatchObject([{ title: '文员', headcount: 2, education: 'college', pay: { min: 2600 } }])
  })
})

describe('no table of posts', () => {
  it.each<[string, string[][]]>([
    [
      'goods',
      [
        ['名称', '规格', '单位', '数量'],
        ['打印机', 'HP', '台', '5'],
      ],
    ],
    [
      'counts of those who applied',
      [
        ['岗位代码', '岗位名称', '招聘人数', '报名人数'],
        ['A01', '综合岗', '2', '56'],
      ],
    ],
    [
      'subsidies for training',
      [
        ['职业（工种）', '等级', '补贴标准'],
        ['焊工', '五级', '1000'],
      ],
    ],
    [
      'lessons',
      [
        ['星期', '学科', '时间', '地点', '人数'],
        ['一', '语文', '8:00', '101', '45'],
      ],
    ],
    [
      'telephone numbers',
      [
        ['单位', '职务', '办公电话'],
        ['教育局', '局长', '0999-5550001'],
      ],
    ],
    [
      'marks of work done',
      [
        ['单位', '岗位', '考核等次'],
        ['环卫处', '保洁', '优秀'],
      ],
    ],
  ])('%s', (_name, rows) => {
    expect(read(rows)).toEqual([])
  })
})

describe('short tables of posts', () => {
  it.each([
    [['岗位名称', '招聘人数', '备注']],
    [['岗位名称', '招聘人数', '联系电话']],
    [['岗位名称', '招聘人数', '联系人', '联系电话', '备注']],
    [['岗位名称', '招聘人数']],
    [['序号', '岗位名称', '招聘人数']],
    [['招聘岗位', '人数']],
    [['企业名称', '招聘岗位', '联系人', '联系电话']],
  ])('%j', (header) => {
    const cells = header.map((label) => (/岗位/u.test(label) ? '会计' : /人数|序号/u.test(label) ? '2' : '样某'))
    expect(read([header, cells])).toMatchObject([{ title: '会计' }])
  })
})

describe('short tables of something else', () => {
  it.each([
    [['岗位名称', '招聘人数', '报名人数']],
    [['岗位名称', '招聘人数', '缴费人数']],
    [['岗位名称', '招聘人数', '审核通过人数']],
    [['岗位名称', '招聘人数', '报名成功人数', '备注']],
    [['岗位名称', '招聘人数', '应聘人数']],
    [['岗位名称', '招聘人数', '面试分数线']],
    [['岗位名称', '招聘人数', '姓名', '成绩']],
    [['岗位名称', '招聘人数', '是否达到开考']],
    [['岗位名称', '招聘人数', '面试室']],
    [['物资名称', '需求数量', '备注']],
    [['名称', '需求数量', '备注']],
    [['岗位', '人数', '时间']],
    [['志愿者岗位', '招募人数', '备注']],
    [['岗位名称', '招募人数', '备注']],
    [['单位', '岗位', '联系人', '联系电话']],
  ])('%j', (header) => {
    expect(read([header, header.map((label) => (/数|线|成绩/u.test(label) ? '2' : '样某'))])).toEqual([])
  })
})

it('never throws, whatever the cells', () => {
  const cell = fc.oneof(fc.constantFrom('岗位名称', '招聘人数', '学历', '单位', '', '名称'), fc.string())
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 9 }), (rows) => read(rows).length >= 0))
})
