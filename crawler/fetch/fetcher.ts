/**
 * Fetches one page politely: address by rule, robots.txt, the host's turn, one hop after another under one deadline,
 * and an outcome with a name. What a hop may reach is decided again at its socket (connector.ts).
 */
import type { Clock } from '../../domain/ports.ts'
import type { Limits, Source } from '../../domain/town.ts'
import type { Dialer, Resolve } from './connector.ts'
import { findNoPage } from './content.ts'
import { type Answer, createNetwork, type Exchange } from './exchange.ts'
import { causeOf } from './failures.ts'
import { createHostMemory, type HostMemory } from './host-memory.ts'
import { createHostQueue, type HostQueue } from './host-queue.ts'
import { type FetchFailure, type FetchOutcome, type FetchRequest, failed, type PageFetcher } from './outcome.ts'
import { findRetryAfter } from './retry-after.ts'
import { createRobotsGate, ROBOTS_BYTES, type RobotsGate } from './robots.ts'
import { checkTarget, Refusal } from './target.ts'

export interface FetcherOptions {
  limits: Limits
  userAgent: string
  clock: Clock
  dial?: Record<string, string>
  memory?: HostMemory
  /** Stands for the network: a replay, or a recorder around it. */
  wrap?: (network: Exchange) => Exchange
  resolve?: Resolve
  dialer?: Dialer
  /** Called with the true reason of a refusal, which the outcome keeps to itself. */
  onRefused?: (url: string, reason: string) => void
}

interface Walk {
  request: FetchRequest
  /** Milliseconds left of the total deadline; pauses between hops do not count. */
  leftMs: number
  maxBytes: number
  conditional: Record<string, string>
}
type Arrival = { url: URL; answer: Answer; redirects: string[]; permanent: boolean }

/** Statuses that pages of challenges and waiting rooms use; a 2xx among them is still no page. */
const BLOCKED = new Set([202, 401, 403, 407, 412, 451, 521])
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export function createFetcher(options: FetcherOptions): PageFetcher {
  const { limits, clock } = options
  const memory = options.memory ?? createHostMemory()
  const network = createNetwork(options)
  const exchange = options.wrap?.(network) ?? network
  const queue = createHostQueue(limits, clock, memory)
  const hop = createHop(exchange, queue, options)
  const robots = createRobotsGate(askRobots, clock, memory)

  async function askRobots(
    url: URL,
    source: Source,
    signal?: AbortSignal,
  ): Promise<{ status: number; text: string } | FetchFailure> {
    const walk = {
      request: { url: url.href, source, signal },
      leftMs: limits.totalMs,
      maxBytes: ROBOTS_BYTES,
      conditional: {},
    }
    const arrival = await follow(walk, hop, limits.redirects)
    if ('kind' in arrival)
      return arrival.cause === 'too_large' ? failed('not_allowed', 'over 500 KiB', { byRobots: true }) : arrival
    const { status, body, headers } = arrival.answer
    if (status === 429 || status >= 500) return describeFailure(status, headers, clock.now())
    return { status, text: status === 200 ? new TextDecoder().decode(body) : '' }
  }

  async function fetchPage(request: FetchRequest): Promise<FetchOutcome> {
    const conditional = validators(request)
    const walk = { request, leftMs: limits.totalMs, maxBytes: request.maxBytes ?? limits.bodyBytes, conditional }
    const arrival = await follow(walk, hop, limits.redirects, robots)
    return 'kind' in arrival ? arrival : toOutcome(arrival, request, clock.now())
  }
  return { fetch: fetchPage, close: () => exchange.close() }
}

type TakeHop = (url: string, walk: Walk, robots?: RobotsGate) => Promise<{ url: URL; answer: Answer } | FetchFailure>

/** One hop: allowed? the host's turn? ask; whatever goes wrong becomes a failure with a name. */
function createHop(exchange: Exchange, queue: HostQueue, options: FetcherOptions): TakeHop {
  const ask = async (target: URL, walk: Walk, delayMs: number): Promise<Answer> =>
    queue.turn(
      target.host,
      delayMs,
      async () => {
        const startedAt = performance.now()
        try {
          const deadline = AbortSignal.timeout(Math.max(1, walk.leftMs))
          const signals = walk.request.signal ? [walk.request.signal, deadline] : [deadline]
          return await exchange.ask({
            url: target.href,
            headers: { ...requestHeaders(options.userAgent), ...walk.conditional },
            source: walk.request.source,
            maxBytes: walk.maxBytes,
            signal: AbortSignal.any(signals),
          })
        } finally {
          walk.leftMs -= Math.ceil(performance.now() - startedAt)
        }
      },
      walk.request.signal,
    )
  return async (url, walk, robots) => {
    try {
      const target = checkTarget(url, walk.request.source)
      const permit = (await robots?.permit(target, walk.request.source, walk.request.signal)) ?? {
        kind: 'open',
        delayMs: 0,
      }
      if (permit.kind === 'failed') return permit
      const answer = await ask(target, walk, permit.delayMs)
      const restMs = findRest(answer, options.clock.now())
      if (restMs !== undefined) await queue.rest(target.host, restMs)
      return { url: target, answer }
    } catch (error) {
      walk.request.signal?.throwIfAborted()
      if (error instanceof Refusal) options.onRefused?.(url, error.reason)
      return causeOf(error)
    }
  }
}

/** Follows redirects by rule. Without a robots gate when it is robots.txt itself that is fetched. */
async function follow(
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
    const next = findLocation(headers.location, step.url)
    if (next === undefined) return failed('server_error', 'a redirect without a usable address', { status })
    redirects.push(step.url.href)
    if (redirects.length > maxRedirects)
      return failed('server_error', `more than ${maxRedirects} redirects`, { status })
    if (redirects.includes(next)) return failed('server_error', 'redirects in a circle', { status })
    if (step.url.protocol === 'https:' && next.startsWith('http:') && !walk.request.source.allowHttp)
      return failed('not_allowed', 'a redirect leads from https to plain http', { status })
    permanent &&= status === 301 || status === 308
    url = next
  }
}

function findLocation(location: string | undefined, base: URL): string | undefined {
  return location !== undefined && URL.canParse(location, base) ? new URL(location, base).href : undefined
}

function toOutcome({ url, answer, redirects, permanent }: Arrival, request: FetchRequest, now: Date): FetchOutcome {
  const { status, headers, body } = answer
  const asked = request.etag !== undefined || request.lastModified !== undefined
  if (status === 304 && asked) return { kind: 'unchanged', url: url.href, permanent }
  if (status !== 200 && status !== 203) return describeFailure(status, headers, now)
  const noPage = request.accept === 'file' ? undefined : findNoPage(headers['content-type'], body)
  if (noPage !== undefined) return failed('not_allowed', noPage, { status })
  return {
    kind: 'page',
    page: { url: url.href, status, headers, body, fetchedAt: now.toISOString() },
    redirects,
    permanent,
  }
}

/** What a status other than a page means. */
function describeFailure(status: number, headers: Record<string, string>, now: Date): FetchFailure {
  const retryAfterMs = findRetryAfter(headers['retry-after'], now)
  const detail = `answered ${status}`
  if (status === 404 || status === 410) return failed('gone', detail, { status })
  if (BLOCKED.has(status)) return failed('blocked', detail, { status })
  if (status === 429 || (status === 503 && retryAfterMs !== undefined))
    return failed('retry_later', detail, { status, retryAfterMs: retryAfterMs ?? 0 })
  return failed(status >= 400 && status < 500 ? 'changed' : 'server_error', detail, { status })
}

/** 429 and 503 with a time: the whole host rests. */
function findRest({ status, headers }: Answer, now: Date): number | undefined {
  return status === 429 || status === 503 ? findRetryAfter(headers['retry-after'], now) : undefined
}

function requestHeaders(userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5',
    'accept-encoding': 'gzip, br, deflate',
  }
}

function validators({ etag, lastModified }: FetchRequest): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
}
