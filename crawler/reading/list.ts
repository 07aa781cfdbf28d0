/** Reads a page that lists items: data, feeds, sitemaps, records in XML, or repeating blocks of HTML. */
import type { Candidate, Page, ReadList } from '../../domain/page.ts'
import { type OpenDocument, openDocument, type ReadingContext, select } from './document.ts'
import { readFeed } from './feeds/feed.ts'
import { readSitemap } from './feeds/sitemap.ts'
import { readLabels } from './info-line.ts'
import { linesOf, squash } from './lines.ts'
import { type Block, bestBlock, proseOf } from './list-blocks.ts'
import { dateOfEntry } from './list-dates.ts'
import type { Entry } from './list-entries.ts'
import { readJsonList, rowsInScripts } from './list-json.ts'
import { readXmlList } from './list-xml.ts'
import { readHead } from './meta.ts'
import { findNext } from './next-page.ts'
import { findFeedAddress } from './next-script.ts'
import { withoutSite } from './site-name.ts'
import { widthOf } from './widths.ts'

/** Pure, and never throws: a text that is no list gives no items, with the reason under `evidence`. */
export function readList(page: Page, context: ReadingContext): ReadList {
  try {
    return (
      readFeed(page, context) ??
      readSitemap(page, context) ??
      readXmlList(page, context) ??
      readJsonList(page, context, (html) => readBlocks(openDocument({ ...page, text: html }), context)) ??
      readHtml(openDocument(page), context)
    )
  } catch (error) {
    return { items: [], evidence: { error: error instanceof Error ? error.message : String(error) } }
  }
}

function readHtml(document: OpenDocument, context: ReadingContext): ReadList {
  if (context.correct?.item) return readBlocks(document, context)
  const article = findArticleMark(document)
  if (article) return { items: [], evidence: { items: `none: ${article}` } }
  // What stands in the page of a list that a script fills is the margin.
  const filled = findFeedAddress(document)
  if (filled) return { items: [], next: filled.url, evidence: { items: 'none: filled by script', next: filled.by } }
  const list = readBlocks(document, context)
  if (list.items.length > 0) return list
  const { items, path } = rowsInScripts(document, context)
  return isMain(items, path, document) ? { items, evidence: { items: `script:${path}` } } : list
}

/** Fewer records in a script are settings. */
const MIN_ROWS = 3
const BESIDE = /side|relat|recommend|hot|rank|menu|nav|channel|comment/i

/** Pages of articles carry lists for their margin as well: the list is what the page is about when it has days, and no long text stands beside it. */
function isMain(items: Candidate[], path: string, document: OpenDocument): boolean {
  const dated = items.filter(({ date }) => date !== undefined).length
  const said = items.reduce((sum, { title }) => sum + title.length, 0)
  return (
    items.length >= MIN_ROWS &&
    dated * 2 >= items.length &&
    !BESIDE.test(path) &&
    proseOf(document).join('').length <= said
  )
}

function readBlocks(document: OpenDocument, context: ReadingContext): ReadList {
  const { item } = context.correct ?? {}
  const block = item ? correctedBlock(document, item) : bestBlock(document, context)
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
function correctedBlock({ $, absolute }: OpenDocument, selector: string): Block {
  const entries = select($, selector)
    .toArray()
    .flatMap((element) => {
      const link = $(element).is('a[href]') ? $(element) : $(element).find('a[href]').first()
      const url = absolute(link.attr('href'))
      if (!url) return []
      const title = squash(link.attr('title') || link.text())
      const whole = linesOf([element], { spaced: true }).lines.join('\n')
      return [{ url, title, holder: element.parent, whole, beside: whole.split(title).join('\n') }]
    })
  return { entries, by: `correct:${selector}` }
}

function toCandidate(entry: Entry, { page }: OpenDocument, context: ReadingContext): Candidate {
  const date = dateOfEntry(entry, context)
  return {
    url: entry.url,
    title: entry.title,
    ...(date ? { date } : {}),
    ...(new URL(entry.url).host === hostOf(page.url) ? {} : { external: true }),
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
