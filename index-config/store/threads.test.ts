import { describe, expect, it } from 'vitest'
import type { Item } from '../../domain/item.ts'
import { testGround } from '../adapters/node-testing.ts'
import { isOpen } from '../open.ts'
import { TEST_NOW, testItem, testJob } from '../testing.ts'
import { verify } from '../verify.ts'
import { getItem, goneStatements, keepStatements } from './items.ts'
import { outboxDepth, publishPending } from './outbox.ts'
import { popular } from './popular.ts'
import { stats } from './stats.ts'
import { settleStories } from './stories.ts'
import { getThread } from './threads.ts'

const LATER = '2026-11-20T03:00:00.000Z'
const THREAD = '东区医院|2026|medical'

function notice(id: string, stage: NonNullable<Item['stage']>, day: string, change: Partial<Item> = {}): Item {
  return testItem(id, {
    kind: 'job',
    type: 'notice',
    stage,
    thread: THREAD,
    title: `东区医院2026年招聘${id}`,
    body: `${id}：报名时间延长，详见附件。`,
    publishedAt: day,
    ...change,
  })
}
const call = notice('call', 'open', '2026-11-10', { closesAt: '2026-11-25' })
const row = (id: string, closesAt: string) =>
  testJob(id, {}, { parent: 'call', thread: THREAD, stage: 'open', closesAt })

async function ground() {
  const { db, engine } = await testGround()
  const keep = async (...items: Item[]) => {
    for (const item of items) await db.batch(keepStatements(item, await getItem(db, item.id)))
    await settleStories(db, TEST_NOW)
    await publishPending(db, engine, TEST_NOW)
  }
  const open = async () =>
    (await engine.search({ kind: 'job', open: true, sort: 'new', limit: 50 }, TEST_NOW)).ids.sort()
  return { db, engine, keep, open }
}

describe('a thread', () => {
  it('lists its notices in time order, of one day in the order of the steps, without positions and without what is not shown', async () => {
    const { db, keep } = await ground()
    await keep(
      notice('publication', 'publication', '2026-11-20', { type: 'names' }),
      notice('interview', 'interview', '2026-11-18'),
      notice('exam', 'exam', '2026-11-18T09:00:00+08:00'),
      notice('amendment', 'amendment', '2026-11-12'),
      notice('held', 'medical', '2026-11-19', { state: 'held' }),
      call,
      row('row', '2026-11-25'),
      notice('other', 'exam', '2026-11-12', { thread: '西区医院|2026|medical' }),
    )
    const ids = (await getThread(db, THREAD)).map(({ id }) => id)
    expect(ids).toEqual(['call', 'amendment', 'exam', 'interview', 'publication'])
    expect((await getThread(db, THREAD))[0]).toEqual({
      id: 'call',
      title: call.title,
      stage: 'open',
      publishedAt: '2026-11-10',
      url: call.url,
    })
  })
})

describe('a call that is given up', () => {
  it('is open no more, nor are its positions, nor are they counted', async () => {
    const { db, engine, keep, open } = await ground()
    await keep(call, row('row', '2026-11-25'))
    expect(await open()).toEqual(['call', 'row'])
    await keep(notice('end', 'cancelled', '2026-11-12', { source: 'portal' }))
    expect(await open()).toEqual([])
    expect((await stats(db, TEST_NOW)).openJobs).toBe(0)
    expect((await popular(db, { by: 'position', at: TEST_NOW, town: engine.town })).answer.values).toEqual([])
    const kept = await getItem(db, 'call')
    expect(kept).toMatchObject({ cancelledBy: 'end', closesAt: '2026-11-25', stage: 'open' })
    expect(kept && isOpen(kept, 'Asia/Shanghai', TEST_NOW)).toBe(false)
    expect((await verify(db, engine)).problems).toEqual([])
  })

  it('opens again when that notice goes, or turns out to belong elsewhere', async () => {
    const { db, keep, open } = await ground()
    const end = notice('end', 'cancelled', '2026-11-12')
    await keep(call, end)
    expect(await open()).toEqual([])
    await keep({ ...end, thread: '西区医院|2026|medical', changedAt: LATER, title: '西区医院终止招聘' })
    expect(await open()).toEqual(['call'])
    await keep({ ...end, changedAt: LATER })
    expect(await open()).toEqual([])
    await db.batch(goneStatements('end', LATER))
    await keep()
    expect(await open()).toEqual(['call'])
  })

  it('takes along a position that is read later', async () => {
    const { keep, open } = await ground()
    await keep(call, notice('end', 'cancelled', '2026-11-12'))
    await keep(row('late', '2026-11-25'))
    expect(await open()).toEqual([])
  })
})

describe('an amendment', () => {
  it('of the same publisher moves the end of the call and of its positions, but of none that states its own', async () => {
    const { db, keep, open } = await ground()
    const past = { ...call, closesAt: '2026-11-15' }
    await keep(past, row('row', '2026-11-15'), row('own', '2026-11-14'))
    expect(await open()).toEqual([])
    await keep(notice('more-time', 'amendment', '2026-11-14', { closesAt: '2026-11-30' }))
    expect(await open()).toEqual(['call', 'row'])
    expect(await getItem(db, 'call')).toMatchObject({
      closesAt: '2026-11-15',
      extended: { by: 'more-time', closesAt: '2026-11-30' },
    })
    expect((await getItem(db, 'own'))?.extended).toBeUndefined()
  })

  it('of another publisher moves nothing', async () => {
    const { db, keep } = await ground()
    await keep(call, notice('more-time', 'amendment', '2026-11-14', { closesAt: '2026-11-30', source: 'portal' }))
    expect((await getItem(db, 'call'))?.extended).toBeUndefined()
  })

  it('makes no version of the call, and a call that is kept again keeps what was said of it', async () => {
    const { db, keep } = await ground()
    await keep(call, notice('more-time', 'amendment', '2026-11-14', { closesAt: '2026-11-30' }))
    await keep({ ...call, changedAt: LATER, evidence: { title: 'meta:ArticleTitle' } })
    expect(await getItem(db, 'call')).toMatchObject({ extended: { by: 'more-time' }, changedAt: call.changedAt })
    expect(await db.all(`select no from version where item_id = 'call'`)).toEqual([{ no: 1 }])
    expect(await outboxDepth(db)).toBe(0)
  })
})
