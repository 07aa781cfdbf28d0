/** From places on the server to items of the database: what is hidden there is no hit, whatever the server still holds. */
import type { SqlDatabase } from '../../../domain/ports.ts'
import type { Candidate } from '../../rank.ts'

/** What ranking reads of a hit, besides its item: nothing, its numbers, or its text too. */
export type Read = 'ids' | 'numbers' | 'text'

/** `shown` is 0 for what is hidden, merged or gone: no hit, but a place to go on from. */
export interface Hit extends Candidate {
  shown: number
}

const ROWS: Record<Read, string> = {
  ids: `'' as t, null as deadline, null as pay_max from json_each(?1) j cross join item i on i.n = j.value`,
  numbers: `'' as t, c.deadline, c.pay_max from json_each(?1) j cross join item i on i.n = j.value
    left join facet c on c.n = i.n`,
  text: `coalesce(x.t, '') as t, null as deadline, null as pay_max from json_each(?1) j cross join item i on i.n = j.value
    left join item_text x on x.n = i.n`,
}

/** In the order of `places`; without those that no item has. */
export async function readHits(db: SqlDatabase, places: readonly number[], read: Read): Promise<Hit[]> {
  if (places.length === 0) return []
  const sql = `select i.n, i.id, i.state = 'shown' as shown, ${ROWS[read]}`
  const rows = await db.all<Hit>(sql, [JSON.stringify(places)])
  const known = new Map(rows.map((row) => [row.n, row]))
  return places.flatMap((n) => known.get(n) ?? [])
}
