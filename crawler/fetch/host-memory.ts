/**
 * What is remembered of a host between requests, runs and processes: who asks it now, when it was last asked, what rest
 * it wants, its robots.txt. A store of it (SQL, Redis) needs two operations and no clock.
 */
import type { FetchFailure } from './outcome.ts'

export interface HostState {
  /** Counts the writes; absent before the first. */
  version?: number
  /** Somebody is asking the host at this moment, or was when its process died. */
  claim?: HostClaim
  /** ISO instant at which the last answer ended. */
  endedAt?: string
  /** How long that answer took. */
  lastMs?: number
  /** ISO instants between which nothing is sent. `restFrom` tells a clock that went back since. */
  restFrom?: string
  restUntil?: string
  /** Times in a row that the host answered "too many" without saying how long to wait. */
  refusals?: number
  robots?: RobotsCopy
  robotsTrouble?: RobotsTrouble
}

interface HostClaim {
  holder: string
  /** The holder's request ends within so many milliseconds; whoever has watched the claim for longer may take over. */
  forMs: number
}

export interface RobotsCopy {
  /** ISO instant of the answer. */
  at: string
  /** 2xx, or the status that opened or closed the site. */
  status: number
  /** Empty unless status is 2xx. */
  text: string
}

/** robots.txt could not be had: not asked again for `forMs` after `at`. */
export interface RobotsTrouble {
  at: string
  forMs: number
  /** How often in a row. */
  fails: number
  failure: FetchFailure
}

/** Pace is kept per host, robots.txt per origin; both are keys here. */
export interface HostMemory {
  get(key: string): Promise<HostState | undefined>
  /**
   * Puts `state` where what is kept still has `version` (0: nothing is kept, or it has none); false, and nothing is
   * written, when another was quicker. `state.version` is higher by one. Lasting once it resolves.
   */
  replace(key: string, version: number, state: HostState): Promise<boolean>
}

/** Forgets with the process; for single pages and tests. */
export function createHostMemory(): HostMemory {
  const states = new Map<string, HostState>()
  return {
    get: async (key) => states.get(key),
    replace: async (key, version, state) => {
      if ((states.get(key)?.version ?? 0) !== version) return false
      states.set(key, state)
      return true
    },
  }
}

/** One step of a change: false when another process was quicker, and the change must be thought over. */
export function tryChange(memory: HostMemory, key: string, before: HostState, patch: HostState): Promise<boolean> {
  const version = before.version ?? 0
  return memory.replace(key, version, { ...before, ...patch, version: version + 1 })
}

/** Applies `change` to whatever is kept by then. */
export async function change(memory: HostMemory, key: string, patch: (before: HostState) => HostState): Promise<void> {
  for (;;) {
    const before = (await memory.get(key)) ?? {}
    if (await tryChange(memory, key, before, patch(before))) return
  }
}
