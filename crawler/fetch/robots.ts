/**
 * The gate in front of `robots-parser`: what a site allows us, closed whenever that is not known. 404 and 410 open a
 * site, 401 and 403 close it; for anything else a copy younger than a day serves, or nothing is fetched.
 */
import robotsParser from 'robots-parser'
import type { Clock } from '../../domain/ports.ts'
import type { Source } from '../../domain/town.ts'
import type { HostMemory, RobotsCopy } from './host-memory.ts'
import { type FetchFailure, failed } from './outcome.ts'

/** The product name that a robots.txt can address. */
export const ROBOTS_NAME = 'gulou'
export const ROBOTS_BYTES = 500 * 1_024
const COPY_MS = 86_400_000
/** A failed robots.txt is not asked again for this long, so that a hundred waiting pages are one question. */
const FAILURE_MS = 600_000
const MAX_DELAY_MS = 60_000

export type Permit = { kind: 'open'; delayMs: number } | FetchFailure

/** The answer for robots.txt itself: its status and text, or why there is none. */
export type AskRobots = (
  url: URL,
  source: Source,
  signal?: AbortSignal,
) => Promise<{ status: number; text: string } | FetchFailure>

export interface RobotsGate {
  permit(url: URL, source: Source, signal?: AbortSignal): Promise<Permit>
}

export function createRobotsGate(ask: AskRobots, clock: Clock, memory: HostMemory): RobotsGate {
  const asking = new Map<string, Promise<RobotsCopy | FetchFailure>>()
  const failures = new Map<string, { until: number; failure: FetchFailure }>()

  const copyOf = async (url: URL, source: Source, signal?: AbortSignal): Promise<RobotsCopy | FetchFailure> => {
    const kept = (await memory.get(url.origin))?.robots
    if (kept && clock.now().getTime() - Date.parse(kept.at) < COPY_MS) return kept
    const recent = failures.get(url.origin)
    if (recent && recent.until > clock.now().getTime()) return recent.failure
    const answer = await ask(new URL('/robots.txt', url), source, signal)
    if ('kind' in answer) {
      const failure = { ...answer, detail: `robots.txt: ${answer.detail}` }
      failures.set(url.origin, { until: clock.now().getTime() + FAILURE_MS, failure })
      return failure
    }
    const copy = { at: clock.now().toISOString(), ...answer }
    await memory.put(url.origin, { robots: copy })
    return copy
  }
  const copyOnce = (url: URL, source: Source, signal?: AbortSignal): Promise<RobotsCopy | FetchFailure> => {
    const running = asking.get(url.origin) ?? copyOf(url, source, signal).finally(() => asking.delete(url.origin))
    asking.set(url.origin, running)
    return running
  }
  return {
    async permit(url, source, signal) {
      const copy = await copyOnce(url, source, signal)
      return 'kind' in copy ? copy : judge(copy, url)
    },
  }
}

/** Pure: what this copy of robots.txt says about an address. */
export function judge({ status, text }: Pick<RobotsCopy, 'status' | 'text'>, url: URL): Permit {
  if (status === 404 || status === 410) return { kind: 'open', delayMs: 0 }
  if (status !== 200) return closed(`robots.txt answers ${status}, which closes the site`)
  const robots = robotsParser(new URL('/robots.txt', url).href, tidyRobots(text))
  if (robots.isAllowed(url.href, ROBOTS_NAME) === false) return closed('robots.txt forbids this address')
  const delayMs = (robots.getCrawlDelay(ROBOTS_NAME) ?? 0) * 1_000
  if (delayMs > MAX_DELAY_MS)
    return closed(`robots.txt asks for ${delayMs / 1_000} s between requests; the most we wait is 60 s`)
  return { kind: 'open', delayMs: Math.max(delayMs, 0) }
}

function closed(detail: string): FetchFailure {
  return failed('not_allowed', detail, { byRobots: true })
}

/**
 * Two habits of owners that the parser takes for noise, which would open what they closed: a directive without its
 * colon, and an agent of two words, of which the first is the product (RFC 9309, 2.2.1).
 */
function tidyRobots(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(/^\s*(user-agent|allow|disallow|crawl-delay)[ \t]+(?![:\s])/i, '$1: ')
        .replace(/^(\s*user-agent\s*:\s*[a-z_-]+)[ \t][^#]*/i, '$1'),
    )
    .join('\n')
}
