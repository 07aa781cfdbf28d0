/**
 * Manners: one request at a time per host, and a pause from the end of one answer to the start of the next. robots.txt
 * and every hop of a redirect take a turn like any page.
 */
import PQueue from 'p-queue'
import type { Clock } from '../../domain/ports.ts'
import type { Limits } from '../../domain/town.ts'
import type { HostMemory, HostState } from './host-memory.ts'

export interface HostQueue {
  /** Runs `work` when it is the host's turn and the pause is over. Throws HostRests when the host asked for longer rest. */
  turn<T>(host: string, crawlDelayMs: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Nothing is sent to the host for that long. */
  rest(host: string, ms: number): Promise<void>
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

/** A host that answers slowly is under load or far away; either way it gets five times as long to breathe. */
const SLOWNESS_FACTOR = 5

/** Pause between an answer that took `lastMs` and the next request. A pause of 0 in the limits means none at all. */
export function pauseAfter(lastMs: number, crawlDelayMs: number, { pauseMs, maxPauseMs }: Limits): number {
  const own = pauseMs === 0 ? 0 : Math.min(Math.max(pauseMs, SLOWNESS_FACTOR * lastMs), maxPauseMs)
  return Math.max(own, crawlDelayMs)
}

export function createHostQueue(limits: Limits, clock: Clock, memory: HostMemory): HostQueue {
  const queues = new Map<string, PQueue>()
  const states = new Map<string, HostState>()
  const stateOf = async (host: string): Promise<HostState> => {
    const state = states.get(host) ?? (await memory.get(host)) ?? {}
    states.set(host, state)
    return state
  }
  const remember = async (host: string, patch: HostState): Promise<void> => {
    const state = { ...(await stateOf(host)), ...patch }
    states.set(host, state)
    await memory.put(host, state)
  }
  const queueOf = (host: string): PQueue => {
    const queue = queues.get(host) ?? new PQueue({ concurrency: 1 })
    queues.set(host, queue)
    return queue
  }
  const wait = async (host: string, crawlDelayMs: number, signal?: AbortSignal): Promise<void> => {
    const state = await stateOf(host)
    const restMs = msUntil(state.restUntil, clock)
    if (restMs > 0) throw new HostRests(host, restMs)
    const ms = pauseLeft(state, crawlDelayMs, limits, clock)
    if (ms > 0) await clock.sleep(ms, signal)
    signal?.throwIfAborted()
  }
  return {
    turn: (host, crawlDelayMs, work, signal) =>
      queueOf(host).add(async () => {
        await wait(host, crawlDelayMs, signal)
        const startedAt = performance.now()
        try {
          return await work()
        } finally {
          const lastMs = Math.round(performance.now() - startedAt)
          await remember(host, { endedAt: clock.now().toISOString(), lastMs })
        }
      }),
    rest: (host, ms) => remember(host, { restUntil: new Date(clock.now().getTime() + ms).toISOString() }),
  }
}

/** Never longer than the pause itself, whatever the wall clock did since. */
function pauseLeft(state: HostState, crawlDelayMs: number, limits: Limits, clock: Clock): number {
  if (state.endedAt === undefined) return 0
  const pause = pauseAfter(state.lastMs ?? 0, crawlDelayMs, limits)
  const since = clock.now().getTime() - Date.parse(state.endedAt)
  return Math.min(Math.max(pause - since, 0), pause)
}

function msUntil(at: string | undefined, clock: Clock): number {
  return at === undefined ? 0 : Date.parse(at) - clock.now().getTime()
}
