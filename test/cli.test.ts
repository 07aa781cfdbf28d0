/** The command line from outside: exit codes, sentences that help, data on stdout and everything else beside it. */
import { once } from 'node:events'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { townFolder } from '../crawler/town-folder.ts'
import type { Source } from '../domain/town.ts'
import { type CliEnv, runCli, startCli, textOf } from './support/cli.ts'
import { openFolders } from './support/folders.ts'
import { startServing } from './support/serving.ts'

const folders = openFolders()
let data: string

beforeAll(async () => {
  data = await folders.next()
})
afterAll(() => folders.remove())

const run = (args: string[], env: Partial<CliEnv> = {}, input = '') => runCli(args, { GULOU_DATA: data, ...env }, input)

/** 大同 as shipped, with the first of its sources that may be crawled switched on. */
async function datongWithASource(): Promise<string> {
  const folder = join(await folders.next(), 'datong')
  await cp(townFolder('datong'), folder, { recursive: true })
  const { stdout } = await run(['source', 'list', '--town', folder, '--json'])
  const sources = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Source]))
  const slug = sources.find(({ seen }) => seen !== 'blocked')?.slug ?? ''
  const file = join(folder, 'sources', `${slug}.json`)
  const source = JSON.parse(await readFile(file, 'utf8')) as Source
  await writeFile(file, JSON.stringify({ ...source, enabled: true }))
  return folder
}

describe('wrong use ends with exit code 2, nothing on stdout, and a sentence that helps', () => {
  const wrong: [string, string[], Partial<CliEnv>, RegExp][] = [
    ['an unknown verb', ['crwal'], {}, /unknown command 'crwal'[\s\S]*crawl/],
    ['an unknown option', ['crawl', '--evrything'], {}, /unknown option '--evrything'/],
    ['an unknown town', ['crawl', '--town', 'atlantis', '--once'], {}, /atlantis/],
    [
      'an unknown source',
      ['crawl', '--town', 'sample', '--source', 'gazette', '--once'],
      {},
      /no source gazette; it has: .*luming-rsj/,
    ],
    ['a moment that is none', ['crawl', '--once'], { GULOU_NOW: 'yesterday' }, /GULOU_NOW: .*2026-11-22T08:00/],
    ['a port that is none', ['serve'], { PORT: 'http' }, /PORT: .*0 to 65535/],
    ['two settings at once', ['serve'], { PORT: '-1', LOG_LEVEL: 'loud' }, /PORT: [\s\S]*LOG_LEVEL: /],
    ['record with replay', ['crawl', '--record', 'a', '--replay', 'b'], {}, /cannot go together/],
    ['--all by the clock', ['crawl', '--all'], {}, /--all goes with --once/],
    [
      'a recording that cannot be written',
      ['crawl', '--once', '--record', '/nowhere/a.warc.gz'],
      {},
      /cannot be opened/,
    ],
    ['a recording that is not there', ['crawl', '--once', '--replay', '/nowhere/a.warc.gz'], {}, /cannot be opened/],
    ['a page that is not there', ['try', '/nowhere/page.html'], {}, /ENOENT.*page\.html/],
    [
      'a start of public sources that nobody could be asked about',
      ['start', '--town', 'datong'],
      { PORT: '0' },
      /GULOU_CONTACT/,
    ],
    ['a pin without a reason', ['pin', 'add', 'x', '--until', '2026-11-25'], {}, /--reason/],
    ['nothing to try', ['try'], {}, /give an address or a file/],
  ]
  it.each(wrong)('%s', async (_name, args, env, sentence) => {
    const { code, stdout, stderr } = await run(args, env)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toMatch(/\n\s+at .*\.js:\d+/)
  })

  it('nobody to ask about a crawl of real sites', async () => {
    const town = await datongWithASource()
    const { code, stdout, stderr } = await run(['crawl', '--town', town, '--once'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/GULOU_CONTACT: .*whom to ask/)
  })
})

describe('gulou try --jsonl', () => {
  it('answers line by line, and a line that cannot be used does not end it', async () => {
    const text = (title: string) => JSON.stringify({ url: 'http://a.example/1', text: { title, body: `${title}。` } })
    const input = [
      text('云州区招聘教师'),
      '{"not json',
      text('平城区停水通知'),
      '{"file":"/no/such/page.html"}',
      '',
      text('完'),
    ]
    const { code, stdout } = await run(['try', '--jsonl', '--town', 'datong'], {}, `${input.join('\n')}\n`)
    expect(code).toBe(0)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { title?: string; error?: string })
    expect(answers).toHaveLength(5)
    expect(answers.map(({ error }) => Boolean(error))).toEqual([false, true, false, true, false])
    expect([0, 2, 4].map((at) => answers[at]?.title)).toEqual(['云州区招聘教师', '平城区停水通知', '完'])
  })
})

/** The sample town with its sites on any free port, so that nobody else's are in the way. */
async function sampleOnAnyPort(): Promise<string> {
  const folder = join(await folders.next(), 'sample')
  await cp(townFolder('sample'), folder, { recursive: true })
  const file = join(folder, 'town.json')
  const town = JSON.parse(await readFile(file, 'utf8')) as object
  await writeFile(file, JSON.stringify({ ...town, site: { port: 0 } }))
  return folder
}

describe('gulou start', () => {
  let town: string
  beforeAll(async () => {
    town = await sampleOnAnyPort()
  })

  it('serves what it crawled, keeps stdout for Ready, and ends on SIGTERM with exit code 0', async () => {
    const serving = await startServing(['start', '--town', town], { GULOU_DATA: data, LOG_LEVEL: 'info' })
    const answer = await fetch(`${serving.url}/api/v1/items?kind=job&q=${encodeURIComponent('会计')}`)
    const { items } = (await answer.json()) as { items: { job?: { row?: number } }[] }
    expect(items.filter(({ job }) => job?.row !== undefined).length).toBeGreaterThan(0)
    const { code, stdout, stderr } = await serving.stop()
    expect(code).toBe(0)
    expect(stdout).toBe(`Ready ${serving.url}\n`)
    expect(stderr).toMatch(/luming-rsj +ok/)
  }, 60_000)

  it('ends in the middle of its first crawl too', async () => {
    const child = startCli(['start', '--town', town], { GULOU_DATA: await folders.next(), PORT: '0' })
    const stderr = textOf(child.stderr)
    while (!stderr.text.includes('crawling')) await once(child.stderr as NodeJS.ReadableStream, 'data')
    child.kill('SIGTERM')
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
  }, 30_000)

  it('tells when its port is taken', async () => {
    const serving = await startServing(['serve', '--town', 'sample'], { GULOU_DATA: data })
    const { code, stdout, stderr } = await run(['serve', '--town', 'sample'], { PORT: new URL(serving.url).port })
    await serving.stop()
    expect({ code: code === 0, stdout }).toEqual({ code: false, stdout: '' })
    expect(stderr).toMatch(/EADDRINUSE|in use|taken/)
  }, 30_000)
})

describe('stdout', () => {
  it.each([['crawl --town sample --once --json'], ['source list --json'], ['index verify --json'], ['town schema']])(
    'of gulou %s is data alone, however loud the log',
    async (words) => {
      const { code, stdout } = await run(words.split(' '), { LOG_LEVEL: 'trace' })
      expect(code).toBe(0)
      const documents = stdout.startsWith('{\n') ? [stdout] : stdout.trimEnd().split('\n')
      for (const text of documents) expect(() => JSON.parse(text)).not.toThrow()
    },
    60_000,
  )
})
