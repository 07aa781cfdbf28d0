import { describe, expect, it } from 'vitest'
import { findFlags } from './flags.ts'

const flags = (body: string, official = false) =>
  findFlags({ title: '招聘启事', body, jobs: [], official }).map(({ id }) => id)

describe('raises', () => {
  it.each([
    ['收取中介费五百元', ['fee']],
    ['入职须先交服装费300元', ['fee']],
    ['需缴纳押金500元', ['deposit']],
    ['培训费可分期贷款，包就业', ['training-loan']],
    ['内部渠道免试录用', ['impersonation']],
    ['手机刷单，日结', ['rebate']],
    ['高薪招聘境外客服，包机票', ['overseas']],
    ['身份证、毕业证原件由公司统一保管', ['id-held']],
    ['仅限微信联系，不接电话', ['chat-only']],
    ['无需经验，在家日入800元', ['too-good']],
    ['限男性', ['sex']],
    ['女士优先', ['sex']],
    ['已婚已育者优先', ['birth']],
    ['有孩子者优先', ['birth']],
    ['家中有小孩的谢绝', ['birth']],
    ['孕妇不予录用', ['birth']],
    ['近期无结婚打算者优先', ['birth']],
    ['要求单身，能倒班', ['birth']],
    ['限汉族', ['ethnicity']],
    ['无宗教信仰', ['religion']],
    ['要求吃苦耐劳，信仰佛教', ['religion']],
    ['毕业证原件由我方代为保存', ['id-held']],
    ['上岗前自费办证200元', ['fee']],
    ['详情加vx：abc_123', ['chat-only']],
    ['青石、松岭籍不要', ['residence']],
    ['外县户口的一律不收', ['residence']],
    ['须具有本市户籍', ['residence']],
    ['外地人勿扰', ['residence']],
    ['体检含乙肝五项', ['hepatitis-b']],
    ['35周岁以下', ['age']],
  ])('%s → %o', (body, want) => {
    expect(flags(body)).toEqual(want)
  })
})

describe('raises nothing for', () => {
  it.each([
    '不收取任何费用',
    '无任何中介费',
    '免收报名费',
    '谨防以招聘名义收取押金的骗局',
    '男女不限',
    '性别不限，形象端正',
    '女装导购两名',
    '缴纳生育保险，享受产假',
    '欢迎各民族应聘',
    '尊重宗教信仰',
    '户籍不限',
    '户口不要求',
    '信仰佛教者亦可应聘，宗教信仰不限',
    '证件原件由本人保存',
    '资格证原件请各自妥善保存',
    '不用自费体检',
    '无需自费培训',
    '请带户口本原件',
    '乙肝疫苗接种点登记员',
    '请妥善保管个人证件',
    '五险一金，双休',
    '月薪4000-6000元，有无经验均可',
    '具有中华人民共和国国籍',
    '熟悉藏族文化者优先',
    '因怀孕无法参加体测，请书面申请延期',
    '反刷单系统研发工程师',
    '喜欢孩子，有孩子缘',
    '有孩子陪伴经验者优先',
    '招募“读给孩子听”志愿者，陪孩子读绘本',
    '陪伴没有孩子的老人',
    '为有孩子上学的家庭送文具',
    '有小孩的家庭可一起参加',
    '为孕妇提供就诊引导',
    '为单身老人包饺子',
    '关爱未婚先孕青少年',
    '结婚登记处引导志愿者三名',
    '孕期妈妈课堂助教志愿者',
    '免费孕检点引导员',
  ])('%s', (body) => {
    expect(flags(body)).toEqual([])
  })

  it('the exam fee of a public call', () => {
    expect(flags('报名费每人100元，须缴纳考务费', true)).toEqual([])
  })
})

describe('of an English posting raises', () => {
  const english = (text: string) =>
    findFlags({ title: 'Hiring: Office Assistant', body: text, jobs: [], official: false, languages: ['en'] }).map(
      ({ id }) => id,
    )

  it.each([
    ['A $75 uniform fee is due before your first shift.', ['fee']],
    ['There is no application fee.', []],
    ['A refundable deposit of $200 is required.', ['deposit']],
    ['Direct deposit available.', []],
    ['Female candidates preferred.', ['sex']],
    ['Women and minorities are encouraged to apply.', []],
    ['City residency is required.', ['residence']],
    ['City residency is not required.', []],
  ])('%s → %o', (text, want) => {
    expect(english(text)).toEqual(want)
  })
})

it('quotes the words, at most eighty characters of them', () => {
  const [flag] = findFlags({
    title: '',
    body: `${'甲'.repeat(200)}须交押金${'乙'.repeat(200)}`,
    jobs: [],
    official: false,
  })
  expect(flag?.raw).toContain('押金')
  expect(flag?.raw.length).toBeLessThanOrEqual(80)
})

it('reads the columns of a table', () => {
  const jobs = [{ title: '保安', sex: '男', age: '45周岁以下' }]
  expect(findFlags({ title: '', body: '', jobs, official: true })).toEqual([
    { id: 'sex', raw: '男' },
    { id: 'age', raw: '45周岁以下' },
  ])
})

it('reads columns whose header says what is asked, and free columns by their words', () => {
  const raw = { 岗位名称: '综合岗', 户籍: '云溪县', 民族: '不限', 婚姻状况: '已婚', 备注: '需夜班，限女性' }
  expect(findFlags({ title: '', body: '', jobs: [{ title: '综合岗', raw }], official: true })).toEqual([
    { id: 'residence', raw: '云溪县' },
    { id: 'birth', raw: '已婚' },
    { id: 'sex', raw: '需夜班，限女性' },
  ])
})

it('quotes no neighbouring cell or row, and reads no signal over them', () => {
  const body = '1\t保安\t不收取费用\n2\t保洁\t限女性\t押金'
  expect(findFlags({ title: '', body, jobs: [], official: false })).toEqual([
    { id: 'deposit', raw: '押金' },
    { id: 'sex', raw: '限女性' },
  ])
})

it.each([
  ['免费提供工作服，入职须交押金300元', ['deposit']],
  ['本公司不收取任何费用，包括押金、服装费', []],
  ['押金、服装费，一律不收', []],
  ['收银员：负责收取停车费', []],
])('a denial takes back what it speaks of: %s', (body, want) => {
  expect(flags(body)).toEqual(want)
})
