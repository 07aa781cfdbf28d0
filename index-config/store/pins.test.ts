import { beforeEach, describe, expect, it } from 'vitest'
import type { PinScope } from '../../domain/pin.ts'
import type { SqliteDatabase } from '../adapters/node-sqlite.ts'
import { testGround } from '../adapters/node-testing.ts'
import { keepAll, TEST_NOW, testItem, testJob } from '../testing.ts'
import { goneStatements } from './items.ts'
import { dataVersion } from './meta.ts'
import { activePins, addPin, listPins, PinError, removePin } from './pins.ts'

const town = { root: '99' }
let db: SqliteDatabase

const pin = (itemId: string, scope: PinScope = {}, change: object = {}) => ({
  itemId,
  scope,
  order: 1,
  from: '2026-11-01T00:00:00Z',
  until: '2026-12-01T00:00:00Z',
  reason: '防汛',
  who: 'li',
  ...change,
})
const shown = async (query: object, at = TEST_NOW) => (await activePins(db, query, town, at)).map(({ item }) => item.id)

beforeEach(async () => {
  const ground = await testGround()
  db = ground.db
  const items = ['a', 'b', 'c', 'd'].map((id) => testItem(id))
  await keepAll(db, ground.engine, [
    ...items,
    testItem('held', { state: 'held' }),
    testJob('job', {}, { closesAt: '2026-11-22' }),
  ])
})

describe('pins', () => {
  it('of the whole town show on the home page, on lists without a filter and on the town’s own region', async () => {
    await addPin(db, pin('a'))
    expect(await shown({})).toEqual(['a'])
    expect(await shown({ sort: 'new', limit: 20 })).toEqual(['a'])
    expect(await shown({ region: '99' })).toEqual(['a'])
    for (const narrower of [
      { kind: 'news' },
      { region: '9901' },
      { q: '菜' },
      { open: true },
      { cursor: 'x' },
      { source: 'gov' },
    ])
      expect(await shown(narrower)).toEqual([])
  })

  it('of a scope show where every part is met exactly and nothing else is asked', async () => {
    await addPin(db, pin('a', { kind: 'news', region: '9901' }))
    await addPin(db, pin('b', { kind: 'news', category: 'health' }))
    expect(await shown({ kind: 'news', region: '9901' })).toEqual(['a'])
    expect(await shown({ kind: 'news', category: 'health' })).toEqual(['b'])
    for (const other of [
      {},
      { kind: 'news' },
      { region: '9901' },
      { kind: 'news', region: '990101' },
      { kind: 'news', region: '9901', category: 'health' },
    ])
      expect(await shown(other)).toEqual([])
  })

  it('show by order, three at most, and a fourth is refused', async () => {
    await addPin(db, pin('a', {}, { order: 3 }))
    await addPin(db, pin('b', {}, { order: 1 }))
    await addPin(db, pin('c', {}, { order: 2 }))
    await expect(addPin(db, pin('d'))).rejects.toThrow(PinError)
    expect(await shown({})).toEqual(['b', 'c', 'a'])
    await addPin(db, pin('d', {}, { from: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z' }))
    await addPin(db, pin('d', { kind: 'news' }))
  })

  it('begin at their first moment and are gone at their last', async () => {
    await addPin(db, pin('a', {}, { from: '2026-11-20T12:00:00+08:00', until: '2026-11-20T05:00:00.500Z' }))
    expect(await shown({}, new Date('2026-11-20T03:59:59.999Z'))).toEqual([])
    expect(await shown({}, new Date('2026-11-20T04:00:00Z'))).toEqual(['a'])
    expect(await shown({}, new Date('2026-11-20T05:00:00.499Z'))).toEqual(['a'])
    expect(await shown({}, new Date('2026-11-20T05:00:00.500Z'))).toEqual([])
  })

  it('never show an item that closed, was held, or went away', async () => {
    await addPin(db, pin('job'))
    await addPin(db, pin('a'))
    await expect(addPin(db, pin('held'))).rejects.toThrow('no item held is shown')
    expect(await shown({})).toEqual(['job', 'a'])
    expect(await shown({}, new Date('2026-11-22T16:00:00Z'))).toEqual(['a'])
    await db.batch(goneStatements('a', '2026-11-21T00:00:00Z'))
    expect(await shown({})).toEqual(['job'])
  })

  it('are refused with times that are none, in the wrong order, or without a reason', async () => {
    for (const change of [
      { until: 'tomorrow' },
      { until: '2026-10-01T00:00:00Z' },
      { reason: ' ' },
      { who: '' },
      { from: '2026-11-01' },
    ])
      await expect(addPin(db, pin('a', {}, change))).rejects.toThrow(PinError)
    expect(await listPins(db)).toEqual([])
  })

  it('are removed by number, and every change grows the data version', async () => {
    const before = await dataVersion(db)
    const { pinId } = await addPin(db, pin('a'))
    expect(await listPins(db)).toMatchObject([{ pinId, itemId: 'a', scope: {}, reason: '防汛', who: 'li' }])
    expect(await removePin(db, pinId)).toBe(true)
    expect(await removePin(db, pinId)).toBe(false)
    expect(await shown({})).toEqual([])
    expect(await dataVersion(db)).toBe(before + 3)
  })
})
