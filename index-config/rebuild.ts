/**
 * The index in the database made anew from the items, in tables beside those that serve (`*_next`), and swapped for them
 * in one transaction. Killed at any moment, the old index serves on and loses nothing.
 */
import type { SqlDatabase, SqlStatement } from '../domain/ports.ts'
import { ANALYSER_VERSION, ANALYSER_VERSION_KEY } from './analyse.ts'
import { RebuildRefused } from './engines/engine.ts'
import type { SqlEngine } from './engines/sql-engine.ts'
import { mergeIndex } from './merge.ts'
import { checkBeside } from './rebuild-check.ts'
import { besideStatements, dropBesideStatements, swapStatements } from './rebuild-tables.ts'
import { hashOf } from './store/hash.ts'
import { itemsAfter } from './store/items.ts'
import { bumpDataVersion, getMeta, setMeta } from './store/meta.ts'

const BATCH = 50
const TOWN_KEY = 'index_town'
/** Names the filling that is under way; while it is there, a trigger notes what is published (`index_asked`). */
const FILLING_KEY = 'index_rebuild'

/** Another process began to make the index anew meanwhile: its filling counts. */
export class RebuildOvertaken extends Error {
  override name = 'RebuildOvertaken'
}

export interface RebuildOptions {
  /** Called between two batches, with the number of items read so far. */
  onProgress?: (items: number) => unknown
}

/**
 * Answers how many items were read. What others publish meanwhile goes to the index that serves, and is asked for again
 * in the swap. Throws RebuildOvertaken, RebuildRefused.
 */
export async function rebuild(
  db: SqlDatabase,
  engine: SqlEngine,
  at: Date,
  { onProgress }: RebuildOptions = {},
): Promise<number> {
  const filling = crypto.randomUUID()
  await db.batch([
    bumpDataVersion(),
    setMeta(FILLING_KEY, filling),
    { sql: 'delete from index_asked' },
    ...(await besideStatements(db)),
  ])
  const count = await fillAndSwap(db, engine, at, { filling, onProgress }).catch(async (error: unknown) => {
    // The tables that were being filled are gone, or another's.
    if (error instanceof RebuildRefused || (await getMeta(db, FILLING_KEY)) === filling) throw error
    throw new RebuildOvertaken('another process makes the index anew', { cause: error })
  })
  // It serves already; cut short here, the night's merging goes on.
  await mergeIndex(db)
  return count
}

interface Filling extends RebuildOptions {
  filling: string
}

async function fillAndSwap(
  db: SqlDatabase,
  engine: SqlEngine,
  at: Date,
  { filling, onProgress }: Filling,
): Promise<number> {
  const count = await fill(db, engine, at, { filling, onProgress })
  await refuseWrong(db, engine, at, filling)
  await guarded(db, filling, [
    ...(await swapStatements(db)),
    setMeta(ANALYSER_VERSION_KEY, String(ANALYSER_VERSION)),
    setMeta(TOWN_KEY, signatureOf(engine)),
    ...doneStatements(at),
    bumpDataVersion(),
  ])
  return count
}

async function fill(db: SqlDatabase, engine: SqlEngine, at: Date, { filling, onProgress }: Filling): Promise<number> {
  let count = 0
  for (let after = 0; ; ) {
    const { items, last } = await itemsAfter(db, after, BATCH)
    if (items.length === 0) return count
    await guarded(db, filling, await engine.publishStatements(items, at, { suffix: '_next' }))
    after = last
    count += items.length
    await onProgress?.(count)
  }
}

async function refuseWrong(db: SqlDatabase, engine: SqlEngine, at: Date, filling: string): Promise<void> {
  const problems = await checkBeside(db, engine, at)
  if (problems.length === 0) return
  await guarded(db, filling, [...dropBesideStatements(), ...doneStatements(at)])
  throw new RebuildRefused(`what was filled beside does not agree with the items:\n${problems.join('\n')}`)
}

/** What was published to the old tables is asked for again. */
function doneStatements(at: Date): SqlStatement[] {
  return [
    { sql: 'insert into outbox (item_id, at) select item_id, ?1 from index_asked', params: [at.toISOString()] },
    { sql: 'delete from index_asked' },
    { sql: 'delete from meta where key = ?1', params: [FILLING_KEY] },
  ]
}

/** Nothing of a batch is written once another filling has begun: the first statement then breaks the table's key. */
async function guarded(db: SqlDatabase, filling: string, statements: SqlStatement[]): Promise<void> {
  const guard = {
    sql: `insert into meta (key, value) select 'data_version', '0'
      where (select value from meta where key = ?1) is not ?2`,
    params: [FILLING_KEY, filling],
  }
  await db.batch([guard, ...statements])
}

/** True when the index was made by this analyser. The first publishing signs a new one. */
export async function isCurrent(db: SqlDatabase): Promise<boolean> {
  return (await getMeta(db, ANALYSER_VERSION_KEY)) === String(ANALYSER_VERSION)
}

/** What of the town's file stands in index rows: parents of regions, the zone, the currency. */
function signatureOf({ town: { regions, timeZone, currency } }: SqlEngine): string {
  const parents = regions.map(({ code, parent }) => [code, parent ?? null])
  return hashOf(JSON.stringify([parents, timeZone, currency]))
}

/** To call at every start: an index of another analyser or other regions is made again. True when it was. */
export async function ensureCurrent(db: SqlDatabase, engine: SqlEngine, at: Date): Promise<boolean> {
  const [signed, signature] = [await getMeta(db, TOWN_KEY), signatureOf(engine)]
  if ((await isCurrent(db)) && (signed ?? signature) === signature) {
    if (signed === undefined) await db.batch([setMeta(TOWN_KEY, signature)])
    return false
  }
  try {
    await rebuild(db, engine, at)
  } catch (error) {
    if (!(error instanceof RebuildOvertaken)) throw error
    await waitForOther(db)
    await ensureCurrent(db, engine, at)
  }
  return true
}

const LOOK_MS = 200
/** Looks without any progress of the other process, after which it counts as dead. */
const STILL_LOOKS = 50

/** Until the filling of another process is over, or stands still. */
async function waitForOther(db: SqlDatabase): Promise<void> {
  let before = ''
  for (let still = 0; still < STILL_LOOKS; still++) {
    const filling = await getMeta(db, FILLING_KEY)
    if (filling === undefined) return
    const now = `${filling} ${await filledBeside(db)}`
    if (now !== before) still = 0
    before = now
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

async function filledBeside(db: SqlDatabase): Promise<number> {
  const tables = await db.all(`select 1 from sqlite_schema where name = 'facet_next'`)
  if (tables.length === 0) return 0
  const [row] = await db.all<{ n: number | null }>('select max(n) as n from facet_next')
  return row?.n ?? 0
}
