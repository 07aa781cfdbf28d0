import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Town } from '../../domain/town.ts'
import { testGround } from '../adapters/node-testing.ts'
import { createSqlEngine } from '../engines/sql-engine.ts'
import { readPinyin } from '../pinyin.ts'
import { keepAll, testItem, testJob, testTown } from '../testing.ts'
import { suggest } from './suggest.ts'

const town = testTown()

async function ground(of: Town): Promise<SqlDatabase> {
  const { db } = await testGround()
  const engine = createSqlEngine(db, { facetLimit: 5_000, town: of, readings: readPinyin })
  await keepAll(db, engine, [
    testItem('market', { regions: [{ code: '990101', by: 'name' }] }),
    testItem('fair', { title: '河湾庙会', publishedAt: '2026-11-01', regions: [{ code: '990101', by: 'name' }] }),
    testJob('one', { employer: '河东小学' }),
    testJob('two', { employer: '河东医院' }),
    testJob('three', { employer: '河东医院', title: '门卫' }),
    testJob('closed', { employer: '河西工厂' }, { closesAt: '2026-11-01' }),
    testItem('harbour', { title: 'Harbour office moves' }),
  ])
  return db
}

describe('suggestions', () => {
  let db: SqlDatabase
  beforeAll(async () => {
    db = await ground(town)
  })
  const ask = async (q: string, limit?: number) =>
    (await suggest({ db, town }, q, limit)).map(({ what, value }) => `${what} ${value}`)

  const cases: [q: string, first: string[]][] = [
    ['河湾', ['region 990101', 'item market', 'item fair']],
    ['河', ['employer 河东医院', 'employer 河东小学', 'region 990101']],
    ['hewan', ['region 990101']],
    ['hew', ['region 990101']],
    ['hed', ['employer 河东医院', 'employer 河东小学']],
    ['hdyy', ['employer 河东医院']],
    ['河東醫院', ['employer 河东医院']],
    ['baoan', ['position 5414-guard']],
    ['bao', ['position 5414-guard']],
    ['har', ['item harbour']],
    ['xincai', ['item market']],
    ['hewan miaoh', ['item fair']],
  ]
  it.each(cases)('for %j begin with what is meant', async (q, first) => {
    expect((await ask(q)).slice(0, first.length)).toEqual(first)
  })

  it('name no employer that offers nothing now', async () => {
    expect(await ask('河西')).toEqual(['item closed'])
  })

  it('are never more than asked for, and none for blanks and signs', async () => {
    expect(await ask('河', 2)).toHaveLength(2)
    for (const q of ['', ' ', '？', '"', '\u0000']) expect(await ask(q)).toEqual([])
  })

  it('never fail, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('', '河', 'he'),
        async (any, before) => {
          expect((await ask(before + any)).length).toBeLessThanOrEqual(10)
        },
      ),
      {
        numRuns: 200,
        seed: 1,
        examples: [
          ['"', '河'],
          ['*', 'he'],
          ['\u{10ffff}', 'he'],
          ['\ud800', '河'],
        ],
      },
    )
  })

  it('speak the town’s first language', async () => {
    expect(await suggest({ db, town }, 'baoan', 1)).toEqual([{ what: 'position', value: '5414-guard', text: '保安' }])
  })

  it('take a constant number of statements', async () => {
    let statements = 0
    const counted: SqlDatabase = {
      ...db,
      all: (sql, params) => {
        statements += 1
        return db.all(sql, params)
      },
    }
    for (const q of ['河', 'h', 'he wan jie dao shi', '河湾 庙会', 'xyzq']) {
      statements = 0
      await suggest({ db: counted, town }, q)
      expect(statements, q).toBeLessThanOrEqual(9)
    }
  })
})
