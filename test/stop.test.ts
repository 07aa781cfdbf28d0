/** Asked to end, a crawl ends: at once, whole, and so that the next one goes on where it was. */
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../crawler/run.ts'
import { type FaultServer, openFaultServer, page, silence } from '../crawler/testing/fault-server.ts'
import { type CliEnv, runCli, startCli, textOf } from './support/cli.ts'
import { openFolders } from './support/folders.ts'
import { makeTown } from './support/made-town.ts'

const LIST = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>要闻</title></head><body><ul class="list">
${[1, 2, 3].map((no) => `<li><a href="/a/${no}.html">第${no}号消息：老桥今日通车</a><span>2026-11-12</span></li>`).join('\n')}</ul></body></html>`

const folders = openFolders()
let server: FaultServer
let town: string
let env: CliEnv

beforeAll(async () => {
  server = await openFaultServer({ 'hangs/list.html': silence() })
  // A deadline far beyond the nine seconds after which a process is ended by force, with another exit code.
  town = await makeTown(await folders.next(), [{ slug: 'hangs', list: server.url('hangs/list.html') }], {
    totalMs: 60_000,
  })
  env = { GULOU_DATA: await folders.next() }
})
afterAll(async () => {
  await server?.close()
  await folders.remove()
})

const asked = async () => {
  while (!server.hits.some(({ path }) => path === '/list.html')) await new Promise((next) => setTimeout(next, 20))
}

describe('F27 a crawl that is asked to end', { timeout: 40_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s in the middle of a fetch ends with exit code 0 and tells what it did',
    async (signal) => {
      server.hits.length = 0
      const child = startCli(['crawl', '--once', '--town', town, '--json'], env)
      const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)]
      await asked()
      child.kill(signal)
      const [code] = await once(child, 'close')
      expect({ code, stderr: stderr.text }).toEqual({ code: 0, stderr: '' })
      expect((JSON.parse(stdout.text) as RunReport).sources.map(({ state }) => state)).toEqual(['stopped'])
    },
  )

  it('gave its lease back: the next one begins at once and reads it all', async () => {
    server.routes['hangs/list.html'] = page(LIST)
    const { stdout } = await runCli(['crawl', '--once', '--town', town, '--json'], env)
    const [report] = (JSON.parse(stdout) as RunReport).sources
    expect(report?.state).not.toBe('busy')
    expect(report?.lists.read).toBe(1)
    expect(server.hits.some(({ path }) => path === '/a/1.html')).toBe(true)
  })

  it('by the clock ends with exit code 0 too', async () => {
    server.hits.length = 0
    server.routes['hangs/list.html'] = silence()
    const child = startCli(['crawl', '--town', town], { GULOU_DATA: await folders.next() })
    await asked()
    child.kill('SIGTERM')
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
  })
})
