import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatProblem } from './problems.ts'
import { checkSourceFile, loadTown, readTown, TownError, townFolder } from './town-folder.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'town-')), 'datong')
  cpSync(townFolder('datong'), folder, { recursive: true })
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

function edit(file: string, change: (value: never) => unknown): void {
  const path = join(folder, file)
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as never)))
}
async function problems(): Promise<string[]> {
  const error = await loadTown(folder).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(TownError)
  return (error as TownError).problems
}

describe('the towns that ship', () => {
  it('Datong has its ten districts and counties, and the development zone', async () => {
    const { regions, root } = await loadTown('datong')
    const districts = regions.filter(({ code, parent }) => parent === root && code !== '140271').map(({ code }) => code)
    expect(districts.sort()).toEqual([
      '140212',
      '140213',
      '140214',
      '140215',
      '140221',
      '140222',
      '140223',
      '140224',
      '140225',
      '140226',
    ])
  })

  it('every source of Datong is off, says why, and says whether its address was seen', async () => {
    const { sources } = await loadTown('datong')
    expect(sources.length).toBeGreaterThanOrEqual(18)
    for (const source of sources) {
      expect(source.enabled, source.slug).toBe(false)
      expect(source.note ?? '', source.slug).not.toBe('')
    }
    expect(new Set(sources.map(({ seen }) => seen))).toEqual(new Set(['seen', 'unverified', 'blocked']))
  })

  it('the sample town has a city and six districts and towns', async () => {
    const { regions, root } = await loadTown('sample')
    expect(regions.filter(({ parent }) => parent === root)).toHaveLength(6)
  })
})

describe('a town that cannot be used', () => {
  it('is refused with every problem at once, each with its file', async () => {
    edit('town.json', (town: object) => ({ ...town, root: '1', colour: 'red' }))
    edit('categories.json', () => [])
    expect(await problems()).toEqual([
      expect.stringMatching(/^town\.json:1:\d+: colour: /),
      expect.stringMatching(/^categories\.json:1:1: /),
    ])
  })

  it('names a file that is not JSON', async () => {
    writeFileSync(join(folder, 'synonyms.json'), '[[')
    expect((await problems())[0]).toMatch(/^synonyms\.json:1:3: no JSON: /)
  })

  it.each([
    ['a root that is no region', 'town.json', (town: object) => ({ ...town, root: '999999' }), /root/],
    [
      'a parent that is no region',
      'regions.json',
      (all: object[]) => all.map((one, i) => (i === 3 ? { ...one, parent: '7777' } : one)),
      /7777/,
    ],
    [
      'regions that are each other’s parents',
      'regions.json',
      (all: object[]) =>
        all.map((one, i) => ({ ...one, ...(i === 1 && { parent: '140214' }), ...(i === 2 && { parent: '140213' }) })),
      /never lead/,
    ],
    ['a code given twice', 'regions.json', (all: object[]) => [...all, all[4]], /twice/],
  ])('%s', async (_name, file, change, message) => {
    edit(file, change as (value: never) => unknown)
    expect((await problems()).join('\n')).toMatch(message)
  })
})

describe('a source that is wrong', () => {
  const refusedLines = async () =>
    (await readTown(folder)).refused.flatMap(({ problems: wrong }) => wrong.map(formatProblem))

  it('is left out and told, and the others stay', async () => {
    const before = (await readTown(folder)).town.sources.map(({ slug }) => slug)
    edit('sources/dtnews.json', (one: object) => ({ ...one, region: '0000' }))
    const { town, refused } = await readTown(folder)
    expect(refused.map(({ slug }) => slug)).toEqual(['dtnews'])
    expect(town.sources.map(({ slug }) => slug)).toEqual(before.filter((slug) => slug !== 'dtnews'))
  })

  it.each([
    ['an unknown region', { region: '140999' }, /region: no region has the code 140999; write one of: /],
    ['a region by its name', { region: '云冈区' }, /write "140214"$/],
    ['an address that is none', { home: 'www.dt.gov.cn' }, /home: no whole address; write .*https:\/\//],
    [
      'plain http that was not allowed',
      { allowHttp: false, lists: [{ url: 'http://a.example/' }] },
      /lists\.0\.url: plain http.*allowHttp/,
    ],
    ['an address with a password', { home: 'https://me:secret@a.example/' }, /home: .*password.*; write it without/],
    ['a host with its scheme', { hosts: ['https://b.example/x'] }, /hosts\.0: .*; write "b\.example"$/],
    [
      'an unknown category',
      { lists: [{ url: 'https://a.example/', category: 'nope' }] },
      /lists\.0\.category: .*write one of: /,
    ],
    ['a field that is nearly right', { officail: true }, /officail: there is no such field; write "official"/],
    ['a word that is none of the words', { kind: 'jobs' }, /kind: .*; write "news", "job", "volunteer"/],
    ['a truth in quotes', { official: 'yes' }, /official: .*true or false, without quotes/],
    [
      'a selector with an open bracket',
      { correct: { title: 'h1[class' } },
      /correct\.title: the selector cannot be read.*CSS selector/,
    ],
    ['a selector with an unknown word', { correct: { body: 'div:contians(x)' } }, /correct\.body/],
    ['a selector that breaks off', { correct: { date: '.time >' } }, /correct\.date/],
    ['an empty selector', { correct: { item: ' ' } }, /correct\.item: .*empty/],
    ['another source’s slug', { slug: 'dtzpw' }, /slug: "dtzpw" is not the file's name.*write "dtnews"/],
  ])('for %s is told what to write instead', async (_, change, told) => {
    edit('sources/dtnews.json', (one: object) => ({ ...one, ...change }))
    const lines = await refusedLines()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(told)
  })

  it('is told with line and column, of the value or of the name', async () => {
    const path = join(folder, 'sources/dtnews.json')
    const good = JSON.parse(readFileSync(path, 'utf8')) as object
    writeFileSync(path, JSON.stringify({ ...good, region: '1', colour: 'red' }, undefined, 2))
    expect(await refusedLines()).toEqual([expect.stringMatching(/^sources\/dtnews\.json:\d+:3: colour: /)])
    writeFileSync(path, JSON.stringify({ ...good, region: '1' }, undefined, 2))
    const lineOfRegion =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes('"region"')) + 1
    expect(await refusedLines()).toEqual([expect.stringMatching(`^sources/dtnews\\.json:${lineOfRegion}:13: region: `)])
  })

  it('whose JSON breaks off is told where', async () => {
    writeFileSync(join(folder, 'sources/dtnews.json'), '{\n  "slug": "dtnews",\n  "home": \n}')
    expect(await refusedLines()).toEqual([expect.stringMatching(/^sources\/dtnews\.json:4:1: no JSON: /)])
  })

  it('shares no private address with another: both are left out', async () => {
    for (const slug of ['dtnews', 'dtzpw'])
      edit(`sources/${slug}.json`, (one: object) => ({ ...one, private: '127.0.0.1:9' }))
    expect((await readTown(folder)).refused.map(({ slug }) => slug)).toEqual(['dtnews', 'dtzpw'])
  })

  it('may lie anywhere and is judged by the town’s data', async () => {
    const town = await loadTown(folder)
    const path = join(folder, 'sources/dtnews.json')
    expect(await checkSourceFile(path, town)).toEqual([])
    edit('sources/dtnews.json', (one: object) => ({ ...one, region: '0000' }))
    expect(await checkSourceFile(path, town)).toEqual([expect.objectContaining({ at: 'region', line: 1 })])
  })
})
