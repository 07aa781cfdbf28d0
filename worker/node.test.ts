import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { migrate, openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { createSqlEngine } from '../index-config/engines/sql-engine.ts'
import { putTown } from '../index-config/store/town.ts'
import { render } from '../web/render.tsx'
import { type RunningServer, startServer } from './node.ts'
import { TOWN } from './testing/town.ts'

let running: RunningServer | undefined
afterEach(() => running?.close())

async function start(changes: Partial<Parameters<typeof startServer>[0]> = {}): Promise<RunningServer> {
  const db = openSqlite(':memory:')
  await migrate(db, fileURLToPath(new URL('../index-config/migrations', import.meta.url)))
  await putTown(db, TOWN)
  const engine = createSqlEngine(db, { facetLimit: 5_000, town: TOWN })
  running = await startServer({ db, engine, render, port: 0, version: '1.2.3', now: () => new Date(), ...changes })
  return running
}

/** With `fetch` a Host header cannot be forged. */
function askAs(host: string, port: number, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, path, host: '127.0.0.1', headers: { host } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => {
        text += piece
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asking.on('error', reject)
    asking.end()
  })
}

describe('the app behind a port', () => {
  it('answers on a free port, under the address that it gives', async () => {
    const { url, port } = await start()
    expect(url).toBe(`http://localhost:${port}`)
    expect(await (await fetch(`${url}/version`)).json()).toEqual({ name: 'gulou', version: '1.2.3' })
    expect(await (await fetch(url)).text()).toContain('临河县')
    expect(await (await fetch(`${url}/robots.txt`)).text()).toContain(`Sitemap: ${url}/sitemap.xml`)
  })

  it('never calls itself what a request calls it', async () => {
    const { port } = await start({ publicUrl: 'https://news.example' })
    for (const path of ['/sitemap.xml', '/robots.txt', '/news.rss', '/openapi.json', '/about', '/nowhere']) {
      const { text } = await askAs('evil.example', port, path)
      expect(text).not.toContain('evil')
    }
  })

  it('serves assets of its folder with our headers, and nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assets-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'assets', 'a.css'), 'p{}')
    await writeFile(join(folder, 'assets', 'find-a1.js'), 'x')
    await writeFile(join(folder, 'secret.txt'), 'secret')
    const { url, port } = await start({ assetsFolder: folder })
    const answer = await fetch(`${url}/assets/a.css`)
    expect([answer.status, await answer.text()]).toEqual([200, 'p{}'])
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    // A name that says its content can be kept for ever; any other is looked at again.
    const kept = async (path: string) => (await fetch(url + path)).headers.get('Cache-Control')
    expect(await kept('/assets/a.css')).toBe('public, max-age=86400')
    expect(await kept('/assets/find-a1.js')).toBe('public, max-age=31536000, immutable')
    expect(await kept('/assets/find-b2.js')).toBe('no-store')
    for (const path of [
      '/assets/../secret.txt',
      '/assets/%2e%2e/secret.txt',
      '/assets/..%2fsecret.txt',
      '/assets//secret.txt',
    ]) {
      const { status, text } = await askAs('localhost', port, path)
      expect([status >= 400 && status < 500, text.includes('secret.txt') || !text.includes('secret')]).toEqual([
        true,
        true,
      ])
    }
    await rm(folder, { recursive: true })
  })

  it('rejects when the port is taken', async () => {
    const { port } = await start()
    const first = running
    await expect(start({ port })).rejects.toThrow(/EADDRINUSE/)
    running = first
  })

  it('writes what failed to the log when nobody takes it over, with the id that the reader was given', async () => {
    const lines: string[] = []
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    const all = () => Promise.reject(new Error('disk I/O error\nforged: line'))
    const { url } = await start({ db: { all, batch: all } })
    const answer = await fetch(`${url}/api/v1/items`)
    write.mockRestore()
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('disk')])
    expect(lines).toHaveLength(1)
    const told = JSON.parse(lines[0] ?? '') as { reqId: string; error: { message: string } }
    expect([told.reqId, told.error.message]).toEqual([
      answer.headers.get('X-Request-Id'),
      expect.stringContaining('disk'),
    ])
  })

  it('ends by its signal: lets the answer under way go out and takes no more', async () => {
    const ending = new AbortController()
    const held = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    const slow = openSqlite(':memory:')
    await migrate(slow, fileURLToPath(new URL('../index-config/migrations', import.meta.url)))
    const all: typeof slow.all = async (sql, params) => {
      reached.resolve()
      await held.promise
      return slow.all(sql, params)
    }
    const { url, close } = await start({ db: { all, batch: slow.batch }, signal: ending.signal })
    const underWay = fetch(`${url}/api/v1/regions`)
    await reached.promise
    ending.abort()
    await expect(fetch(`${url}/version`)).rejects.toThrow()
    held.resolve()
    expect((await underWay).status).toBe(503)
    await close()
  })
})
