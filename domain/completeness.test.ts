import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWholePosting, readCompleteness } from './completeness.ts'
import { type Job, REQUIRED_ELEMENTS } from './item.ts'

const FULL =
  '河湾物业有限公司招聘保安3名。岗位职责：小区门岗值守。要求：55周岁以下，身体健康。工作地点：河湾小区。工资：3000元/月。报名时间：即日起至5月20日。'
const missingIn = (body: string, jobs: Job[] = [], title = '招聘启事') =>
  readCompleteness({ title, body }, jobs).notice.missing

describe('what a source does not state', () => {
  it.each([
    ['nothing is missing of a whole one', '', []],
    ['the work', '岗位职责：小区门岗值守。', ['work']],
    ['the pay', '工资：3000元/月。', ['pay']],
    ['the place', '工作地点：河湾小区。', ['place']],
    ['the conditions', '要求：55周岁以下，身体健康。', ['conditions']],
    ['until when', '报名时间：即日起至5月20日。', ['validity']],
  ])('%s', (_, cut, missing) => {
    expect(missingIn(FULL.replace(cut, ''))).toEqual(missing)
  })

  it('pay that is put off to a talk is not stated', () => {
    expect(missingIn(FULL.replace('3000元/月', '面议'))).toEqual(['pay'])
  })

  it.each([
    ['报名地址：河湾小区物业办。', ['place']],
    ['到河湾小区上班。', []],
    ['公司地址：河湾路8号。', []],
  ])('%s', (said, missing) => {
    expect(missingIn(FULL.replace('工作地点：河湾小区。', said))).toEqual(missing)
  })

  it.each([
    ['河湾物流招聘装卸工', []],
    ['某公司招聘装卸工', ['employer']],
    ['招聘商场保安', ['employer']],
    ['我公司急聘装卸工', ['employer']],
  ])('who hires: %s', (title, missing) => {
    const body = FULL.replace('河湾物业有限公司招聘保安3名', '招聘3名').replace('工作地点：河湾小区', '工作地点：河湾')
    expect(missingIn(body, [], title)).toEqual(missing)
  })

  it.each([
    ['若干', '招聘保安若干'],
    ['a day with its hour', '请于5月20日下午17:00前报名'],
    ['conditions that are none', '性别不限，形象端正'],
  ])('is nothing where it says so: %s', (_, said) => {
    const elements = { 若干: 'headcount', 'a day with its hour': 'validity' } as Record<string, string>
    expect(missingIn(said)).not.toContain(elements[_] ?? 'conditions')
  })

  it('a posting taken over from elsewhere has to say from where', () => {
    expect(missingIn(`${FULL}（转载）`)).toEqual(['origin'])
    expect(missingIn(`${FULL}（转载自河湾人才网）`)).toEqual([])
    expect(readCompleteness({ title: '招聘', body: FULL, credit: '河湾日报' }, []).notice.stated).toContain('origin')
    expect(readCompleteness({ title: '招聘', body: FULL }, []).notice.stated).not.toContain('origin')
  })

  it('is told of an English posting too', () => {
    const body =
      'Riverside Hospital is hiring 2 positions. Duties: cleaning of wards. Requirements: experience. Salary: $22 an hour.'
    expect(missingIn(body, [], 'Cleaner')).toContain('place')
    expect(missingIn(body, [], 'Cleaner')).not.toContain('work')
  })
})

describe('positions', () => {
  const job: Job = {
    title: '护士',
    headcount: 2,
    education: 'college',
    raw: { 岗位名称: '护士', 岗位职责: '临床护理' },
  }

  it('count what their notice states, and a column of their own', () => {
    const body = '河湾医院公开招聘。工作地点：河湾医院。待遇按国家规定执行。报名时间：5月6日至5月10日。'
    const { positions } = readCompleteness({ title: '河湾医院公开招聘公告', body }, [job])
    expect(positions).toEqual([
      { stated: ['employer', 'headcount', 'conditions', 'work', 'place', 'pay', 'validity'], missing: [] },
    ])
  })

  it('give their notice what every one of them states, and nothing that one leaves out', () => {
    const other: Job = { title: '药师', education: 'college', raw: { 岗位名称: '药师' } }
    expect(missingIn('详见下表。', [job, { ...job, title: '医师' }])).not.toContain('headcount')
    expect(missingIn('详见下表。', [job, other])).toContain('headcount')
  })

  it('keep a headcount that is no figure: 若干 is what the source states', () => {
    const { positions } = readCompleteness({ title: '招聘', body: '详见下表。' }, [
      { title: '保安', raw: { 岗位: '保安', 招聘人数: '若干' } },
    ])
    expect(positions[0]?.stated).toContain('headcount')
  })
})

const some = fc.option(fc.string(), { nil: undefined })
it('no element is both stated and missing, and none but the origin is left out, whatever is written', () => {
  const jobs = fc.array(
    fc.record({
      title: fc.string(),
      employer: some,
      place: some,
      conditions: some,
      closes: some,
      pay: fc.option(fc.record({ raw: fc.string() }), { nil: undefined }),
      raw: fc.dictionary(fc.string(), fc.string()),
    }),
    { maxLength: 4 },
  )
  const piece = fc.oneof(fc.string(), fc.constantFrom(...FULL.split('。'), '转载', '来源：日报', '面议'))
  fc.assert(
    fc.property(fc.array(piece), jobs, some, (pieces, told, credit) => {
      const { notice, positions } = readCompleteness({ title: '招聘', body: pieces.join('。'), credit }, told)
      for (const { stated, missing } of [notice, ...positions]) {
        const all = [...stated, ...missing]
        expect(new Set(all).size).toBe(all.length)
        expect(REQUIRED_ELEMENTS.filter((element) => !all.includes(element) && element !== 'origin')).toEqual([])
      }
    }),
  )
})

describe('nothing is said of', () => {
  const whole = {
    kind: 'job',
    type: 'notice',
    stage: 'open',
    body: FULL,
    images: [],
    attachments: [],
    jobs: [],
  } as const
  const file = { name: '岗位表', url: 'https://a.example/a.xls', type: 'xls' }

  it.each([
    ['a result', { stage: 'publication' }],
    ['a fair', { type: 'fair' }],
    ['a table left in a file', { attachments: [file] }],
    ['a picture in place of a text', { body: '招聘海报', images: ['https://a.example/a.png'] }],
    ['an empty page', { body: '' }],
  ] as const)('%s', (_, change) => {
    expect(isWholePosting({ ...whole, ...change })).toBe(false)
  })

  it.each([
    ['a call', {}],
    ['a form to fill in', { attachments: [{ ...file, name: '报名登记表' }] }],
    ['a file that was read', { attachments: [file], jobs: [{ title: '护士', row: 3 }] }],
  ] as const)('but it is of %s', (_, change) => {
    expect(isWholePosting({ ...whole, ...change })).toBe(true)
  })
})
