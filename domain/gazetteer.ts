/** Where names of a town's regions stand in a text: longest match over the town's own data, nothing else. */
import { changesInSimplified, toSimplified } from './script.ts'
import type { Region, Town } from './town.ts'

type NameKind = 'name' | 'alias' | 'landmark' | 'former'

interface Entry {
  word: string
  kind: NameKind | 'exclude'
  code: string
  /** Former names only: last day on which the name held. */
  until?: string
  /** Written with a capital, and so looked for: Queens is no queens. */
  proper?: boolean
}

interface NamedEntry extends Entry {
  kind: NameKind
}

export interface Mention {
  entry: NamedEntry
  start: number
  end: number
}

export interface Gazetteer {
  regions: Map<string, Region>
  root: string
  /** First character → entries, longest word first. */
  entries: Map<string, Entry[]>
}

const LATIN = /[A-Za-z]/u
const CAPITAL = /^\p{Lu}/u

function namesOf(region: Region, script: Town['script']): string[] {
  const { names } = region
  const wanted = { hans: names['zh-Hans'], hant: names['zh-Hant'], latin: undefined }[script]
  return wanted ? [wanted] : Object.values(names).filter((name): name is string => Boolean(name))
}

function entriesOf(region: Region, script: Town['script']): Entry[] {
  const { code } = region
  const plain = (words: string[], kind: Entry['kind']): Entry[] => words.map((word) => ({ word, kind, code }))
  return [
    ...plain(region.exclude ?? [], 'exclude'),
    ...plain(namesOf(region, script), 'name'),
    ...plain(region.aliases ?? [], 'alias'),
    ...(region.former ?? []).map(({ name, until }): Entry => ({ word: name, kind: 'former', code, until })),
    ...plain(region.landmarks ?? [], 'landmark'),
  ]
}

const fold = (text: string, script: Town['script']) =>
  (script === 'hans' && [...text].some(changesInSimplified) ? toSimplified(text) : text).toLowerCase()

function buildGazetteer(town: Town): Gazetteer {
  const entries = new Map<string, Entry[]>()
  for (const region of town.regions) {
    for (const entry of entriesOf(region, town.script)) {
      const word = fold(entry.word, town.script)
      const first = word[0]
      if (!first) continue
      const bucket = entries.get(first) ?? []
      if (!bucket.some((other) => other.word === word && other.kind === entry.kind))
        bucket.push({ ...entry, word, proper: CAPITAL.test(entry.word) })
      entries.set(first, bucket)
    }
  }
  // A stable sort keeps the order of kinds for equal words: what is excluded is excluded.
  for (const bucket of entries.values()) bucket.sort((a, b) => b.word.length - a.word.length)
  return { regions: new Map(town.regions.map((region) => [region.code, region])), root: town.root, entries }
}

const built = new WeakMap<Town, Gazetteer>()

/** Built once per town object. */
export function gazetteerOf(town: Town): Gazetteer {
  let gazetteer = built.get(town)
  if (!gazetteer) {
    gazetteer = buildGazetteer(town)
    built.set(town, gazetteer)
  }
  return gazetteer
}

/** A name of letters stands whole, and with its capital. */
function isWritten({ word, proper }: Entry, text: string, start: number): boolean {
  const whole = !LATIN.test(text[start - 1] ?? '') && !LATIN.test(text[start + word.length] ?? '')
  return whole && (!proper || CAPITAL.test(text.slice(start, start + 2)))
}

const isNamed = (entry: Entry): entry is NamedEntry => entry.kind !== 'exclude'

/** Mentions in order, never overlapping; excluded strings are skipped whole. The text is in the town's script. */
export function findMentions(text: string, gazetteer: Gazetteer): Mention[] {
  const folded = text.toLowerCase()
  const mentions: Mention[] = []
  for (let at = 0; at < folded.length; ) {
    const entry = gazetteer.entries
      .get(folded[at] ?? '')
      ?.find((entry) => folded.startsWith(entry.word, at) && (!LATIN.test(entry.word) || isWritten(entry, text, at)))
    if (!entry) {
      at += 1
      continue
    }
    const end = at + entry.word.length
    if (isNamed(entry)) mentions.push({ entry, start: at, end })
    at = end
  }
  return mentions
}

/** The region and everything it lies in, itself first. Ends at an unknown or repeated code. */
export function lineage(code: string, gazetteer: Gazetteer): string[] {
  const line: string[] = []
  for (let next: string | undefined = code; next && gazetteer.regions.has(next) && !line.includes(next); ) {
    line.push(next)
    next = gazetteer.regions.get(next)?.parent
  }
  return line
}
