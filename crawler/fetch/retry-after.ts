/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */

const DAY_MS = 86_400_000

/** Milliseconds to wait, 0 to 24 h; longer ones count as 24 h. Undefined when the header is absent or nonsense. */
export function findRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime()
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), DAY_MS)
}
