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

it('takes the body above the post for the employer where no column names one', () => {
  const jobs = read([
    ['部门名称', '用人司局', '招考职位', '招考人数'],
    ['甲部', '办公厅', '文秘', '2'],
  ])
  expect(jobs).toMatchObject([{ employer: '甲部', department: '办公厅', title: '文秘', headcount: 2 }])
})

it('keeps other conditions and certificates, and says 政治面貌 or 备注 only where nothing else is asked', () => {
  const asked = read([
    ['单位', '岗位名称', '政治面貌', '最低专业技术资格', '其他条件', '备注'],
    ['甲局', '会计', '中共党员', '会计师', '35周岁以下', '24小时值班'],
  ])
  expect(asked[0]).toMatchObject({ conditions: '会计师；35周岁以下', age: '35周岁以下' })
  expect(
    read([
      ['单位', '岗位名称', '政治面貌'],
      ['甲局', '会计', '中共党员'],
    ])[0]?.conditions,
  ).toBe('中共党员')
})

it('reads headers in traditional script and in English', () => {
  expect(
    read([
      ['公司名稱', '職缺內容', '所需技能'],
      ['甲公司', '會計', '熟悉帳務'],
    ]),
  ).toMatchObject([{ employer: '甲公司', title: '會計', conditions: '熟悉帳務' }])
  expect(
    read([
      ['Company', 'Job Title', 'Location'],
      ['Acme', 'Driver', 'Leeds'],
    ]),
  ).toMatchObject([{ employer: 'Acme', title: 'Driver', place: 'Leeds' }])
})

it('takes an employer with a headcount behind it for a section, and one that a label names above the header', () => {
  const jobs = read([
    ['招聘单位：云溪县图书馆', '', ''],
    ['岗位名称', '人数', '学历'],
    ['讲解员', '1', '大专'],
    ['白羊县卫生局（3人）', '白羊县卫生局（3人）', '白羊县卫生局（3人）'],
    ['会计', '3', '本科'],
  ])
  expect(jobs.map(({ employer, title }) => [employer, title])).toEqual([
    ['云溪县图书馆', '讲解员'],
    ['白羊县卫生局', '会计'],
  ])
})

it('stands a table up that lies on its side', () => {
  const jobs = read([
    ['岗位名称', '会计', '司机'],
    ['招聘人数', '1', '2'],
    ['学历', '本科', '不限'],
  ])
  expect(jobs).toMatchObject([
    { title: '会计', headcount: 1, education: 'bachelor' },
    { title: '司机', headcount: 2, education: 'none' },
  ])
})

it.each([
  ['names', ['姓名', '单位', '岗位', '学历']],
  ['marks', ['岗位名称', '岗位代码', '准考证号', '笔试成绩']],
  ['shifts', ['岗位', '单位', '班次', '人数']],
  ['wages', ['单位', '岗位', '应发工资', '实发工资']],
  ['figures', ['专业名称', '可报考岗位的具体数量', '', '']],
])('gives no job for a list of %s', (_, header) => {
  expect(read([header, ['甲', '乙', '丙', '丁'], ['甲', '乙', '丙', '丁']])).toEqual([])
})

it('shows the row of the spreadsheet, the sheet and the file', () => {
  const table = {
    rows: [
      ['单位', '岗位'],
      ['甲局', '会计'],
    ],
    rowNumbers: [3, 7],
    sheet: '市直',
    file: 'http://a.test/1.xls',
  }
  expect(readJobTable(table, context)).toMatchObject([{ row: 7, sheet: '市直', file: 'http://a.test/1.xls' }])
})

describe('a part of the employer', () => {
  const NOTICE = { currency: 'CNY', employer: '青石市人民医院' }

  it.each(['招聘科室', '用人科室', '用人部门', '招聘部门', '科室', '处室', '部门', '内设机构', '院系'])(
    'under %s is a department, and the notice says who hires',
    (label) => {
      const rows = [
        [label, '岗位名称', '招聘人数', '学历'],
        ['儿科', '护士', '2', '大专'],
        ['财务部', '出纳', '1', '本科'],
      ]
      expect(readJobTable({ rows }, NOTICE)).toMatchObject([
        { employer: '青石市人民医院', department: '儿科', title: '护士' },
        { employer: '青石市人民医院', department: '财务部', title: '出纳' },
      ])
      expect(readJobTable({ rows }, { currency: 'CNY' }).map(({ employer }) => employer)).toEqual([
        undefined,
        undefined,
      ])
    },
  )

  it('stands beside its employer', () => {
    const rows = [
      ['用人单位', '招聘科室', '岗位名称', '人数'],
      ['青石市中医院', '儿科', '护士', '2'],
    ]
    expect(readJobTable({ rows }, NOTICE)).toMatchObject([{ employer: '青石市中医院', department: '儿科' }])
  })

  it('in a section row leaves the employer of the section above it', () => {
    const rows = [
      ['岗位名称', '人数', '学历'],
      ['青石市中医院', '', ''],
      ['儿科', '', ''],
      ['护士', '2', '大专'],
    ]
    expect(readJobTable({ rows }, NOTICE)).toMatchObject([
      { employer: '青石市中医院', department: '儿科', title: '护士' },
    ])
  })

  it('is none where a column of 部门 holds bodies', () => {
    const rows = [
      ['部门', '岗位名称', '人数', '学历'],
      ['青石市财政局', '会计', '2', '大专'],
      ['青石市教育局', '文员', '1', '大专'],
    ]
    expect(readJobTable({ rows }, NOTICE)).toMatchObject([{ employer: '青石市财政局' }, { employer: '青石市教育局' }])
  })
})

it.each([
  [
    ['日期', '岗位', '志愿者', '人数', '地点'],
    ['5月1日', '秩序引导', '样某', '2', '东门'],
  ],
  [
    ['志愿服务岗位', '服务时间', '服务地点', '人数'],
    ['秩序引导', '9:00-12:00', '东门', '2'],
  ],
  [
    ['时间', '地点', '岗位', '值守人员', '人数'],
    ['9:00-12:00', '东门', '引导员', '样某', '2'],
  ],
  [
    ['岗位', '人数', '服务时间', '服务地点', '集合时间'],
    ['引导', '3', '9:00-12:00', '东门', '8:00'],
  ],
  [
    ['岗位', '地点', '人数', '周一', '周二'],
    ['引导', '东门', '2', '样甲', '样乙'],
  ],
])('finds no job in a rota with the columns %j', (header, row) => {
  expect(readJobTable({ rows: [header, row] }, { currency: 'CNY' })).toEqual([])
})
