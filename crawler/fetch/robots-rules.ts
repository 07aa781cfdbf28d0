/** What a copy of robots.txt says (RFC 9309), read by `robots-parser` after its text was put in order. Pure. */
import robotsParser from 'robots-parser'
import type { RobotsCopy } from './host-memory.ts'
import { type FetchFailure, failed } from './outcome.ts'

/** The product name that a robots.txt can address. */
const ROBOTS_NAME = 'gulou'
const MAX_DELAY_MS = 60_000
/** Google reads so much of a line. Addresses we ask for are far shorter, so what is cut off decides about none of them. */
const LINE_LENGTH = 8 * 2_083 - 1
const NAME = /^[a-z_-]+$/i

export type Permit = { kind: 'open'; delayMs: number } | FetchFailure

/** What RFC 9309 (2.2.1) takes for the name of a crawler. */
export function isRobotsName(name: string): boolean {
  return NAME.test(name)
}

/** What this copy says about an address to the crawler of that name. */
export function judge(
  { status, text }: Pick<RobotsCopy, 'status' | 'text'>,
  url: URL,
  name: string = ROBOTS_NAME,
): Permit {
  if (status === 404 || status === 410) return { kind: 'open', delayMs: 0 }
  if (status !== 200 && status !== 203 && status !== 204)
    return closed(`robots.txt answers ${status}, which closes the site`)
  const robots = robotsParser(new URL('/robots.txt', url).href, tidyRobots(text))
  if (url.pathname !== '/robots.txt' && robots.isAllowed(url.href, name) === false)
    return closed('robots.txt forbids this address')
  const delayMs = (robots.getCrawlDelay(name) ?? 0) * 1_000
  if (delayMs > MAX_DELAY_MS)
    return closed(`robots.txt asks for ${delayMs / 1_000} s between requests; the most we wait is 60 s`)
  return { kind: 'open', delayMs: Math.max(delayMs, 0) }
}

function closed(detail: string): FetchFailure {
  return failed('not_allowed', detail, { byRobots: true })
}

/**
 * Habits of owners that the parser takes for noise, which would open what they closed: a directive without its colon or
 * misspelt, an agent of two words, of which the first is the product (RFC 9309, 2.2.1), a delay with its unit.
 */
function tidyRobots(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(tidyLine)
    .join('\n')
}

const TIDYINGS: readonly [RegExp, string][] = [
  [/^\s*user[ \t]?agent(?=[ \t]*:|[ \t])/i, 'user-agent'],
  [/^\s*(?:diss?all?ow|diasllow|disallaw)(?=[ \t]*:|[ \t])/i, 'disallow'],
  [/^\s*(user-agent|allow|disallow|crawl-delay)[ \t]+(?![:\s])/i, '$1: '],
  [/^(\s*user-agent\s*:\s*[a-z_-]+)[ \t][^#]*/i, '$1'],
  [/^(\s*crawl-delay\s*:\s*[\d.]+)[^\d.#][^#]*/i, '$1'],
]

function tidyLine(line: string): string {
  return TIDYINGS.reduce((text, [habit, order]) => text.replace(habit, order), line.slice(0, LINE_LENGTH))
}
