/** Whether an index that was filled beside the one that serves can take its place: counts, and items by their own words. */
import type { SqlDatabase } from '../domain/ports.ts'
import { toDocument } from './document.ts'
import type { SqlEngine } from './engines/sql-engine.ts'
import { tokenHash, tokensOfRow } from './index-rows.ts'
import { quoted } from './match.ts'
import { getItems } from './store/items.ts'

/** Items that are looked up, evenly over the index. */
const SAMPLES = 50

/** Sentences; none when the index may serve. What waits in the outbox, or was published meanwhile, is no fault. */
export async function checkBeside(db: SqlDatabase, engine: SqlEngine, at: Date): Promise<string[]> {
  return [...(await countsDiffer(db)), ...(await samplesDiffer(db, engine, at))]
}

const CHANGED = 'select item_id from outbox union select item_id from index_asked'

/** Every shown item has a row in each table, and nothing else has; what changes while this is filled may be either. */
async function countsDiffer(db: SqlDatabase): Promise<string[]> {
  const [row] = await db.all<Record<'items' | 'changed' | 'facets' | 'texts' | 'documents' | 'tallies', number>>(`select
    (select count(*) from item where state = 'shown') as items,
    (select count(*) from (${CHANGED})) as changed,
    (select count(*) from facet_next) as facets, (select count(*) from item_text_next) as texts,
    (select count(*) from item_fts_next) as documents, (select count(*) from tally_next) as tallies`)
  if (row === undefined) return ['the tables beside cannot be counted']
  const { items, changed, ...counts } = row
  return Object.entries(counts).flatMap(([name, n]) =>
    Math.abs(n - items) <= changed ? [] : [`${n} ${name} for ${items} shown items`],
  )
}

async function samplesDiffer(db: SqlDatabase, engine: SqlEngine, at: Date): Promise<string[]> {
  const chosen = await db.all<{ n: number; id: string; token_hash: string }>(
    `select i.n, i.id, f.token_hash from item i cross join facet_next f on f.n = i.n
      where i.state = 'shown' and i.n % (select max(1, count(*) / ?1) from facet_next) = 0
        and i.id not in (${CHANGED}) limit ?1`,
    [SAMPLES],
  )
  const items = new Map(
    (
      await getItems(
        db,
        chosen.map(({ id }) => id),
      )
    ).map((item) => [item.id, item]),
  )
  const problems: string[] = []
  for (const { n, id, token_hash } of chosen) {
    const item = items.get(id)
    const document = item && toDocument(item, engine.town, at)
    if (document === undefined) continue
    if (tokenHash(document) !== token_hash) problems.push(`${id}: indexed from another text`)
    const found = await db.all(
      'select 1 from item_fts_next f where f.item_fts_next match ?1 and f.rowid = cast(?2 as integer)',
      [tokensOfRow(document).map(quoted).join(' AND '), n],
    )
    if (found.length === 0) problems.push(`${id}: not found by its own words`)
  }
  return problems
}
