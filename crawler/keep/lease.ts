/**
 * One crawler per source at a time, also among several processes. A lease ends 60 s after its last heartbeat; that of a
 * dead process of this machine is taken over at once. The fence number grows with every taking, and whoever writes
 * proves that its number is still the one that holds.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'

const LEASE_MS = 60_000
/** Nobody takes a lease for so long: it was written by a clock that was ahead. */
const UNBELIEVABLE_MS = 10 * LEASE_MS

export interface Lease {
  source: string
  holder: string
  fence: number
}

/** Machine, process, and a word of its own, since numbers of processes come back. */
export function newHolder(): string {
  return `${hostname()} ${process.pid} ${randomUUID()}`
}

/** Undefined when somebody alive has it. */
export async function takeLease(
  db: SqlDatabase,
  source: string,
  holder: string,
  now: Date,
): Promise<Lease | undefined> {
  const [held] = await db.all<{ holder: string; fence: number }>('select holder, fence from lease where source = ?1', [
    source,
  ])
  const dead = held !== undefined && isDead(held.holder, holder) ? held.fence : -1
  const [row] = await db.all<{ fence: number }>(
    `insert into lease (source, holder, fence, expires_at) values (?1, ?2, 1, ?3)
     on conflict (source) do update set holder = excluded.holder, fence = lease.fence + 1, expires_at = excluded.expires_at
     where lease.expires_at <= ?4 or lease.expires_at > ?6 or lease.fence = ?5 returning fence`,
    [source, holder, expiry(now), now.toISOString(), dead, new Date(now.getTime() + UNBELIEVABLE_MS).toISOString()],
  )
  return row && { source, holder, fence: row.fence }
}

/** First in a batch: the batch fails as a whole when the lease was lost. It is the heartbeat too. */
export function fenceStatements(lease: Lease, now: Date): SqlStatement[] {
  return [
    {
      sql: `insert or replace into fence_check (one, ok)
        values (1, (select 1 from lease where source = ?1 and holder = ?2 and fence = ?3))`,
      params: [lease.source, lease.holder, lease.fence],
    },
    beatStatement(lease, now),
  ]
}

export async function beat(db: SqlDatabase, lease: Lease, now: Date): Promise<void> {
  await db.batch([beatStatement(lease, now)])
}

/** Free for anyone; the fence stays, so that a late writer is still refused. */
export async function releaseLease(db: SqlDatabase, lease: Lease, now: Date): Promise<void> {
  const sql = 'update lease set expires_at = ?1 where source = ?2 and fence = ?3 and holder = ?4'
  await db.all(sql, [now.toISOString(), lease.source, lease.fence, lease.holder])
}

function beatStatement(lease: Lease, now: Date): SqlStatement {
  return {
    sql: 'update lease set expires_at = ?1 where source = ?2 and fence = ?3 and holder = ?4',
    params: [expiry(now), lease.source, lease.fence, lease.holder],
  }
}

function expiry(now: Date): string {
  return new Date(now.getTime() + LEASE_MS).toISOString()
}

/** Only of this machine can we know. Our own number with another word is a process before us. */
export function isDead(holder: string, own: string): boolean {
  const [machine, pid, word] = holder.split(' ')
  const [ownMachine, ownPid, ownWord] = own.split(' ')
  if (machine !== ownMachine || pid === undefined) return false
  if (pid === ownPid) return word !== ownWord && !runningHere.has(holder)
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Holders of this very process: two runs in one process must not take each other for dead. */
const runningHere = new Set<string>()

/** A holder for the time of a run; `end` when it is over. */
export function startHolder(): { holder: string; end(): void } {
  const holder = newHolder()
  runningHere.add(holder)
  return { holder, end: () => void runningHere.delete(holder) }
}
