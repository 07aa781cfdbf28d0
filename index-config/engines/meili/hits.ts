/** From places on the server to items of the database: what is hidden there is no hit, whatever the server still holds. */
import type { SqlDatabase } from '../../../domain/ports.ts'
import { matchExpression } from '../../match.ts'
import type { Terms } from '../../question.ts'
import { asWritten, type Candidate } from '../../rank.ts'

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
  const sql = `select i.n, i.id, i.state = 'shown' as shown, 0 as guessed, ${ROWS[read]}`
  const rows = await db.all<Hit>(sql, [JSON.stringify(places)])
  const known = new Map(rows.map((row) => [row.n, row]))
  return places.flatMap((n) => known.get(n) ?? [])
}

/** With what ranking by relevance reads; the index in the database tells which of them hold every word as it was written. */
export async function readRanked(db: SqlDatabase, places: readonly number[], terms: Terms): Promise<Hit[]> {
  const [hits, written] = [await readHits(db, places, 'text'), asWritten(terms)]
  if (written === undefined || hits.length === 0) return hits
  const rows = await db.all<{ n: number }>(
    `select f.rowid as n from item_fts f where f.item_fts match ?1
      and f.rowid between cast(?2 as integer) and cast(?3 as integer)`,
    [matchExpression(written, []), Math.min(...places), Math.max(...places)],
  )
  const holding = new Set(rows.map(({ n }) => n))
  return hits.map((hit) => ({ ...hit, guessed: holding.has(hit.n) ? 0 : 1 }))
}
