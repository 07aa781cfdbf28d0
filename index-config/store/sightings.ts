/** When an item was last there to be seen, by the day: an unchanged page costs one small row a day and no more. */
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'

/** `day`: `YYYY-MM-DD` in the town's zone. Nothing is written where it is known already; a clock that went back changes nothing. */
export function sightingStatement(ids: readonly string[], day: string): SqlStatement {
  return {
    sql: `insert into sighting (item_id, day) select value, ?2 from json_each(?1) where true
      on conflict (item_id) do update set day = excluded.day where excluded.day > sighting.day`,
    params: [JSON.stringify(ids), day],
  }
}

/** Of a position the day of its notice; undefined for what was kept before days were. */
export async function findLastSeen(db: SqlDatabase, id: string): Promise<string | undefined> {
  const [row] = await db.all<{ day: string }>(
    `select s.day from item i cross join sighting s on s.item_id = coalesce(i.parent, i.id) where i.id = ?1`,
    [id],
  )
  return row?.day
}
