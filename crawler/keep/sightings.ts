/** Items that a list still leads to were there to be seen, though nobody opened them. */
import type { SqlStatement } from '../../domain/ports.ts'

/** What stands on the first page of the list, once a day; `day` in the town's zone. */
export function listedStatement(source: string, list: string, day: string): SqlStatement {
  return {
    sql: `insert into sighting (item_id, day)
      select item_id, ?3 from page where source = ?1 and on_page = ?2 and item_id is not null
      on conflict (item_id) do update set day = excluded.day where excluded.day > sighting.day`,
    params: [source, list, day],
  }
}
