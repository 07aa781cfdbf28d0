/**
 * Fetches one page politely: address by rule, robots.txt, the host's turn, one hop after another under one deadline,
 * and an outcome with a name. What a hop may reach is decided again at its socket (connector.ts).
 */
import type { Limits } from '../../domain/town.ts'
import type { Dialer, Resolve } from './connector.ts'
import { findNoPage } from './content.ts'
import { createNetwork, type Exchange } from './exchange.ts'
import { createHop, type HopOptions } from './hop.ts'
import { createHostMemory, type HostMemory } from './host-memory.ts'
import { createHostQueue } from './host-queue.ts'
import { type FetchOutcome, type FetchRequest, failed, type PageFetcher } from './outcome.ts'
import type { SteadyClock } from './pause.ts'
import { type Arrival, follow } from './redirects.ts'
import { type AskRobots, createRobotsGate, ROBOTS_BYTES, ROBOTS_REDIRECTS } from './robots.ts'
import { describeFailure } from './status.ts'

export interface FetcherOptions extends Pick<HopOptions, 'userAgent' | 'onRefused'> {
  limits: Limits
  clock: SteadyClock
  dial?: Record<string, string>
  /** Shared by all processes that must not meet at a host; forgets with the process when absent. */
  memory?: HostMemory
  /** Stands for the network: a replay, or a recorder around it. */
  wrap?: (network: Exchange) => Exchange
  resolve?: Resolve
  dialer?: Dialer
  /** In [0, 1): spreads back-off. */
  random?: () => number
}

export function createFetcher(options: FetcherOptions): PageFetcher {
  const { limits, clock, random, memory = createHostMemory() } = options
  const network = createNetwork(options)
  const exchange = options.wrap?.(network) ?? network
  const queue = createHostQueue({ limits, clock, memory, random })
  const hop = createHop({ ...options, exchange, queue })
  const robots = createRobotsGate({ ask: askRobots, clock, memory, limits, random })

  async function askRobots(...[url, source, signal]: Parameters<AskRobots>): ReturnType<AskRobots> {
    const request: FetchRequest = { url: url.href, source, signal }
    const walk = { request, leftMs: limits.totalMs, maxBytes: ROBOTS_BYTES, conditional: {} }
    const arrival = await follow(walk, hop, ROBOTS_REDIRECTS)
    if ('kind' in arrival)
      return arrival.cause === 'too_large' ? failed('not_allowed', 'over 500 KiB', { byRobots: true }) : arrival
    const { status, body } = arrival.answer
    if (status === 429 || status >= 500) return describeFailure(status, arrival.restMs)
    return { status, text: new TextDecoder().decode(body) }
  }

  async function fetchPage(request: FetchRequest): Promise<FetchOutcome> {
    const cap = request.accept === 'file' ? limits.attachmentBytes : limits.bodyBytes
    const conditional = validators(request)
    const walk = { request, leftMs: limits.totalMs, maxBytes: request.maxBytes ?? cap, conditional }
    const arrival = await follow(walk, hop, limits.redirects, robots)
    return 'kind' in arrival ? arrival : toOutcome(arrival, request, conditional, clock.now())
  }
  return {
    fetch: fetchPage,
    async close() {
      await exchange.close()
      queue.close()
    },
  }
}

function toOutcome(
  { url, answer, redirects, permanent, restMs }: Arrival,
  request: FetchRequest,
  conditional: Record<string, string>,
  now: Date,
): FetchOutcome {
  const { status, headers, body } = answer
  if (status === 304 && Object.keys(conditional).length > 0) return { kind: 'unchanged', url: url.href, permanent }
  const detour = redirects.length > 0 && !permanent
  if (status !== 200 && status !== 203) return { ...describeFailure(status, restMs), ...(detour && { detour }) }
  if (body.length === 0) return failed('server_error', 'an answer without a body', { status })
  const noPage = request.accept === 'file' ? undefined : findNoPage(headers['content-type'], body)
  if (noPage !== undefined) return failed('not_allowed', noPage, { status })
  const page = { url: url.href, status, headers, body, fetchedAt: now.toISOString() }
  return { kind: 'page', page, redirects, permanent }
}

/** What a header may hold; a validator with anything else came damaged, and the whole page is asked for instead. */
const HEADER_TEXT = /^[\t\x20-\x7e\x80-\xff]+$/

function validators({ etag, lastModified }: FetchRequest): Record<string, string> {
  const entries = [
    ['if-none-match', etag],
    ['if-modified-since', lastModified],
  ].filter((entry): entry is [string, string] => entry[1] !== undefined && HEADER_TEXT.test(entry[1]))
  return Object.fromEntries(entries)
}
