import { describe, expect, it } from 'vitest'
import { testGround } from '../adapters/node-testing.ts'
import { testItem, testJob } from '../testing.ts'
import { getChildren, getItem, getItems, getVersions, goneStatements, keepStatements } from './items.ts'
import { outboxDepth } from './outbox.ts'
import { epochDay, SLOTS_PER_DAY, wantedSlot } from './slot.ts'

const LATER = '2026-11-19T02:00:00.000Z'

describe('keeping an item', () => {
  it('gives back what was kept', async () => {
    const { db } = await testGround()
    const item = testJob('a', { raw: { 岗位: '保安' } }, { author: '某', flags: [{ id: 'age', raw: '35岁' }] })
    await db.batch(keepStatements(item, undefined))
    expect(await getItem(db, 'a')).toEqual(item)
    expect(await getItem(db, 'b')).toBeUndefined()
  })

  it('writes nothing when nothing changed, whatever the order of its fields', async () => {
    const item = testItem('a')
    const shuffled = Object.fromEntries(Object.entries(item).reverse()) as unknown as typeof item
    expect(keepStatements({ ...shuffled, firstSeenAt: LATER, changedAt: LATER }, item)).toEqual([])
  })

  it('adds a version and asks for the index when a reader sees a change, and keeps the first sight', async () => {
    const { db } = await testGround()
    const item = testItem('a')
    await db.batch(keepStatements(item, undefined))
    const changed = { ...item, title: '改了', firstSeenAt: LATER, changedAt: LATER }
    await db.batch(keepStatements(changed, item))
    expect(await getVersions(db, 'a')).toEqual([
      { no: 2, at: LATER, changed: ['title'], title: '改了' },
      { no: 1, at: item.changedAt, changed: [], title: item.title },
    ])
    expect(await getItem(db, 'a')).toEqual({ ...changed, firstSeenAt: item.firstSeenAt })
    expect(await outboxDepth(db)).toBe(2)
  })

  it('writes nothing of a page that says the same when another item tells its story better', () => {
    const item = testItem('a')
    expect(keepStatements(item, { ...item, state: 'merged', mergedInto: 'b' })).toEqual([])
  })

  it('keeps new evidence without a version', async () => {
    const { db } = await testGround()
    const item = testItem('a')
    await db.batch(keepStatements(item, undefined))
    await db.batch(keepStatements({ ...item, evidence: { title: 'meta:ArticleTitle' }, changedAt: LATER }, item))
    expect(await getVersions(db, 'a')).toHaveLength(1)
    expect(await getItem(db, 'a')).toMatchObject({
      evidence: { title: 'meta:ArticleTitle' },
      changedAt: item.changedAt,
    })
  })

  it('gives every item of one minute a place of its own, in the order of days', async () => {
    const { db } = await testGround()
    const items = Array.from({ length: 120 }, (_, at) => testItem(`a${at}`))
    for (const item of items) await db.batch(keepStatements(item, undefined))
    await db.batch(keepStatements(testItem('next', { publishedAt: '2026-11-19' }), undefined))
    const places = await db.all<{ id: string; n: number }>('select id, n from item order by n')
    expect(new Set(places.map(({ n }) => n)).size).toBe(121)
    expect(places.at(-1)?.id).toBe('next')
    expect(places.every(({ n }) => n >= epochDay('2026-11-18') * SLOTS_PER_DAY)).toBe(true)
  })

  it('keeps the place of an item whose date is corrected', async () => {
    const { db } = await testGround()
    const item = testItem('a')
    await db.batch(keepStatements(item, undefined))
    await db.batch(keepStatements({ ...item, publishedAt: '2020-01-01' }, item))
    const [row] = await db.all<{ n: number; published: string }>('select n, published from item')
    expect(row).toEqual({ n: wantedSlot('a', item.publishedAt), published: '2020-01-01' })
  })

  it('leaves no half of it when one statement of the batch fails', async () => {
    const { db } = await testGround()
    await expect(
      db.batch([...keepStatements(testItem('a'), undefined), { sql: 'insert into nowhere values (1)' }]),
    ).rejects.toThrow()
    expect(await getItem(db, 'a')).toBeUndefined()
    expect(await outboxDepth(db)).toBe(0)
  })
})

describe('what became of an item', () => {
  it('is gone with the positions read out of it, once', async () => {
    const { db } = await testGround()
    for (const item of [testItem('a'), testJob('b', {}, { parent: 'a' })])
      await db.batch(keepStatements(item, undefined))
    await db.batch(goneStatements('a', LATER))
    await db.batch(goneStatements('a', LATER))
    expect((await getItems(db, ['b', 'a'])).map(({ id, state }) => [id, state])).toEqual([
      ['b', 'gone'],
      ['a', 'gone'],
    ])
    expect(await getVersions(db, 'a')).toHaveLength(2)
    expect(await outboxDepth(db)).toBe(4)
    expect(await getChildren(db, 'a')).toEqual([])
  })

  it('comes back in the order asked for, unknown ids left out', async () => {
    const { db } = await testGround()
    for (const id of ['a', 'b', 'c']) await db.batch(keepStatements(testItem(id), undefined))
    expect((await getItems(db, ['c', 'x', 'a'])).map(({ id }) => id)).toEqual(['c', 'a'])
  })

  it('lists the positions of a table in its order', async () => {
    const { db } = await testGround()
    for (const row of [3, 10, 2]) {
      await db.batch(keepStatements(testJob(`r${row}`, { row }, { parent: 'a' }), undefined))
    }
    expect((await getChildren(db, 'a')).map(({ id }) => id)).toEqual(['r2', 'r3', 'r10'])
  })
})
