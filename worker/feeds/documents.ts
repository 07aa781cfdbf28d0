/** XML that is no feed: the list of sources for feed readers, the list of pages for search engines. */
import { html } from 'hono/html'
import { xmlText } from './content.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

export interface Outline {
  text: string
  feed: string
  home: string
}

/** OPML 2.0. */
export function toOpml(title: string, outlines: readonly Outline[]): string {
  const lines = outlines.map(
    ({ text, feed, home }) =>
      html`<outline type="rss" text="${xmlText(text)}" xmlUrl="${xmlText(feed)}" htmlUrl="${xmlText(home)}"/>`,
  )
  return (
    DECLARATION + html`<opml version="2.0"><head><title>${xmlText(title)}</title></head><body>${lines}</body></opml>`
  )
}

export interface SitemapEntry {
  address: string
  /** ISO instant. */
  changedAt?: string
}

/** sitemaps.org 0.9. */
export function toSitemap(entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ address, changedAt }) => {
    const changed = changedAt === undefined ? '' : html`<lastmod>${changedAt}</lastmod>`
    return html`<url><loc>${xmlText(address)}</loc>${changed}</url>`
  })
  return DECLARATION + html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${lines}</urlset>`
}
