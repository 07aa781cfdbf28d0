/** F8, F9: every body of the list, served with its coding by a server on loopback and fetched by a process of its own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { encoded, type FaultServer, gzipBomb, openFaultServer } from '../testing/fault-server.ts'
import type { Fetched } from './testing/fetch-child.ts'
import { runSuite } from './testing/suite.ts'

interface Bomb {
  name: string
  kind: 'bomb' | 'whole' | 'cut off' | 'not a page'
  encoding: string | null
  base64: string
  decoded_bytes?: number
  decoded_sha256?: string
}

const MOST_GROWTH = 64 * 1_048_576
let server: FaultServer
const child = fork(new URL('./testing/fetch-child.ts', import.meta.url))
beforeAll(async () => {
  server = await openFaultServer()
  await once(child, 'message')
})
afterAll(async () => {
  child.disconnect()
  await server.close()
})

async function fetchOnce(body: Uint8Array, encoding: string | null): Promise<Fetched> {
  server.routes['city/body'] = encoded(body, encoding ?? undefined)
  child.send({ port: server.port })
  const [answer] = (await once(child, 'message')) as [Fetched]
  return answer
}

const CAUSES = { bomb: 'too_large', 'cut off': 'down', 'not a page': 'not_allowed' } as const

runSuite<Bomb>({
  name: 'bombs',
  cases: 20,
  nameOf: ({ name }) => name,
  async check({ kind, encoding, base64, decoded_bytes, decoded_sha256 }) {
    const { cause, bytes, sha256, growth } = await fetchOnce(Buffer.from(base64, 'base64'), encoding)
    if (growth > MOST_GROWTH) return `memory grew by ${growth} bytes`
    if (kind !== 'whole') return cause === CAUSES[kind] ? undefined : (cause ?? 'a page')
    return bytes === decoded_bytes && sha256 === decoded_sha256 ? undefined : `${cause} ${bytes} bytes`
  },
})

it('a bomb of 500 MB stops under the cap', async () => {
  server.routes['city/body'] = gzipBomb(500_000_000)
  child.send({ port: server.port })
  const [{ cause, growth }] = (await once(child, 'message')) as [Fetched]
  expect(cause).toBe('too_large')
  expect(growth).toBeLessThan(MOST_GROWTH)
})
