import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sourceSchema } from '../domain/town.ts'
import { disableSource, draftSource, formatSource, slugFor, sourcePath, writeNewSource } from './source-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'))
  mkdirSync(join(folder, 'sources'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const draft = draftSource({ url: 'https://www.hall.example:8443/news/', region: '990181', names: { en: 'Town hall' } })

it.each([
  ['www.hall.example', 'hall-example'],
  ['WWW2.Hall.Example:8080', 'hall-example'],
  ['xn--fiqs8s.example', 'xn-fiqs8s-example'],
  [`${'a'.repeat(39)}-b.example`, 'a'.repeat(39)],
  ['---', 'source'],
])('the host %s gives the slug %s', (host, slug) => {
  expect(slugFor(host)).toBe(slug)
})

it('a draft is a source of one list, off, and plain http only where its address is plain', () => {
  expect(draft).toMatchObject({
    slug: 'hall-example',
    home: 'https://www.hall.example:8443/',
    enabled: false,
    allowHttp: false,
  })
  expect(draftSource({ url: 'http://hall.example/', region: '1' }).allowHttp).toBe(true)
})

it('a file says what differs from what holds anyway, and reads back as the same source', () => {
  const text = formatSource({ ...draft, correct: { title: '.headline' } })
  expect(Object.keys(JSON.parse(text) as object)).toEqual([
    'slug',
    'names',
    'home',
    'region',
    'lists',
    'enabled',
    'seen',
    'correct',
  ])
  expect(sourceSchema.parse(JSON.parse(text))).toEqual({ ...draft, correct: { title: '.headline' } })
})

it('never writes over a file', async () => {
  await writeNewSource(folder, draft)
  await expect(writeNewSource(folder, { ...draft, region: '2' })).rejects.toMatchObject({ code: 'EEXIST' })
  expect(readFileSync(sourcePath(folder, draft.slug), 'utf8')).toContain('990181')
})

it('switches a source off and leaves the rest as it was', async () => {
  await writeNewSource(folder, { ...draft, enabled: true })
  expect(await disableSource(folder, draft.slug, 'asked to stop')).toBe(true)
  expect(await disableSource(folder, draft.slug)).toBe(false)
  const kept = JSON.parse(readFileSync(sourcePath(folder, draft.slug), 'utf8')) as object
  expect(kept).toMatchObject({
    slug: draft.slug,
    enabled: false,
    note: 'asked to stop',
    lists: [{ url: draft.lists[0]?.url }],
  })
})
