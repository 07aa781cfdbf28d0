/** Sources from the command line: added, corrected by an example, checked, left out when wrong, imported. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type FaultServer, openFaultServer, page, status } from '../crawler/testing/fault-server.ts'
import { townFolder } from '../crawler/town-folder.ts'
import type { Source } from '../domain/town.ts'
import { runCli } from './support/cli.ts'
import { openFolders } from './support/folders.ts'

const TITLES = ['水库开闸放水的通知', '松岭镇停水的通知', '新桥通车的公告', '图书馆周日开放的公告']
const list = `<title>通知公告-水务局</title><ul>${TITLES.map(
  (title, at) => `<li><a href="/news/${at}0001.html">${title}，请全市居民周知</a><span>2026-11-0${at + 1}</span></li>`,
).join('')}</ul>`
const detail = (at: number) => `<title>水务局</title><div class="box"><p class="headline">${TITLES[at]}</p>
  <p>发布时间：2026-11-0${at + 1}</p><div class="words"><p>${'各位居民请注意安全，有关安排由水务局负责解释。'.repeat(4)}</p></div></div>`

const folders = openFolders()
let server: FaultServer
let folder: string
let data: string

beforeAll(async () => {
  server = await openFaultServer()
  const pages = TITLES.map((_, at) => [`hall/news/${at}0001.html`, page(detail(at))])
  Object.assign(server.routes, {
    'hall/robots.txt': status(404),
    'hall/news/': page(list),
    ...Object.fromEntries(pages),
  })
})
beforeEach(async () => {
  data = await folders.next()
  folder = join(await folders.next(), 'town')
  await cp(townFolder('datong'), folder, { recursive: true })
  const town = JSON.parse(await readFile(join(folder, 'town.json'), 'utf8')) as object
  await writeFile(join(folder, 'town.json'), JSON.stringify({ ...town, limits: { pauseMs: 0, maxPauseMs: 0 } }))
  await rm(join(folder, 'sources'), { recursive: true })
  await cp(join(townFolder('datong'), 'sources', 'dtnews.json'), join(folder, 'sources', 'dtnews.json'))
})
afterAll(async () => {
  await server.close()
  await folders.remove()
})

const run = (...args: string[]) =>
  runCli([...args, '--town', folder], { GULOU_DATA: data, GULOU_CONTACT: 'mailto:desk@town.example' })
const add = (...more: string[]) =>
  run(
    'source',
    'add',
    server.url('hall/news/'),
    '--slug',
    'hall',
    '--private',
    `hall.localhost:${server.port}`,
    ...more,
  )
const sourceFile = async (slug: string) =>
  JSON.parse(await readFile(join(folder, 'sources', `${slug}.json`), 'utf8')) as Source
async function spoil(slug: string): Promise<void> {
  const source = await sourceFile(slug)
  await writeFile(join(folder, 'sources', `${slug}.json`), JSON.stringify({ ...source, region: '99' }, undefined, 2))
}

it('shows what was found and writes nothing where nobody can be asked', async () => {
  const { code, stderr } = await add()
  expect(code).toBe(2)
  expect(stderr).toMatch(/allows it[\s\S]*4, 4 of them with a date[\s\S]*松岭镇停水的通知[\s\S]*--yes/)
  await expect(sourceFile('hall')).rejects.toThrow('ENOENT')
})

it('writes a source that is off, corrected by one right example, and never over another', async () => {
  const { code, stdout } = await add('--yes', '--title', TITLES[1] ?? '')
  expect([code, stdout.trim()]).toEqual([0, join(folder, 'sources', 'hall.json')])
  expect(await sourceFile('hall')).toMatchObject({ slug: 'hall', enabled: false, correct: { title: '.headline' } })
  expect((await run('source', 'check')).code).toBe(0)
  expect((await add('--yes')).code).toBe(2)
})

it('crawls the other sources and ends with 3 when one file is wrong, which check explains with its place', async () => {
  await add('--yes', '--enable', '--title', TITLES[0] ?? '')
  await spoil('dtnews')
  const crawl = await run('crawl', '--once', '--json')
  expect(crawl.code).toBe(3)
  expect(crawl.stderr).toMatch(/dtnews is left out[\s\S]*sources\/dtnews\.json:\d+:13: region: /)
  const report = JSON.parse(crawl.stdout) as { sources: { slug: string; new: number }[] }
  expect(report.sources.map(({ slug, new: found }) => [slug, found])).toEqual([['hall', 4]])
  const check = await run('source', 'check')
  expect([check.code, check.stdout]).toEqual([
    1,
    expect.stringMatching(/no region has the code 99; write one of: 140200/),
  ])
  expect((await run('source', 'check', 'hall')).code).toBe(0)
})

it('switches a source off, so that it is asked for nothing more', async () => {
  await add('--yes', '--enable')
  expect((await run('source', 'disable', 'hall', '--why', 'asked to stop')).code).toBe(0)
  expect(await sourceFile('hall')).toMatchObject({ enabled: false, note: 'asked to stop' })
  const before = server.hits.length
  await run('crawl', '--once')
  expect(server.hits.length).toBe(before)
  expect((await run('source', 'disable', 'nobody')).code).toBe(2)
})

it('imports feeds as sources that are off, each once', async () => {
  const opml = join(folder, 'feeds.opml')
  const feed = (host: string) =>
    `<outline text="News of ${host}" xmlUrl="https://${host}/feed.xml" htmlUrl="https://${host}/"/>`
  await writeFile(opml, `<opml version="2.0"><body>${feed('a.example')}${feed('b.example')}</body></opml>`)
  const first = await run('import', 'opml', opml)
  expect([first.code, first.stdout.trim().split('\n')]).toEqual([
    0,
    [expect.stringMatching('a-example'), expect.stringMatching('b-example')],
  ])
  expect(await sourceFile('a-example')).toMatchObject({
    enabled: false,
    lists: [{ url: 'https://a.example/feed.xml' }],
  })
  expect((await run('source', 'check')).code).toBe(0)
  expect((await run('import', 'opml', opml)).code).toBe(3)
  expect((await run('import', 'opml', join(folder, 'town.json'))).code).toBe(2)
})
