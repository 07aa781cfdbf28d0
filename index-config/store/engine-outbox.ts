/**
 * From the truth to the search server: what waits for it, at least once, in order, and never in the way of anything else.
 * A row leaves when the server's task has succeeded; a document that it will not take is set aside alone; while the
 * server is down everything waits, and is tried again later and later (RELIABILITY F19 to F21).
 */
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { EngineDown, type Refusal, type RemoteEngine } from '../engines/engine.ts'
import { getItems } from './items.ts'
import { bumpDataVersion } from './meta.ts'
import { overtakenStatement } from './outbox.ts'

/** At once; the server merges what waits for it, so larger is hardly faster. */
const BATCH = 1_000
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 300_000
/** A rebuild that has not been heard of for so long is over. */
const REBUILD_MS = 120_000

export interface EngineReport {
  published: number
  /** What the server would not take this time. */
  refused: Refusal[]
  /** Rows that still wait: 0 unless the server is down or being rebuilt. */
  waiting: number
  /** Why they wait. */
  down?: string
  /** The index was not there or of another analyser, and was made anew. */
  rebuilt?: number
}

/** Publishes all that waits, unless it is too early to try again. Never throws for the server's sake. */
export async function publishToServer(db: SqlDatabase, remote: RemoteEngine, at: Date): Promise<EngineReport> {
  const report: EngineReport = { published: 0, refused: [], waiting: 0 }
  const state = await stateOf(db, remote)
  const now = at.toISOString()
  if ((state.retry_at ?? '') > now)
    return { ...report, ...(await stillWaiting(db, state.error ?? 'too early to try again')) }
  if (isHeld(state, now)) return { ...report, ...(await stillWaiting(db, 'the index is being rebuilt')) }
  // Whoever made it anew was killed, before the swap or after it.
  if (state.rebuilding_until !== null) await db.batch(endHoldStatements(remote, at))
  try {
    if (!(await remote.isReady())) report.rebuilt = await rebuildServer(db, remote, at)
    const held = await publishWaiting(db, remote, at, report)
    await db.batch([wellStatement(remote)])
    return held ? { ...report, ...(await stillWaiting(db, 'the index is being rebuilt')) } : report
  } catch (error) {
    if (!(error instanceof EngineDown)) throw error
    await db.batch([failureStatement(remote, state.failures + 1, error.message, at)])
    return { ...report, ...(await stillWaiting(db, error.message)) }
  }
}

/** True when it stopped because another process has begun to make the index anew. */
async function publishWaiting(db: SqlDatabase, remote: RemoteEngine, at: Date, report: EngineReport): Promise<boolean> {
  for (;;) {
    if (isHeld(await stateOf(db, remote), at.toISOString())) return true
    const waiting = await db.all<{ seq: number; item_id: string }>(
      'select seq, item_id from engine_outbox where error is null order by seq limit ?1',
      [BATCH],
    )
    if (waiting.length === 0) return false
    const items = await getItems(db, [...new Set(waiting.map((row) => row.item_id))])
    const refused = await remote.publishIsolating(items, at)
    await db.batch([overtakenStatement(items, 'engine_outbox'), ...doneStatements(waiting, refused), bumpDataVersion()])
    report.published += items.length - refused.length
    report.refused.push(...refused)
  }
}

/** Only the rows that were read leave; with them what was set aside before of items that the server takes now. */
function doneStatements(
  rows: readonly { seq: number; item_id: string }[],
  refused: readonly Refusal[],
): SqlStatement[] {
  const asideIds = new Set(refused.map(({ id }) => id))
  const last = Math.max(...rows.map(({ seq }) => seq))
  const taken = rows.filter(({ item_id }) => !asideIds.has(item_id))
  return [
    {
      sql: 'delete from engine_outbox where seq <= ?2 and item_id in (select value from json_each(?1))',
      params: [JSON.stringify([...new Set(taken.map(({ item_id }) => item_id))]), last],
    },
    ...asideStatements(refused, last),
  ]
}

/** One row an item, with the reason. */
function asideStatements(refused: readonly Refusal[], last: number): SqlStatement[] {
  if (refused.length === 0) return []
  const rows = JSON.stringify(refused.map(({ id, why }) => [id, why]))
  return [
    {
      sql: `update engine_outbox set error = j.value->>1 from json_each(?1) j
        where engine_outbox.item_id = j.value->>0 and engine_outbox.seq <= ?2`,
      params: [rows, last],
    },
    {
      sql: `delete from engine_outbox where error is not null and exists
        (select 1 from engine_outbox later where later.item_id = engine_outbox.item_id and later.seq > engine_outbox.seq)`,
    },
  ]
}

/**
 * Other processes hold back meanwhile; what waits then, and what one of them was publishing when it began, is asked for
 * again at the end. Throws EngineDown, RebuildRefused.
 */
export async function rebuildServer(
  db: SqlDatabase,
  remote: RemoteEngine,
  at: Date,
  { renewMs = REBUILD_MS / 8 }: { renewMs?: number } = {},
): Promise<number> {
  const started = performance.now()
  const hold = () => {
    const until = new Date(at.getTime() + performance.now() - started + REBUILD_MS)
    return db.batch([holdStatement(remote, until.toISOString())])
  }
  await hold()
  let renewing: Promise<unknown> = Promise.resolve()
  // By the clock: comparing, swapping, and a server that takes its time with one batch give no other sign.
  const beat = setInterval(() => {
    renewing = renewing.then(hold).catch(() => 'a busy database: the next one renews it')
  }, renewMs)
  try {
    const { items, refused } = await remote.rebuild(at)
    await db.batch([...refusedStatements(refused, at), bumpDataVersion()])
    return items
  } finally {
    clearInterval(beat)
    await renewing
    await db.batch(endHoldStatements(remote, at))
  }
}

/**
 * Whoever publishes at this moment has read older rows, and clears only those: rows made now stay for another turn, which
 * goes to the index that serves by then.
 */
function endHoldStatements({ index }: RemoteEngine, at: Date): SqlStatement[] {
  return [
    { sql: 'update engine_state set rebuilding_until = null where name = ?1', params: [index] },
    {
      sql: `insert into engine_outbox (item_id, at)
        select item_id, ?1 from engine_asked union select item_id, ?1 from engine_outbox where error is null`,
      params: [at.toISOString()],
    },
    { sql: 'delete from engine_asked' },
    {
      sql: `delete from engine_outbox where error is null and exists
        (select 1 from engine_outbox later where later.item_id = engine_outbox.item_id and later.seq > engine_outbox.seq)`,
    },
  ]
}

function refusedStatements(refused: readonly Refusal[], at: Date): SqlStatement[] {
  if (refused.length === 0) return []
  const rows = JSON.stringify(refused.map(({ id, why }) => [id, why]))
  const sql = 'insert into engine_outbox (item_id, at, error) select value->>0, ?2, value->>1 from json_each(?1)'
  return [{ sql, params: [rows, at.toISOString()] }]
}

interface State {
  failures: number
  retry_at: string | null
  error: string | null
  rebuilding_until: string | null
}

async function stateOf(db: SqlDatabase, { index }: RemoteEngine): Promise<State> {
  const sql = 'select failures, retry_at, error, rebuilding_until from engine_state where name = ?1'
  const [row] = await db.all<State>(sql, [index])
  return row ?? { failures: 0, retry_at: null, error: null, rebuilding_until: null }
}

function isHeld({ rebuilding_until }: State, now: string): boolean {
  return (rebuilding_until ?? '') > now
}

function wellStatement({ index }: RemoteEngine): SqlStatement {
  return {
    sql: `insert into engine_state (name) values (?1)
      on conflict (name) do update set failures = 0, retry_at = null, error = null where failures > 0`,
    params: [index],
  }
}

function failureStatement({ index }: RemoteEngine, failures: number, error: string, at: Date): SqlStatement {
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)
  return {
    sql: `insert into engine_state (name, failures, retry_at, error) values (?1, ?2, ?3, ?4) on conflict (name)
      do update set failures = excluded.failures, retry_at = excluded.retry_at, error = excluded.error`,
    params: [index, failures, new Date(at.getTime() + pauseMs).toISOString(), error],
  }
}

function holdStatement({ index }: RemoteEngine, until: string): SqlStatement {
  return {
    sql: `insert into engine_state (name, rebuilding_until) values (?1, ?2)
      on conflict (name) do update set rebuilding_until = excluded.rebuilding_until`,
    params: [index, until],
  }
}

async function stillWaiting(db: SqlDatabase, down: string): Promise<{ waiting: number; down: string }> {
  return { waiting: (await engineOutbox(db)).waiting, down }
}

/** Rows that wait, and those set aside. */
export async function engineOutbox(db: SqlDatabase): Promise<{ waiting: number; aside: number }> {
  const sql = 'select count(*) - count(error) as waiting, count(error) as aside from engine_outbox'
  const [row] = await db.all<{ waiting: number; aside: number }>(sql)
  return row ?? { waiting: 0, aside: 0 }
}

/** Items of which an index on the server may say something else: they wait for it, or are set aside. */
export async function waitingIds(db: SqlDatabase): Promise<Set<string>> {
  const sql = 'select item_id from outbox union select item_id from engine_outbox'
  return new Set((await db.all<{ item_id: string }>(sql)).map((row) => row.item_id))
}
