/** Works on an index and dies of SIGKILL right before or after one of its steps: a write to the database, a request to the server. */
import { openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { withFallback } from '../../index-config/engines/fallback.ts'
import { createMeiliEngine } from '../../index-config/engines/meili/meili-engine.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { rebuild } from '../../index-config/rebuild.ts'
import { publishToServer, rebuildServer } from '../../index-config/store/engine-outbox.ts'
import { publishPending } from '../../index-config/store/outbox.ts'
import { TEST_NOW, testTown } from '../../index-config/testing.ts'
import type { IndexWork } from './index-work.ts'

const [file = '', work = '', step = '0', when = 'before', url = '', index = '', key] = process.argv.slice(2)
let steps = 0

async function counted<Answer>(take: () => Promise<Answer>): Promise<Answer> {
  steps += 1
  const here = steps === Number(step)
  if (here && when === 'before') process.kill(process.pid, 'SIGKILL')
  const answer = await take()
  if (here) process.kill(process.pid, 'SIGKILL')
  return answer
}

const kept = openSqlite(file)
const db = { ...kept, batch: (statements: Parameters<typeof kept.batch>[0]) => counted(() => kept.batch(statements)) }
const ask = globalThis.fetch
// How often a task is looked at is the server's own affair.
globalThis.fetch = (url, init) => (init?.method === undefined ? ask(url, init) : counted(() => ask(url, init)))

const sql = createSqlEngine(db, { facetLimit: 5_000, town: testTown() })
const remote = createMeiliEngine(db, { url: url || 'http://127.0.0.1:9', key, town: testTown(), index })

const WORKS: Record<IndexWork, () => Promise<unknown>> = {
  'rebuild of the index in the database': () => rebuild(db, sql, TEST_NOW),
  'publishing to the database': () => publishPending(db, sql, TEST_NOW),
  'rebuild on the server': () => rebuildServer(db, remote, TEST_NOW),
  'publishing to the server': async () => {
    await publishPending(db, withFallback(sql, remote), TEST_NOW)
    await publishToServer(db, remote, TEST_NOW)
  },
  'applying settings': () => remote.apply(),
}
await WORKS[work as IndexWork]()
process.stdout.write(String(steps))
