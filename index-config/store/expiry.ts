/** What has closed since the last look stops counting as open. */
import type { SqlDatabase } from '../../domain/ports.ts'
import type { SearchEngine } from '../engines/engine.ts'
import { publishPending } from './outbox.ts'

/**
 * Republishes what its index rows call open though it closed by `at`; answers how many items that was. A search
 * looks at the time itself, so between two calls only the ready counters lag. Interrupted, it goes on at the next call.
 */
export async function expireDue(db: SqlDatabase, engine: SearchEngine, at: Date): Promise<number> {
  const due = `from facet c join item i on i.n = c.n where c.open = 1 and c.closes <= ?1`
  const seconds = Math.floor(at.getTime() / 1000)
  const [count] = await db.batch([
    { sql: `select count(*) as n ${due}`, params: [seconds] },
    {
      sql: `insert into outbox (item_id, at) select i.id, ?2 ${due} and i.id not in (select item_id from outbox)`,
      params: [seconds, at.toISOString()],
    },
  ])
  await publishPending(db, engine, at)
  return Number(count?.[0]?.n ?? 0)
}
