/** `kill -9` while an index is made anew, published to, or given its settings: nothing is lost, and the old one serves on. */
import { execFile } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../domain/item.ts'
import { migrate, openSqlite, type SqliteDatabase } from '../index-config/adapters/node-sqlite.ts'
import type { RemoteEngine } from '../index-config/engines/engine.ts'
import { withFallback } from '../index-config/engines/fallback.ts'
import { openMeili } from '../index-config/engines/meili/client.ts'
import { createMeiliEngine } from '../index-config/engines/meili/meili-engine.ts'
import { type FakeServer, openFakeServer } from '../index-config/engines/meili/testing/fake-server.ts'
import { MEILI_KEY, MEILI_URL } from '../index-config/engines/meili/testing/ground.ts'
import { createSqlEngine } from '../index-config/engines/sql-engine.ts'
import { rebuild } from '../index-config/rebuild.ts'
import { engineOutbox, publishToServer, rebuildServer } from '../index-config/store/engine-outbox.ts'
import { keepStatements } from '../index-config/store/items.ts'
import { outboxDepth, publishPending } from '../index-config/store/outbox.ts'
import { TEST_NOW, testCorpus, testItem, testTown } from '../index-config/testing.ts'
import { verify } from '../index-config/verify.ts'
import { openFolders } from './support/folders.ts'
import type { IndexWork } from './support/index-work.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('./support/index-child.ts', import.meta.url))
const migrations = fileURLToPath(new URL('../index-config/migrations', import.meta.url))
const folders = openFolders()
/** Of each work, spread evenly over its steps. */
const MOMENTS = 5
const QUESTION = { q: '招聘', sort: 'new', limit: 50 } as const

const corpus = testCorpus(260)
const added: Item[] = Array.from({ length: 130 }, (_, at) =>
  testItem(`new${at}`, { title: '新到消息', publishedAt: '2026-10-05' }),
)

interface Server {
  name: string
  url: string
  key?: string
}

interface Opened {
  db: SqliteDatabase
  sql: ReturnType<typeof createSqlEngine>
  remote: RemoteEngine
  close(): void
}

function open(file: string, { url, key }: Server, index: string): Opened {
  const db = openSqlite(file)
  const sql = createSqlEngine(db, { facetLimit: 5_000, town: testTown() })
  const remote = createMeiliEngine(db, {
    url,
    key,
    town: testTown(),
    index,
    timeoutMs: 30_000,
    searchTimeoutMs: 30_000,
  })
  return { db, sql, remote, close: () => db.close() }
}

/** Answers the steps of a whole run, or undefined when it was killed. */
async function child(file: string, work: IndexWork, server: Server, index: string, step = 0, when = 'before') {
  const args = [script, file, work, String(step), when, server.url, index, ...(server.key ? [server.key] : [])]
  const answer = run(process.execPath, args).catch((error: { signal?: string; stderr?: string }) => {
    if (error.signal !== 'SIGKILL') throw error
    return undefined
  })
  return Number((await answer)?.stdout) || undefined
}

/** Every item that is shown is in the index, and nothing else is; what waits may be either. */
async function expectServing({ db, sql, remote }: Opened, ids: string[]): Promise<void> {
  expect(await db.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect((await sql.search(QUESTION, TEST_NOW)).ids).toEqual(expect.arrayContaining(ids))
  expect((await verify(db, sql)).problems).toEqual([])
  expect(await remote.isReady()).toBe(true)
}

const SQL_WORKS: IndexWork[] = ['rebuild of the index in the database', 'publishing to the database']
const SERVER_WORKS: IndexWork[] = ['rebuild on the server', 'publishing to the server', 'applying settings']

function killed(server: () => Server, works: IndexWork[]): void {
  it.each(works)('%s', { timeout: 240_000 }, async (work) => {
    const file = join(await folders.next(), 'start.sqlite')
    const index = `gulou_kill_${process.pid}_${Date.now().toString(36)}`
    const start = open(file, server(), index)
    await migrate(start.db, migrations)
    for (const item of corpus) await start.db.batch(keepStatements(item, undefined))
    await publishPending(start.db, start.sql, TEST_NOW)
    await rebuildServer(start.db, start.remote, TEST_NOW)
    const { ids } = await start.sql.search(QUESTION, TEST_NOW)
    for (const item of added) await start.db.batch(keepStatements(item, undefined))
    start.close()
    const copy = async () => {
      const path = join(await folders.next(), 'copy.sqlite')
      copyFileSync(file, path)
      return path
    }
    const unsettle = () => (work === 'applying settings' ? spoil(server(), index) : Promise.resolve())
    await unsettle()
    const steps = (await child(await copy(), work, server(), index)) ?? 0
    expect(steps).toBeGreaterThan(0)

    for (let moment = 0; moment < MOMENTS; moment++) {
      const path = await copy()
      await unsettle()
      const step = 1 + Math.floor((moment * (steps - 1)) / (MOMENTS - 1))
      expect(await child(path, work, server(), index, step, moment % 2 === 0 ? 'after' : 'before')).toBeUndefined()
      const left = open(path, server(), index)
      try {
        await expectServing(left, ids)
        await finish(left)
        await expectServing(left, ids)
        expect((await left.remote.verify()).problems).toEqual([])
        expect([await outboxDepth(left.db), (await engineOutbox(left.db)).waiting]).toEqual([0, 0])
        const { total } = await left.sql.search({ q: '新到消息', sort: 'new', limit: 5 }, TEST_NOW)
        expect(total.n).toBe(added.length)
      } finally {
        left.close()
      }
    }
  })
}

/** What whoever starts again does, later than any rebuild of before could still be held to be at work. */
async function finish({ db, sql, remote }: Opened): Promise<void> {
  const later = new Date(TEST_NOW.getTime() + 600_000)
  await rebuild(db, sql, later)
  await remote.apply()
  await publishPending(db, withFallback(sql, remote), later)
  await publishToServer(db, remote, later)
  await rebuildServer(db, remote, later)
}

async function spoil({ url, key }: Server, index: string): Promise<void> {
  const client = openMeili({ url, key })
  const { taskUid } = await client.index(index).updateSettings({ prefixSearch: 'indexingTime', facetSearch: true })
  while (['enqueued', 'processing'].includes((await client.tasks.getTask(taskUid)).status));
}

describe('killed with SIGKILL', () => {
  let fake: FakeServer
  beforeAll(async () => {
    fake = await openFakeServer()
  })
  afterAll(async () => {
    await fake.close()
    await folders.remove()
  })
  killed(() => ({ name: 'stand-in', url: fake.url }), [...SQL_WORKS, ...SERVER_WORKS])
})

describe.skipIf(MEILI_URL === undefined)('killed with SIGKILL, on a real server', () => {
  const server: Server = { name: 'Meilisearch', url: MEILI_URL ?? '', key: MEILI_KEY }
  afterAll(async () => {
    const client = openMeili(server)
    const { results } = await client.getRawIndexes({ limit: 1_000 })
    for (const { uid } of results) if (uid.startsWith(`gulou_kill_${process.pid}`)) await client.deleteIndex(uid)
  })
  killed(() => server, SERVER_WORKS)
})
