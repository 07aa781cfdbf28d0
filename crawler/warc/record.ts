/** Writes every exchange of a crawl to a WARC file, so that it can be crawled again without a network. */
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import PQueue from 'p-queue'
import { WARCRecord, WARCSerializer } from 'warcio'
import type { Answer, Exchange, Hop } from '../fetch/exchange.ts'

/** Undone by the time we hold the body, or true of one connection only. */
const NOT_KEPT = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'])
const CONDITIONS = new Set(['if-none-match', 'if-modified-since'])

/**
 * Wraps an exchange. Conditions are left out of the requests: a recording must hold every page whole, not the news
 * that it has not changed since a crawl that is not in the file. `close` also closes the file.
 */
export function recordTo(file: string, now: () => Date): (exchange: Exchange) => Exchange {
  return (exchange) => {
    const stream = createWriteStream(file)
    // Opened at once, so that a path that cannot be written ends the run before the first request.
    const ready = once(stream, 'open')
    const writing = new PQueue({ concurrency: 1 })
    return {
      async ask(hop) {
        await ready
        const plain = { ...hop, headers: withoutConditions(hop.headers) }
        const answer = await exchange.ask(plain)
        await writing.add(() => writeExchange(stream, plain, answer, now()))
        return answer
      },
      async close() {
        await writing.onIdle()
        stream.end()
        await once(stream, 'close')
        await exchange.close()
      },
    }
  }
}

function withoutConditions(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !CONDITIONS.has(name)))
}

async function writeExchange(stream: WriteStream, hop: Hop, answer: Answer, at: Date): Promise<void> {
  const { pathname, search, host } = new URL(hop.url)
  const date = at.toISOString()
  const response = WARCRecord.create(
    {
      url: hop.url,
      date,
      type: 'response',
      warcVersion: 'WARC/1.1',
      statusline: `HTTP/1.1 ${answer.status} `,
      httpHeaders: keptHeaders(answer),
    },
    [answer.body],
  )
  const request = WARCRecord.create(
    {
      url: hop.url,
      date,
      type: 'request',
      warcVersion: 'WARC/1.1',
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: { host, ...hop.headers },
      warcHeaders: { 'WARC-Concurrent-To': response.warcHeader('WARC-Record-ID') ?? '' },
    },
    [],
  )
  for (const record of [response, request]) await writeRecord(stream, record)
}

function keptHeaders({ headers, body }: Answer): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !NOT_KEPT.has(name))
  return { ...Object.fromEntries(kept), 'content-length': String(body.length) }
}

/** Each record is a gzip member of its own, so that readers can seek. */
async function writeRecord(stream: WriteStream, record: WARCRecord): Promise<void> {
  const bytes = await WARCSerializer.serialize(record, { gzip: true })
  if (!stream.write(bytes)) await once(stream, 'drain')
}
