/** A list on its way into a feed, whatever the format: plain data, and text that every format can carry. */
import type { ItemSummary } from '../../domain/api.ts'
import { instantOf } from '../../domain/dates.ts'
import { escapeHtml } from '../../index-config/highlight.ts'

export interface FeedContent {
  title: string
  description: string
  language: string
  /** Addresses of the page, and of this feed itself. */
  page: string
  self: string
  updated: Date
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** Stays the same when the host changes. */
  urn: string
  /** Our page; the original is `original`. */
  link: string
  original: string | undefined
  /** Plain text. */
  title: string
  excerpt: string
  publisher: string
  published: Date
  tags: string[]
  item: ItemSummary
}

/** Characters that XML 1.0 forbids are dropped, halves of pairs replaced; a feed with one of them is not read at all. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

function publishedAt(item: ItemSummary, zone: string): Date {
  return instantOf(item.publishedAt, zone)
}

export function toEntry(
  item: ItemSummary,
  origin: string,
  zone: string,
  tagNames: (item: ItemSummary) => string[],
): FeedEntry {
  return {
    urn: `urn:gulou:item:${encodeURIComponent(item.id)}`,
    link: `${origin}/items/${encodeURIComponent(item.id)}`,
    original: URL.canParse(item.url) ? item.url : undefined,
    title: xmlText(item.title),
    excerpt: xmlText(item.excerpt),
    publisher: xmlText(item.publisher),
    published: publishedAt(item, zone),
    tags: tagNames(item).map(xmlText),
    item,
  }
}

/** Teaser, who published it, and the way to the original. */
export function entryHtml({ excerpt, publisher, original }: FeedEntry): string {
  const by = escapeHtml(publisher)
  const source = original === undefined ? by : `<a href="${escapeHtml(original)}">${by}</a>`
  return `${excerpt === '' ? '' : `<p>${escapeHtml(excerpt)}</p>`}<p>${source}</p>`
}
