import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Town } from '../../domain/town.ts'
import { migrate, openSqlite } from '../adapters/node-sqlite.ts'
import { writtenOf } from '../analyse.ts'
import { createSqlEngine } from '../engines/sql-engine.ts'
import { RANKS } from '../lexicon-rows.ts'
import { readPinyin } from '../pinyin.ts'
import { readQuestion, type Vocabulary } from '../question.ts'
import { keepAll, TEST_NOW, testItem, testJob, testTown } from '../testing.ts'
import { vocabularyOf } from './lexicon.ts'
import { suggest } from './suggest.ts'

const folder = fileURLToPath(new URL('../migrations', import.meta.url))

async function ground(town: Town, items: Parameters<typeof keepAll>[2]) {
  const db = openSqlite(':memory:')
  await migrate(db, folder)
  const engine = createSqlEngine(db, { facetLimit: 5_000, town, readings: readPinyin })
  await keepAll(db, engine, items)
  return { db, engine, vocabulary: vocabularyOf(db, town) }
}

describe('Latin letters in a question', () => {
  let vocabulary: Vocabulary
  beforeAll(async () => {
    const regions = [
      ...testTown().regions,
      {
        code: '9904',
        parent: '99',
        level: 'county' as const,
        names: { 'zh-Hans': '大同区' },
        pinyin: 'Datong',
        aliases: ['大同'],
        former: [],
        landmarks: [],
        exclude: [],
      },
    ]
    ;({ vocabulary } = await ground(
      testTown({ regions, synonyms: [...testTown().synonyms, ['会计', '出纳'], ['华人', '侨胞']] }),
      [
        testItem('gw', { title: '风电装机达3 GW', excerpt: 'GDP 与 HR 与 women' }),
        testItem('cq', { title: '重庆音乐节的绿化策略', excerpt: '' }),
        testItem('xa', { title: '西安先进单位河湾行', excerpt: '' }),
        testItem('en', { title: 'Senior accountant wanted at Kubernetes harbor', excerpt: 'accordion lessons' }),
        testJob('job', { title: '会计', employer: '呦呦豆腐厂', place: '石桥巷' }),
      ],
    ))
  })
  const read = async (q: string) =>
    (await readQuestion(q, vocabulary))?.map((term) => term.map(({ normal }) => writtenOf(normal)))

  const cases: [q: string, terms: string[][]][] = [
    ['gangwei', [['gangwei', '岗位']]],
    ['GangWei', [['gangwei', '岗位']]],
    ['gǎngwèi', [['gǎngwèi', '岗位']]],
    ['gw', [['gw', '岗位']]],
    ['gang wei', [['gang wei', '岗位']]],
    ["gang'wei", [['gang wei', '岗位']]],
    ['datong', [['datong', '大同']]],
    ['datong招聘', [['datong招聘', '大同 招聘']]],
    ['datongzhaopin', [['datongzhaopin', '大同 招聘']]],
    [
      'datong zhaopin',
      [
        ['datong', '大同'],
        ['zhaopin', '招聘'],
      ],
    ],
    ['da tong zhao pin', [['da tong zhao pin', '大同 招聘']]],
    ['kuaiji', [['kuaiji', '会计']]],
    ['chongqing', [['chongqing', '重庆']]],
    ['lvhua', [['lvhua', '绿化']]],
    ['lǜhuà', [['lǜhuà', '绿化']]],
    ['celue', [['celue', '策略']]],
    ['xi an', [['xi an', '西安']]],
    ["xi'an", [['xi an', '西安']]],
    ['youyoudoufuchang', [['youyoudoufuchang', '呦呦豆腐厂']]],
    ['shiqiao', [['shiqiao', '石桥']]],
    ['GDP', [['gdp']]],
    ['hr', [['hr']]],
    ['qb', [['qb', '侨胞']]],
    ['it', [['it']]],
    ['acountant', [['acountant', 'accountant']]],
    ['kubernets', [['kubernets', 'kubernetes']]],
    ['kuberentse', [['kuberentse', 'kubernetes']]],
    ['harbour', [['harbour', 'harbor']]],
    ['accordion', [['accordion']]],
    [
      'senoir acountant',
      [
        ['senoir', 'senior'],
        ['acountant', 'accountant'],
      ],
    ],
    ['sen', [['sen']]],
  ]
  it.each(cases)('reads %j', async (q, terms) => {
    expect(await read(q)).toEqual(terms)
  })
})

describe('the lexicon', () => {
  const words = async (db: SqlDatabase) =>
    (await db.all<{ word: string }>(`select word from lexicon where how = 'w' and rank = ${RANKS.headline}`)).map(
      ({ word }) => word,
    )

  it('takes three statements for a question with Latin letters and none for one without', async () => {
    const { db } = await ground(testTown(), [testItem('a')])
    let statements = 0
    const counted: SqlDatabase = {
      ...db,
      all: (sql, params) => {
        statements += 1
        return db.all(sql, params)
      },
    }
    const asked = { vocabulary: vocabularyOf(counted, testTown()) }
    await readQuestion('志愿者 3号线 岗位', asked.vocabulary)
    expect(statements).toBe(0)
    for (const q of ['gw', 'zhaopin accountent', 'a b c d e f g h', `${'ma'.repeat(16)} ${'li'.repeat(15)}`]) {
      statements = 0
      await readQuestion(q, asked.vocabulary)
      expect(statements, q).toBeLessThanOrEqual(3)
    }
  })

  it('is searched by its key, never read through', async () => {
    const { db } = await ground(testTown(), [testItem('a')])
    const plans: string[] = []
    const watched: SqlDatabase = {
      ...db,
      all: async (sql, params) => {
        const steps = await db.all<{ detail: string }>(`explain query plan ${sql}`, params)
        plans.push(...steps.map(({ detail }) => detail))
        return db.all(sql, params)
      },
    }
    await readQuestion('zhaopin gwei acountant', vocabularyOf(watched, testTown()))
    await suggest({ db: watched, town: testTown() }, 'gang')
    const lookedUp = plans.filter((step) => /\bl\b|lexicon/.test(step))
    expect(lookedUp.length).toBeGreaterThan(5)
    for (const step of lookedUp) expect(step).toMatch(/SEARCH .*PRIMARY KEY|\(subquery/)
  })

  it('offers at most eight ways to meet a term', async () => {
    const alike = Array.from('事实时势世市视试室式', (character) =>
      testItem(character, { title: `，${character}绩，` }),
    )
    const { vocabulary } = await ground(testTown(), alike)
    const [term] = (await readQuestion('shiji', vocabulary)) ?? []
    expect(term).toHaveLength(8)
  })

  it('keeps a word once, however often it is published, and all of them when an item goes', async () => {
    const { db, engine } = await ground(testTown(), [testItem('a', { title: '白鹭归来' })])
    const before = await words(db)
    expect(before).toContain('白鹭')
    await engine.publish([testItem('a', { title: '白鹭归来' })], TEST_NOW)
    expect(await words(db)).toEqual(before)
    await engine.remove(['a'])
    expect(await words(db)).toEqual(before)
    await db.batch(engine.clearStatements())
    expect(await words(db)).toEqual([])
  })

  it('is without the words of lists of people but their headline', async () => {
    const { db } = await ground(testTown(), [
      testItem('people', { type: 'names', title: '拟聘用名单', excerpt: '欧阳三丰', body: '欧阳三丰' }),
    ])
    expect((await words(db)).join(' ')).not.toContain('欧阳')
  })

  it('follows the town: words of another file come in, those it lacks go', async () => {
    const { db } = await ground(testTown(), [testItem('a')])
    const named = async () =>
      (await db.all<{ word: string }>(`select word from lexicon where how = 'nw' and what = 'region'`)).map(
        (row) => row.word,
      )
    expect(await named()).toContain('河湾镇')
    const moved = testTown({ regions: testTown().regions.filter(({ code }) => code !== '990101') })
    await createSqlEngine(db, { facetLimit: 5_000, town: moved }).publish([testItem('a')], TEST_NOW)
    expect(await named()).toContain('河湾镇')
    await createSqlEngine(db, { facetLimit: 5_000, town: moved, readings: readPinyin }).publish(
      [testItem('a')],
      TEST_NOW,
    )
    expect(await named()).not.toContain('河湾镇')
    expect(await named()).toContain('松岭镇')
  })
})
