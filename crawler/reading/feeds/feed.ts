/** RSS, Atom, RDF and JSON Feed as lists, known by their content and never by their name. */
import { load } from 'cheerio'
import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith'
import type { Candidate, Page, ReadList } from '../../../domain/page.ts'
import { canonicalUrl } from '../../../domain/urls.ts'
import type { ReadingContext } from '../document.ts'
import { squash } from '../lines.ts'
import { readStamp } from './stamp.ts'
import { isTooDeep, rootOf, withoutDoctype } from './xml.ts'

/** As the feed says it. `base` are the `xml:base` values around the link, outermost first; `date` is not read yet. */
export interface FeedEntry {
  title: string
  link?: string
  base: string[]
  date?: string
}

/** Undefined when the text is no feed; throws the parser's error when it begins as one and cannot be read. */
export function parseEntries(text: string): { format: string; entries: FeedEntry[] } | undefined {
  const format = formatOf(text)
  if (!format) return undefined
  const plain = withoutDoctype(text)
  if (format !== 'json' && isTooDeep(plain)) throw new RangeError('nested too deep for a feed')
  return { format, entries: READERS[format](plain) }
}

/** Undefined when the text is no feed; a feed that cannot be parsed has no items, and says why. */
export function readFeed(page: Page, context: ReadingContext): ReadList | undefined {
  const parsed = attempt(page.text)
  if (!parsed) return undefined
  if ('refused' in parsed) return { items: [], evidence: { items: `none: ${parsed.refused}` } }
  const items = parsed.entries.flatMap((entry) => toCandidate(entry, page, context))
  return { items, evidence: { items: `feed:${parsed.format}` } }
}

function attempt(text: string): ReturnType<typeof parseEntries> | { refused: string } {
  try {
    return parseEntries(text)
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

type Format = 'rss' | 'rdf' | 'atom' | 'json'
const ROOTS: Record<string, Format> = { rss: 'rss', rdf: 'rdf', feed: 'atom' }

function formatOf(text: string): Format | undefined {
  if (/^\s*\{/.test(text))
    return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\b/.test(text.slice(0, 5_000)) ? 'json' : undefined
  const root = rootOf(text)
  return root && Object.hasOwn(ROOTS, root) ? ROOTS[root] : undefined
}

const READERS: Record<Format, (text: string) => FeedEntry[]> = {
  rss: (text) =>
    (parseRssFeed(text).items ?? []).map((item) => ({
      title: plainText(item.title ?? ''),
      link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
      base: [],
      date: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.dcterms?.modified?.[0],
    })),
  rdf: (text) =>
    (parseRdfFeed(text).items ?? []).map((item) => ({
      title: plainText(item.title ?? ''),
      link: item.link ?? item.rdf?.about,
      base: [],
      date: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.dcterms?.modified?.[0],
    })),
  atom: (text) => {
    const feed = parseAtomFeed(text)
    return (feed.entries ?? []).map((entry) => ({
      // Many write markup without saying so.
      title: plainText(entry.title?.value ?? ''),
      link: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href,
      base: [feed.xml?.base, entry.xml?.base].filter((base) => base !== undefined),
      date: entry.published ?? entry.updated,
    }))
  },
  json: (text) =>
    (parseJsonFeed(text).items ?? []).map((item) => ({
      title: squash(item.title ?? ''),
      link: item.url ?? item.external_url,
      base: [],
      date: item.date_published ?? item.date_modified,
    })),
}

function toCandidate(entry: FeedEntry, page: Page, context: ReadingContext): Candidate[] {
  const base = entry.base.reduce((outer, inner) => canonicalUrl(inner, outer) ?? outer, page.url)
  const url = entry.link && canonicalUrl(entry.link, base)
  if (!url) return []
  const date = entry.date && readStamp(entry.date, context)
  return [
    { url, title: entry.title, ...(date ? { date } : {}), ...(sameHost(url, page.url) ? {} : { external: true }) },
  ]
}

function sameHost(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).host === new URL(other).host
}

/** Titles may hold markup, written out or escaped. */
function plainText(html: string): string {
  return squash(/[<&]/.test(html) ? load(html, null, false).text() : html)
}
