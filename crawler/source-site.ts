/** What the list page of a source says of its site. */
import type { Page } from '../domain/page.ts'
import { firstText, openDocument } from './reading/document.ts'
import { readHead } from './reading/meta.ts'

const FEED_TYPE = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)$/i
const FEED_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i

/** Addresses of feeds that the page names; its own where it is one. */
export function feedsOf(page: Page): string[] {
  if (FEED_START.test(page.text)) return [page.url]
  const { $, absolute } = openDocument(page)
  const links = $('link[rel~="alternate"]').toArray()
  const feeds = links.filter(({ attribs }) => FEED_TYPE.test(attribs.type ?? '')).map(({ attribs }) => attribs.href)
  return [...new Set(feeds.flatMap((href) => absolute(href) ?? []))]
}

/** '' when it does not say. */
export function siteNameOf(page: Page): string {
  const document = openDocument(page)
  const said = readHead(document).meta('SiteName', 'og:site_name')?.value
  return (
    said ??
    firstText(document, 'title')
      .split(/[-_|—]/)
      .at(-1)
      ?.trim() ??
    ''
  )
}
