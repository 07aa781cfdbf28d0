/** Whatever a server does, a fetch ends in an outcome with a name. */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TEST_LIMITS, testClock, testSource } from '../testing/town.ts'
import { createFetcher } from './fetcher.ts'

/** What the next connection is answered with; a null is a pause, the end is a hang-up. */
let script: (Uint8Array | null)[] = []
const server = createServer((socket: Socket) => {
  socket.on('error', () => socket.destroy())
  socket.once('data', async (request) => {
    if (request.toString().startsWith('GET /robots.txt')) {
      socket.end('HTTP/1.1 404 None\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    for (const part of script) {
      if (part === null) await new Promise((resolve) => setTimeout(resolve, 2))
      else if (!socket.destroyed) socket.write(part)
    }
    socket.end()
  })
})
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

const text = (value: string) => Buffer.from(value, 'latin1')
const header = fc.constantFrom(
  'Content-Type: text/html',
  'Content-Type: \xff;;charset="',
  'Content-Length: 5',
  'Content-Length: 99999999999999999999',
  'Content-Length: -1',
  'Transfer-Encoding: chunked',
  'Content-Encoding: gzip',
  'Content-Encoding: br, zstd, deflate, gzip',
  'Content-Encoding: __proto__',
  'Retry-After: soon',
  'Retry-After: 99999999999999999999999',
  'Location: http://[::1',
  'Location: //',
  'Location: \xe6\x96\xb0',
  'Location: javascript:1',
  'ETag: \xff\xfe',
  'Connection: close',
  'no colon',
  ' folded: 1',
)
const code = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.constantFrom(100, 101, 200, 204, 206, 301, 302, 304, 429, 503),
)
const shaped = fc
  .record({ code, headers: fc.array(header, { maxLength: 5 }), body: fc.uint8Array({ maxLength: 200 }) })
  .map((answer) => [text(`HTTP/1.1 ${answer.code} x\r\n${answer.headers.join('\r\n')}\r\n\r\n`), answer.body])
const raw = fc.array(fc.option(fc.uint8Array({ maxLength: 100 }), { nil: null }), { maxLength: 6 })

it('never rejects, and names what went wrong', { timeout: 60_000 }, async () => {
  const { port } = server.address() as AddressInfo
  const source = testSource('city', port)
  const url = `http://city.localhost:${port}/a.html`
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.oneof(shaped, raw), fc.option(fc.string(), { nil: undefined }), async (answer, etag) => {
      script = answer
      const limits = { ...TEST_LIMITS, totalMs: 200 }
      const fetcher = createFetcher({ limits, userAgent: 'Gulou/test (+me@example.org)', clock: testClock() })
      const outcome = await fetcher.fetch({ url, source, etag })
      await fetcher.close()
      kinds.add(outcome.kind === 'failed' ? outcome.cause : outcome.kind)
      expect(outcome.kind === 'failed' ? outcome.detail : 'x').not.toBe('')
    }),
    { numRuns: 400 },
  )
  expect(kinds.size).toBeGreaterThan(4)
})
