/** How long a host is left alone. Pure: states, limits and instants in, milliseconds out. */
import type { Clock } from '../../domain/ports.ts'
import type { Limits } from '../../domain/town.ts'
import type { HostState } from './host-memory.ts'

/** A clock that may also tell time that never jumps, in milliseconds; where it cannot, `now` stands in. */
export interface SteadyClock extends Clock {
  ticks?(): number
}

/** A host that answers slowly is under load or far away; either way it gets five times as long to breathe. */
const SLOWNESS_FACTOR = 5
const MINUTE_MS = 60_000
/** After the first, second, … time in a row; the first is the pause before the second try of a run. */
const LATER_MS = [5 * MINUTE_MS, 60 * MINUTE_MS, 360 * MINUTE_MS]
/** Hosts that failed together must not come back together. */
const SPREAD = 0.2

/** Pause between an answer that took `lastMs` and the next request. A pause of 0 in the limits means none at all. */
export function pauseAfter(lastMs: number, crawlDelayMs: number, { pauseMs, maxPauseMs }: Limits): number {
  const own = pauseMs === 0 ? 0 : Math.min(Math.max(pauseMs, SLOWNESS_FACTOR * lastMs), maxPauseMs)
  return Math.max(own, crawlDelayMs)
}

/** Back-off after `fails` in a row (1 or more): 30 s, 5 min, 1 h, 6 h, each up to a fifth longer. `random` is in [0, 1). */
export function backOffMs(fails: number, { retryMs }: Limits, random: () => number): number {
  const base = fails <= 1 ? retryMs : (LATER_MS[fails - 2] ?? LATER_MS.at(-1) ?? retryMs)
  return Math.round(base * (1 + SPREAD * random()))
}

/** Milliseconds of rest that the host asked for and still has; 0 when none. */
export function restLeft({ restUntil }: HostState, now: Date): number {
  return restUntil === undefined ? 0 : Math.max(Date.parse(restUntil) - now.getTime(), 0)
}

/** The rest as it has to be when the clock went back behind its beginning: the same length from now; else undefined. */
export function restAnew({ restFrom, restUntil }: HostState, now: Date): HostState | undefined {
  if (restFrom === undefined || restUntil === undefined || Date.parse(restFrom) <= now.getTime()) return undefined
  return restFor(Date.parse(restUntil) - Date.parse(restFrom), now)
}

export function restFor(ms: number, now: Date): HostState {
  return { restFrom: now.toISOString(), restUntil: new Date(now.getTime() + ms).toISOString() }
}
