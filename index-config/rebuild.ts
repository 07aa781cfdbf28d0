/** The index thrown away and made again from the items. */
import type { SqlDatabase } from '../domain/ports.ts'
import { ANALYSER_VERSION, ANALYSER_VERSION_KEY } from './analyse.ts'
import type { SqlEngine } from './engines/sql-engine.ts'
import { itemsAfter } from './store/items.ts'
import { bumpDataVersion, getMeta, setMeta } from './store/meta.ts'

const BATCH = 50
const UNFINISHED = 'unfinished'

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
    await db.batch([...(await engine.publishStatements(items, at)), bumpDataVersion()])
    after = last
    count += items.length
  }
  await db.batch([setMeta(ANALYSER_VERSION_KEY, String(ANALYSER_VERSION)), bumpDataVersion()])
  return count
}

/** True when the index was made by this analyser, whole. The first publishing signs a new one. */
export async function isCurrent(db: SqlDatabase): Promise<boolean> {
  return (await getMeta(db, ANALYSER_VERSION_KEY)) === String(ANALYSER_VERSION)
}

/** To call at every start: an index of another analyser, or one cut short, is made again. True when it was. */
export async function ensureCurrent(db: SqlDatabase, engine: SqlEngine, at: Date): Promise<boolean> {
  if (await isCurrent(db)) return false
  await rebuild(db, engine, at)
  return true
}
