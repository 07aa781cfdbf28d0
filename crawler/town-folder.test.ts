import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadTown, TownError, townFolder } from './town-folder.ts'

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
      expect.stringMatching(/^town\.json: .*colour/),
      expect.stringMatching(/^categories\.json/),
    ])
  })

  it('names a file that is not JSON', async () => {
    writeFileSync(join(folder, 'synonyms.json'), '[[')
    expect((await problems())[0]).toMatch(/^synonyms\.json: /)
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
    ['a source in no region', 'sources/dtnews.json', (one: object) => ({ ...one, region: '0000' }), /0000/],
    [
      'a source whose slug is not its file',
      'sources/dtnews.json',
      (one: object) => ({ ...one, slug: 'other' }),
      /slug/,
    ],
  ])('%s', async (_name, file, change, message) => {
    edit(file, change as (value: never) => unknown)
    expect((await problems()).join('\n')).toMatch(message)
  })

  it('two sources may not share one private address', async () => {
    for (const slug of ['dtnews', 'dtzpw'])
      edit(`sources/${slug}.json`, (one: object) => ({ ...one, private: '127.0.0.1:9' }))
    expect((await problems()).join('\n')).toMatch(/127\.0\.0\.1:9/)
  })
})
