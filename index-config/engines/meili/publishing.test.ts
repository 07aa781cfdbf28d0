import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Item } from '../../../domain/item.ts'
import { testGround } from '../../adapters/node-testing.ts'
import { ANALYSER_VERSION } from '../../analyse.ts'
import { engineOutbox, publishToServer, rebuildServer } from '../../store/engine-outbox.ts'
import { keepStatements } from '../../store/items.ts'
import { dataVersion } from '../../store/meta.ts'
import { publishPending } from '../../store/outbox.ts'
import { placesOf } from '../../store/places.ts'
import { TEST_NOW, testCorpus, testItem } from '../../testing.ts'
import { EngineDown, RebuildRefused, type RemoteEngine } from '../engine.ts'
import { type PairedEngine, withFallback } from '../fallback.ts'
import { createSqlEngine } from '../sql-engine.ts'
import { createMeiliEngine } from './meili-engine.ts'
import { type FakeServer, openFakeServer } from './testing/fake-server.ts'

let fake: FakeServer
let db: Awaited<ReturnType<typeof testGround>>['db']
let remote: RemoteEngine
/** For a server that says nothing. */
let impatient: RemoteEngine
let engine: PairedEngine
const INDEX = 'gulou_test'

beforeEach(async () => {
  fake = await openFakeServer()
  const ground = await testGround()
  db = ground.db
  remote = createMeiliEngine(db, {
    url: fake.url,
    town: ground.engine.town,
    timeoutMs: 10_000,
    searchTimeoutMs: 10_000,
  })
  impatient = createMeiliEngine(db, { url: fake.url, town: ground.engine.town, timeoutMs: 100, searchTimeoutMs: 100 })
  engine = withFallback(ground.engine, remote)
})
afterEach(() => fake.close())

/** Of an item that is none any more. */
const OTHER = { id: 'test-9999', n: 9_999, town: 'test', analyser: ANALYSER_VERSION }

const later = (ms: number) => new Date(TEST_NOW.getTime() + ms)

async function keep(items: Item[]): Promise<void> {
  for (const item of items) await db.batch(keepStatements(item, undefined))
  await publishPending(db, engine, TEST_NOW)
}

async function keyOf(id: string): Promise<string> {
  return `test-${(await placesOf(db, [id])).get(id)}`
}

/** Without the one that was there from the first. */
const onServer = () =>
  [...(fake.indexes.get(INDEX)?.documents.values() ?? [])]
    .filter(({ title }) => title !== '种子')
    .map(({ id }) => id)
    .sort()

/** An index that serves: what comes then is published to it, and it need not be made first. */
async function seed(): Promise<void> {
  await keep([testItem('seed', { title: '种子' })])
  expect(await publishToServer(db, remote, TEST_NOW)).toMatchObject({ rebuilt: 1, waiting: 0 })
}

describe('what is published to the database', () => {
  it('waits for the server from the same transaction on, and only where there is one', async () => {
    await keep([testItem('a')])
    expect(await engineOutbox(db)).toEqual({ waiting: 1, aside: 0 })
    const { db: alone, engine: plain } = await testGround()
    await alone.batch(keepStatements(testItem('a'), undefined))
    await publishPending(alone, plain, TEST_NOW)
    expect(await engineOutbox(alone)).toEqual({ waiting: 0, aside: 0 })
  })

  it('waits too when a process wrote it that knows of no server, one row an item', async () => {
    await seed()
    const plain = createSqlEngine(db, { facetLimit: 5_000, town: engine.town })
    for (const turn of [1, 2]) {
      await db.batch(keepStatements(testItem('a', { changedAt: later(turn).toISOString() }), undefined))
      await db.batch([{ sql: `insert into outbox (item_id, at) values ('a', '')` }])
      await publishPending(db, plain, TEST_NOW)
    }
    expect(await engineOutbox(db)).toEqual({ waiting: 1, aside: 0 })
    expect(await publishToServer(db, remote, TEST_NOW)).toMatchObject({ published: 1, waiting: 0 })
    expect(onServer()).toEqual([await keyOf('a')])
  })

  it('is written again when it was changed, and brought, by another while it was read', async () => {
    await seed()
    await keep([testItem('a')])
    const overtaken: RemoteEngine = {
      ...remote,
      publishIsolating: async (items, at) => {
        overtaken.publishIsolating = remote.publishIsolating
        const hidden = testItem('a', { state: 'held', changedAt: later(1).toISOString() })
        await db.batch(keepStatements(hidden, testItem('a')))
        await publishPending(db, engine, TEST_NOW)
        await publishToServer(db, remote, TEST_NOW)
        return remote.publishIsolating(items, at)
      },
    }
    await publishToServer(db, overtaken, TEST_NOW)
    expect(onServer()).toEqual([])
  })

  it('waits on when it came for an item that is being published', async () => {
    await seed()
    await keep([testItem('a')])
    let turns = 0
    const disturbed: RemoteEngine = {
      ...remote,
      publishIsolating: async (items, at) => {
        turns += 1
        // The same item asked for again, as a rebuild does, with nothing about it changed.
        if (turns === 1) await db.batch([{ sql: `insert into engine_outbox (item_id, at) values ('a', '')` }])
        return remote.publishIsolating(items, at)
      },
    }
    await publishToServer(db, disturbed, TEST_NOW)
    expect(turns).toBe(2)
  })

  it('waits not at all when that transaction fails', async () => {
    await db.batch(keepStatements(testItem('a'), undefined))
    db.exec(`create trigger broken before delete on outbox begin select raise(abort, 'disk full'); end`)
    await expect(publishPending(db, engine, TEST_NOW)).rejects.toThrow('disk full')
    expect(await engineOutbox(db)).toEqual({ waiting: 0, aside: 0 })
  })

  it('leaves when the server’s task has succeeded, and readers’ caches are told', async () => {
    await seed()
    await keep(testCorpus(30))
    const before = await dataVersion(db)
    fake.faults.looks = 3
    const report = await publishToServer(db, remote, TEST_NOW)
    expect(report).toMatchObject({ published: 30, refused: [], waiting: 0 })
    expect(await engineOutbox(db)).toEqual({ waiting: 0, aside: 0 })
    expect(await dataVersion(db)).toBeGreaterThan(before)
    const shown = testCorpus(30).filter(({ state }) => state === 'shown')
    expect(onServer()).toHaveLength(shown.length)
  })

  it('takes hidden items off the server', async () => {
    await seed()
    await keep([testItem('a'), testItem('b')])
    await publishToServer(db, remote, TEST_NOW)
    expect(onServer()).toHaveLength(2)
    await db.batch(keepStatements(testItem('a', { state: 'held', changedAt: later(1).toISOString() }), testItem('a')))
    await publishPending(db, engine, TEST_NOW)
    await publishToServer(db, remote, TEST_NOW)
    expect(onServer()).toEqual([await keyOf('b')])
  })
})

describe('F20 a task that fails', () => {
  it('keeps its rows, with the reason, when the server is to blame', async () => {
    await seed()
    await keep([testItem('a'), testItem('b')])
    fake.faults.failTasks = { code: 'no_space_left_on_device', type: 'system', message: 'the disk is full' }
    const report = await publishToServer(db, remote, TEST_NOW)
    expect(report).toMatchObject({ published: 0, refused: [], waiting: 2 })
    expect(report.down).toContain('the disk is full')
    expect(await engineOutbox(db)).toEqual({ waiting: 2, aside: 0 })
  })
})

describe('F21 a bad document', () => {
  it('is found by halving and set aside with its reason; the others are published', async () => {
    await seed()
    await keep(Array.from({ length: 20 }, (_, at) => testItem(`i${at}`)))
    fake.faults.bad = new Set([await keyOf('i3'), await keyOf('i17')])
    const { published, refused, waiting } = await publishToServer(db, remote, TEST_NOW)
    expect({ published, waiting }).toEqual({ published: 18, waiting: 0 })
    expect(refused.map(({ id }) => id).sort()).toEqual(['i17', 'i3'])
    expect(refused[0]?.why).toContain('is bad')
    expect(await engineOutbox(db)).toEqual({ waiting: 0, aside: 2 })
    expect(onServer()).toHaveLength(18)
  })

  it('is tried again when its item changes, and then leaves', async () => {
    await seed()
    await keep([testItem('a')])
    fake.faults.bad = new Set([await keyOf('a')])
    await publishToServer(db, remote, TEST_NOW)
    fake.faults.bad = new Set()
    expect((await publishToServer(db, remote, TEST_NOW)).published).toBe(0)
    const better = testItem('a', { title: '新标题', changedAt: later(60_000).toISOString() })
    await db.batch(keepStatements(better, testItem('a')))
    await publishPending(db, engine, TEST_NOW)
    expect((await publishToServer(db, remote, TEST_NOW)).published).toBe(1)
    expect(await engineOutbox(db)).toEqual({ waiting: 0, aside: 0 })
  })
})

describe('F19 a server that is down', () => {
  const down: [name: string, make: () => unknown][] = [
    ['a closed port', () => fake.close()],
    ['no answer', () => Object.assign(fake.faults, { silent: true })],
    ['500', () => Object.assign(fake.faults, { status: 500 })],
    ['429', () => Object.assign(fake.faults, { status: 429 })],
    ['a key that is refused', () => Object.assign(fake.faults, { key: 'another' })],
  ]
  it.each(down)('(%s) keeps what waits, is asked later and later, and gets it all in the end', async (_, make) => {
    await seed()
    await keep(testCorpus(12))
    await make()
    const asking = fake.faults.silent ? impatient : remote
    const first = await publishToServer(db, asking, TEST_NOW)
    expect(first).toMatchObject({ published: 0, waiting: 12 })
    expect(first.down).toBeTruthy()
    const asked = fake.asked.length
    await publishToServer(db, asking, later(4_000))
    expect(fake.asked.length).toBe(asked)
    await publishToServer(db, asking, later(5_001))
    await publishToServer(db, asking, later(5_001 + 9_000))
    expect((await db.all('select failures from engine_state'))[0]).toEqual({ failures: 2 })
    Object.assign(fake.faults, { silent: false, status: undefined, key: undefined })
    if (_ === 'a closed port') await fake.open()
    expect(await publishToServer(db, remote, later(60_000))).toMatchObject({ published: 12, waiting: 0 })
    expect((await db.all('select failures, retry_at from engine_state'))[0]).toEqual({ failures: 0, retry_at: null })
  })

  it('is not needed to keep and publish to the database', async () => {
    await fake.close()
    await keep([testItem('a')])
    const found = await engine.search({ q: '菜市场', sort: 'new', limit: 5 }, TEST_NOW)
    expect(found).toMatchObject({ ids: ['a'], notice: 'engine_down' })
    await fake.open()
  })
})

describe('an index of another analyser', () => {
  it('is never added to: it is made anew beside, and swapped', async () => {
    await keep(testCorpus(20))
    await publishToServer(db, remote, TEST_NOW)
    for (const document of fake.indexes.get(INDEX)?.documents.values() ?? []) document.analyser = 1
    expect(await remote.isReady()).toBe(false)
    expect(await engine.state()).toBe('stale')
    const { notice } = await engine.search({ q: '招聘', sort: 'new', limit: 5 }, TEST_NOW)
    expect(notice).toBe('engine_down')
    await keep([testItem('later')])
    expect(await publishToServer(db, remote, TEST_NOW)).toMatchObject({ rebuilt: expect.any(Number), waiting: 0 })
    expect(await remote.isReady()).toBe(true)
    expect(fake.indexes.has(`${INDEX}_next`)).toBe(false)
  })

  it('is not ready when only some of it is of another', async () => {
    await keep(testCorpus(20))
    await publishToServer(db, remote, TEST_NOW)
    const [first] = fake.indexes.get(INDEX)?.documents.values() ?? []
    if (first) first.analyser = ANALYSER_VERSION - 1
    expect(await remote.isReady()).toBe(false)
  })

  it.each([
    ['an older volume', (documents: Map<string, unknown>) => documents.delete([...documents.keys()][0] ?? '')],
    ['an empty one', (documents: Map<string, unknown>) => documents.clear()],
    ['one that still has what was taken away', (documents: Map<string, unknown>) => documents.set('test-9999', OTHER)],
  ])('is made anew when the server comes back with %s', async (_, change) => {
    await keep(testCorpus(20))
    await publishToServer(db, remote, TEST_NOW)
    expect(await remote.isReady()).toBe(true)
    change(fake.indexes.get(INDEX)?.documents ?? new Map())
    expect(await remote.isReady()).toBe(false)
    expect(await publishToServer(db, remote, TEST_NOW)).toMatchObject({ rebuilt: expect.any(Number) })
    expect((await remote.verify()).problems).toEqual([])
    expect(await remote.isReady()).toBe(true)
  })

  it('is ready while it lags by no more than what waits for it, or is set aside', async () => {
    await seed()
    await keep([testItem('a'), testItem('b')])
    expect(await remote.isReady()).toBe(true)
    fake.faults.bad = new Set([await keyOf('a')])
    expect(await publishToServer(db, remote, TEST_NOW)).toMatchObject({ published: 1, refused: [{ id: 'a' }] })
    expect(await remote.isReady()).toBe(true)
  })

  it('is made anew as well when it is gone from the server', async () => {
    await keep(testCorpus(20))
    await publishToServer(db, remote, TEST_NOW)
    fake.indexes.clear()
    await keep([testItem('later')])
    expect(await publishToServer(db, remote, TEST_NOW)).toMatchObject({ rebuilt: expect.any(Number) })
    expect((await remote.verify()).problems).toEqual([])
  })
})

describe('F22 a rebuild on the server', () => {
  it('leaves the old index when what was filled beside does not agree', async () => {
    await keep(testCorpus(40))
    await publishToServer(db, remote, TEST_NOW)
    const before = onServer()
    await keep([testItem('added')])
    await publishToServer(db, remote, TEST_NOW)
    const write = fake.indexes.set.bind(fake.indexes)
    // One document never arrives, though its task succeeds.
    const lost = await keyOf('added')
    fake.indexes.set = (name, index) => {
      if (name.endsWith('_next')) index.documents.set = losing(index.documents, lost)
      return write(name, index)
    }
    await expect(rebuildServer(db, remote, TEST_NOW)).rejects.toThrow(RebuildRefused)
    expect(onServer()).toHaveLength(before.length + 1)
    expect(fake.indexes.has(`${INDEX}_next`)).toBe(false)
  })

  it('leaves the old index when the server fails, and the next one begins again', async () => {
    await keep(testCorpus(40))
    await publishToServer(db, remote, TEST_NOW)
    const before = onServer()
    fake.faults.failTasks = { code: 'internal', type: 'internal', message: 'broken' }
    await expect(rebuildServer(db, remote, TEST_NOW)).rejects.toThrow(EngineDown)
    expect(onServer()).toEqual(before)
    fake.faults.failTasks = undefined
    expect(await rebuildServer(db, remote, TEST_NOW)).toBe(before.length)
    expect(onServer()).toEqual(before)
  })

  it('makes other processes hold back what they would publish, and loses nothing of it', async () => {
    await keep(testCorpus(10))
    await publishToServer(db, remote, TEST_NOW)
    const slow: RemoteEngine = {
      ...remote,
      rebuild: async (at) => {
        const answer = await remote.rebuild(at)
        await keep([testItem('meanwhile')])
        expect(await publishToServer(db, remote, TEST_NOW)).toMatchObject({ published: 0, waiting: 1 })
        return answer
      },
    }
    await rebuildServer(db, slow, TEST_NOW)
    expect(await publishToServer(db, remote, TEST_NOW)).toMatchObject({ published: 1, waiting: 0 })
    expect(onServer()).toContain(await keyOf('meanwhile'))
  })
})

describe('a rebuild on the server while another process publishes', () => {
  it.each([
    ['clears its rows before it has ended', false],
    ['clears its rows when it has ended', true],
  ])('brings again what went to the index that is gone: the other %s', async (_, endsFirst) => {
    await seed()
    await keep([testItem('a', { title: '旧' })])
    await publishToServer(db, remote, TEST_NOW)
    const key = await keyOf('a')
    const read = fake.indexes.get(INDEX)?.documents.get(key)
    const rebuilding: RemoteEngine = {
      ...remote,
      rebuild: async (at) => {
        const answer = await remote.rebuild(at)
        // As if it had read the item before it changed.
        if (read) fake.indexes.get(INDEX)?.documents.set(key, read)
        return answer
      },
    }
    let rebuilt: Promise<unknown> = Promise.resolve()
    const publishing: RemoteEngine = {
      ...remote,
      publishIsolating: async (items, at) => {
        const refused = await remote.publishIsolating(items, at)
        rebuilt = rebuildServer(db, rebuilding, TEST_NOW)
        publishing.publishIsolating = remote.publishIsolating
        if (endsFirst) await rebuilt
        return refused
      },
    }
    const changed = testItem('a', { title: '新', changedAt: later(1).toISOString() })
    await db.batch(keepStatements(changed, testItem('a', { title: '旧' })))
    await publishPending(db, engine, TEST_NOW)
    await publishToServer(db, publishing, TEST_NOW)
    await rebuilt
    await publishToServer(db, remote, TEST_NOW)
    expect(fake.indexes.get(INDEX)?.documents.get(key)?.title).toBe('新')
    expect(await engineOutbox(db)).toEqual({ waiting: 0, aside: 0 })
  })

  it('holds the others back for as long as it takes, whatever it is doing', async () => {
    await seed()
    const until = async () =>
      (await db.all<{ u: string }>('select rebuilding_until as u from engine_state'))[0]?.u ?? ''
    const slow: RemoteEngine = {
      ...remote,
      rebuild: async (at) => {
        const answer = await remote.rebuild(at)
        const first = await until()
        await expect.poll(until).not.toBe(first)
        return answer
      },
    }
    await rebuildServer(db, slow, TEST_NOW, { renewMs: 1 })
    expect(await until()).toBe('')
  })

  it('stops a publishing that is under way at its next batch', async () => {
    await seed()
    await keep(Array.from({ length: 1_001 }, (_, at) => testItem(`i${at}`)))
    const disturbed: RemoteEngine = {
      ...remote,
      publishIsolating: async (items, at) => {
        const held = `update engine_state set rebuilding_until = '${later(1_000).toISOString()}'`
        await db.batch([{ sql: held }])
        return remote.publishIsolating(items, at)
      },
    }
    expect(await publishToServer(db, disturbed, TEST_NOW)).toMatchObject({ published: 1_000, waiting: 1 })
    // Killed there: what was published to the old index is asked for again once the hold is over.
    expect(await publishToServer(db, remote, later(2_000))).toMatchObject({ published: 1_001, waiting: 0 })
  })
})

function losing(documents: Map<string, unknown>, lost: string) {
  const set = Map.prototype.set.bind(documents)
  return (key: string, value: unknown) => (key === lost ? documents : set(key, value)) as never
}

describe('verify', () => {
  it('finds what is missing, what should not be there, and settings that are not ours', async () => {
    await keep(testCorpus(40))
    await publishToServer(db, remote, TEST_NOW)
    expect((await remote.verify()).problems).toEqual([])
    const documents = fake.indexes.get(INDEX)?.documents
    const [first] = onServer()
    documents?.delete(first ?? '')
    documents?.set('test-7', { id: 'test-7', n: 7, town: 'test', analyser: ANALYSER_VERSION })
    Object.assign(fake.indexes.get(INDEX)?.settings ?? {}, { prefixSearch: 'indexingTime' })
    const { problems } = await remote.verify()
    for (const part of ['prefixSearch', 'not in the index', 'place 7: in the index, though there is no such item'])
      expect(problems.join('\n')).toContain(part)
  })
})

describe('apply', () => {
  it('sends one update of what differs, and nothing when nothing does', async () => {
    expect((await remote.apply()).length).toBeGreaterThan(8)
    expect(await remote.differences()).toEqual([])
    Object.assign(fake.indexes.get(INDEX)?.settings ?? {}, { prefixSearch: 'indexingTime' })
    fake.asked.length = 0
    expect((await remote.apply()).map(({ setting }) => setting)).toEqual(['prefixSearch'])
    expect(fake.asked.filter((line) => line.startsWith('PATCH'))).toHaveLength(1)
    expect(await remote.apply()).toEqual([])
    expect(fake.asked.filter((line) => line.startsWith('PATCH'))).toHaveLength(1)
  })

  it('fails when the server’s task fails', async () => {
    await remote.apply()
    Object.assign(fake.indexes.get(INDEX)?.settings ?? {}, { prefixSearch: 'indexingTime' })
    fake.faults.failTasks = { code: 'invalid_settings', type: 'invalid_request', message: 'no such setting' }
    await expect(remote.apply()).rejects.toThrow('no such setting')
  })
})
