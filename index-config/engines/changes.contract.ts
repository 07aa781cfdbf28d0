/** What any engine makes of items that change, go and close. */
import { expect, it } from 'vitest'
import { keepAll, TEST_NOW, testCorpus, testItem, testJob, testTown } from '../testing.ts'
import { ask, type MakeGround } from './contract-ground.ts'
import { plainSearch } from './plain-search.testing.ts'

/** Newer than all others, and last in every other order. */
const LATE = { title: '通知', excerpt: '招聘', publishedAt: TEST_NOW.toISOString(), closesAt: '2020-01-01' }

export function changes(makeGround: MakeGround): void {
  it('leaves the same index when the same items are published twice', async () => {
    const { db, engine } = await makeGround(testTown(), 5_000)
    const items = testCorpus(40, 3)
    await keepAll(db, engine, items)
    const first = await engine.search(ask(), TEST_NOW)
    await engine.publish(items, TEST_NOW)
    await engine.publish([...items].reverse(), TEST_NOW)
    expect(await engine.search(ask(), TEST_NOW)).toEqual(first)
  })

  it.each([
    { sort: 'new' },
    { sort: 'new', from: '2026-10-05', to: '2026-11-19' },
    { sort: 'relevance' },
    { sort: 'deadline' },
    { sort: 'pay' },
  ] as const)('repeats and loses nothing when items come between two pages: %j', async (change) => {
    const { db, engine, exact } = await makeGround(testTown(), 5_000)
    const items = testCorpus(80, 5)
    await keepAll(db, engine, items)
    const query = ask({ ...change, q: '招聘', limit: 3 })
    const before = plainSearch(items, query, testTown()).map(({ id }) => id)
    expect(before.length).toBeGreaterThan(6)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await engine.search({ ...query, cursor }, TEST_NOW)
      seen.push(...page.ids)
      cursor = page.next
      await keepAll(db, engine, [testItem(`late${seen.length}`, LATE)])
    } while (cursor !== undefined && seen.length <= 2 * before.length)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => !id.startsWith('late')).sort()).toEqual(before.sort())
    // What came later shifts no page of what was ranked. Where a number orders everything, it stands in its place.
    const inPlace = exact === true && (change.sort === 'deadline' || change.sort === 'pay')
    if (!inPlace) expect(seen.filter((id) => id.startsWith('late'))).toEqual([])
  })

  it('no longer finds what was removed, and counts it no more', async () => {
    const { db, engine } = await makeGround(testTown(), 5_000)
    await keepAll(db, engine, [testItem('a'), testItem('b')])
    await engine.remove(['a', 'unknown'])
    const found = await engine.search(ask({ q: '菜市场' }), TEST_NOW)
    expect(found.ids).toEqual(['b'])
    const listed = await engine.search(ask(), TEST_NOW)
    expect(listed.total).toEqual({ n: 1, exact: true })
    expect(listed.facets.source).toEqual([{ value: 'gov', n: 1 }])
  })

  it('drops what has closed from open lists at the moment it closes', async () => {
    const { db, engine } = await makeGround(testTown(), 5_000)
    await keepAll(db, engine, [
      testJob('day', {}, { closesAt: '2026-11-21' }),
      testJob('hour', {}, { closesAt: '2026-11-21T12:00:00+08:00' }),
      testJob('unsaid', {}, { publishedAt: '2026-11-19' }),
    ])
    const open = async (at: string) => (await engine.search(ask({ open: true }), new Date(at))).ids.sort()
    expect(await open('2026-11-21T03:59:59Z')).toEqual(['day', 'hour', 'unsaid'])
    expect(await open('2026-11-21T04:00:00Z')).toEqual(['day', 'unsaid'])
    expect(await open('2026-11-21T15:59:58Z')).toEqual(['day', 'unsaid'])
    expect(await open('2026-11-21T16:00:00Z')).toEqual(['unsaid'])
    expect(await open('2026-12-20T00:00:00Z')).toEqual([])
  })
}
