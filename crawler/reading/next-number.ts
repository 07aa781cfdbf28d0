/** The address of the next page of data that comes by number. */
import type { Json } from './json-text.ts'

/** Names of parameters, lower case, without `_` and `-`. */
const PAGE = ['page', 'pageno', 'pagenum', 'pagenumber', 'pageindex', 'currentpage', 'curpage', 'current', 'pn', 'p']
const SIZE = ['pagesize', 'size', 'rows', 'perpage', 'limit', 'num', 'rn', 'pagecount', 'count']
const START = ['start', 'offset', 'from', 'skip', 'startrecord']
const TOTAL = [
  'total',
  'totalcount',
  'totalnum',
  'totalelements',
  'totalrecord',
  'totalrecords',
  'recordcount',
  'rowcount',
  'count',
  'found',
]
const PAGES = ['pages', 'totalpage', 'totalpages', 'pagecount', 'pagetotal']
const NEXT = ['next', 'nexturl', 'nextpageurl', 'nextlink', 'loadmore', 'loadmoreurl', 'more', 'moreurl']
const MORE = ['hasmore', 'hasnext', 'hasnextpage']
const LAST = ['last', 'islast', 'islastpage', 'isend']

/** Named by the data itself, or counted on while its total, or a full page, says that more is there. */
export function nextOf(url: string, value: unknown, rows: number): string | undefined {
  if (!URL.canParse(url) || rows === 0) return undefined
  const named = findField(
    value,
    NEXT,
    (field) => typeof field === 'string' && /^https?:\/\/|^\/|^\?|^\w+\.\w+/.test(field),
  )
  if (typeof named === 'string' && URL.canParse(named, url)) return new URL(named, url).href
  return counted(url, value, rows)
}

function counted(url: string, value: unknown, rows: number): string | undefined {
  const size = numberIn(url, SIZE)?.value ?? sizeIn(value, rows) ?? rows
  const page = numberIn(url, PAGE)
  const start = page ? undefined : numberIn(url, START)
  const place = page ?? start
  if (!place) return undefined
  const seen = page ? Math.max(1, page.value) * size : place.value + rows
  if (page && size === rows && isRest(rows, page.value, totalIn(value))) return undefined
  if (!isMore(value, { seen, page: page?.value, full: numberIn(url, SIZE) !== undefined && rows >= size }))
    return undefined
  const step = page ? 1 : size
  return `${url.slice(0, place.at)}${place.value + step}${url.slice(place.at + place.length)}`
}

function isMore(value: unknown, { seen, page, full }: { seen: number; page?: number; full: boolean }): boolean {
  const more = findField(value, MORE, (field) => typeof field === 'boolean')
  if (typeof more === 'boolean') return more
  const last = findField(value, LAST, (field) => typeof field === 'boolean')
  if (typeof last === 'boolean') return !last
  const total = totalIn(value)
  if (total !== undefined) return seen < total
  const pages = numberOf(findField(value, PAGES, (field) => numberOf(field) !== undefined))
  return pages !== undefined && page !== undefined ? page < pages : full
}

function totalIn(value: unknown): number | undefined {
  return numberOf(findField(value, TOTAL, (field) => numberOf(field) !== undefined))
}

/** Data may say how many records a page of it holds; the last page holds fewer. */
const SIZE_FIELD = ['pagesize', 'perpage', 'limit', 'size']

function sizeIn(value: unknown, rows: number): number | undefined {
  return numberOf(findField(value, SIZE_FIELD, (field) => (numberOf(field) ?? 0) >= rows))
}

/** Numbers of records that a page holds when it is full. */
const USUAL = [5, 6, 8, 9, 12]

/**
 * Without a size, the rows of a page say no more than how many there are on it: they are the rest when no full page has
 * their number, and what is before them makes full pages. Were it wrong, records would be lost, so in doubt it is not said.
 */
function isRest(rows: number, page: number, total: number | undefined): boolean {
  if (total === undefined || page < 2 || isUsual(rows)) return false
  const before = (total - rows) / (page - 1)
  return before > rows && isUsual(before)
}

function isUsual(size: number): boolean {
  return Number.isInteger(size) && size >= 5 && USUAL.some((one) => size % one === 0)
}

interface Place {
  value: number
  at: number
  length: number
}

function numberIn(url: string, names: readonly string[]): Place | undefined {
  const places = [
    ...url.matchAll(/[?&]([\w-]+)=(\d{1,9})(?=&|$)|(?:%22|")([\w-]+)(?:%22|")(?::|%3A)(?:%22|")?(\d{1,9})/gi),
  ]
  for (const match of places) {
    const name = (match[1] ?? match[3] ?? '').toLowerCase().replace(/[_-]/g, '')
    const digits = match[2] ?? match[4] ?? ''
    if (names.includes(name)) {
      const at = match.index + match[0].lastIndexOf(digits)
      return { value: Number(digits), at, length: digits.length }
    }
  }
  return undefined
}

/** Near the top of the data, not inside its records. */
function findField(value: unknown, names: readonly string[], fits: (field: unknown) => boolean, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 3) return undefined
  const fields = Object.entries(value as Json)
  for (const name of names)
    for (const [key, field] of fields) if (key.toLowerCase().replace(/[_-]/g, '') === name && fits(field)) return field
  for (const [, field] of fields) {
    const inner = findField(field, names, fits, depth + 1)
    if (inner !== undefined) return inner
  }
  return undefined
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
