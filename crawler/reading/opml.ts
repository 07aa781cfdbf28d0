/** Lists of feeds as feed readers exchange them. */
import { parseOpml } from 'feedsmith'
import { canonicalUrl } from '../../domain/urls.ts'
import { isTooDeep, rootOf, withoutDoctype } from './feeds/xml.ts'
import { squash } from './lines.ts'

export interface OpmlFeed {
  title: string
  url: string
  /** Page of the site that the feed belongs to. */
  home?: string
}

interface Outline {
  text?: string
  title?: string
  xmlUrl?: string
  htmlUrl?: string
  outlines?: Outline[]
}

/** Feeds in the order of the file, each once, whatever folders they stand in. Throws when the text is no OPML. */
export function readOpml(text: string): OpmlFeed[] {
  if (rootOf(text) !== 'opml') throw new TypeError('no OPML: the root element is another')
  const plain = withoutDoctype(text)
  if (isTooDeep(plain)) throw new RangeError('nested too deep for OPML')
  const feeds = flatten(parseOpml(plain).body?.outlines ?? []).flatMap(toFeed)
  return [...new Map(feeds.map((feed) => [feed.url, feed])).values()]
}

function flatten(outlines: Outline[]): Outline[] {
  return outlines.flatMap((outline) => [outline, ...flatten(outline.outlines ?? [])])
}

function toFeed({ text, title, xmlUrl, htmlUrl }: Outline): OpmlFeed[] {
  const url = canonicalUrl(xmlUrl ?? '')
  if (!url) return []
  const home = canonicalUrl(htmlUrl ?? '')
  return [{ title: squash(title || text || '') || new URL(url).host, url, ...(home ? { home } : {}) }]
}
