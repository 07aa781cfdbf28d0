/**
 * Who may ask a host, over all processes that share the memory. A claim is written before the request and taken back in
 * the write that ends it; one that stands alone is of a process that died, or is too slow to be waited for.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { isDead } from '../keep/lease.ts'
import { type HostMemory, type HostState, tryChange } from './host-memory.ts'

/** How often a claim of another process is looked at. */
const LOOK_MS = 50

/** Waits out the claims of others on one host. */
export class ClaimWatch {
  private readonly memory: HostMemory
  private readonly host: string
  private version: number | undefined
  private since = 0

  constructor(memory: HostMemory, host: string) {
    this.memory = memory
    this.host = host
  }

  /**
   * True when nobody holds the host in this state; else waits a little or takes a dead claim away, and the state must be
   * read again. When the request of a dead one ended nobody knows: the pause begins anew.
   */
  async isFree(state: HostState, own: string, now: Date): Promise<boolean> {
    if (state.claim === undefined) return true
    const { holder } = state.claim
    if (holder === own || isDead(holder, own) || this.isOver(state))
      await tryChange(this.memory, this.host, state, { claim: undefined, endedAt: now.toISOString() })
    else await wait(LOOK_MS)
    return false
  }

  /** True when we have watched it for longer than its holder said, by our own steady clock: those of machines differ. */
  private isOver({ version, claim }: HostState): boolean {
    if (this.version !== version) {
      this.version = version
      this.since = performance.now()
    }
    return claim !== undefined && performance.now() - this.since > claim.forMs
  }
}
