import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withFallback } from '../index-config/engines/fallback.ts'
import { createMeiliEngine } from '../index-config/engines/meili/meili-engine.ts'
import { type FakeServer, openFakeServer } from '../index-config/engines/meili/testing/fake-server.ts'
import type { SqlEngine } from '../index-config/engines/sql-engine.ts'
import { engineOutbox } from '../index-config/store/engine-outbox.ts'
import { keepStatements } from '../index-config/store/items.ts'
import { publishPending } from '../index-config/store/outbox.ts'
import { testItem } from '../index-config/testing.ts'
import { crawlOnce } from './run.ts'
import { createServerPublishing, publishByTheClock } from './server-publishing.ts'
import type { CrawlDeps } from './steps/visit.ts'
import { openTestCrawl, type TestCrawl } from './testing/crawl.ts'

let fake: FakeServer
let crawl: TestCrawl
let deps: CrawlDeps

beforeEach(async () => {
  fake = await openFakeServer()
  crawl = await openTestCrawl([])
  const { db, engine, town } = crawl.deps
  const remote = createMeiliEngine(db, { url: fake.url, town, timeoutMs: 10_000, searchTimeoutMs: 10_000 })
  deps = { ...crawl.deps, engine: withFallback(engine as SqlEngine, remote) }
})
afterEach(() => fake.close())

async function keep(id: string): Promise<void> {
  await deps.db.batch(keepStatements(testItem(id), undefined))
  await publishPending(deps.db, deps.engine, deps.clock.now())
}

const onServer = () => [...fake.indexes.values()].flatMap(({ documents }) => [...documents.keys()]).length

describe('a crawl with a search server', () => {
  it('brings what waits there before it ends', async () => {
    await keep('a')
    await keep('b')
    await crawlOnce(deps)
    expect(onServer()).toBe(2)
    expect(await engineOutbox(deps.db)).toEqual({ waiting: 0, aside: 0 })
  })

  it('ends well while the server is down, and the next one brings it', async () => {
    await keep('a')
    await fake.close()
    await crawlOnce(deps)
    expect(await engineOutbox(deps.db)).toEqual({ waiting: 1, aside: 0 })
    await fake.open()
    await crawl.clock.sleep(60_000)
    await crawlOnce(deps)
    expect(onServer()).toBe(1)
  })

  it('asks the server once for all that comes within the pause', async () => {
    const publishing = createServerPublishing(deps)
    await keep('first')
    await publishing.all()
    const asked = fake.asked.length
    for (const id of ['a', 'b', 'c']) {
      await keep(id)
      publishing.soon()
    }
    await publishing.end()
    expect(fake.asked.length).toBe(asked)
    await publishing.all()
    expect(onServer()).toBe(4)
  })
})

describe('a process that only serves', () => {
  it('brings to the server what a crawl left that knows of none', async () => {
    await keep('a')
    await createServerPublishing(deps).all()
    await crawl.deps.db.batch(keepStatements(testItem('b'), undefined))
    await publishPending(deps.db, crawl.deps.engine, deps.clock.now())
    const publishing = publishByTheClock(deps, 1)
    try {
      await expect.poll(onServer).toBe(2)
    } finally {
      await publishing.end()
    }
  })

  it('asks nothing of the server while nothing waits, and ends where there is none', async () => {
    const publishing = publishByTheClock(deps, 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await publishing.end()
    expect(fake.asked).toEqual([])
    await publishByTheClock(crawl.deps, 1).end()
  })
})
