/**
 * Manners: one request at a time per host, over all sources and all processes that share the memory, and a pause from
 * the end of one answer to the start of the next. robots.txt and every hop of a redirect take a turn like any page.
 * Who begins says so in the memory first, and whoever ends writes pace and rest before anyone else may begin.
 */
import PQueue from 'p-queue'
import type { Limits } from '../../domain/town.ts'
import { startHolder } from '../keep/lease.ts'
import { ClaimWatch } from './host-claim.ts'
import { change, type HostMemory, type HostState, tryChange } from './host-memory.ts'
import { backOffMs, pauseAfter, restAnew, restFor, restLeft, type SteadyClock } from './pause.ts'

/** What an answer asks for: rest of so many milliseconds, or less haste without a number. */
export type Plea = number | 'too_many'

interface Turn<T> {
  value: T
  plea?: Plea
}

export interface HostQueue {
  /**
   * Runs `work` when it is the host's turn and the pause is over. Answers what `work` made, and how long the host rests
   * because of it. Throws HostRests when the host is at rest, what `work` throws, or the fault of the memory.
   */
  turn<T>(
    host: string,
    crawlDelayMs: number,
    work: () => Promise<Turn<T>>,
    signal?: AbortSignal,
  ): Promise<{ value: T; restMs?: number }>
  close(): void
}

/** The host said when to come back; until then nothing is sent. */
export class HostRests extends Error {
  override name = 'HostRests'
  readonly forMs: number
  constructor(host: string, forMs: number) {
    super(`${host} asked for rest, ${Math.ceil(forMs / 1_000)} s are left`)
    this.forMs = forMs
  }
}

export interface HostQueueOptions {
  limits: Limits
  clock: SteadyClock
  memory: HostMemory
  /** In [0, 1). */
  random?: () => number
}

/** A rest this short is slept through, so that a timer that woke early fails no page. */
const SHORT_REST_MS = 1_000
/** Beyond the deadline of a request, for a process that is slow to write that it ended. */
const GRACE_MS = 5_000

export function createHostQueue({ limits, clock, memory, random = Math.random }: HostQueueOptions): HostQueue {
  const queues = new Map<string, PQueue>()
  /** When answers of our own ended, and how long the host rests since, by a clock that does not jump. */
  const ended = new Map<string, { at: string; ticks: number; restMs: number }>()
  const ticks = (): number => clock.ticks?.() ?? clock.now().getTime()
  let own = startHolder()

  const queueOf = (host: string): PQueue => {
    const queue = queues.get(host) ?? new PQueue({ concurrency: 1 })
    queues.set(host, queue)
    return queue
  }

  /** Never longer than the pause itself, whatever the wall clock did since. */
  const pauseLeft = (host: string, { endedAt, lastMs = 0 }: HostState, crawlDelayMs: number): number => {
    if (endedAt === undefined) return 0
    const pause = pauseAfter(lastMs, crawlDelayMs, limits)
    const mine = ended.get(host)
    const since = mine?.at === endedAt ? ticks() - mine.ticks : clock.now().getTime() - Date.parse(endedAt)
    return Math.ceil(Math.min(Math.max(pause - since, 0), pause))
  }

  /** What is left to wait in this state. Throws HostRests where that is left to a later run. */
  const waitLeft = (host: string, state: HostState, crawlDelayMs: number): number => {
    const mine = ended.get(host)
    const steady = mine !== undefined && mine.at === state.endedAt ? mine.restMs - (ticks() - mine.ticks) : 0
    const restMs = Math.max(restLeft(state, clock.now()), steady)
    if (restMs > SHORT_REST_MS) throw new HostRests(host, restMs)
    return Math.max(restMs, pauseLeft(host, state, crawlDelayMs))
  }

  /** Resolves once the host is claimed for us. Whatever is waited for, the state is read again after it. */
  const enter = async (host: string, crawlDelayMs: number, signal?: AbortSignal): Promise<void> => {
    const watch = new ClaimWatch(memory, host)
    let slept: number | undefined
    for (;;) {
      signal?.throwIfAborted()
      const state = (await memory.get(host)) ?? {}
      if (!(await watch.isFree(state, own.holder, clock.now()))) continue
      const anew = restAnew(state, clock.now())
      if (anew) {
        await tryChange(memory, host, state, anew)
        continue
      }
      const ms = waitLeft(host, state, crawlDelayMs)
      // Slept once for a state is slept: some clocks stand still, and a timer may be early by a hair.
      if (ms > 0 && slept !== (state.version ?? 0)) {
        await clock.sleep(ms, signal)
        slept = state.version ?? 0
        continue
      }
      const claim = { holder: own.holder, forMs: limits.totalMs + GRACE_MS }
      if (await tryChange(memory, host, state, { claim })) return
    }
  }

  /** The end of the claim, pace and rest in one write. Answers the rest that is due to this answer. */
  const leave = async (host: string, lastMs: number, plea?: Plea): Promise<number | undefined> => {
    const now = clock.now()
    const endedAt = now.toISOString()
    const mine = { at: endedAt, ticks: ticks(), restMs: 0 }
    ended.set(host, mine)
    let restMs: number | undefined
    try {
      await change(memory, host, (before) => {
        const refusals = plea === 'too_many' ? (before.refusals ?? 0) + 1 : 0
        restMs = plea === 'too_many' ? backOffMs(refusals, limits, random) : plea
        const rest = restMs === undefined ? {} : restFor(restMs, now)
        return { claim: undefined, endedAt, lastMs, refusals, ...rest }
      })
      mine.restMs = restMs ?? 0
      return restMs
    } catch (error) {
      // Our claim stands and cannot be taken back. It becomes a dead one's, and we somebody else.
      own.end()
      own = startHolder()
      throw error
    }
  }

  return {
    turn: (host, crawlDelayMs, work, signal) =>
      queueOf(host).add(async () => {
        await enter(host, crawlDelayMs, signal)
        const startedAt = performance.now()
        const done = await work().catch((error: unknown) => ({ error }))
        const restMs = await leave(
          host,
          Math.round(performance.now() - startedAt),
          'error' in done ? undefined : done.plea,
        )
        if ('error' in done) throw done.error
        return { value: done.value, restMs }
      }),
    close: () => own.end(),
  }
}
