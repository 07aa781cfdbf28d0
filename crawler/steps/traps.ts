/** Addresses that a site without end makes up (F5). Pure. */

const MAX_DEPTH = 20
/** `/a/b/a/b/a/b/`: a relative link that is resolved against its own result. Numbers repeat in dates. */
const MAX_REPEATS = 3

/** Why this address is not followed; undefined when it may be. */
export function findTrap(url: string): string | undefined {
  const segments = new URL(url).pathname.split('/').filter((segment) => segment !== '')
  if (segments.length > MAX_DEPTH) return `trap: more than ${MAX_DEPTH} folders deep`
  const times = new Map<string, number>()
  for (const segment of segments.filter((one) => /\D/.test(one))) times.set(segment, (times.get(segment) ?? 0) + 1)
  return Math.max(0, ...times.values()) >= MAX_REPEATS ? 'trap: the same folder again and again' : undefined
}

/** Addresses with their numbers taken out: two articles of one column look alike. */
export function shapeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname.replace(/[0-9a-f]{16,}/gi, '#').replace(/\d+/g, '#')}`
}
