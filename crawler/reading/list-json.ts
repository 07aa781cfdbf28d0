/** Lists that come as JSON: the item store of UCAP (`results[]`), gkmlpt (`articles[]`), jpaas (`data.html`), and their like. */
import { DateTime } from 'luxon'
import { findDate } from '../../domain/dates.ts'
import type { Candidate, Page, ReadList } from '../../domain/page.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { openDocument, type ReadingContext } from './document.ts'
import { squash } from './lines.ts'
import { bestBlock } from './list-blocks.ts'

type Json = Record<string, unknown>

/** Names of a field, in order of trust. */
const TITLE = ['title', 'docTitle', 'doctitle', 'TITLE', 'name', 'headline']
const URL_KEYS = ['url', 'docpuburl', 'docPubUrl', 'link', 'href', 'URL', 'pageUrl']
const DATE = [
  'publishedTimeStr',
  'publishedTime',
  'publishTime',
  'pubDate',
  'PUBDATE',
  'docRelTime',
  'docreltime',
  'create_time',
  'date',
  'publishDate',
  'time',
]

/** Undefined when the text is no JSON; an empty list when it is, but names no items. */
export function readJsonList(page: Page, context: ReadingContext): ReadList | undefined {
  const text = page.text.trim()
  if (!/^[[{]/.test(text)) return undefined
  const value = parse(text)
  if (value === undefined) return undefined
  const found = biggestList(value)
  if (found.rows.length === 0) return fromHtmlInside(value, page, context)
  const items = found.rows.flatMap((row) => toCandidate(row, page, context))
  const next = nextAddress(page.url, found.total, found.rows.length)
  return {
    items,
    ...(next ? { next } : {}),
    evidence: { items: `json:${found.path}`, ...(next ? { next: 'json:page' } : {}) },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Rows {
  rows: Json[]
  path: string
  total?: number
}

/** The longest array of objects that have a title and an address. */
function biggestList(value: unknown, path = '', depth = 0): Rows {
  if (depth > 6 || typeof value !== 'object' || value === null) return { rows: [], path }
  if (Array.isArray(value)) {
    const rows = value.filter((row): row is Json => isRow(row))
    if (rows.length > 0) return { rows, path }
  }
  const inside = Object.entries(value).map(([key, child]) =>
    biggestList(child, path === '' ? key : `${path}.${key}`, depth + 1),
  )
  const best = inside.reduce<Rows>((one, other) => (other.rows.length > one.rows.length ? other : one), {
    rows: [],
    path,
  })
  const total = best.total ?? numberOf((value as Json).total ?? (value as Json).totalCount ?? (value as Json).count)
  return { ...best, ...(total === undefined ? {} : { total }) }
}

function isRow(row: unknown): boolean {
  return (
    typeof row === 'object' &&
    row !== null &&
    stringOf(row as Json, TITLE) !== '' &&
    stringOf(row as Json, URL_KEYS) !== ''
  )
}

function toCandidate(row: Json, page: Page, context: ReadingContext): Candidate[] {
  const url = canonicalUrl(stringOf(row, URL_KEYS), page.url)
  if (!url) return []
  const title = squash(stringOf(row, TITLE).replace(/<[^<>]*>/g, ''))
  const date = dateOf(row, context)
  const external = new URL(url).host !== new URL(page.url).host
  return [{ url, title, ...(date ? { date } : {}), ...(external ? { external } : {}) }]
}

/** A text by the ladder, a number as seconds or milliseconds since 1970. */
function dateOf(row: Json, context: ReadingContext): string | undefined {
  for (const key of DATE) {
    const value = row[key]
    if (typeof value === 'string' && !/^\d{10}(?:\d{3})?$/.test(value)) {
      const found = findDate(value, context)
      if (found) return found.value
    }
    const number = numberOf(value)
    if (number !== undefined && number > 1e8) {
      const moment = DateTime.fromMillis(number > 1e11 ? number : number * 1_000, { zone: context.zone })
      if (moment.isValid) return moment.toISO({ suppressMilliseconds: true }) ?? undefined
    }
  }
  return undefined
}

/** The same address with its page number one higher, while the total says that more is there. */
function nextAddress(url: string, total: number | undefined, rows: number): string | undefined {
  if (total === undefined || !URL.canParse(url)) return undefined
  const [, number] = /[?&]page=(\d+)/.exec(url) ?? []
  const [, size = String(rows)] = /[?&]_?(?:pageSize|size|rows)=(\d+)/.exec(url) ?? []
  if (number === undefined || Number(number) * Number(size) >= total) return undefined
  return url.replace(/([?&]page=)\d+/, `$1${Number(number) + 1}`)
}

/** jpaas answers HTML wrapped in JSON. */
function fromHtmlInside(value: unknown, page: Page, context: ReadingContext): ReadList {
  const html = longestMarkup(value)
  if (html === '') return { items: [], evidence: { items: 'json: no items' } }
  const document = openDocument({ ...page, text: html })
  const block = bestBlock(document, context)
  return {
    items: block.entries.map(({ url, title, text }) => {
      const date = findDate(text.split(title).join('\n'), context)?.value
      return { url, title, ...(date ? { date } : {}) }
    }),
    evidence: { items: `json html ${block.by}` },
  }
}

function longestMarkup(value: unknown, depth = 0): string {
  if (typeof value === 'string') return /<a\s/i.test(value) ? value : ''
  if (typeof value !== 'object' || value === null || depth > 6) return ''
  return Object.values(value)
    .map((child) => longestMarkup(child, depth + 1))
    .reduce((one, other) => (other.length > one.length ? other : one), '')
}

function stringOf(row: Json, keys: string[]): string {
  for (const key of keys) {
    const value = row[key]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return ''
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
