/** Scores the rules against the labelled sets beside this file, with the towns they are written for. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Kind } from '../item.ts'
import { testArticle, testSource } from '../testing.ts'
import { regionSchema, type Town } from '../town.ts'
import { type Understood, understand } from '../understand.ts'

interface Case {
  title: string
  body?: string
  source?: string
  published?: string
  list?: Kind
  want?: unknown
  accept?: unknown[]
  trap?: boolean
  expect?: Record<string, unknown>
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const readSet = (name: string): Case[] =>
  readFileSync(`domain/labelled/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

function readTown(name: string): Town {
  const folder = `towns/${name}`
  return {
    ...readJson(`${folder}/town.json`),
    regions: regionSchema.array().parse(readJson(`${folder}/regions.json`)),
    categories: readJson(`${folder}/categories.json`),
    synonyms: [],
    sources: [],
  }
}

const datong = readTown('datong')
const newYork = readTown('new-york')

function read(each: Case, town = datong): Understood {
  const published = each.published ?? '2026-05-06'
  return understand(testArticle({ title: each.title, body: each.body ?? '', publishedAt: published }), {
    town,
    source: { ...testSource, region: each.source ?? town.root },
    now: new Date(`${published}T04:00:00Z`),
    ...(each.list && { listKind: each.list }),
  })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Share of the cases whose answer is one of the right ones; the others are shown when it is too small. */
function scoreOf(name: string, answer: (got: Understood) => unknown): { size: number; score: number; missed: string } {
  const cases = readSet(name)
  const missed = cases.flatMap((each) => {
    const got = answer(read(each)) ?? null
    return (each.accept ?? [each.want]).some((right) => same(right, got)) ? [] : [`${each.title}: ${got}`]
  })
  return { size: cases.length, score: 1 - missed.length / cases.length, missed: missed.join('\n') }
}

const shownKind = ({ kind, type }: Understood) => (['story', 'policy', 'names'].includes(type) ? type : kind)

describe.each<[string, (got: Understood) => unknown, number, number]>([
  ['kind', shownKind, 1000, 0.98],
  ['stage', ({ stage }) => stage, 800, 0.98],
  ['category', ({ categories }) => categories[0], 800, 0.95],
])('of the labelled set %s', (name, answer, least, floor) => {
  it(`at least ${floor} of ${least} or more come out right`, () => {
    const { size, score, missed } = scoreOf(name, answer)
    expect(size).toBeGreaterThanOrEqual(least)
    expect(score, missed).toBeGreaterThanOrEqual(floor)
  })
})

/** Codes found, right and wanted, by the right answer that lies nearest. */
function measureRegions(cases: Case[]) {
  const sum = { found: 0, right: 0, wanted: 0, wrong: [] as string[] }
  for (const each of cases) {
    const found = read(each)
      .regions.filter(({ by }) => !each.trap || by !== 'source')
      .map(({ code }) => code)
    const answers = (each.accept ?? [each.want]) as string[][]
    const rightOf = (answer: string[]) => found.filter((code) => answer.includes(code)).length
    const nearest = answers.reduce((best, next) => (rightOf(next) > rightOf(best) ? next : best))
    sum.found += found.length
    sum.right += rightOf(nearest)
    sum.wanted += nearest.length
    if (rightOf(nearest) < found.length) sum.wrong.push(`${each.title}: ${found}`)
  }
  return sum
}

it('finds the right region of at least 0.97 of the texts and names few wrong ones', () => {
  const cases = readSet('region')
  expect(cases.length).toBeGreaterThanOrEqual(200)
  const { found, right, wanted, wrong } = measureRegions(cases)
  expect(right / found, wrong.join('\n')).toBeGreaterThanOrEqual(0.97)
  expect(right / wanted).toBeGreaterThanOrEqual(0.97)
})

it('takes no namesake for a place of the town', () => {
  const cases = readSet('region-traps')
  expect(cases.length).toBeGreaterThanOrEqual(100)
  expect(measureRegions(cases).wrong).toEqual([])
})

it('takes no region at all from a page of elsewhere that names none of the town', () => {
  const strangers = readSet('region-traps').filter(({ source, want }) => source === '' && same(want, []))
  expect(strangers.flatMap((each) => (read(each).regions.length > 0 ? [each.title] : []))).toEqual([])
})

describe('of a town whose language is English', () => {
  it.each(readSet('english'))('$title', (each) => {
    const got = read(each, newYork)
    const fields: Record<string, unknown> = {
      ...got.volunteer,
      kind: got.kind,
      type: got.type,
      stage: got.stage ?? null,
      category: got.categories[0],
      regions: got.regions.map(({ code }) => code),
    }
    const shown = Object.fromEntries(Object.keys(each.expect ?? {}).map((name) => [name, fields[name]]))
    expect(shown).toEqual(each.expect)
  })
})
