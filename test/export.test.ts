/** `gulou export` from outside: what a folder holds, and what it holds when the export dies. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MANIFEST } from '../crawler/export/folder.ts'
import type { ExportedItem, ItemResponse, SourceHealth } from '../domain/api.ts'
import { openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { runCli, startCli } from './support/cli.ts'
import { openFolders } from './support/folders.ts'
import { startServing } from './support/serving.ts'

const NOW = '2026-11-22T12:00:00+08:00'
const folders = openFolders()
let env: { GULOU_DATA: string; GULOU_NOW: string }
let out: string
/** Ids that were put aside by hand after the crawl. */
const aside = { gone: '', held: '' }
/** Of every item that was kept. */
let states: Record<string, string>

const rows = <Row>(file: string): Row[] =>
  readFileSync(join(out, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const digestOf = (folder: string): string => {
  const hash = createHash('sha256')
  for (const file of filesIn(folder).sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}
const exportTo = (folder: string, ...more: string[]) => runCli(['export', folder, '--town', 'sample', ...more], env)

beforeAll(async () => {
  env = { GULOU_DATA: await folders.next(), GULOU_NOW: NOW }
  out = join(await folders.next(), 'town')
  await runCli(['crawl', '--once', '--town', 'sample'], env)
  const db = openSqlite(join(env.GULOU_DATA, 'sample', 'gulou.sqlite'))
  const news = await db.all<{ id: string }>(
    "select id from item where kind = 'news' and state = 'shown' order by n desc limit 2",
  )
  aside.gone = news[0]?.id ?? ''
  aside.held = news[1]?.id ?? ''
  await db.all("update item set state = 'gone' where id = ?1", [aside.gone])
  await db.all("update item set state = 'held' where id = ?1", [aside.held])
  const kept = await db.all<{ id: string; state: string }>('select id, state from item')
  states = Object.fromEntries(kept.map(({ id, state }) => [id, state]))
  db.close()
}, 60_000)
afterAll(() => folders.remove())

describe('gulou export', { timeout: 60_000 }, () => {
  it('writes every item with its state, and every source', async () => {
    const { code, stderr } = await exportTo(out)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const items = rows<ExportedItem>('items.jsonl')
    expect(items.length).toBeGreaterThan(100)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(Object.fromEntries(items.map(({ id, state }) => [id, state]))).toEqual(states)
    expect(states[aside.gone]).toBe('gone')
    expect(states[aside.held]).toBe('held')
    expect(rows<SourceHealth>('sources.jsonl').length).toBeGreaterThan(5)
  })

  it('says of each item and source what the API says', async () => {
    const serving = await startServing(['serve', '--town', 'sample'], env)
    try {
      const ask = async (path: string) => (await fetch(`${serving.url}/api/v1/${path}`)).json()
      for (const { state, ...item } of rows<ExportedItem>('items.jsonl')
        .filter((one) => one.state === 'shown')
        .slice(0, 40))
        expect((await ask(`items/${item.id}`)) as ItemResponse).toEqual(item)
      expect(await ask('sources')).toEqual(rows('sources.jsonl'))
    } finally {
      await serving.stop()
    }
  })

  it('makes a page of each shown item and of nothing else', () => {
    const pages = readdirSync(join(out, 'items')).sort()
    const shown = rows<ExportedItem>('items.jsonl').filter(({ state }) => state === 'shown')
    expect(pages).toEqual(shown.map(({ id }) => id).sort())
    const texts = filesIn(out).filter((file) => !file.endsWith('items.jsonl'))
    for (const id of [aside.gone, aside.held])
      expect(texts.filter((file) => readFileSync(file, 'utf8').includes(id))).toEqual([])
  })

  it('has no link to a file that is not there, no form, and no address of a server', () => {
    const pages = filesIn(out).filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(200)
    for (const page of pages) {
      const html = readFileSync(page, 'utf8')
      expect(html).not.toMatch(/<form|href="\/|src="\//)
      const own = [...html.matchAll(/(?:href|src)="([^"#:]+)(?:#[^"]*)?"/g)].map(([, link = '']) => link)
      const broken = own.filter((link) => !existsSync(join(dirname(page), decodeURIComponent(link))))
      expect(broken, page).toEqual([])
    }
  })

  it('writes the feeds of the town and of its regions under their own names', () => {
    for (const file of [
      'news.rss',
      'jobs.atom',
      'jobs.ics',
      'volunteer.json',
      'sources.opml',
      'sitemap.xml',
      'robots.txt',
    ])
      expect(existsSync(join(out, file)), file).toBe(true)
    const narrowed = readdirSync(join(out, 'news', 'region')).filter((name) => name.endsWith('.rss'))
    expect(narrowed.length).toBeGreaterThan(1)
    for (const name of narrowed)
      expect(readFileSync(join(out, 'news', 'region', name), 'utf8')).toContain(`/news/region/${name}`)
  })

  it('finds the town of a data folder that holds one alone', async () => {
    const folder = join(await folders.next(), 'unnamed')
    const { code } = await runCli(['export', folder, '--no-pages'], env)
    expect(code).toBe(0)
    expect(readFileSync(join(folder, 'items.jsonl'), 'utf8')).toBe(readFileSync(join(out, 'items.jsonl'), 'utf8'))
    expect(existsSync(join(folder, 'index.html'))).toBe(false)
  })

  it('leaves alone what else lies in the folder, and replaces an export of its own', async () => {
    const folder = await folders.next()
    await writeFile(join(folder, 'mine.txt'), 'mine')
    expect((await exportTo(folder, '--no-pages')).code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual([MANIFEST, 'items.jsonl', 'mine.txt', 'sources.jsonl'])
    const own = join(await folders.next(), 'deep', 'own')
    await exportTo(own)
    await exportTo(own, '--no-pages')
    expect(readdirSync(own).sort()).toEqual([MANIFEST, 'items.jsonl', 'sources.jsonl'])
  })

  it('refuses a file, and a data folder with nothing in it, in one sentence', async () => {
    const file = join(await folders.next(), 'file')
    await writeFile(file, '')
    const onFile = await exportTo(file)
    const empty = await runCli(['export', join(out, 'x')], { GULOU_DATA: await folders.next() })
    expect([onFile.code, empty.code]).toEqual([2, 2])
    expect(onFile.stderr).toMatch(/is no folder/)
    expect(empty.stderr).toMatch(/nothing was crawled/)
  })
})

describe('an export that is killed', { timeout: 60_000 }, () => {
  /** How far the new folder has come: entries of one of its folders. */
  const MOMENTS: [string, string, number][] = [
    ['before its first file', '', 0],
    ['with its items written', '', 2],
    ['with one page', 'items', 1],
    ['with half of its pages', 'items', 150],
    ['with its feeds', 'api/v1', 1],
  ]

  it.each(MOMENTS)(
    '%s leaves the old folder whole, and its own remains are gone after the next',
    async (_name, part, entries) => {
      const parent = await folders.next()
      const folder = join(parent, 'town')
      await mkdir(folder)
      await exportTo(folder, '--no-pages')
      const whole = digestOf(folder)
      const child = startCli(['export', folder, '--town', 'sample'], env)
      const reached = () => {
        const fresh = readdirSync(parent).find((name) => name.includes('.new-'))
        const place = fresh && join(parent, fresh, part)
        return place !== undefined && existsSync(place) && readdirSync(place).length >= entries
      }
      while (child.exitCode === null && !reached()) await new Promise((next) => setTimeout(next, 2))
      child.kill('SIGKILL')
      if (child.signalCode === null && child.exitCode === null) await once(child, 'close')
      expect(child.signalCode).toBe('SIGKILL')
      expect(digestOf(folder)).toBe(whole)
      await exportTo(folder, '--no-pages')
      expect(readdirSync(parent)).toEqual(['town'])
    },
  )

  it('ends on SIGTERM with exit code 1 and nothing half beside the old folder', async () => {
    const parent = await folders.next()
    const folder = join(parent, 'town')
    const child = startCli(['export', folder, '--town', 'sample'], env)
    const staging = () => readdirSync(parent).some((name) => name.includes('.new-'))
    while (!staging()) await new Promise((next) => setTimeout(next, 10))
    child.kill('SIGTERM')
    const [code] = await once(child, 'close')
    expect({ code, left: readdirSync(parent) }).toEqual({ code: 1, left: [] })
  })
})
