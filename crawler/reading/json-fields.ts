/** What the fields of a record mean, by the names that publishing systems give them. */
import { load } from 'cheerio'
import { DateTime } from 'luxon'
import { findDate } from '../../domain/dates.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import type { ReadingContext } from './document.ts'
import type { Json } from './json-text.ts'
import { squash } from './lines.ts'

/** Names in order of trust, lower case, without `_` and `-`; a pattern takes what no name fits. */
const TITLE = [
  'title',
  'doctitle',
  'articletitle',
  'infotitle',
  'newstitle',
  'noticetitle',
  'showtitle',
  'subject',
  'headline',
  'header',
  'name',
]
const TITLE_LIKE = /title$|subject$|headline$/
const ADDRESS = [
  'url',
  'docpuburl',
  'link',
  'href',
  'linkurl',
  'pageurl',
  'puburl',
  'detailurl',
  'articleurl',
  'infourl',
  'htmlurl',
  'permalink',
]
const ADDRESS_LIKE = /(?<!img|image|pic|thumb|cover|logo|icon|video|file|avatar|next|prev|api)(?:url|link|href)$/
const DATE = [
  'publishedtimestr',
  'publishedtime',
  'publishtime',
  'publishdate',
  'publishedat',
  'datepublished',
  'pubdate',
  'pubtime',
  'docreltime',
  'releasetime',
  'displaypublishtime',
  'infodate',
  'date',
  'createtime',
  'createdat',
  'time',
]
const DATE_LIKE = /(?:date|time|day)(?:str)?$/

/** Days of other things than publication. */
const OTHER_DATE = /(?:end|expire|expiry|close|off|dead|up|modif|start|begin)\w*(?:date|time|at)|update/

export function titleOf(row: Json): string {
  const text =
    valuesOf(row, TITLE, TITLE_LIKE)
      .map(textOf)
      .find((value) => value !== '') ?? ''
  return squash(/[<&]/.test(text) ? load(text, null, false).text() : text)
}

/** Canonical and absolute; undefined when the record names no page. */
export function addressOf(row: Json, base: string): string | undefined {
  for (const value of valuesOf(row, ADDRESS, ADDRESS_LIKE)) {
    const text = textOf(value)
    if (text === '' || /^(?:javascript:|#|data:)|\s/i.test(text)) continue
    const url = canonicalUrl(text, base)
    if (url) return url
  }
  return undefined
}

/** A text by the ladder, a number as seconds or milliseconds since 1970, `/Date(…)/` as systems of Microsoft write it. */
export function dateOf(row: Json, context: ReadingContext): string | undefined {
  for (const value of valuesOf(row, DATE, DATE_LIKE, OTHER_DATE)) {
    const text = textOf(value)
    const [, count] = /^(?:\/Date\()?(\d{10}(?:\d{3})?)(?:[+-]\d{4})?(?:\)\/)?$/.exec(text) ?? []
    const found = count
      ? fromCount(Number(count), context)
      : findDate(text.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 '), context)?.value
    if (found) return found
  }
  return undefined
}

function fromCount(count: number, { now, zone }: ReadingContext): string | undefined {
  const moment = DateTime.fromMillis(count > 1e11 ? count : count * 1_000, { zone })
  const fits = moment.isValid && moment.year >= 1995 && moment.toMillis() < now.getTime() + 2 * 86_400_000
  return fits ? (moment.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined
}

function valuesOf(row: Json, names: readonly string[], like: RegExp, unlike?: RegExp): unknown[] {
  const plain = Object.entries(row).map(([key, value]) => [key.toLowerCase().replace(/[_-]/g, ''), value] as const)
  const exact = names.flatMap((name) => plain.filter(([key]) => key === name))
  const near = plain.filter(([key]) => like.test(key) && !unlike?.test(key) && !names.includes(key))
  return [...exact, ...near].map(([, value]) => value)
}

/** Some systems wrap a text: `{"rendered": "…"}`, or give a list of one. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 1 ? textOf(value[0]) : ''
  return typeof value === 'object' && value !== null ? textOf((value as Json).rendered ?? (value as Json)._ ?? '') : ''
}
