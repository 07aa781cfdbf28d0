/** Addresses of our pages. Language and large print live in the address, not in a cookie, so every link carries them on. */

import type { Kind } from '../domain/item.ts'
import type { ItemQuery } from '../domain/query.ts'
import { formatQuery } from '../domain/query-string.ts'
import { hasSafeScheme } from '../domain/urls.ts'

export const LIST_PATHS: Record<Kind, string> = { news: '/news', job: '/jobs', volunteer: '/volunteer' }
const CARRIED = ['lang', 'elder'] as const
export type Carried = Partial<Record<(typeof CARRIED)[number], string>>

/** What of the asked address goes into every link. */
export function carriedBy(url: string): Carried {
  const asked = new URLSearchParams(queryOf(url))
  const found = CARRIED.map((name) => [name, asked.get(name) ?? ''] as const)
  return Object.fromEntries(found.filter(([, value]) => value !== ''))
}

/** Path with query and what is carried: `/jobs?region=140225&elder=1`. */
export function addressOf(path: string, query: Partial<ItemQuery>, carried: Carried): string {
  const parts = [formatQuery(query), new URLSearchParams(carried).toString()].filter((part) => part !== '')
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

/** The asked address with one parameter set, or taken out when the value is ''. */
export function withParameter(url: string, name: string, value: string): string {
  const asked = new URLSearchParams(queryOf(url))
  if (value === '') asked.delete(name)
  else asked.set(name, value)
  const query = asked.toString()
  return query === '' ? pathOf(url) : `${pathOf(url)}?${query}`
}

/** The address under which a page wants to be known: without how it is displayed. */
export function canonicalOf(url: string): string {
  return CARRIED.reduce((address, name) => withParameter(address, name, ''), url)
}

export interface Feed {
  type: string
  title: string
  href: string
}

/**
 * The formats of a feed from the address of any one, or of none: `/news?region=1` → `/news.rss?region=1` …
 * A calendar only of lists `withDates`: news has none to put into one.
 */
export function feedAddresses(feed: string, withDates = false): Feed[] {
  const [path = '', query] = feed.split('?', 2)
  const bare = path.replace(/\.(rss|atom|json|ics)$/, '')
  return FEEDS.filter(({ ending }) => withDates || ending !== 'ics').map(({ ending, ...rest }) => ({
    ...rest,
    href: `${bare}.${ending}${query ? `?${query}` : ''}`,
  }))
}
const FEEDS = [
  { ending: 'rss', type: 'application/rss+xml', title: 'RSS' },
  { ending: 'atom', type: 'application/atom+xml', title: 'Atom' },
  { ending: 'json', type: 'application/feed+json', title: 'JSON Feed' },
  { ending: 'ics', type: 'text/calendar', title: 'iCalendar' },
]

/** Host as a reader should see it before he clicks; '' when the address may not be a link. */
export function hostOf(url: string): string {
  return hasSafeScheme(url) ? new URL(url.trim()).host : ''
}

/** One of our own pages: a path on this host, not `//elsewhere` nor `/\elsewhere`. */
export function isOwnPath(href: string): boolean {
  return /^\/(?![/\\])/.test(href)
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url
}
function queryOf(url: string): string {
  return url.split('?').slice(1).join('?')
}
