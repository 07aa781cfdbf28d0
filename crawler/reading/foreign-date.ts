/** Days as people write them abroad, where the ladder of our own forms does not reach. */
import * as chrono from 'chrono-node'
import type { ReadingContext } from './document.ts'

/** By the first letters of the page's `lang`. English day-first is what is written outside the United States. */
const PARSERS: Readonly<Record<string, chrono.Chrono>> = {
  de: chrono.de.strict,
  es: chrono.es.strict,
  fr: chrono.fr.strict,
  it: chrono.it.strict,
  nl: chrono.nl.strict,
  pt: chrono.pt.strict,
  ru: chrono.ru.strict,
  uk: chrono.uk.strict,
  ja: chrono.ja.strict,
  en: chrono.strict,
}
const EARLIEST = 1995
const DAY_MS = 86_400_000
const LONGEST = 200

/**
 * The first whole day that a short line names, `YYYY-MM-DD`; undefined unless day, month and year are all written.
 * The reference is a plain Date: with a zone beside it, "hours ago" comes out wrong by the process's own offset.
 */
export function findForeignDay(text: string, language: string, { now }: ReadingContext): string | undefined {
  const parser = PARSERS[language.slice(0, 2).toLowerCase() || 'en']
  if (text.length > LONGEST || !/\d/.test(text)) return undefined
  const own = findOwn(text)
  if (own) return inTime(own, now)
  if (!parser) return undefined
  for (const { start } of parser.parse(text, now)) {
    if (!(['day', 'month', 'year'] as const).every((part) => start.isCertain(part))) continue
    const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0]
    const inside = inTime({ year, month, day }, now)
    if (inside) return inside
  }
  return undefined
}

interface Day {
  year: number
  month: number
  day: number
}

function inTime({ year, month, day }: Day, now: Date): string | undefined {
  const moment = Date.UTC(year, month - 1, day)
  if (year < EARLIEST || moment > now.getTime() + 2 * DAY_MS) return undefined
  return new Date(moment).toISOString().slice(0, 10)
}

/** Beginnings of the months where the library knows none, in every case: Polish, Czech, Swedish and its neighbours, Turkish. */
const MONTHS: readonly RegExp[] = [
  'sty|led|ocak',
  'lut|únor|şubat',
  'mar[czs]|břez|mart',
  'kwie|dub|april|nisan',
  'maj|květ|mai|mayıs',
  'czer|červ(?!en[ce])|jun|haziran',
  'lip|červen[ce]|jul|temmuz',
  'sie|srp|august|ağustos',
  'wrze|září|september|eylül',
  'paź|říj|oktober|ekim',
  'list(?!opadu)|november|kasım',
  'gru|prosin|desember|december|aralık',
].map((words) => new RegExp(`^(?:${words})`, 'iu'))
const OWN = /(?<!\d)(\d{1,2})\.?\s(\p{L}{3,12})\s((?:19|20)\d\d)(?!\d)/u
const KOREAN = /((?:19|20)\d\d)년\s?(\d{1,2})월\s?(\d{1,2})일/u

function findOwn(text: string): Day | undefined {
  const [korean, y, m, d] = KOREAN.exec(text) ?? []
  if (korean) return { year: Number(y), month: Number(m), day: Number(d) }
  const [, day, word = '', year] = OWN.exec(text) ?? []
  const month = MONTHS.findIndex((pattern) => pattern.test(word)) + 1
  return month > 0 ? { year: Number(year), month, day: Number(day) } : undefined
}
