/**
 * The full-text index in one piece again. Every publishing leaves a small piece of its own; some are put together as it
 * goes, the rest by night, in steps, since one statement over the whole index would hold up everything (D1 ends it after
 * 30 seconds).
 */
import { localDay } from '../domain/dates.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import { getMeta, setMeta } from './store/meta.ts'

/** Pages that a step writes: some tenths of a second. */
const STEP_PAGES = 500
/** Steps of one turn of a crawler: some seconds. */
const STEPS_AT_ONCE = 20
/** When a day begins for merging: readers sleep. */
const NIGHT_MS = 3 * 3_600_000
const MERGED_KEY = 'index_merged'

/**
 * Once a night, from three o'clock in the town on, and later where nothing ran then: a call does a bounded part of it
 * until nothing is left. Answers how many steps it did.
 */
export async function mergeByNight(db: SqlDatabase, now: Date, timeZone: string): Promise<number> {
  const night = localDay(new Date(now.getTime() - NIGHT_MS), timeZone)
  if ((await getMeta(db, MERGED_KEY)) === night) return 0
  const { steps, done } = await mergeIndex(db, STEPS_AT_ONCE)
  if (done) await db.batch([setMeta(MERGED_KEY, night)])
  return steps
}

/** What was done by at most `steps` steps; `done: false` when there is more to do, with which the next call goes on. */
export async function mergeIndex(
  db: SqlDatabase,
  steps = Number.MAX_SAFE_INTEGER,
): Promise<{ steps: number; done: boolean }> {
  for (let step = 0; step < steps; step += 1) {
    if (!(await mergeStep(db))) return { steps: step, done: true }
    // A database in a file answers without letting anything else of this process run.
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { steps, done: false }
}

/** False when there was nothing to do. A negative number of pages begins a merge of everything where none is under way. */
async function mergeStep(db: SqlDatabase): Promise<boolean> {
  const changes = 'select total_changes() as n'
  const [before, , after] = await db.batch([
    { sql: changes },
    { sql: `insert into item_fts (item_fts, rank) values ('merge', ?1)`, params: [-STEP_PAGES] },
    { sql: changes },
  ])
  // The statement itself counts as a change.
  return Number(after?.[0]?.n) - Number(before?.[0]?.n) > 1
}
