/** RSS 2.0 and Atom. */
import { Feed } from 'feed'
import { escapeHtml } from '../../index-config/highlight.ts'
import { entryHtml, type FeedContent, type FeedEntry } from './content.ts'

/**
 * The writer splits only the first `]]>` of a text, so that a second one would end the CDATA section and let the rest
 * of a publisher's title be read as markup; the later ones are split here.
 */
function inCdata(text: string): string {
  const [head = '', second, ...rest] = text.split(']]>')
  if (second === undefined) return text
  return `${head}]]>${[second, ...rest].join(']]]]><![CDATA[>')}`
}

/** The writer takes `&amp;` in plain text for an ampersand that was escaped already. */
const inText = (text: string): string => text.replaceAll('&amp;', '&amp;amp;')

function toFeed(content: FeedContent, generator: string, titleOf: (entry: FeedEntry) => string): Feed {
  const feed = new Feed({
    id: content.self,
    title: inText(content.title),
    description: inText(content.description),
    link: content.page,
    feed: content.self,
    language: content.language,
    updated: content.updated,
    generator,
  })
  for (const entry of content.entries) {
    feed.addItem({
      id: entry.urn,
      link: entry.link,
      title: inCdata(titleOf(entry)),
      description: inCdata(entryHtml(entry)),
      date: entry.published,
      published: entry.published,
      author: [{ name: inText(entry.publisher) }],
    })
  }
  return feed
}

/** Titles are plain text there. */
export const toRss = (content: FeedContent, generator: string): string =>
  toFeed(content, generator, (entry) => entry.title).rss2()

/** Titles are declared as HTML there, so they are escaped once more. */
export const toAtom = (content: FeedContent, generator: string): string =>
  toFeed(content, generator, (entry) => escapeHtml(entry.title)).atom1()
