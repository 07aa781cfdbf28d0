/** A process that keeps and publishes new items, twenty in a transaction, ten times a second, until it is told to stop. */
import { setTimeout as sleep } from 'node:timers/promises'
import { openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { keepAndPublish } from './database.ts'
import { spreadOver, timed } from './measure.ts'
import type { Orders } from './ours.ts'
import { benchTown } from './town.ts'

const BATCH = 20
const PAUSE_MS = 100

const { path, count } = JSON.parse(process.argv[2] ?? '{}') as Orders
const db = openSqlite(path)
const engine = createSqlEngine(db, { facetLimit: 5_000, town: benchTown() })
let stopped = false
process.on('message', () => {
  stopped = true
})
const times: number[] = []
while (!stopped) {
  const from = count + times.length * BATCH
  times.push(await timed(() => keepAndPublish(db, engine, { from, to: from + BATCH, count })))
  if (times.length === 5) process.send?.('writing')
  await sleep(PAUSE_MS)
}
process.send?.({ batchMs: spreadOver(times), batches: times.length })
process.disconnect?.()
