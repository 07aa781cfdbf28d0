/**
 * The gate in front of `robots-parser`: what a site allows us, closed whenever that is not known. 404 and 410 open a
 * site, 401 and 403 close it; for anything else a copy younger than a day serves, or nothing is fetched. A robots.txt
 * that could not be had is asked for again after a back-off that outlives the process.
 */
import type { Limits, Source } from '../../domain/town.ts'
import { change, type HostMemory, type HostState, type RobotsCopy, type RobotsTrouble } from './host-memory.ts'
import type { FetchFailure } from './outcome.ts'
import { backOffMs, type SteadyClock } from './pause.ts'
import { judge, type Permit } from './robots-rules.ts'

export const ROBOTS_BYTES = 500 * 1_024
/** RFC 9309, 2.3.1.2: at least five are followed. Also where a town follows fewer for pages. */
export const ROBOTS_REDIRECTS = 5
const COPY_MS = 86_400_000
/** Not more than an hour: the lists behind it back off by themselves, and one small file an hour is no burden. */
const MAX_STEP = 3
/** A clock that was set back by more than this makes the age of a copy unknown. */
const STEP_BACK_MS = 600_000

/** The answer for robots.txt itself: its status and text, or why there is none. */
export type AskRobots = (
  url: URL,
  source: Source,
  signal?: AbortSignal,
) => Promise<{ status: number; text: string } | FetchFailure>

export interface RobotsGate {
  /** Rejects with the signal's reason, or with a fault of our own memory. */
  permit(url: URL, source: Source, signal?: AbortSignal): Promise<Permit>
}

export interface RobotsGateOptions {
  ask: AskRobots
  clock: SteadyClock
  memory: HostMemory
  limits: Limits
  /** In [0, 1). */
  random?: () => number
}

export function createRobotsGate({ ask, clock, memory, limits, random = Math.random }: RobotsGateOptions): RobotsGate {
  const asking = new Map<string, Promise<RobotsCopy | FetchFailure>>()

  const copyOf = async (url: URL, source: Source, signal?: AbortSignal): Promise<RobotsCopy | FetchFailure> => {
    const kept = await memory.get(url.origin)
    if (kept?.robots && isYoungerThan(COPY_MS, kept.robots.at, clock.now())) return kept.robots
    const trouble = kept?.robotsTrouble
    if (trouble && isYoungerThan(trouble.forMs, trouble.at, clock.now())) return stillTroubled(trouble, clock.now())
    const answer = await ask(new URL('/robots.txt', url), source, signal)
    const at = clock.now().toISOString()
    if (!('kind' in answer)) {
      const robots = { at, status: answer.status, text: isGood(answer.status) ? answer.text : '' }
      await change(memory, url.origin, () => ({ robots, robotsTrouble: undefined }))
      return robots
    }
    const failure = { ...answer, detail: `robots.txt: ${answer.detail}` }
    // A host at rest was not asked, or said itself when to ask again.
    if (answer.cause === 'retry_later') return failure
    let forMs = 0
    await change(memory, url.origin, (before: HostState) => {
      const fails = (before.robotsTrouble?.fails ?? 0) + 1
      forMs = backOffMs(Math.min(fails, MAX_STEP), limits, random)
      return { robotsTrouble: { at, forMs, fails, failure } }
    })
    return { ...failure, retryAfterMs: Math.max(failure.retryAfterMs ?? 0, forMs) }
  }

  /** Pages that come together ask once. Who asked first may be stopped; the others then ask for themselves. */
  const copyOnce = async (url: URL, source: Source, signal?: AbortSignal): Promise<RobotsCopy | FetchFailure> => {
    const running = asking.get(url.origin)
    if (running) {
      const answer = await running.catch((error: unknown) => ({ error }))
      if (!('error' in answer)) return answer
      signal?.throwIfAborted()
    }
    const mine = copyOf(url, source, signal).finally(() => asking.delete(url.origin))
    asking.set(url.origin, mine)
    return mine
  }
  return {
    async permit(url, source, signal) {
      const copy = await copyOnce(url, source, signal)
      return 'kind' in copy ? copy : judge(copy, url)
    },
  }
}

function isGood(status: number): boolean {
  return status === 200 || status === 203 || status === 204
}

function isYoungerThan(ms: number, at: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(at)
  return age < ms && age >= -STEP_BACK_MS
}

function stillTroubled({ at, forMs, failure }: RobotsTrouble, now: Date): FetchFailure {
  return { ...failure, retryAfterMs: Math.max(Date.parse(at) + forMs - now.getTime(), 0) }
}
