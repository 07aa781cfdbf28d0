import { describe, expect, it } from 'vitest'
import { testGround } from '../adapters/node-testing.ts'
import type { SearchEngine } from '../engines/engine.ts'
import type { SqlEngine } from '../engines/sql-engine.ts'
import { keepAll, TEST_NOW, testCorpus, testItem, testJob } from '../testing.ts'
import { verify } from '../verify.ts'
import { expireDue } from './expiry.ts'
import { keepStatements } from './items.ts'
import { dataVersion } from './meta.ts'
import { outboxDepth, publishPending } from './outbox.ts'

describe('publishing', () => {
  it('publishes each waiting item once and grows the data version', async () => {
    const { db, engine } = await testGround()
    for (const item of testCorpus(120)) await db.batch(keepStatements(item, undefined))
    const before = await dataVersion(db)
    expect(await publishPending(db, engine, TEST_NOW)).toBe(120)
    expect(await publishPending(db, engine, TEST_NOW)).toBe(0)
    expect(await dataVersion(db)).toBe(before + 3)
  })

  it('keeps the outbox and no index row when the transaction fails, and goes on afterwards', async () => {
    const { db, engine } = await testGround()
    await db.batch(keepStatements(testItem('a'), undefined))
    db.exec(`create trigger broken before delete on outbox begin select raise(abort, 'disk full'); end`)
    await expect(publishPending(db, engine, TEST_NOW)).rejects.toThrow('disk full')
    expect(await outboxDepth(db)).toBe(1)
    expect(await db.all('select 1 from facet')).toEqual([])
    db.exec('drop trigger broken')
    expect(await publishPending(db, engine, TEST_NOW)).toBe(1)
    expect((await engine.search({ q: '菜市场', sort: 'new', limit: 5 }, TEST_NOW)).ids).toEqual(['a'])
  })

  it('keeps what waits for another engine until that engine has taken it', async () => {
    const { db } = await testGround()
    await db.batch(keepStatements(testItem('a'), undefined))
    let up = false
    const taken: string[] = []
    const other: SearchEngine = {
      name: 'other',
      search: () => Promise.reject(new Error('not asked')),
      remove: () => Promise.resolve(),
      publish: async (items) => {
        if (!up) throw new Error('down')
        taken.push(...items.map(({ id }) => id))
      },
    }
    await expect(publishPending(db, other, TEST_NOW)).rejects.toThrow('down')
    expect(await outboxDepth(db)).toBe(1)
    up = true
    await publishPending(db, other, TEST_NOW)
    expect(taken).toEqual(['a'])
    expect(await outboxDepth(db)).toBe(0)
  })
})

it('asks again for what another process changed and published while its older text was on the way to the index', async () => {
  const { db, engine } = await testGround()
  const first = testItem('a', { title: '旧标题在此' })
  await db.batch(keepStatements(first, undefined))
  const changedAt = new Date(TEST_NOW.getTime() + 60_000).toISOString()
  const overtaken: SqlEngine = {
    ...engine,
    publishStatements: async (items, at) => {
      const older = await engine.publishStatements(items, at)
      if (items[0]?.title === first.title) {
        await db.batch(keepStatements({ ...first, title: '新标题在此', changedAt }, first))
        await publishPending(db, engine, at)
      }
      return older
    },
  }
  await publishPending(db, overtaken, TEST_NOW)
  expect((await engine.search({ q: '新标题', sort: 'new', limit: 5 }, TEST_NOW)).ids).toEqual(['a'])
  expect((await engine.search({ q: '旧标题', sort: 'new', limit: 5 }, TEST_NOW)).ids).toEqual([])
  expect((await verify(db, engine)).problems).toEqual([])
})

describe('expiry', () => {
  it('takes closed jobs out of the open counters once, and leaves the jobs', async () => {
    const { db, engine } = await testGround()
    await keepAll(db, engine, [
      testJob('a', {}, { closesAt: '2026-11-20' }),
      testJob('b', {}, { closesAt: '2026-11-25' }),
    ])
    const open = async () =>
      (await db.all<{ n: number }>(`select n from facet_count where scope = '*' and kind = 'kjob' and dim = 'o'`))[0]?.n
    expect(await open()).toBe(2)
    expect(await expireDue(db, engine, TEST_NOW)).toBe(0)
    const nextDay = new Date('2026-11-20T16:00:00Z')
    expect(await expireDue(db, engine, nextDay)).toBe(1)
    expect(await expireDue(db, engine, nextDay)).toBe(0)
    expect(await open()).toBe(1)
    const { total } = await engine.search({ kind: 'job', sort: 'new', limit: 5 }, nextDay)
    expect(total).toEqual({ n: 2, exact: true })
  })

  it('closes a job that names no end 30 days after its publication', async () => {
    const { db, engine } = await testGround()
    await keepAll(db, engine, [testJob('a', {}, { publishedAt: '2026-11-01' })])
    expect(await expireDue(db, engine, new Date('2026-12-01T15:59:58Z'))).toBe(0)
    expect(await expireDue(db, engine, new Date('2026-12-01T16:00:00Z'))).toBe(1)
  })
})
