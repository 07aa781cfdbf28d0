/** One bad site never costs another: a source that hangs, fails, floods or is away is named, and the rest is whole. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../crawler/run.ts'
import { type FaultServer, flood, openFaultServer, page, silence, status } from '../crawler/testing/fault-server.ts'
import { openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { type CliRun, runCli } from './support/cli.ts'
import { openFolders } from './support/folders.ts'
import { allItems } from './support/kept.ts'
import { makeTown } from './support/made-town.ts'

const TITLES = [
  '供水管网今夜检修',
  '图书馆延长开放时间',
  '三路车恢复原线',
  '石桥豆腐节下周开幕',
  '小学铜管乐队获三等奖',
]
const FLOOD_BYTES = 50_000_000
/** Far above the deadlines of the town; only a run that waits for a site for ever gets here. */
const PATIENCE_MS = 60_000

const article = (title: string, at: number) => `<!doctype html><html lang="zh"><head><meta charset="utf-8">
<title>${title}-试县人民政府</title></head><body><div class="main"><h1>${title}</h1>
<div class="info">发布时间：2026-11-${10 + at} 09:00　来源：试县融媒体中心</div>
<div class="content"><p>${title}。这是第${at + 1}条消息的正文，写得足够长，好让读者看出这里是正文而不是栏目。</p>
<p>有关部门表示，具体安排以现场公布为准，请广大市民相互转告，给大家带来的不便敬请谅解。</p></div></div></body></html>`

const list = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>要闻-试县人民政府</title></head><body>
<ul class="list">${TITLES.map((title, at) => `<li><a href="/art/${at}.html">${title}</a><span>2026-11-${10 + at}</span></li>`).join('\n')}
</ul></body></html>`

const folders = openFolders()
let server: FaultServer
let run: CliRun
let report: RunReport
let dataFolder: string

beforeAll(async () => {
  server = await openFaultServer({
    'fine/list.html': page(list),
    ...Object.fromEntries(TITLES.map((title, at) => [`fine/art/${at}.html`, page(article(title, at))])),
    'hangs/list.html': silence(),
    'fails/list.html': status(500),
    'floods/list.html': flood(FLOOD_BYTES),
  })
  const sources = ['hangs', 'fails', 'floods', 'fine'].map((slug) => ({ slug, list: server.url(`${slug}/list.html`) }))
  const away = { slug: 'away', list: `http://away.localhost:${await closedPort()}/list.html` }
  const town = await makeTown(await folders.next(), [away, ...sources])
  dataFolder = await folders.next()
  const env = { GULOU_DATA: dataFolder, GULOU_NOW: '2026-11-22T12:00:00+08:00' }
  run = await runCli(['crawl', '--town', town, '--once', '--json'], env)
  report = JSON.parse(run.stdout) as RunReport
}, PATIENCE_MS)

afterAll(async () => {
  await server?.close()
  await folders.remove()
})

/** A port that was free a moment ago, with nobody behind it. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const sourceOf = (slug: string) => report.sources.find((source) => source.slug === slug)

describe('four bad sources and a fine one', () => {
  it('end with exit code 3, since not all was read', () => expect(run.code).toBe(3))

  it('leave the fine one whole', async () => {
    expect(sourceOf('fine')).toMatchObject({ state: 'ok', found: TITLES.length, new: TITLES.length, failed: [] })
    const db = openSqlite(join(dataFolder, 'trial', 'gulou.sqlite'))
    const items = await allItems(db)
    db.close()
    expect(items.map(({ title }) => title).sort()).toEqual([...TITLES].sort())
  })

  it.each([
    ['hangs', 'timeout'],
    ['fails', 'server_error'],
    ['floods', 'too_large'],
    ['away', 'down'],
  ])('name the one that %s, with its cause: %s', (slug, cause) => {
    expect(sourceOf(slug)).toMatchObject({ state: 'failed', new: 0, found: 0 })
    const [failure] = sourceOf(slug)?.failed ?? []
    expect(failure).toMatchObject({ cause, url: expect.stringContaining(`http://${slug}.localhost:`) })
    expect(failure?.detail).not.toBe('')
  })

  it('are five in the report, each once', () => {
    expect(report.sources.map(({ slug }) => slug).sort()).toEqual(['away', 'fails', 'fine', 'floods', 'hangs'])
  })

  it('leave on stdout one line of JSON and nothing else', () => {
    expect(run.stdout.trim().split('\n')).toHaveLength(1)
  })
})
