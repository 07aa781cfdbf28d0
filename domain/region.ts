/**
 * Which regions of the town a text is about (DOMAIN sections 7 and 17). Full
 * names count anywhere; short ones only where something says that the town is
 * meant; landmarks are weak; no name at all means the source's own region.
 */

import { findMentions, type Gazetteer, gazetteerOf, lineage, type Mention } from './gazetteer.ts'
import type { ItemType, RegionTag } from './item.ts'
import type { Town } from './town.ts'
import { wordsFor } from './words/languages.ts'
import type { PlaceWords } from './words/words.ts'

interface RegionInput {
  title: string
  body: string
  type: ItemType
  /** Region of the source; a code that the town does not know makes it a source from elsewhere. */
  sourceRegion: string
  /** Day of publication, `YYYY-MM-DD`. */
  published: string
}

/** Names of one or two characters mean too much else to stand without context. */
const SHORT = 2
const LEAD_LENGTH = 120
/** More counties than this in one text is a text about the whole town. */
const MOST_REGIONS = 3
/** Types that speak of the source's own region when they name none. */
const EVERGREEN: ItemType[] = ['feature']
interface Sighting extends RegionTag {
  where: 'title' | 'lead' | 'body'
}

interface Reader {
  gazetteer: Gazetteer
  input: RegionInput
  local: boolean
  words: PlaceWords
}

function isOutlived(mention: Mention, { input }: Reader): boolean {
  return mention.entry.kind === 'former' && input.type !== 'feature' && input.published > (mention.entry.until ?? '')
}

/** A former name after its end means the unit around it: which successor is meant the text does not say. */
function codeOf(mention: Mention, reader: Reader): string {
  const { code } = mention.entry
  return isOutlived(mention, reader) ? (reader.gazetteer.regions.get(code)?.parent ?? code) : code
}

/** What stands right behind a name, in characters: no ending of another place is longer. */
const ENDING_REACH = 24

function isElsewhere(text: string, { entry, start, end }: Mention, words: PlaceWords): boolean {
  if (entry.kind === 'name') return false
  return (
    (entry.word.length <= SHORT && words.otherAfter.test(text.slice(end, end + ENDING_REACH))) ||
    words.otherBefore.test(text.slice(Math.max(0, start - 3), start))
  )
}

/** True when a full name, or two different names side by side, say that the text means this town. */
function namesTown(mentions: Mention[]): boolean {
  if (mentions.some(({ entry }) => entry.kind === 'name')) return true
  return mentions.some((mention, at) => {
    const next = mentions[at + 1]
    return next !== undefined && next.start - mention.end <= 1 && next.entry.code !== mention.entry.code
  })
}

function sight(text: string, where: Sighting['where'], mentions: Mention[], reader: Reader): Sighting[] {
  const sightings: Sighting[] = []
  for (const mention of mentions) {
    const by = mention.entry.kind === 'former' ? 'alias' : mention.entry.kind
    sightings.push({ code: codeOf(mention, reader), by, where })
  }
  return [...sightings, ...sightOwn(text, where, reader)]
}

/** 我市 and 我县: the source's region, or the one around it that has the level. */
function sightOwn(text: string, where: Sighting['where'], { gazetteer, input, local, words }: Reader): Sighting[] {
  if (!local) return []
  return words.own.flatMap(([level, says]) => {
    if (!says.test(text)) return []
    const code = lineage(input.sourceRegion, gazetteer).find((each) => gazetteer.regions.get(each)?.level === level)
    return code ? [{ code, by: 'alias' as const, where }] : []
  })
}

function gather(reader: Reader): Sighting[] {
  const { title, body } = reader.input
  const pieces: [string, Sighting['where']][] = [
    [title, 'title'],
    [body.slice(0, LEAD_LENGTH), 'lead'],
    [body.slice(LEAD_LENGTH), 'body'],
  ]
  const found = pieces.map(([text, where]) => ({
    text,
    where,
    mentions: findMentions(text, reader.gazetteer).filter((mention) => !isElsewhere(text, mention, reader.words)),
  }))
  const trusted = reader.local || found.some(({ mentions }) => namesTown(mentions))
  return found.flatMap(({ text, where, mentions }) =>
    sight(text, where, trusted ? mentions : mentions.filter(({ entry }) => isPlain(entry.kind, entry.word)), reader),
  )
}

const isPlain = (kind: string, word: string) => kind === 'name' || (kind === 'alias' && word.length > SHORT)

const RANK = { name: 0, alias: 1, landmark: 2, source: 3 } as const

/** One tag per region below the root, the surest reason first, in order of appearance; what others lie in is implied. */
function mostSpecific(sightings: Sighting[], gazetteer: Gazetteer): RegionTag[] {
  const best = new Map<string, RegionTag>()
  for (const { code, by } of sightings) {
    const known = best.get(code)
    if (!known || RANK[by] < RANK[known.by]) best.set(code, { code, by })
  }
  const parents = new Set([...best.keys()].flatMap((code) => lineage(code, gazetteer).slice(1)))
  return [...best.values()].filter(({ code }) => !parents.has(code))
}

/** Landmarks count only where no real name below the root stands. */
function withoutWeak(sightings: Sighting[], root: string): Sighting[] {
  const named = sightings.some(({ code, by }) => by !== 'landmark' && code !== root)
  return named ? sightings.filter(({ by }) => by !== 'landmark') : sightings
}

/** Title before lead before body: a county that only the body names yields to nothing but the title's own. */
function decide(sightings: Sighting[], { gazetteer }: Reader): RegionTag[] {
  const of = (where: Sighting['where']) =>
    mostSpecific(
      withoutWeak(
        sightings.filter((each) => each.where === where),
        gazetteer.root,
      ),
      gazetteer,
    )
  const below = (tags: RegionTag[]) => tags.filter(({ code }) => code !== gazetteer.root)
  const town = sightings.filter(({ code }) => code === gazetteer.root)
  for (const where of ['title', 'lead', 'body'] as const) {
    const found = below(of(where))
    const townFirst = where !== 'title' && town.some((each) => each.where === 'title')
    if (found.length === 0) continue
    if (found.length > (townFirst ? 1 : MOST_REGIONS)) return [{ code: gazetteer.root, by: town[0]?.by ?? 'name' }]
    // One passing mention deep in a text whose headline says the town is about is no subject.
    if (!(townFirst && where === 'body')) return found
  }
  return mostSpecific(town, gazetteer)
}

/** Most specific first; several only where the text names several. Empty when the text names no place and is evergreen or from elsewhere. */
export function findRegions(input: RegionInput, town: Town): RegionTag[] {
  const gazetteer = gazetteerOf(town)
  const words = wordsFor(input.title, input.body, town.languages).place
  const reader: Reader = { gazetteer, input, local: gazetteer.regions.has(input.sourceRegion), words }
  const tags = decide(gather(reader), reader)
  if (tags.length > 0 || !reader.local || EVERGREEN.includes(input.type) || words.foreignCity.test(input.title))
    return tags
  return [{ code: input.sourceRegion, by: 'source' }]
}
