/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import { entryHtml, type FeedContent } from './content.ts'

export function toJsonFeed(content: FeedContent): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: content.title,
    description: content.description,
    home_page_url: content.page,
    feed_url: content.self,
    language: content.language,
    items: content.entries.map((entry) => ({
      id: entry.urn,
      url: entry.link,
      ...(entry.original && { external_url: entry.original }),
      title: entry.title,
      content_html: entryHtml(entry),
      summary: entry.excerpt,
      date_published: entry.published.toISOString(),
      authors: [{ name: entry.publisher }],
      tags: entry.tags,
    })),
  })
}
