/** A Redis of a test's own: Debian's server on a free port of loopback, in memory, gone with the test. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

const SERVER = '/usr/bin/redis-server'

/** Says loudly when it is not there, since a suite that is skipped proves nothing. */
export function hasRedis(): boolean {
  const there = existsSync(SERVER)
  if (!there) process.stdout.write(`\n!!! ${SERVER} is not installed: several crawlers on a queue are NOT tested\n\n`)
  return there
}

export interface RunningRedis {
  url: string
  close(): Promise<void>
}

export async function startRedis(folder: string): Promise<RunningRedis> {
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  const server = spawn(SERVER, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'close')
  await new Promise<void>((ready, fail) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => text.includes('Ready to accept') && ready())
    void ended.then(() => fail(new Error('redis-server ended before it was ready')))
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      server.kill('SIGKILL')
      await ended
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
