/** One hop: allowed? the host's turn? ask; what the server or the way to it does wrong becomes a failure with a name. */
import type { Answer, Exchange } from './exchange.ts'
import { causeOf } from './failures.ts'
import { type HostQueue, HostRests } from './host-queue.ts'
import type { FetchFailure, FetchRequest } from './outcome.ts'
import type { SteadyClock } from './pause.ts'
import type { RobotsGate } from './robots.ts'
import { pleaOf } from './status.ts'
import { checkTarget, hostKey, Refusal } from './target.ts'

/** A fetch on its way: what all its hops share. */
export interface Walk {
  request: FetchRequest
  /** Milliseconds left of the total deadline; pauses between hops do not count. */
  leftMs: number
  maxBytes: number
  conditional: Record<string, string>
}

/** `restMs`: how long the host rests because of this answer. */
export interface Step {
  url: URL
  answer: Answer
  restMs?: number
}

/** Rejects with the signal's reason, or with a fault of our own memory. Without a gate where it is robots.txt that is fetched. */
export type TakeHop = (url: string, walk: Walk, robots?: RobotsGate) => Promise<Step | FetchFailure>

export interface HopOptions {
  exchange: Exchange
  queue: HostQueue
  clock: SteadyClock
  userAgent: string
  /** Called with the true reason of a refusal, which the outcome keeps to itself. */
  onRefused?: (url: string, reason: string) => void
}

export function createHop({ exchange, queue, clock, userAgent, onRefused }: HopOptions): TakeHop {
  const refused = (url: string, error: unknown): FetchFailure => {
    if (error instanceof Refusal) onRefused?.(url, error.reason)
    return causeOf(error)
  }
  const ask = async (target: URL, walk: Walk): Promise<Answer | FetchFailure> => {
    const startedAt = performance.now()
    try {
      const answer = await exchange.ask({
        url: target.href,
        headers: { ...requestHeaders(userAgent), ...walk.conditional },
        source: walk.request.source,
        maxBytes: walk.maxBytes,
        signal: deadlineOf(walk),
      })
      walk.request.signal?.throwIfAborted()
      return answer
    } catch (error) {
      walk.request.signal?.throwIfAborted()
      return refused(target.href, error)
    } finally {
      walk.leftMs -= Math.ceil(performance.now() - startedAt)
    }
  }
  return async (url, walk, robots) => {
    const { source, signal } = walk.request
    const target = targetOf(url, walk)
    if (target instanceof Refusal) return refused(url, target)
    const permit = (await robots?.permit(target, source, signal)) ?? { kind: 'open', delayMs: 0 }
    if (permit.kind === 'failed') return permit
    try {
      const { value, restMs } = await queue.turn(
        hostKey(target),
        permit.delayMs,
        async () => {
          const answer = await ask(target, walk)
          return { value: answer, plea: 'kind' in answer ? undefined : pleaOf(answer, clock.now()) }
        },
        signal,
      )
      return 'kind' in value ? value : { url: target, answer: value, restMs }
    } catch (error) {
      if (error instanceof HostRests) return causeOf(error)
      throw error
    }
  }
}

function targetOf(url: string, { request }: Walk): URL | Refusal {
  try {
    return checkTarget(url, request.source)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function deadlineOf({ request, leftMs }: Walk): AbortSignal {
  const deadline = AbortSignal.timeout(Math.max(1, leftMs))
  return request.signal ? AbortSignal.any([request.signal, deadline]) : deadline
}

function requestHeaders(userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5',
    'accept-encoding': 'gzip, br, deflate',
  }
}
