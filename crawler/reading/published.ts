/** When an article was published, and how we know. */
import { DateTime } from 'luxon'
import { dateFromUrl, findDate, findDates } from '../../domain/dates.ts'
import type { DateOrigin } from '../../domain/item.ts'
import { dayOfElements, scriptedDates } from './dated.ts'
import { firstText, type OpenDocument, type ReadingContext, select } from './document.ts'
import type { Family } from './families/family.ts'
import { findForeignDay } from './foreign-date.ts'
import { type Labelled, withYearFirst } from './info-line.ts'
import { squash } from './lines.ts'
import type { Head } from './meta.ts'
import { isHan } from './prose.ts'
import { LATER_META, META, NOT_PUBLISHED, WEAK_META } from './published-words.ts'

export interface Published {
  value: string
  origin: DateOrigin
  by: string
}

interface Told {
  head: Head
  /** Asked only where the head does not say it all. */
  labels: () => Labelled[]
  /** Lines between title and text, and a little around. */
  zone: () => string[]
  /** Short lines further off that may name the day: the first and last of the text, and what follows it. */
  far: () => string[]
  body: string
  family?: Family
}

/** The first of the ladder; when a later rung says the same day with a time, the time is taken from there. */
export function readPublished(document: OpenDocument, context: ReadingContext, told: Told): Published | undefined {
  const climbing = ladder(document, context, told)
  const lowest = climbing.next()
  if (lowest.done) return undefined
  const { value, origin, by, zulu } = lowest.value
  if (value.length > 10 && !zulu) return { value, origin, by }
  const rungs = [lowest.value, ...climbing]
  const first = rungs[0] && inPlace(rungs[0], rungs, told.body, context)
  if (!first || first.value.length > 10) return first && { value: first.value, origin: first.origin, by: first.by }
  const precise = rungs.find(
    ({ value, origin }) => value.length > 10 && value.startsWith(first.value) && origin !== 'text',
  )
  return { value: precise?.value ?? first.value, origin: first.origin, by: first.by }
}

interface Rung extends Published {
  /** Written with Z or an offset of nought, as machines write any zone: the day may be another where it was published. */
  zulu?: boolean
}

/**
 * An instant without a place is shown by the day that the page itself shows; else by the town's clock, abroad by its own.
 * West of Greenwich the address may name the day before.
 */
function inPlace(rung: Rung, rungs: Rung[], body: string, { zone }: ReadingContext): Rung {
  if (!rung.zulu) return rung
  const here = DateTime.fromISO(rung.value, { zone })
  const there = here.toUTC()
  const plain = rungs.filter(({ zulu }) => !zulu).map(({ value }) => value.slice(0, 10))
  const eve = there.minus({ days: 1 }).toISODate()
  const west = rungs.find(({ origin, value }) => origin === 'url' && value === eve)
  if (west && there.hour < WESTERNMOST) return { ...rung, value: west.value }
  const abroad =
    plain.find((day) => day === there.toISODate() || day === here.toISODate()) ?? (isHan(body) ? '' : there.toISODate())
  if (abroad !== there.toISODate() || abroad === here.toISODate()) return rung
  return { ...rung, value: there.toISO({ suppressMilliseconds: true })?.replace('Z', '+00:00') ?? rung.value }
}

/** Hours that clocks in the west are behind Greenwich, at most. */
const WESTERNMOST = 12

function* ladder(document: OpenDocument, context: ReadingContext, told: Told): Generator<Rung> {
  const { page } = document
  const language = document.find('html')[0]?.attribs.lang ?? ''
  const read = function* (text: string | undefined, origin: DateOrigin, by: string): Generator<Rung> {
    const found = text ? findDate(text, context) : undefined
    const zulu = found !== undefined && /(?:Z|[+-]00:?00)$/.test(found.raw)
    const day = found ? found.value : text && findForeignDay(text, language, context)
    if (day) yield { value: day, origin, by, zulu }
  }
  const { correct } = context
  if (correct?.date)
    yield* read(squash(select(document.$, correct.date).first().text()), 'family', `correct:${correct.date}`)
  const fromMeta = function* (names: readonly string[]): Generator<Rung> {
    for (const said of names.map((name) => told.head.meta(name))) yield* read(said?.value, 'meta', said?.by ?? '')
  }
  yield* fromMeta(META)
  for (const key of ['datePublished', 'dateCreated', 'uploadDate']) {
    const json = told.head.jsonLd(key)
    yield* read(json?.value, 'jsonld', json?.by ?? '')
  }
  yield* fromMeta(LATER_META)
  yield* read(told.family?.said?.(page).date, 'family', `family:${told.family?.name}`)
  for (const selector of told.family?.date ?? [])
    yield* read(firstText(document, selector), 'family', `family:${told.family?.name} ${selector}`)
  const labels = told.labels()
  const zone = told.zone().map(withYearFirst)
  for (const { label, value } of labels) if (label === 'published') yield* read(value, 'infoline', 'label:published')
  const dated = dayOfElements(document)
    .map((one) => ({ ...one, text: withYearFirst(one.text) }))
    .filter(({ text }) => !NOT_PUBLISHED.test(text))
  for (const { text, by, sure } of dated) if (sure) yield* read(text, 'infoline', by)
  yield* bareLine(zone, context)
  for (const { text, by } of dated) if (hasYear(text)) yield* read(text, 'infoline', by)
  for (const line of zone) if (!NOT_PUBLISHED.test(line)) yield* read(withoutOurs(line, context), 'infoline', 'line')
  for (const { label, value } of labels) if (label === 'updated') yield* read(value, 'infoline', 'label:updated')
  yield* read(dayAtEnd(firstText(document, 'title')), 'meta', 'window title')
  yield* fromMeta(WEAK_META)
  const scripted = scriptedDates(page.text)
  if (new Set(scripted.map((text) => findDate(text, context)?.value.slice(0, 10))).size === 1)
    for (const text of scripted) yield* read(text, 'text', 'script')
  const address = ownAddress(page.url)
  const fromUrl = dateFromUrl(address) ?? dayFirst(address, context)
  if (fromUrl) yield { value: fromUrl, origin: 'url', by: 'url' }
  for (const { label, value } of labels) if (label === 'made') yield* read(value, 'infoline', 'label:made')
  if (isHan(told.body) && !KANA.test(told.body))
    for (const { text, by } of dated) if (!hasYear(text)) yield* read(text, 'text', by)
  for (const line of told.far())
    if (!NOT_PUBLISHED.test(line)) yield* read(leadDay(line), 'text', 'line beside the text')
}

/** A date with a year, or a time since, that stands in a line of the zone without saying what it is. */
function* bareLine(zone: string[], context: ReadingContext): Generator<Rung> {
  const bare = zone
    .filter((line) => !NOT_PUBLISHED.test(line) && !/[。！？]/.test(line))
    .flatMap((line) => findDates(line, context))
  const explicit = bare.filter(({ raw }) => hasYear(raw) || /\d{8}/.test(raw))
  const found = explicit.find(({ value }) => value.length > 10) ?? explicit[0]
  if (found) yield { value: found.value, origin: 'infoline', by: `line:${found.raw}` }
}

/** Written with its year, or as the time since: else the year is a guess. */
function hasYear(text: string): boolean {
  return /(?:19|20)\d\d|前|刚|剛|昨|今天|\bago\b/.test(text)
}

/** Short lines only that our own forms found nothing in. */
function withoutOurs(line: string, context: ReadingContext): string | undefined {
  return line.length <= 80 && findDate(line, context) === undefined ? line : undefined
}

/** A short line is looked at whole, a paragraph only where it begins with the day. */
function leadDay(line: string): string | undefined {
  if (line.length <= 60) return /\d{4}|\d\.\d\d\b/.test(line) ? line : undefined
  return /^\D{0,3}\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,12})\s?\d{4}/u.exec(line)?.[0]
}

/** Without a year the year of the visit is meant only where people write so in articles. */
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u

/** `Headline | Site | 23.05.2011`. */
function dayAtEnd(title: string): string | undefined {
  return /[|–—•·]\s*(\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\s*$/.exec(title)?.[1]
}

/** Archives put the address of a page at the end of their own, which begins with the day of the copy. */
function ownAddress(url: string): string {
  return /^https?:\/\/.+?(https?:\/\/.+)$/.exec(url)?.[1] ?? url
}

/** `/29-10-2021`, as addresses abroad write a day. */
function dayFirst(url: string, context: ReadingContext): string | undefined {
  const [, day, month, year] = /[/-](0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?!\d)/.exec(url) ?? []
  return day && findDate(`${year}-${month}-${day}`, context)?.value
}
