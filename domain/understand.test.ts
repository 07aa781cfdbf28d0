import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from './page.ts'
import { testArticle, testSource, testTown } from './testing.ts'
import { type Context, understand } from './understand.ts'

const now = new Date('2026-05-06T04:00:00Z')
const read = (parts: Partial<Article>, rest: Partial<Context> = {}) =>
  understand(testArticle({ publishedAt: '2026-05-06', ...parts }), { town: testTown, source: testSource, now, ...rest })

describe('the five headlines of a damaged local portal', () => {
  it.each([
    ['老兵志愿者一日救助3辆外地车', 'news', 'story', 'volunteer', '990200 source'],
    ['东岭工委组建于事变之际', 'news', 'feature', undefined, '990200 alias'],
    ['白羊县努力提升社区供热水平', 'news', 'report', 'livelihood', '990222 name'],
    ['我市积极推动药品耗材集采落地', 'news', 'report', 'health', '990200 alias'],
    ['云溪医院全力保障就医畅通', 'news', 'report', 'health', '990221 alias'],
  ])('%s', (title, kind, type, category, region) => {
    const former = {
      ...testTown,
      regions: testTown.regions.map((each) =>
        each.code === '990200' ? { ...each, former: [{ name: '东岭', until: '1993-07-10' }] } : each,
      ),
    }
    const got = read({ title }, { town: former })
    expect([got.kind, got.type, got.categories[0], got.regions.map(({ code, by }) => `${code} ${by}`).join()]).toEqual([
      kind,
      type,
      category,
      region,
    ])
  })
})

const DAMAGED =
  '河東區(qū)的圖(tú)書(shū)館(guǎn)周六開(kāi)放，圖(tú)書(shū)館(guǎn)請(qǐng)市民帶證件入館(guǎn)。館(guǎn)員說，區(qū)里的書(shū)籍已經整理好。'

it('repairs and converts title, body, HTML and tables alike', () => {
  const got = read({
    title: '圖(tú)書(shū)館(guǎn)開(kāi)放',
    body: DAMAGED,
    bodyHtml: `<p title="圖">${DAMAGED}</p>`,
    tables: [{ rows: [['圖(tú)書(shū)']] }],
  })
  expect(got.title).toBe('图书馆开放')
  expect(got.body).toBe('河东区的图书馆周六开放，图书馆请市民带证件入馆。馆员说，区里的书籍已经整理好。')
  expect(got.bodyHtml).toBe(`<p title="圖">${got.body}</p>`)
  expect(got.tables).toEqual([{ rows: [['图书']] }])
  expect(got.repair.class).toBe('A')
  expect(got.regions).toEqual([{ code: '990202', by: 'name' }])
})

it('repairs and converts names that belong to a damaged page', () => {
  const got = read({
    title: '圖(tú)書(shū)館(guǎn)開(kāi)放',
    body: DAMAGED,
    source: '雲溪圖(tú)書(shū)館(guǎn)',
    author: '館(guǎn)員',
    attachments: [{ name: '書(shū)目.xls', url: 'https://a.example/b.xls', type: 'xls' }],
  })
  expect(got.publisher).toBe('云溪图书馆')
  expect(got.author).toBe('馆员')
  expect(got.attachments[0]?.name).toBe('书目.xls')
})

it.each([
  ['云溪县人民医院第二次公开招聘工作人员补充公告', 'amendment'],
  ['云溪县人民医院第二次公开招聘工作人员公告', 'open'],
  ['云溪县人民医院补充招聘护士公告', 'open'],
  ['云溪县人民医院再次公开招聘护士延期公告', 'amendment'],
  ['云溪县人民医院第二次公开招聘护士面试公告', 'interview'],
  ['云溪县人民医院第三次公开招聘护士拟聘用人员公示', 'publication'],
  ['云溪县人民医院公开招聘面试资格确认及缴费通知', 'review'],
  ['云溪县引进高层次人才考核通知', 'interview'],
])('%s is of stage %s, and only a call has positions', (title, stage) => {
  const got = read({ title, body: '' })
  expect(got.stage).toBe(stage)
  if (stage !== 'open') expect(got.jobs).toEqual([])
})

it('says which elements of a posting its source leaves out, with the reason, and nothing of any other page', () => {
  const body =
    '云溪物业有限公司招聘保安3名，要求55周岁以下，身体健康，工资3000元/月，工作地点在云溪县城，报名截止5月20日，联系电话0999-5550000。'
  const got = read({ title: '云溪物业有限公司招聘保安公告', body })
  expect(got.completeness?.notice.missing).toEqual(['work'])
  expect(got.completeness?.positions).toHaveLength(got.jobs.length)
  expect(got.evidence.completeness).toBe('missing work')
  const whole = read({ title: '云溪物业有限公司招聘保安公告', body: `${body}岗位职责：门岗值守。` })
  expect(whole.evidence.completeness).toBe('stated')
  const news = read({ title: '云溪县图书馆周六开放', body: '云溪县图书馆周六起每天开放到晚上九点。' })
  expect(news.completeness).toBeUndefined()
  expect(Object.keys(news.evidence)).not.toContain('completeness')
})

it('takes no positions out of an amendment, which names them again or cuts some', () => {
  const rows = [
    ['岗位名称', '招聘人数', '学历'],
    ['会计', '2', '本科'],
    ['保安', '3', '不限'],
  ]
  const call = read({ title: '云溪县人民医院公开招聘公告', tables: [{ rows }] })
  const amendment = read({
    title: '云溪县人民医院公开招聘补充公告',
    body: '会计招聘人数由1名增至2名。',
    tables: [{ rows }],
  })
  expect(call.jobs).toHaveLength(2)
  expect([amendment.stage, amendment.jobs]).toEqual(['amendment', []])
})

it('keeps a simplified text as it is', () => {
  const body = '显著成绩，什么都好，乾隆年间的“著名”（例）。'
  expect(read({ title: '说明', body }).body).toBe(body)
})

it('stores of a list of people the headline and nothing else', () => {
  const got = read({
    title: '公租房摇号结果',
    body: '某某样，身份证号990201190001010018',
    bodyHtml: '<p>某某样</p>',
    tables: [{ rows: [['某某样']] }],
  })
  expect(got.type).toBe('names')
  expect([got.body, got.bodyHtml, got.excerpt, got.jobs, got.tables]).toEqual(['', '', '', [], []])
  expect(JSON.stringify(got)).not.toContain('某某样')
})

it('makes jobs out of a table and gives them the dates and the region of their notice', () => {
  const got = read({
    title: '云溪县2026年公开招聘公告',
    body: '报名时间：5月11日至5月15日17:00。',
    tables: [
      {
        rows: [
          ['招聘单位', '岗位', '人数'],
          ['县医院', '护士', '2'],
          ['白羊县驻云溪办', '司机', '1'],
        ],
      },
    ],
  })
  expect(got.closesAt).toBe('2026-05-15T17:00:00+08:00')
  expect(got.jobs).toMatchObject([
    { title: '护士', region: '990221', opens: '2026-05-11', closes: got.closesAt, row: 2 },
    { title: '司机', row: 3 },
  ])
  expect(got.positions).toEqual(['2221-nurse', '8322-driver'])
  expect(got.evidence).toMatchObject({ kind: 'rule:recruitment', jobs: 'jobs:table', region: 'name:990221' })
})

it('takes no jobs out of a later step of a recruitment', () => {
  const tables = [
    {
      rows: [
        ['招聘单位', '岗位', '人数'],
        ['县医院', '护士', '2'],
      ],
    },
  ]
  expect(read({ title: '云溪县公开招聘面试公告', tables }).jobs).toEqual([])
})

it('keeps the phone of a call and masks it in a report', () => {
  const body = '咨询电话13900000000'
  expect(read({ title: '社区志愿者招募', body }).body).toContain('13900000000')
  expect(read({ title: '老人走失之后', body }).body).not.toContain('13900000000')
  expect(read({ title: '急寻同车乘客启事', body }).body).not.toContain('13900000000')
})

it('counts days from the publication in the town’s zone', () => {
  const got = read(
    { title: '志愿者招募公告', body: '报名自即日起至5月20日', publishedAt: '2026-05-06T23:30:00Z' },
    { now: new Date('2026-05-08T00:00:00Z') },
  )
  expect(got.volunteer).toMatchObject({ opens: '2026-05-07', closes: '2026-05-20', status: 'recruiting' })
})

it('flags postings and calls, never news about them', () => {
  const body = '入职须交押金500元'
  expect(read({ title: '招聘启事', body }).flags).toEqual([{ id: 'deposit', raw: body }])
  expect(read({ title: '警方提醒', body }).flags).toEqual([])
})

it('reads a traditional town’s text by the same rules and keeps its script', () => {
  const town = {
    ...testTown,
    script: 'hant' as const,
    regions: testTown.regions.map((each) => ({
      ...each,
      names: { 'zh-Hant': each.code === '990221' ? '雲溪縣' : '別處' },
    })),
  }
  const got = read({ title: '雲溪縣圖書館誌願者招募'.replace('誌', '志') }, { town })
  expect([got.kind, got.title]).toEqual(['volunteer', '雲溪縣圖書館志願者招募'])
  expect(got.regions).toEqual([{ code: '990221', by: 'name' }])
})

const words = fc.constantFrom(
  '招聘',
  '志愿者',
  '報(bào)',
  '名單',
  '名单',
  '云溪县',
  '报名',
  '5月31日',
  '至',
  '3名',
  '保安',
  '3000元',
  '\n',
  '：',
  '<p>',
  '身份证',
  '13900000000',
  '押金',
  '（',
  '區(qū)',
)
const text = fc
  .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''))

it('never throws, on any strings', () => {
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 4 }),
      text,
      (title, body, bodyHtml, rows, publishedAt) => {
        const got = read(
          { title, body, bodyHtml, publishedAt, source: title, tables: [{ rows }] },
          { column: body, listCategory: title },
        )
        expect(got.categories.length).toBeLessThanOrEqual(3)
        expect([...got.excerpt].length).toBeLessThanOrEqual(100)
      },
    ),
  )
})

it('understands its own answer the same way', () => {
  fc.assert(
    fc.property(text, text, (title, body) => {
      const once = read({ title, body })
      const twice = read({ title: once.title, body: once.body })
      expect(twice.title).toBe(once.title)
      expect(twice.body === once.body || twice.type === 'names').toBe(true)
    }),
  )
})

describe('of a text in English', () => {
  const town: Context['town'] = { ...testTown, script: 'latin', languages: ['en'], currency: 'USD', country: 'US' }

  it('makes a job of a title that is the post and its pay', () => {
    const title = 'Accountant, $65,000 - $80,000 per annum'
    const got = read({ title, body: 'Closing date: 30 September 2026' }, { town, listKind: 'job' })
    expect(got.jobs).toMatchObject([{ title: 'Accountant', position: '2411-accountant', pay: { min: 65000 } }])
  })

  it('keeps the phone of a notice, not that of a family that searches', () => {
    const body = 'For questions call 13800001111'
    expect(read({ title: 'Public notice of road works', body }, { town }).body).toContain('13800001111')
    expect(read({ title: 'Missing person: public notice', body }, { town }).body).not.toContain('13800001111')
  })
})

it('tells what volunteers are asked to pay, whoever asks it, and no exam fee of a public call for workers', () => {
  const url = 'https://www.qingshi.gov.cn/a/1.html'
  const ids = (title: string, body: string) => read({ url, title, body }).flags.map(({ id }) => id)
  expect(ids('图书馆志愿者招募公告', '志愿者须缴纳服装费50元。')).toEqual(['fee'])
  expect(ids('图书馆招聘公告', '每人缴纳考务费50元。')).toEqual([])
})
