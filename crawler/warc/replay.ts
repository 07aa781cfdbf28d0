/** Answers from a WARC file and from nothing else. */
import { createReadStream } from 'node:fs'
import { WARCParser } from 'warcio'
import type { Answer, Exchange } from '../fetch/exchange.ts'

/**
 * Reads the whole file into memory. An address that was asked several times gives its answers in that order, the last
 * one for ever: so a page that failed first and came on the second try does so again. Conditions are ignored, since
 * what the asker holds need not be what the file holds.
 */
export async function replayFrom(file: string): Promise<Exchange> {
  const answers = await readAnswers(file)
  return {
    async ask({ url, maxBytes }) {
      const queue = answers.get(url)
      const answer = queue && queue.length > 1 ? queue.shift() : queue?.[0]
      if (!answer) return missing(url)
      if (answer.body.length > maxBytes) throw new Error(`the recorded body is over ${maxBytes} bytes`)
      return answer
    },
    close: async () => answers.clear(),
  }
}

/** Recordings made by others often have no robots.txt; nobody is asked here who could mind. */
function missing(url: string): Answer {
  if (new URL(url).pathname === '/robots.txt') return { status: 404, headers: {}, body: new Uint8Array() }
  throw Object.assign(new Error(`${url} is not in the recording`), { code: 'NOT_RECORDED' })
}

async function readAnswers(file: string): Promise<Map<string, Answer[]>> {
  const answers = new Map<string, Answer[]>()
  for await (const record of WARCParser.iterRecords(createReadStream(file))) {
    const url = record.warcTargetURI
    if (record.warcType !== 'response' || !url || !record.httpHeaders) continue
    const body = await record.readFully(true)
    const headers: Record<string, string> = {}
    for (const [name, value] of record.httpHeaders.headers) headers[name.toLowerCase()] = value
    const status = record.httpHeaders.statusCode ?? 0
    answers.set(url, [...(answers.get(url) ?? []), { status: Number(status), headers, body }])
  }
  return answers
}
