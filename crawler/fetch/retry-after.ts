/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */

const DAY_MS = 86_400_000
/** The three forms of a date in HTTP; all are UTC. `Date.parse` alone takes "1.5" for a day in 2001. */
const HTTP_DATE =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, \d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})$/

/**
 * Milliseconds to wait, 0 to 24 h; longer ones count as 24 h. Undefined when the header is absent or nonsense. Where it
 * came twice the longer wait holds.
 */
export function findRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  const whole = waitOf(header.trim(), now)
  const waits = whole === undefined ? header.split(',').map((part) => waitOf(part.trim(), now)) : [whole]
  const known = waits.filter((wait) => wait !== undefined)
  return known.length === 0 ? undefined : Math.min(Math.max(...known, 0), DAY_MS)
}

function waitOf(text: string, now: Date): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1_000
  if (!HTTP_DATE.test(text)) return undefined
  const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(at) ? undefined : at - now.getTime()
}
