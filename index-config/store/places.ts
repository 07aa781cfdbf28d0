/** From items to their places and back. */
import type { SqlDatabase } from '../../domain/ports.ts'

/** By id; unknown ids are left out. */
export async function placesOf(db: SqlDatabase, ids: readonly string[]): Promise<Map<string, number>> {
  const sql = 'select i.id, i.n from json_each(?1) j cross join item i on i.id = j.value'
  const rows = await db.all<{ id: string; n: number }>(sql, [JSON.stringify(ids)])
  return new Map(rows.map(({ id, n }) => [id, n]))
}
