/** One request and its answer, no redirects followed. What records and replays wraps this. */
import { Agent, request } from 'undici'
import type { Limits, Source } from '../../domain/town.ts'
import { BodyError, readBody } from './body.ts'
import { type Dialer, guardedConnector, type Resolve } from './connector.ts'

export interface Hop {
  url: string
  /** Lower-case names. */
  headers: Record<string, string>
  source: Source
  /** Cap on decoded bytes. */
  maxBytes: number
  signal: AbortSignal
}

/** Header names are lower case; `body` is decoded and empty for every status but 2xx. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** Throws Refusal, BodyError, undici's errors, or the signal's reason. */
export interface Exchange {
  ask(hop: Hop): Promise<Answer>
  close(): Promise<void>
}

export interface NetworkOptions {
  limits: Limits
  dial?: Record<string, string>
  resolve?: Resolve
  dialer?: Dialer
}

const HEADER_BYTES = 16_384
type Body = Awaited<ReturnType<typeof request>>['body']
/** A short error page is read so that the connection can be used again; a long one costs the connection. */
const LEFTOVER_BYTES = 65_536

/**
 * The real network. One agent per source, so that a connection opened under one source's permission is never used for
 * another; no proxy from the environment, which would dial on our behalf unseen.
 */
export function createNetwork(options: NetworkOptions): Exchange {
  const agents = new Map<string, Agent>()
  const agentOf = (source: Source): Agent => {
    const agent = agents.get(source.slug) ?? createAgent(source, options)
    agents.set(source.slug, agent)
    return agent
  }
  return {
    ask: (hop) => ask(hop, agentOf(hop.source)),
    close: async () => {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()))
    },
  }
}

function createAgent(source: Source, { limits, dial, resolve, dialer }: NetworkOptions): Agent {
  return new Agent({
    connect: guardedConnector({ source, connectMs: limits.connectMs, dial, resolve, dialer }),
    connections: 1,
    // A connection that idles through a pause is one that the server may have closed meanwhile, which would look like a fault.
    pipelining: limits.pauseMs > 0 ? 0 : 1,
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
  })
}

async function ask(hop: Hop, dispatcher: Agent): Promise<Answer> {
  const { statusCode, headers, body } = await request(hop.url, {
    dispatcher,
    headers: hop.headers,
    signal: hop.signal,
    method: 'GET',
  })
  const plain = plainHeaders(headers)
  if (statusCode < 200 || statusCode > 299) {
    await drop(body, hop.signal)
    return { status: statusCode, headers: plain, body: new Uint8Array() }
  }
  const length = Number(plain['content-length'])
  if (length > hop.maxBytes) {
    body.on('error', () => {
      // Dropped unread; the stream tells nobody else.
    })
    body.destroy()
    throw new BodyError('too_large', `the body is ${length} bytes, over ${hop.maxBytes}`)
  }
  return {
    status: statusCode,
    headers: plain,
    body: await readBody(body, plain['content-encoding'], hop.maxBytes, hop.signal),
  }
}

/** The status is what counts: an error page that breaks off or drips says no less than a whole one. */
async function drop(body: Body, signal: AbortSignal): Promise<void> {
  try {
    await body.dump({ limit: LEFTOVER_BYTES, signal })
  } catch {
    body.destroy()
  }
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), [value].flat().join(', ')] as const,
  )
  return Object.fromEntries(entries)
}
