/** What is remembered of a host between requests and between runs: when it was last asked, what it asked for, its robots.txt. */

export interface HostState {
  /** ISO instant at which the last answer ended. */
  endedAt?: string
  /** How long that answer took. */
  lastMs?: number
  /** ISO instant before which nothing is sent: the host said so. */
  restUntil?: string
  robots?: RobotsCopy
}

export interface RobotsCopy {
  /** ISO instant of the answer. */
  at: string
  /** 200, or the status that opened or closed the site. */
  status: number
  /** Empty unless status is 200. */
  text: string
}

/** Pace is kept per host, robots.txt per origin; both are keys here. */
export interface HostMemory {
  get(host: string): Promise<HostState | undefined>
  put(host: string, state: HostState): Promise<void>
}

/** Forgets with the process; for single pages and tests. */
export function createHostMemory(): HostMemory {
  const states = new Map<string, HostState>()
  return {
    get: async (host) => states.get(host),
    put: async (host, state) => {
      states.set(host, state)
    },
  }
}
