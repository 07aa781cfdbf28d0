/** Redirects by rule: a few, each through every gate, never from https down to plain http unless the source allows that. */
import type { Step, TakeHop, Walk } from './hop.ts'
import { type FetchFailure, failed } from './outcome.ts'
import type { RobotsGate } from './robots.ts'
import { REDIRECTS } from './status.ts'

/** `redirects` lists the addresses passed; `permanent` is true when there was one and every one said so (301, 308). */
export interface Arrival extends Step {
  redirects: string[]
  permanent: boolean
}

/** Without a robots gate when it is robots.txt itself that is fetched. */
export async function follow(
  walk: Walk,
  hop: TakeHop,
  maxRedirects: number,
  robots?: RobotsGate,
): Promise<Arrival | FetchFailure> {
  const redirects: string[] = []
  let url = walk.request.url
  let permanent = true
  for (;;) {
    const step = await hop(url, walk, robots)
    if ('kind' in step) return step
    const { status, headers } = step.answer
    if (!REDIRECTS.has(status)) return { ...step, redirects, permanent: permanent && redirects.length > 0 }
    redirects.push(step.url.href)
    const next = findLocation(headers.location, step.url)
    const wrong = next === undefined ? 'a redirect without a usable address' : findFault(next, redirects, maxRedirects)
    if (next === undefined || wrong !== undefined)
      return failed('server_error', wrong ?? '', { status, retryAfterMs: step.restMs })
    if (step.url.protocol === 'https:' && next.startsWith('http:') && !walk.request.source.allowHttp)
      return failed('not_allowed', 'a redirect leads from https to plain http', { status })
    if (walk.request.isElsewhere?.(next))
      return failed('changed', 'redirects to another page', { status, elsewhere: true })
    permanent &&= status === 301 || status === 308
    url = next
  }
}

function findFault(next: string, passed: string[], maxRedirects: number): string | undefined {
  if (passed.length > maxRedirects) return `more than ${maxRedirects} redirects`
  return passed.includes(next) ? 'redirects in a circle' : undefined
}

/** Servers write addresses raw, in whatever encoding their pages have: the bytes are kept as they came. */
function findLocation(location: string | undefined, base: URL): string | undefined {
  const written = location?.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
  return written !== undefined && URL.canParse(written, base) ? withoutHash(new URL(written, base)) : undefined
}

function withoutHash(url: URL): string {
  url.hash = ''
  return url.href
}
