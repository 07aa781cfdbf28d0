/** Reads a page that lists items: JSON, records in XML, or repeating blocks of HTML. */
import { findDates } from '../../domain/dates.ts'
import type { Candidate, Page, ReadList } from '../../domain/page.ts'
import { type OpenDocument, openDocument, type ReadingContext, select } from './document.ts'
import { readLabels } from './info-line.ts'
import { linesOf, squash } from './lines.ts'
import { bestBlock, type Entry, widthOf } from './list-blocks.ts'
import { readJsonList } from './list-json.ts'
import { readHead } from './meta.ts'
import { findNext, findSearchAddress } from './next-page.ts'
import { withoutSite } from './title.ts'

/** Pure, and never throws: a text that is no list gives no items, with the reason under `evidence`. */
export function readList(page: Page, context: ReadingContext): ReadList {
  try {
    return readJsonList(page, context) ?? readHtml(openDocument(page), context)
  } catch (error) {
    return { items: [], evidence: { error: error instanceof Error ? error.message : String(error) } }
  }
}

function readHtml(document: OpenDocument, context: ReadingContext): ReadList {
  const corrected = context.correct?.item
  const article = corrected ? undefined : findArticleMark(document)
  if (article) return { items: [], evidence: { items: `none: ${article}` } }
  // What stands in the page of a list that a script fills is the margin.
  const filled = corrected ? undefined : findSearchAddress(document)
  if (filled) return { items: [], next: filled.url, evidence: { items: 'none: filled by script', next: filled.by } }
  const block = corrected ? correctedBlock(document, corrected) : bestBlock(document, context)
  const items = block.entries.map((entry) => toCandidate(entry, document, context))
  const next = items.length > 0 ? findNext(document, items) : undefined
  return {
    items,
    ...(next ? { next: next.url } : {}),
    evidence: { items: block.by, ...(next ? { next: next.by } : {}) },
  }
}

/** Columns; names of columns are shorter than headlines. */
const HEADLINE_WIDTH = 20

/** An article with little text and long lists beside it is told by its head, or by an info line under its own headline. */
function findArticleMark({ $ }: OpenDocument): string | undefined {
  const head = readHead($)
  const said = head.meta('ArticleTitle', 'PubDate', 'article:published_time')
  if (said) return said.by
  const title = withoutSite(squash($('title').first().text()), head)
  if (widthOf(title) < HEADLINE_WIDTH) return undefined
  const { lines } = linesOf($('body').toArray(), { spaced: true })
  const at = lines.indexOf(title)
  const labels = at < 0 ? [] : readLabels(lines.slice(at + 1, at + 6))
  return labels.some(({ label }) => label === 'published' || label === 'source') ? 'info line' : undefined
}

/** A selector of items, each holding one link, or of the links themselves. */
function correctedBlock({ $, absolute }: OpenDocument, selector: string): { entries: Entry[]; by: string } {
  const entries = select($, selector)
    .toArray()
    .flatMap((element) => {
      const link = $(element).is('a[href]') ? $(element) : $(element).find('a[href]').first()
      const url = absolute(link.attr('href'))
      if (!url) return []
      const title = squash(link.attr('title') || link.text())
      return [{ url, title, text: squash($(element).text()) }]
    })
  return { entries, by: `correct:${selector}` }
}

function toCandidate(entry: Entry, { page }: OpenDocument, context: ReadingContext): Candidate {
  const date = dateOf(entry, context)
  return {
    url: entry.url,
    title: entry.title,
    ...(date ? { date } : {}),
    ...(new URL(entry.url).host === hostOf(page.url) ? {} : { external: true }),
  }
}

/** The last date of the item that is not part of its title: titles name days of events, the margin the day of publication. */
function dateOf({ text, title, stamp }: Entry, context: ReadingContext): string | undefined {
  if (stamp) {
    const [exact] = findDates(stamp, context)
    if (exact) return exact.value
  }
  const outside = text.split(title).join('\n')
  return findDates(outside, context).at(-1)?.value
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
