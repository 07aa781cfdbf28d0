/** From the truth to the index: at least once, in order, picked up again where it stopped. */

import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import type { SearchEngine } from '../engines/engine.ts'
import { isSqlEngine } from '../engines/sql-engine.ts'
import { getItems } from './items.ts'
import { bumpDataVersion } from './meta.ts'

/**
 * Publishes every item that waits, `batch` rows at a time; answers how many items were published.
 * An engine in the same database takes its rows in the same transaction as the outbox loses its own; any
 * other is published to first and the outbox cleared after, so a crash repeats work and never loses it.
 */
export async function publishPending(db: SqlDatabase, engine: SearchEngine, at: Date, batch = 50): Promise<number> {
  let published = 0
  for (;;) {
    const waiting = await db.all<{ seq: number; item_id: string }>(
      'select seq, item_id from outbox order by seq limit ?1',
      [batch],
    )
    if (waiting.length === 0) return published
    published += await publishSome(db, engine, waiting, at)
  }
}

async function publishSome(
  db: SqlDatabase,
  engine: SearchEngine,
  waiting: { seq: number; item_id: string }[],
  at: Date,
): Promise<number> {
  const items = await getItems(db, [...new Set(waiting.map((row) => row.item_id))])
  const done: SqlStatement[] = [doneStatement(waiting.map((row) => row.seq)), bumpDataVersion()]
  if (isSqlEngine(engine)) {
    await db.batch([...(await engine.publishStatements(items, at)), ...done])
  } else {
    await engine.publish(items, at)
    await db.batch(done)
  }
  return items.length
}

/** Only the rows that were read: one that came meanwhile asks for another turn. */
function doneStatement(seqs: number[]): SqlStatement {
  return {
    sql: 'delete from outbox where seq in (select value from json_each(?1))',
    params: [JSON.stringify(seqs)],
  }
}

/** How many changes wait. */
export async function outboxDepth(db: SqlDatabase): Promise<number> {
  const [row] = await db.all<{ n: number }>('select count(*) as n from outbox')
  return row?.n ?? 0
}
