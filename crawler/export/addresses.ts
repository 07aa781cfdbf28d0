/**
 * Which addresses of the app become files, and which file each. A folder has no queries, so a list narrowed by one thing
 * gets a path of its own: `/news?region=140225` → `news/region/140225/index.html`. What is narrowed by more, searched for
 * or sorted has no file: there would be no end of them. Pure.
 */
import { posix } from 'node:path'

const LISTS = new Set(['/', '/news', '/jobs', '/volunteer'])
const PLAIN = new Set(['/', '/news', '/jobs', '/volunteer', '/popular', '/sources', '/about'])
const NARROWED_BY = ['region', 'category', 'position'] as const
const FEED = /^\/(news|jobs|volunteer)\.(rss|atom|json|ics)$/
const ITEM = /^\/items\/([^/]+)$/
const WHOLE = /^\/(robots\.txt|sitemap\.xml|sources\.opml|assets\/[\w./-]+)$/

/** File of the folder for a path with its query, or undefined where there is none. Separators are `/`. */
export function fileOf(address: string): string | undefined {
  const url = new URL(address, 'http://town.invalid')
  const { pathname } = url
  if (pathname.includes('..') || url.host !== 'town.invalid') return undefined
  if (WHOLE.test(pathname)) return url.search === '' ? pathname.slice(1) : undefined
  const item = ITEM.exec(pathname)
  if (item) return url.search === '' ? `items/${item[1]}/index.html` : undefined
  const parts = narrowing(url.searchParams)
  const [, list, ending] = FEED.exec(pathname) ?? []
  if (list !== undefined) return parts && [list, ...parts].join('/').concat('.', ending ?? '')
  const allowed = LISTS.has(pathname) || (PLAIN.has(pathname) && parts?.length === 0)
  if (!allowed || !parts) return undefined
  return [...pathname.split('/').filter(Boolean), ...parts, 'index.html'].join('/')
}

/** Path for a query of at most one narrowing, `open` and a place to go on from; undefined for any other. */
function narrowing(params: URLSearchParams): string[] | undefined {
  const asked = [...params].filter(([, value]) => value !== '')
  const known = new Set<string>([...NARROWED_BY, 'open', 'cursor'])
  const narrowed = NARROWED_BY.filter((name) => params.has(name))
  if (narrowed.length > 1 || asked.some(([name, value]) => !known.has(name) || !/^[\w.~=+-]+$/.test(value)))
    return undefined
  if (new Set(asked.map(([name]) => name)).size !== asked.length) return undefined
  return [...asked].sort(([a], [b]) => order(a) - order(b)).flatMap(([name, value]) => [WORDS[name] ?? name, value])
}

/** A cursor says after which item a page begins. */
const WORDS: Record<string, string> = { cursor: 'after' }
const ORDER = ['region', 'category', 'position', 'open', 'cursor']
const order = (name: string): number => ORDER.indexOf(name)

/** The item that an address shows, if it shows one. */
export function itemOf(address: string): string | undefined {
  const [, id] = ITEM.exec(address.split('?', 1)[0] ?? '') ?? []
  return id === undefined ? undefined : decodeURIComponent(id)
}

export function isListPage(address: string): boolean {
  return address.includes('cursor=')
}

/** From one file to another, so that the folder works wherever it lies, on a disk too. */
export function linkBetween(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to).split('/').map(encodeURIComponent).join('/')
}
