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
  const parser = PARSERS[language.slice(0, 2).toLowerCase()]
  if (!parser || text.length > LONGEST || !/\d/.test(text)) return undefined
  for (const { start } of parser.parse(text, now)) {
    if (!(['day', 'month', 'year'] as const).every((part) => start.isCertain(part))) continue
    const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0]
    const moment = Date.UTC(year, month - 1, day)
    if (year < EARLIEST || moment > now.getTime() + 2 * DAY_MS) continue
    return new Date(moment).toISOString().slice(0, 10)
  }
  return undefined
}
