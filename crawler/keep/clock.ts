/** Whether the clock can be believed (F14): what is stored was written by it, or by one like it. */
import type { SqlDatabase } from '../../domain/ports.ts'
import { DAY_MS } from '../due.ts'

/** The clock stands before what was written a day or more ago by its own account. Nothing was asked or changed. */
export class ClockWentBack extends Error {
  override name = 'ClockWentBack'
}

/**
 * Throws ClockWentBack when `now` is more than a day before the newest visit or run that is stored. Less is made up for
 * by counting visits from the future as made now.
 */
export async function checkClock(db: SqlDatabase, now: Date): Promise<void> {
  const [row] = await db.all<{ newest: string | null }>(
    `select max(at) as newest from (select max(checked_at) as at from page union all select max(first_at) from page
      union all select max(finished_at) from run)`,
  )
  const newest = row?.newest ?? undefined
  if (newest === undefined || Date.parse(newest) - now.getTime() <= DAY_MS) return
  throw new ClockWentBack(
    `the clock says ${now.toISOString()}, and something was crawled at ${newest}: set the clock right (or GULOU_NOW); nothing was crawled`,
  )
}
