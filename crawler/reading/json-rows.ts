/** The list inside data: the array of records with title and address that says most. */
import { findDate } from '../../domain/dates.ts'
import type { Candidate, Page } from '../../domain/page.ts'
import type { ReadingContext } from './document.ts'
import { addressOf, dateOf, titleOf } from './json-fields.ts'
import type { Json } from './json-text.ts'
import { widthOf } from './widths.ts'

export interface Rows {
  items: Candidate[]
  /** Where in the data they stand. */
  path: string
}

const MAX_DEPTH = 12
const MAX_ROWS = 5_000

export function bestRows(value: unknown, page: Page, context: ReadingContext): Rows {
  const all = arraysIn(value).map(({ rows, path }) => ({ items: itemsOf(rows, page, context), path }))
  return all.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one), { items: [], path: '' })
}

/** Menus are lists of short names without days. */
function weightOf({ items }: Rows): number {
  if (items.length === 0) return 0
  const width = items.reduce((sum, { title }) => sum + Math.min(40, widthOf(title)), 0) / items.length
  const dated = items.filter(({ date }) => date !== undefined).length / items.length
  return Math.sqrt(items.length) * width * (0.3 + dated)
}

/** Arrays of objects, outermost first; what stands inside a record (its files, its tags) is no list. */
function arraysIn(value: unknown, path = '', depth = 0): { rows: Json[]; path: string }[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) {
    const rows = value.slice(0, MAX_ROWS).filter(isObject).map(flat)
    if (rows.some((row) => titleOf(row) !== '' && addressOf(row, 'http://a.invalid/'))) return [{ rows, path }]
  }
  return Object.entries(value).flatMap(([key, child]) =>
    arraysIn(child, path === '' ? key : `${path}.${key}`, depth + 1),
  )
}

/** Search engines wrap each record: `_source`, `fields`, `data`. */
function flat(row: Json): Json {
  const inner = [row._source, row.fields, row.data, row.attributes, row.item].find(isObject)
  return inner ? { ...row, ...inner } : row
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function itemsOf(rows: Json[], page: Page, context: ReadingContext): Candidate[] {
  const items = new Map<string, Candidate>()
  for (const row of rows) {
    const url = addressOf(row, page.url)
    const title = titleOf(row)
    if (!url || title === '' || items.has(url)) continue
    const date = dateOf(row, context) ?? dateInMarkup(row, context)
    const external = new URL(url).host !== new URL(page.url).host
    items.set(url, { url, title, ...(date ? { date } : {}), ...(external ? { external } : {}) })
  }
  return [...items.values()]
}

function dateInMarkup(row: Json, context: ReadingContext): string | undefined {
  const markup = Object.values(row).find((value) => typeof value === 'string' && /^\s*<[^<>]+>/.test(value))
  return typeof markup === 'string'
    ? findDate(markup.slice(0, 2_000).replace(/<[^<>]*>/g, ' '), context)?.value
    : undefined
}
