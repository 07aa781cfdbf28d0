/** Statements by which items come to wait for the search server, whichever process writes them. */
import type { Item } from '../../domain/item.ts'
import type { SqlStatement } from '../../domain/ports.ts'

/**
 * From here on what is published waits for this index, also when a process writes it that knows of no server. To stand
 * before `engineOutboxStatements` in the first batch that is to fill it.
 */
export function givenStatement({ index }: { index: string }): SqlStatement {
  return { sql: 'insert or ignore into engine_state (name) values (?1)', params: [index] }
}

/**
 * To stand in the batch that publishes the same items to the index in the database; does nothing in a database that was
 * never given a server. A newer row takes the place of an older, so that there are never more rows than items.
 */
export function engineOutboxStatements(items: readonly Item[], at: Date): SqlStatement[] {
  const ids = JSON.stringify([...new Set(items.map(({ id }) => id))])
  return [
    {
      sql: 'delete from engine_outbox where error is null and item_id in (select value from json_each(?1))',
      params: [ids],
    },
    {
      sql: `insert into engine_outbox (item_id, at) select value, ?2 from json_each(?1)
        where exists (select 1 from engine_state)`,
      params: [ids, at.toISOString()],
    },
  ]
}
