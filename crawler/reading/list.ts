/** Reads a page that lists items: data, feeds, sitemaps, records in XML, or repeating blocks of HTML. */
import { textContent } from 'domutils'
import type { Candidate, Page, ReadList } from '../../domain/page.ts'
import { type Element, isElement, type OpenDocument, openDocument, type ReadingContext, select } from './document.ts'
import { readFeed } from './feeds/feed.ts'
import { readSitemap } from './feeds/sitemap.ts'
import { linesOf, squash } from './lines.ts'
import { findArticleMark, isCalledArticle } from './list-article-mark.ts'
import { type Block, bestBlock, proseOf } from './list-blocks.ts'
import { dateOfEntry } from './list-dates.ts'
import { type Entry, entriesOf } from './list-entries.ts'
import { markupInScripts, readJsonList, rowsInScripts } from './list-json.ts'
import type { Link } from './list-links.ts'
import { readXmlList } from './list-xml.ts'
import { findNext } from './next-page.ts'
import { findFeedAddress } from './next-script.ts'
import { elementsNamed } from './tree.ts'

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
  if (list.items.length > 0 && shareDated(list.items) < MOSTLY && isCalledArticle(document))
    return { items: [], evidence: { items: 'none: og:type' } }
  if (list.items.length > 0) return list
  const { items, path } = rowsInScripts(document, context)
  if (isMain(items, path, document)) return { items, evidence: { items: `script:${path}` } }
  return writtenList(document, context) ?? list
}

/** A list that a script of the page writes into it as markup. */
function writtenList(document: OpenDocument, context: ReadingContext): ReadList | undefined {
  const text = markupInScripts(document)
  if (!/<a\s/i.test(text)) return undefined
  const { items } = readBlocks(openDocument({ ...document.page, text }), context)
  return isMain(items, '', document) ? { items, evidence: { items: 'script: markup' } } : undefined
}

/** A list of articles says of nearly each its day. */
const MOSTLY = 0.9
function shareDated(items: Candidate[]): number {
  return items.filter(({ date }) => date !== undefined).length / Math.max(1, items.length)
}

/** Fewer records in a script are settings. */
const MIN_ROWS = 3
const BESIDE = /side|relat|recommend|hot|rank|menu|nav|channel|comment/i

/** Pages of articles carry lists for their margin as well: the list is what the page is about when it has days, and no long text stands beside it. */
function isMain(items: Candidate[], path: string, document: OpenDocument): boolean {
  const said = items.reduce((sum, { title }) => sum + title.length, 0)
  return (
    items.length >= MIN_ROWS &&
    shareDated(items) >= 0.5 &&
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

/** A selector of items, each holding one link, or of the links themselves, whose items are found as in any list. */
function correctedBlock({ $, absolute }: OpenDocument, selector: string): Block {
  const found = select($, selector)
    .toArray()
    .filter(isElement)
    .flatMap((item) => {
      const element = item.name === 'a' ? item : elementsNamed([item], 'a').find(({ attribs }) => attribs.href)
      const url = absolute(element?.attribs.href)
      if (!element || !url) return []
      const shown = squash(textContent(element))
      return [{ item, link: { element, url, title: squash(element.attribs.title ?? '') || shown, shown } }]
    })
  const links = found.map(({ link }) => link)
  const areLinks = found.every(({ item, link }) => item === link.element)
  const entries = areLinks
    ? entriesOf($, { path: selector, links, ways: new Set() })
    : found.map(({ item, link }) => entryOfItem(item, link))
  return { entries, by: `correct:${selector}` }
}

function entryOfItem(item: Element, { url, title }: Link): Entry {
  const whole = linesOf([item], { spaced: true }).lines.join('\n')
  return { url, title, holder: item.parent, whole, beside: whole.split(title).join('\n') }
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
