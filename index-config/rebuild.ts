/** The index thrown away and made again from the items. */
import type { SqlDatabase } from '../domain/ports.ts'
import { ANALYSER_VERSION, ANALYSER_VERSION_KEY } from './analyse.ts'
import type { SqlEngine } from './engines/sql-engine.ts'
import { hashOf } from './store/hash.ts'
import { itemsAfter } from './store/items.ts'
import { bumpDataVersion, getMeta, setMeta } from './store/meta.ts'
import { overtakenStatement } from './store/outbox.ts'

const BATCH = 50
const UNFINISHED = 'unfinished'
const TOWN_KEY = 'index_town'

/**
 * Empties the index tables and fills them from `item`; answers how many items were read. Cut short, the index says of
 * itself that it is unfinished (`isCurrent`), and the next rebuild begins again. The outbox is left as it is.
 */
export async function rebuild(db: SqlDatabase, engine: SqlEngine, at: Date): Promise<number> {
  await db.batch([setMeta(ANALYSER_VERSION_KEY, UNFINISHED), ...engine.clearStatements(), bumpDataVersion()])
  let count = 0
  for (let after = 0; ; ) {
    const { items, last } = await itemsAfter(db, after, BATCH)
    if (items.length === 0) break
    await db.batch([...(await engine.publishStatements(items, at)), overtakenStatement(items), bumpDataVersion()])
    after = last
    count += items.length
  }
  await db.batch([
    setMeta(ANALYSER_VERSION_KEY, String(ANALYSER_VERSION)),
    setMeta(TOWN_KEY, signatureOf(engine)),
    bumpDataVersion(),
  ])
  return count
}

/** True when the index was made by this analyser, whole. The first publishing signs a new one. */
export async function isCurrent(db: SqlDatabase): Promise<boolean> {
  return (await getMeta(db, ANALYSER_VERSION_KEY)) === String(ANALYSER_VERSION)
}

/** What of the town's file stands in index rows: parents of regions, the zone, the currency. */
function signatureOf({ town: { regions, timeZone, currency } }: SqlEngine): string {
  const parents = regions.map(({ code, parent }) => [code, parent ?? null])
  return hashOf(JSON.stringify([parents, timeZone, currency]))
}

/** To call at every start: an index of another analyser or other regions, or one cut short, is made again. True when it was. */
export async function ensureCurrent(db: SqlDatabase, engine: SqlEngine, at: Date): Promise<boolean> {
  const [signed, signature] = [await getMeta(db, TOWN_KEY), signatureOf(engine)]
  if ((await isCurrent(db)) && (signed ?? signature) === signature) {
    if (signed === undefined) await db.batch([setMeta(TOWN_KEY, signature)])
    return false
  }
  await rebuild(db, engine, at)
  return true
}
