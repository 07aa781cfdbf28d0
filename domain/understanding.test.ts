/**
 * Scores every set of ../shared/understanding through `understand()`, when the
 * folder is there. Floors are a little under what is reached: they catch a rule
 * that got worse, they are no aim.
 */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testArticle, testSource, testTown } from './testing.ts'
import type { Town } from './town.ts'
import { type Understood, understand } from './understand.ts'

const SETS = '../shared/understanding'
const DATONG = 'towns/datong'
const present = existsSync(SETS)
const withTown = present && existsSync(`${DATONG}/regions.json`) && existsSync(`${DATONG}/categories.json`)

interface Case {
  id: string
  input: { title: string; teaser?: string; body?: string; url: string; published: string; source_region?: string }
  // Each set has its own shape; the scorers below know it.
  expect: Record<string, unknown>
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const readSet = (name: string): Case[] =>
  readFileSync(`${SETS}/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

function loadTown(): Town {
  if (!withTown) return testTown
  return {
    ...readJson(`${DATONG}/town.json`),
    regions: readJson(`${DATONG}/regions.json`),
    categories: readJson(`${DATONG}/categories.json`),
    synonyms: [],
    sources: [],
  }
}

const town = loadTown()

function run({ input }: Case): Understood {
  const elsewhere = input.url.includes('.example.com')
  const region = input.source_region ?? (elsewhere ? '' : town.root)
  return understand(
    testArticle({
      url: input.url,
      title: input.title,
      body: input.body ?? input.teaser ?? '',
      publishedAt: input.published,
    }),
    { town, source: { ...testSource, region }, now: new Date(`${input.published}T04:00:00Z`) },
  )
}

const oneOf = (wanted: unknown, got: unknown) => {
  const list = Array.isArray(wanted) ? wanted : [wanted]
  return list.includes(got ?? null)
}

const sorted = (list: unknown) => JSON.stringify([...(list as string[])].sort())

/** A wanted `2026-05-15T17:30` is met by the same minute in the town's offset. */
const toMinute = (value: string | undefined) => (value && value.length > 16 ? value.slice(0, 16) : value)

function datesOf(got: Understood): Record<string, string | undefined> {
  const of = (what: string) => got.dates.find((mark) => mark.what === what)
  const registration = got.dates.find((mark) => mark.what === 'registration' && mark.from)
  return {
    deadline: got.closesAt,
    from: registration?.from,
    exam: of('exam')?.from,
    interview: of('interview')?.from,
    review: of('review')?.from,
    medical: of('medical')?.from,
    start: got.volunteer?.starts ?? of('event')?.from,
    end: got.volunteer?.ends ?? of('event')?.to,
  }
}

type Scorer = (got: Understood, want: Record<string, unknown>, input: Case['input']) => boolean

const SCORERS: Record<string, { scorer: Scorer; floor: number; needsTown?: boolean }> = {
  kind: {
    floor: 0.9,
    scorer: ({ kind, type }, want) => {
      const shown = ['story', 'policy', 'names'].includes(type) ? type : kind
      return oneOf(want.accept ?? want.kind, shown)
    },
  },
  stage: { floor: 0.9, scorer: ({ stage }, want) => oneOf(want.accept ?? want.stage, stage) },
  category: {
    floor: 0.85,
    needsTown: true,
    scorer: ({ categories }, want) => oneOf(want.accept ?? want.category, categories[0]),
  },
  region: {
    floor: 0.9,
    needsTown: true,
    scorer: ({ regions }, want) => {
      const got = sorted(regions.filter(({ by }) => by !== 'source' || !want.trap).map(({ code }) => code))
      return ((want.accept as string[][] | undefined) ?? [want.regions as string[]]).some(
        (codes) => sorted(codes) === got,
      )
    },
  },
  pay: {
    floor: 0.9,
    scorer: ({ jobs }, want) => {
      const pay = jobs[0]?.pay
      const fields = {
        min: pay?.min,
        max: pay?.max,
        period: pay?.period,
        months: pay?.monthsPerYear,
        currency: pay?.currency,
        negotiable: pay?.negotiable,
      }
      return Object.entries(fields).every(([name, value]) => want[name] === null || oneOf(want[name], value))
    },
  },
  dates: {
    floor: 0.9,
    scorer: (got, want) => {
      const found = datesOf(got)
      if (want.noDeadline && (got.closesAt || got.jobs.some((job) => job.closes))) return false
      return Object.entries(want.dates as Record<string, string[]>).every(([name, values]) =>
        values.includes(toMinute(found[name]) ?? ''),
      )
    },
  },
  position: {
    floor: 0.9,
    scorer: ({ jobs, positions }, want) =>
      jobs.length === 1 && (want.isco as string[]).some((code) => positions[0]?.startsWith(code)),
  },
  signals: {
    floor: 0.9,
    scorer: ({ flags }, want) => {
      // The sets say hukou where the decisions say residence; ages are information only.
      const got = flags.map(({ id }) => id).filter((id) => id !== 'age')
      const wanted = (want.flags as string[])
        .map((id) => (id === 'hukou' ? 'residence' : id))
        .filter((id) => id !== 'age')
      const optional = want.optional as string[]
      return wanted.every((id) => got.includes(id)) && got.every((id) => wanted.includes(id) || optional.includes(id))
    },
  },
  privacy: {
    floor: 1,
    scorer: (got, want) => {
      const line = JSON.stringify(got)
      return (
        (want.gone as string[]).every((text) => !line.includes(text)) &&
        (want.stay as string[]).every((text) => line.includes(text))
      )
    },
  },
  repair: {
    floor: 1,
    scorer: (got, want, input) => {
      if (!want.damaged) return want.traditional === true || (got.title === input.title && got.body === input.body)
      return (
        got.title === want.titleSimplified && got.body === want.simplified && got.repair.notes.length === want.noteCount
      )
    },
  },
}

describe.each(Object.entries(SCORERS))('the open set %s', (name, { scorer, floor, needsTown }) => {
  it.skipIf(needsTown ? !withTown : !present)('scores at least its floor', () => {
    const cases = readSet(name)
    const missed = cases.filter((each) => !scorer(run(each), each.expect, each.input))
    const score = (cases.length - missed.length) / cases.length
    console.info(
      `${name}: ${cases.length - missed.length}/${cases.length}${missed.length > 0 ? ` missed ${missed.map(({ id }) => id).join(' ')}` : ''}`,
    )
    expect(score, missed.map((each) => JSON.stringify({ ...each, got: run(each) })).join('\n')).toBeGreaterThanOrEqual(
      floor,
    )
  })
})
