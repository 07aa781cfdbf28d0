/** From the truth to the index: at least once, in order, picked up again where it stopped. */

import type { Item } from '../../domain/item.ts'
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
  const done: SqlStatement[] = [
    overtakenStatement(items),
    doneStatement(waiting.map((row) => row.seq)),
    bumpDataVersion(),
  ]
  if (isSqlEngine(engine)) {
    await db.batch([...(await engine.publishStatements(items, at)), ...done])
  } else {
    await engine.publish(items, at)
    await db.batch(done)
  }
  return items.length
}

/**
 * Asks again for items that another process changed since they were read here: their index rows are about to be
 * written from the older text, and that process may have published, and cleared its outbox row, already.
 */
export function overtakenStatement(items: readonly Item[], queue: 'outbox' | 'engine_outbox' = 'outbox'): SqlStatement {
  return {
    sql: `insert into ${queue} (item_id, at) select i.id, i.changed_at from json_each(?1) j join item i on i.id = j.value->>0
      where i.changed_at <> j.value->>1 or i.state <> j.value->>2`,
    params: [JSON.stringify(items.map(({ id, changedAt, state }) => [id, changedAt, state]))],
  }
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
