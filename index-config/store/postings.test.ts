import { describe, expect, it } from 'vitest'
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import { testGround } from '../adapters/node-testing.ts'
import { TEST_NOW, testItem, testJob } from '../testing.ts'
import { getItem, goneStatements, keepStatements } from './items.ts'
import { findReposts } from './postings.ts'
import { findLastSeen, sightingStatement } from './sightings.ts'
import { settleStories } from './stories.ts'

const TITLE = '东区河湾物业有限公司招聘保安公告'
const BODY =
  '因业务需要，东区河湾物业有限公司现面向社会招聘小区保安若干名，负责门岗值守、车辆引导和夜间巡逻。要求身体健康，责任心强，能适应倒班。工资面议，包吃住，缴纳社会保险。有意者请到河湾小区物业办公室报名，招满为止。'

const posted = (id: string, publishedAt: string, change: Partial<Item> = {}): Item =>
  testItem(id, {
    kind: 'job',
    type: 'notice',
    stage: 'open',
    source: 'portal',
    title: TITLE,
    body: BODY,
    url: `https://${change.source ?? 'portal'}.example/${id}`,
    publishedAt,
    ...change,
  })

async function keep(db: SqlDatabase, ...items: Item[]): Promise<void> {
  for (const item of items) {
    await db.batch(keepStatements(item, await getItem(db, item.id)))
    await settleStories(db, TEST_NOW)
  }
}

const ground = async () => (await testGround()).db

describe('a posting published again', () => {
  it('is counted, with the day of the first, whichever of them is asked', async () => {
    const db = await ground()
    const items = [
      posted('a', '2026-05-01'),
      posted('b', '2026-06-15'),
      posted('c', '2026-09-01'),
      posted('d', '2026-11-20'),
    ]
    await keep(db, ...items.toReversed())
    for (const { id } of items) expect(await findReposts(db, id)).toEqual({ times: 3, firstOn: '2026-05-01' })
  })

  it('is counted at its own address too, when it gives itself another date', async () => {
    const db = await ground()
    await keep(db, posted('a', '2026-05-01'), posted('a', '2026-07-01'))
    expect(await findReposts(db, 'a')).toEqual({ times: 1, firstOn: '2026-05-01' })
  })

  it('is not counted twice for a portal that copies each of them', async () => {
    const db = await ground()
    const copy = { source: 'paper', title: `【招聘】${TITLE}` }
    await keep(db, posted('a', '2026-05-01'), posted('a2', '2026-05-03', copy))
    expect(await findReposts(db, 'a')).toBeUndefined()
    await keep(db, posted('b', '2026-07-01'), posted('b2', '2026-07-02', copy))
    expect(await findReposts(db, 'b')).toEqual({ times: 1, firstOn: '2026-05-01' })
    expect(await findReposts(db, 'b2')).toEqual({ times: 1, firstOn: '2026-05-01' })
  })

  it('counts from the first though that one is gone by now', async () => {
    const db = await ground()
    await keep(db, posted('a', '2026-05-01'))
    await db.batch(goneStatements('a', TEST_NOW.toISOString()))
    await settleStories(db, TEST_NOW)
    await keep(db, posted('b', '2026-11-20'))
    expect(await findReposts(db, 'b')).toEqual({ times: 1, firstOn: '2026-05-01' })
  })

  it('is told of its positions', async () => {
    const db = await ground()
    const row = testJob('row', { title: '保安' }, { parent: 'b', source: 'portal' })
    await keep(db, posted('a', '2026-05-01'), posted('b', '2026-11-20'), row)
    expect(await findReposts(db, 'row')).toEqual({ times: 1, firstOn: '2026-05-01' })
  })

  it('is none any more when its text comes to tell something else', async () => {
    const db = await ground()
    await keep(db, posted('a', '2026-05-01'), posted('b', '2026-11-20'))
    const other = { body: BODY.replace('河湾小区物业办公室', '东山小区物业办公室').replace('若干名', '6名') }
    await keep(db, posted('b', '2026-11-20', { ...other, changedAt: '2026-11-22T00:00:00.000Z' }))
    expect(await findReposts(db, 'b')).toBeUndefined()
    expect(await findReposts(db, 'a')).toBeUndefined()
  })

  it('is found by whoever goes on after an interruption, at whatever moment', async () => {
    for (let killedAt = 1; killedAt <= 6; killedAt++) {
      const db = await ground()
      await keep(db, posted('a', '2026-05-01'))
      await db.batch(keepStatements(posted('b', '2026-11-20'), undefined))
      let batches = 0
      const killed: SqlDatabase = {
        all: db.all,
        batch: async (statements) => {
          batches += 1
          if (batches === killedAt) throw new Error('killed')
          return db.batch(statements)
        },
      }
      await expect(settleStories(killed, TEST_NOW)).rejects.toThrow('killed')
      await settleStories(db, TEST_NOW)
      expect([killedAt, await findReposts(db, 'a')]).toEqual([killedAt, { times: 1, firstOn: '2026-05-01' }])
    }
  })
})

describe('is none:', () => {
  it.each<[string, Partial<Item>]>([
    ['an amendment', { stage: 'amendment', title: `${TITLE}（补充公告）` }],
    ['a second round', { title: TITLE.replace('招聘', '第二次招聘') }],
    ['another employer', { title: TITLE.replace('河湾', '东山'), body: BODY.replaceAll('河湾物业', '东山物业') }],
    ['another post', { title: TITLE.replace('保安', '保洁'), body: BODY.replaceAll('保安', '保洁') }],
    ['another number', { body: BODY.replace('若干名', '6名') }],
    ['a list of people', { type: 'names', stage: 'publication' }],
    ['the same day at the same source: two columns of its site', { publishedAt: '2026-05-01' }],
  ])('%s', async (_, change) => {
    const db = await ground()
    await keep(db, posted('a', '2026-05-01'), posted('b', '2026-11-20', change))
    expect(await findReposts(db, 'a')).toBeUndefined()
    expect(await findReposts(db, 'b')).toBeUndefined()
  })

  it('a better reading of when it was published', async () => {
    const db = await ground()
    await keep(db, posted('a', '2026-05-04', { dateOrigin: 'list' }))
    await keep(db, posted('a', '2026-05-01', { dateOrigin: 'meta' }))
    expect(await findReposts(db, 'a')).toBeUndefined()
  })
})

describe('last seen', () => {
  it('is the newest day; an earlier one, and the same again, change nothing', async () => {
    const db = await ground()
    await keep(db, posted('a', '2026-05-01'), testJob('row', {}, { parent: 'a' }))
    for (const day of ['2026-05-02', '2026-05-09', '2026-05-09', '2026-05-03'])
      await db.batch([sightingStatement(['a'], day)])
    expect(await findLastSeen(db, 'a')).toBe('2026-05-09')
    expect(await findLastSeen(db, 'row')).toBe('2026-05-09')
  })

  it('is not known of what was never seen since days are kept', async () => {
    const db = await ground()
    await keep(db, posted('a', '2026-05-01'))
    expect(await findLastSeen(db, 'a')).toBeUndefined()
  })
})
