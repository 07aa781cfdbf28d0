/** Feeds that others wrote to break readers: what the parser accepts keeps its title, its link and its day. */
import { existsSync, readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { DateTime } from 'luxon'
import { afterAll, describe, expect, it } from 'vitest'
import { decodePage } from '../decode.ts'
import { isElement } from '../document.ts'
import { squash } from '../lines.ts'
import { type FeedEntry, parseEntries } from './feed.ts'
import { expectedMisses } from './feeds-in.misses.ts'

interface Case {
  name: string
  xml_base64: string
  checks?: { path: (string | number)[]; equals: unknown }[]
}

const file = '../shared/cases/feeds-in/wellformed.jsonl'

/** How the fields that we keep are called by those who wrote the cases. */
const FIELDS: Record<string, (entry: FeedEntry) => string | undefined> = {
  title: ({ title }) => title,
  'title_detail.value': ({ title }) => title,
  link: ({ link }) => link,
  published: ({ date }) => date,
  updated: ({ date }) => date,
  issued: ({ date }) => date,
}

describe.skipIf(!existsSync(file))('feeds-in', () => {
  const cases = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Case)
    : []
  const missed = new Map(cases.flatMap((one) => problemsOf(one).map((problem) => [one.name, problem] as const)))

  it('has every case, and misses just those that are known', () => {
    expect(cases).toHaveLength(300)
    expect([...missed.keys()].sort()).toEqual(Object.keys(expectedMisses).sort())
  })

  afterAll(() => {
    process.stdout.write(
      `suite feeds-in: ${cases.length} cases, ${cases.length - missed.size} passed, ${missed.size} expected misses\n`,
    )
  })
})

function problemsOf(one: Case): string[] {
  const bytes = Buffer.from(one.xml_base64, 'base64')
  const { text } = decodePage({ url: 'http://e.example/', status: 200, headers: {}, body: bytes, fetchedAt: '' })
  const entries = accepted(text)
  if (!entries) return []
  const wrong = (one.checks ?? []).flatMap(({ path: [list, index, ...rest], equals }) => {
    const field = list === 'entries' ? FIELDS[rest.join('.')] : undefined
    if (!field || typeof equals !== 'string') return []
    const entry = entries[Number(index)]
    const read = entry && field(entry)
    return dayOf(read ?? '') === keyOf(equals) ? [] : [`${rest.join('.')} ${read} for ${equals}`]
  })
  const alive = one.name.startsWith('sanitize/')
    ? entries.filter(({ title, link }) => runs(title) || runs(link ?? ''))
    : []
  const lost = one.name.startsWith('sanitize/') ? [] : lostLinks(text, entries)
  return [...wrong, ...alive.map(() => 'runs'), ...lost]
}

/** Undefined when it is no feed to us, or was refused with an error of the parser. */
function accepted(text: string): FeedEntry[] | undefined {
  try {
    return parseEntries(text)?.entries
  } catch (error) {
    expect(error).toBeInstanceOf(Error)
    return undefined
  }
}

/** Entries counted without the parser. */
function lostLinks(text: string, entries: FeedEntry[]): string[] {
  const $ = load(text, { xml: true })
  const there = $('*')
    .toArray()
    .filter((node) => isElement(node) && /^(?:\w+:)?(?:item|entry)$/.test(node.name)).length
  return there === entries.length ? [] : [`${entries.length} entries for ${there}`]
}

/** Text stays text: what is left of markup in a field is never parsed again, and a link has a scheme that is fetched. */
function runs(value: string): boolean {
  return /^\s*(?:javascript|data|vbscript):/i.test(value)
}

/** In our plain-text form; times are compared as days. */
function keyOf(value: string): string {
  return dayOf(/[<&]/.test(value) ? load(value, null, false).text() : value)
}

function dayOf(value: string): string {
  const iso = DateTime.fromISO(value, { zone: 'utc' })
  const moment = iso.isValid && /^\d{4}-/.test(value) ? iso : DateTime.fromRFC2822(value, { zone: 'utc' })
  return moment.isValid ? moment.toISODate() : squash(value)
}
