/** What was taken down stays away: from readers at once, and from every crawl that follows. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultServer, openFaultServer, page } from '../crawler/testing/fault-server.ts'
import type { ExportedItem } from '../domain/api.ts'
import { type CliEnv, runCli } from './support/cli.ts'
import { openFolders } from './support/folders.ts'
import { makeTown } from './support/made-town.ts'

const folders = openFolders()
let server: FaultServer
let town: string
let env: CliEnv

const numbers = [1, 2, 3]
const name = (no: number) => `第${no}号消息：老桥今日通车`
const article = (
  no: number,
) => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${name(no)}-试县</title></head>
<body><h1>${name(no)}</h1><div class="info">发布时间：2026-11-12 09:00　来源：试县融媒体中心</div>
<div class="content"><p>${name(no)}。这条消息的正文写得足够长，好让读者看出这里是正文而不是栏目，也不是导航。</p>
<p>有关部门表示，具体安排以现场公布为准，请广大市民相互转告，给大家带来的不便敬请谅解。</p></div></body></html>`
const list = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>要闻</title></head><body><ul class="list">
${numbers.map((no) => `<li><a href="/art/${no}.html">${name(no)}</a><span>2026-11-12</span></li>`).join('\n')}</ul></body></html>`

const run = (args: string[]) => runCli([...args, '--town', town], env)
async function shown(): Promise<string[]> {
  const folder = join(await folders.next(), 'out')
  await run(['export', folder, '--no-pages'])
  const lines = readFileSync(join(folder, 'items.jsonl'), 'utf8').trimEnd().split('\n')
  const items = lines.map((line) => JSON.parse(line) as ExportedItem)
  return items.flatMap(({ state, title }) => (state === 'shown' ? [title] : [])).sort()
}
const asked = () => server.hits.map(({ path }) => path).filter((path) => path.startsWith('/art/'))

beforeAll(async () => {
  const pages = numbers.map((no) => [`city/art/${no}.html`, page(article(no))])
  server = await openFaultServer({ 'city/list.html': page(list), ...Object.fromEntries(pages) })
  town = await makeTown(await folders.next(), [{ slug: 'city', list: server.url('city/list.html') }])
  env = { GULOU_DATA: await folders.next(), GULOU_NOW: '2026-11-22T12:00:00+08:00' }
  await run(['crawl', '--once'])
})
afterAll(async () => {
  await server?.close()
  await folders.remove()
})

describe('gulou takedown', { timeout: 60_000 }, () => {
  it('hides at once, lists, and keeps the address away from every later crawl', async () => {
    const url = server.url('city/art/2.html')
    expect(await shown()).toEqual(numbers.map(name))
    const { code, stdout } = await run(['takedown', 'add', url, '--reason', 'asked for', '--who', 'desk'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ url, reason: 'asked for', who: 'desk' })
    expect(await shown()).toEqual([name(1), name(3)])
    expect((await run(['takedown', 'list', '--json'])).stdout).toContain(url)

    server.hits.length = 0
    env.GULOU_NOW = '2026-11-24T12:00:00+08:00'
    await run(['crawl', '--once', '--all'])
    expect(asked()).not.toContain('/art/2.html')
    expect(await shown()).toEqual([name(1), name(3)])
  })

  it('lets an address come back when it is removed, with the next crawl', async () => {
    const url = server.url('city/art/2.html')
    expect((await run(['takedown', 'remove', url])).code).toBe(0)
    env.GULOU_NOW = '2026-11-27T12:00:00+08:00'
    await run(['crawl', '--once', '--all'])
    expect(await shown()).toEqual(numbers.map(name))
  })

  it('says what is wrong: no such item, nothing taken down, no reason', async () => {
    const unknown = await run(['takedown', 'add', 'city-nobody', '--reason', 'x', '--who', 'y'])
    const notThere = await run(['takedown', 'remove', 'https://nobody.example/'])
    const noReason = await run(['takedown', 'add', 'city-nobody', '--who', 'y'])
    expect([unknown.code, notThere.code, noReason.code]).toEqual([2, 2, 2])
    expect(unknown.stderr).toMatch(/no item city-nobody/)
    expect(notThere.stderr).toMatch(/takedown list/)
  })
})
