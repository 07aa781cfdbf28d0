import { describe, expect, it } from 'vitest'
import type { SqlDatabase } from '../../domain/ports.ts'
import { testGround } from '../adapters/node-testing.ts'
import { keepAll, TEST_NOW, testItem, testJob, testTown } from '../testing.ts'
import { dataVersion } from './meta.ts'
import { popular } from './popular.ts'
import { listSources, putSource } from './sources.ts'
import { stats } from './stats.ts'
import { getTown, putTown } from './town.ts'

const town = testTown()

async function withJobs() {
  const ground = await testGround()
  await keepAll(ground.db, ground.engine, [
    // One employer's thousand heads are worth ten.
    testJob(
      'a',
      { employer: '甲厂', headcount: 1_000 },
      { positions: ['8111-miner'], regions: [{ code: '9902', by: 'name' }] },
    ),
    testJob('b', { employer: '乙店', headcount: 3 }, { regions: [{ code: '990101', by: 'name' }] }),
    testJob('c', { employer: '丙校', headcount: undefined }, { regions: [{ code: '990102', by: 'name' }] }),
    testJob('d', { employer: '丙校', headcount: 8 }, { regions: [{ code: '9901', by: 'name' }] }),
    testJob('closed', { employer: '丁', headcount: 9 }, { closesAt: '2026-11-19' }),
    testJob('old', { employer: '戊', headcount: 9 }, { publishedAt: '2026-08-01', closesAt: '2027-01-01' }),
    testJob('over', { employer: '己', headcount: 5 }, { publishedAt: '2026-09-01', closesAt: '2026-09-22' }),
    testJob('over-then', { employer: '庚', headcount: 70 }, { publishedAt: '2026-08-20', closesAt: '2026-09-20' }),
    testJob('given-up', { employer: '辛', headcount: 70 }, { publishedAt: '2026-09-02', stage: 'cancelled' }),
    testItem('news'),
  ])
  return ground
}

describe('popular', () => {
  it('ranks positions by heads and employers of what is open, by the formula it prints', async () => {
    const { db } = await withJobs()
    const { answer } = await popular(db, { by: 'position', at: TEST_NOW, town })
    expect(answer.values).toMatchObject([
      { value: '5414-guard', headcount: 12, employers: 2, items: 3, score: 22 },
      { value: '8111-miner', headcount: 1_000, employers: 1, items: 1, score: 15 },
    ])
    for (const { score, headcount, employers } of answer.values)
      expect(score).toBe(Math.min(headcount, 10 * employers) + 5 * employers)
    expect(answer.formula).toContain('min(headcount, 10 × employers) + 5 × employers')
    expect(answer.window).toEqual({ from: '2026-09-22', to: '2026-11-20' })
  })

  it('compares with what was open sixty days ago out of the window before', async () => {
    const { db } = await withJobs()
    const { answer } = await popular(db, { by: 'position', at: TEST_NOW, town })
    expect(answer.windowBefore).toEqual({ from: '2026-07-24', to: '2026-09-21' })
    expect(answer.values.map(({ before, trend }) => ({ before, trend }))).toEqual([
      { before: { score: 24, headcount: 14, employers: 2, items: 2 }, trend: 'down' },
      { before: { score: 0, headcount: 0, employers: 0, items: 0 }, trend: 'new' },
    ])
  })

  it('claims no trend where nothing is known of the window before', async () => {
    const { db } = await withJobs()
    const { answer } = await popular(db, { by: 'region', at: TEST_NOW, town })
    expect(answer.values.length).toBeGreaterThan(0)
    for (const value of answer.values) expect(value).not.toHaveProperty('trend')
  })

  it('says until when it holds: the next closing of either window, at most to the quarter of an hour', async () => {
    const { db, engine } = await testGround()
    const until = async (at: string) =>
      (await popular(db, { by: 'position', at: new Date(at), town })).until.toISOString()
    expect(await until('2026-11-20T04:01:00Z')).toBe('2026-11-20T04:15:00.000Z')
    await keepAll(db, engine, [testJob('a', {}, { closesAt: '2026-11-20T12:05:00+08:00' })])
    expect(await until('2026-11-20T04:01:00Z')).toBe('2026-11-20T04:05:00.000Z')
    expect(await until('2026-11-20T04:05:00Z')).toBe('2026-11-20T04:15:00.000Z')
    const then = { publishedAt: '2026-09-10', closesAt: '2026-09-21T12:03:00+08:00' }
    await keepAll(db, engine, [testJob('b', {}, then)])
    expect(await until('2026-11-20T04:01:00Z')).toBe('2026-11-20T04:03:00.000Z')
  })

  it('counts a place for the places it lies in, and inside a place only its parts', async () => {
    const { db } = await withJobs()
    const places = async (region?: string) =>
      (await popular(db, { by: 'region', region, at: TEST_NOW, town })).answer.values.map((one) => [
        one.value,
        one.items,
      ])
    expect(await places()).toEqual([
      ['9901', 3],
      ['9902', 1],
      ['990101', 1],
      ['990102', 1],
    ])
    expect(await places('9901')).toEqual([
      ['990101', 1],
      ['990102', 1],
    ])
  })

  it('bounds what it reads by whole numbers, since the index takes others for no bound', async () => {
    const { db } = await withJobs()
    const asked: string[] = []
    const watched: SqlDatabase = {
      batch: (statements) => db.batch(statements),
      all: (sql, params) => {
        asked.push(sql)
        return db.all(sql, params)
      },
    }
    await popular(watched, { by: 'position', at: TEST_NOW, town })
    expect(asked.filter((sql) => /f\.rowid between cast\(/.test(sql))).toHaveLength(2)
    for (const sql of asked) expect(sql).not.toMatch(/rowid (?:between|[<>=]+) \?/)
  })

  it('names places in the town’s words and employers in their own', async () => {
    const { db } = await withJobs()
    const { answer: regions } = await popular(db, { by: 'region', at: TEST_NOW, town, limit: 1 })
    expect(regions.values.map(({ names }) => names)).toEqual([{ 'zh-Hans': '东区' }])
    const { answer: employers } = await popular(db, { by: 'employer', at: TEST_NOW, town, limit: 1 })
    expect(employers.values).toMatchObject([{ value: '甲厂', names: { 'zh-Hans': '甲厂' } }])
  })
})

describe('figures of the home page', () => {
  it('count what is listed, and as open only what still is', async () => {
    const { db } = await withJobs()
    await putSource(db, 'gov', { lastOkAt: '2026-11-20T03:00:00Z', lastTryAt: '2026-11-20T03:00:00Z' })
    expect(await stats(db, TEST_NOW)).toEqual({
      items: { news: 1, job: 9, volunteer: 0 },
      openJobs: 5,
      openHeadcount: 1_020,
      sources: { ok: 1, all: 1 },
      newestAt: '2026-11-18T09:30:00+08:00',
      lastCrawlAt: '2026-11-20T03:00:00Z',
    })
  })
})

describe('sources', () => {
  it('are told apart by state', async () => {
    const { db } = await testGround()
    const fresh = '2026-11-20T03:00:00Z'
    await putSource(db, 'a-ok', { lastOkAt: fresh, lastTryAt: fresh })
    await putSource(db, 'b-silent', { lastOkAt: '2026-11-19T03:59:59Z', lastTryAt: '2026-11-19T03:59:59Z' })
    await putSource(db, 'c-failing', { lastOkAt: fresh, lastTryAt: fresh, lastError: 'timeout' })
    await putSource(db, 'd-blocked', { blocked: true, lastError: 'challenge' })
    await putSource(db, 'e-paused', { enabled: false, lastError: 'timeout' })
    await putSource(db, 'f-new', {
      names: { 'zh-Hans': '新' },
      home: 'https://f.example/',
      region: '99',
      official: true,
    })
    const states = (await listSources(db, TEST_NOW)).map(({ state }) => state)
    expect(states).toEqual(['ok', 'silent', 'failing', 'blocked', 'paused', 'new'])
  })

  it('keep what a patch leaves out, and lose an error when it is cleared', async () => {
    const { db } = await testGround()
    await putSource(db, 'a', { names: { en: 'A' }, official: true, lastError: 'timeout' })
    await putSource(db, 'a', { lastError: null, lastTryAt: '2026-11-20T03:00:00Z', lastOkAt: '2026-11-20T03:00:00Z' })
    await putSource(db, 'a', {})
    expect(await listSources(db, TEST_NOW)).toEqual([
      {
        slug: 'a',
        names: { en: 'A' },
        home: '',
        region: '',
        official: true,
        state: 'ok',
        items: 0,
        lastOkAt: '2026-11-20T03:00:00Z',
        lastTryAt: '2026-11-20T03:00:00Z',
      },
    ])
  })
})

describe('the town', () => {
  it('is kept whole, and again only when it changed', async () => {
    const { db } = await testGround()
    expect(await getTown(db)).toBeUndefined()
    await putTown(db, town)
    const version = await dataVersion(db)
    await putTown(db, structuredClone(town))
    expect(await dataVersion(db)).toBe(version)
    expect(await getTown(db)).toEqual(town)
  })
})
