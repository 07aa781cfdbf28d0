/** A server that still holds what the database hides, or says nothing: readers see neither. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Sort } from '../../../domain/query.ts'
import { testGround } from '../../adapters/node-testing.ts'
import { publishToServer } from '../../store/engine-outbox.ts'
import { bumpDataVersion } from '../../store/meta.ts'
import { suggest } from '../../store/suggest.ts'
import { keepAll, TEST_NOW, testItem } from '../../testing.ts'
import { EngineDown } from '../engine.ts'
import { withFallback } from '../fallback.ts'
import { createMeiliEngine } from './meili-engine.ts'
import { type FakeServer, openFakeServer } from './testing/fake-server.ts'

let fake: FakeServer
let ground: Awaited<ReturnType<typeof testGround>>
beforeEach(async () => {
  fake = await openFakeServer()
  ground = await testGround()
})
afterEach(() => fake.close())

const engineWith = (searchTimeoutMs: number) => {
  const { db, engine } = ground
  return createMeiliEngine(db, { url: fake.url, town: engine.town, searchTimeoutMs })
}

/** Both indexes hold `a` and `b`; `b` was hidden a moment ago, and neither has heard of it. */
async function lagging() {
  const { db, engine } = ground
  const remote = engineWith(10_000)
  await keepAll(db, withFallback(engine, remote), [testItem('a'), testItem('b')])
  await publishToServer(db, remote, TEST_NOW)
  await db.batch([{ sql: `update item set state = 'gone' where id = 'b'` }])
  return remote
}

it.each<[Sort]>([['new'], ['relevance']])('what is hidden is no hit by %s', async (sort) => {
  const remote = await lagging()
  expect((await remote.search({ q: '菜市场', sort, limit: 5 }, TEST_NOW)).ids).toEqual(['a'])
})

it('what is hidden is not suggested', async () => {
  await lagging()
  const found = await suggest({ db: ground.db, town: ground.engine.town }, '菜市场')
  expect(found.flatMap(({ what, value }) => (what === 'item' ? [value] : []))).toEqual(['a'])
})

it('a server that says nothing is given up after the time a reader waits', async () => {
  await lagging()
  fake.faults.silent = true
  await expect(engineWith(1).search({ sort: 'new', limit: 5 }, TEST_NOW)).rejects.toThrow(EngineDown)
})

it('a number of documents that differs is believed, but for what was published while the server was asked', async () => {
  const { db, engine } = ground
  const remote = await lagging()
  const documents = fake.indexes.get(remote.index)?.documents
  documents?.delete([...documents.keys()][0] ?? '')
  expect(await remote.isReady()).toBe(false)
  const all: typeof db.all = async (sql, params) => {
    const rows = await db.all(sql, params)
    if (sql.includes('facet_count')) await db.batch([bumpDataVersion()])
    return rows as never
  }
  const disturbed = createMeiliEngine(
    { ...db, all, batch: (given) => db.batch(given) },
    { url: fake.url, town: engine.town },
  )
  expect(await disturbed.isReady()).toBe(true)
})
