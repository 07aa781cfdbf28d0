import { describe, expect, it } from 'vitest'
import { findEmployer } from './employer.ts'
import { readJobText } from './job-text.ts'

const read = (title: string, body = '') =>
  readJobText({ title, body, currency: 'CNY' }).map(({ title: name, headcount }) =>
    headcount ? `${name} ${headcount}` : name,
  )

describe('one job per position that a notice names', () => {
  it.each([
    ['招聘启事', '岗位名称：维修工\n人数：3名\n薪酬待遇：面议', ['维修工 3']],
    ['招聘公告', '招聘岗位：综合管理岗2名。', ['综合管理岗 2']],
    ['招聘公告', '岗位：保安3名、保洁2名', ['保安 3', '保洁 2']],
    ['招聘公告', '现面向社会招聘保安3名、保洁员（女）2名，待遇面议。', ['保安 3', '保洁员 2']],
    ['招聘公告', '一、岗位\n1.会计1名，大专以上学历\n2.厨师2名，月薪4000元', ['会计 1', '厨师 2']],
    ['招聘凉菜师傅', '', ['凉菜师傅']],
    ['诚聘司机2名', '', ['司机 2']],
    ['某公司招聘工作人员公告', '', []],
    ['招聘启事', '有意者请联系，已有20人报名。', []],
    ['招聘启事', '计划招聘季节性工人五十八名，包括教练和厨师。', ['季节性工人 58']],
    ['用工情况', '本次招聘走访求职者六百一十二人次，招聘会第一场在广场下，共一百名。', []],
    ['凡是先交钱的招聘，请先停下来', '', []],
    ['补充公告', '招聘人数由1名增至2名，其中1名在分院。', []],
  ])('%s: %s', (title, body, want) => {
    expect(read(title, body)).toEqual(want)
  })
})

/** 工作人员 and its like name no post, whatever the notice does with them. */
it.each([
  '云溪县人民医院第二次公开招聘工作人员补充公告',
  '公开招聘工作人员更正公告',
  '招聘工作人员延期公告',
  '公开招聘专业技术人员补充说明',
  '招聘编外人员变更通知',
  '招聘工作人员调整公告',
  '公开招聘工作人员补充简章',
  '招聘工作人员补充事项公告',
  '招聘工作人员公告（补充）',
  '公开招聘人员变更事项通知',
  '招聘劳务派遣人员补充启事',
  '招聘毕业生延期通告',
])('finds no post in %s', (title) => {
  expect(read(title)).toEqual([])
})

it.each([
  ['招聘护士补充公告', '护士'],
  ['招聘会计公告（第二批）', '会计'],
  ['招聘补充调剂员公告', '补充调剂员'],
  ['招聘延期还款专员', '延期还款专员'],
])('and the post in %s', (title, post) => {
  expect(read(title)).toEqual([post])
})

it('gives each of several positions the headcount of its own block', () => {
  expect(read('招聘', '岗位名称：教师\n招聘人数：3人\n\n岗位名称：保育员\n招聘人数：2人')).toEqual([
    '教师 3',
    '保育员 2',
  ])
})

it('gives a single position everything the notice says', () => {
  const [job] = readJobText({
    title: '云溪县图书馆招聘讲解员启事',
    body: '岗位名称：讲解员\n招聘人数：2人\n要求：大专及以上学历，35周岁以下\n工资：2800元/月\n工作地点：云溪县城',
    currency: 'CNY',
  })
  expect(job).toMatchObject({
    employer: '云溪县图书馆',
    title: '讲解员',
    position: '5113-guide',
    headcount: 2,
    education: 'college',
    age: '35周岁以下',
    pay: { min: 2800, max: 2800 },
    place: '云溪县城',
  })
})

it('gives each of several positions only its own pay', () => {
  const jobs = readJobText({ title: '招聘', body: '1.会计1名，月薪4000元\n2.厨师2名，月薪5000元', currency: 'CNY' })
  expect(jobs.map(({ pay }) => pay?.min)).toEqual([4000, 5000])
})

it.each([
  ['云溪县人民医院2026年公开招聘公告', '', '云溪县人民医院'],
  ['2026年青石市事业单位公开招聘公告', '', undefined],
  ['招聘启事', '用人单位：白羊县供热公司。', '白羊县供热公司'],
])('the employer of %s is %s', (title, body, want) => {
  expect(findEmployer(title, body)).toBe(want)
})
