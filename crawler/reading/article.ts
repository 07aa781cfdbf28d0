/** Reads an article page, by order of trust: correction, national meta tags, JSON-LD, family, then what can be seen. */
import { load } from 'cheerio'
import type { Evidence } from '../../domain/item.ts'
import type { Article, Page } from '../../domain/page.ts'
import { readAttachments } from './attachments.ts'
import { findBody } from './body.ts'
import { cleanBody, sanitizeBody } from './clean.ts'
import { type OpenDocument, openDocument, type ReadingContext, select } from './document.ts'
import { trimEdges } from './edges.ts'
import { findFamily } from './families/all.ts'
import type { Family } from './families/family.ts'
import { besideDate, byline, type Label, leadAuthor, readLabels, tidyName } from './info-line.ts'
import { linesOf, squash, textOf } from './lines.ts'
import { type Head, readHead, type Said } from './meta.ts'
import { readPublished } from './published.ts'
import { readTables } from './tables.ts'
import { readTitle, siteInTitle } from './title.ts'

/** Pure, and never throws: a text that is no article gives an empty one, with the reason under `evidence.error`. */
export function readArticle(page: Page, context: ReadingContext): Article {
  try {
    return read(openDocument(page), context)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ...emptyArticle(page.url), evidence: { error: reason } }
  }
}

function emptyArticle(url: string): Article {
  return { url, title: '', body: '', bodyHtml: '', images: [], attachments: [], tables: [], evidence: {} }
}

function read(document: OpenDocument, context: ReadingContext): Article {
  const { $, page } = document
  const family = findFamily(document)
  const head = readHead($)
  const { lines } = linesOf($.root().toArray(), { spaced: true })
  const title = readTitle(document, context, head, lines, family)
  const body = findBody(document, context, title.value, family)
  cleanBody(body.$, document)
  trimEdges(body.$, title.value, context)
  const html = sanitizeBody(body.$.html('body') ?? '')
  const safe = load(html)
  const text = textOf(safe.root().toArray())
  const zone = infoZone(lines, title.value, text)
  const told = { document, context, head, family, zone, body: text }
  const published = readPublished(document, context, {
    head,
    labels: readLabels([...zone.near, ...zone.table, ...zone.far]),
    zone: [...zone.below, ...zone.above],
    family,
  })
  const source = readName(told, 'source')
  const author = readName(told, 'author')
  const evidence: Evidence = {
    title: title.by,
    body: body.by,
    ...(family ? { family: family.name } : {}),
    ...(published ? { publishedAt: published.by } : {}),
    ...(source ? { source: source.by } : {}),
    ...(author ? { author: author.by } : {}),
  }
  return {
    ...emptyArticle(page.url),
    title: title.value,
    ...(published ? { publishedAt: published.value, dateOrigin: published.origin } : {}),
    ...(source ? { source: source.value } : {}),
    ...(author ? { author: author.value } : {}),
    body: text,
    bodyHtml: html,
    images: [
      ...new Set(
        safe('img')
          .toArray()
          .flatMap((image) => image.attribs.src ?? []),
      ),
    ],
    attachments: readAttachments(body.$, document),
    tables: readTables(safe),
    evidence,
  }
}

interface Zone {
  /** The headline, what stands a little above it, and what stands between it and the text. */
  near: string[]
  /** Of these, what may be an info line: under the headline, and above it. */
  below: string[]
  above: string[]
  /** The first lines of the text itself and those after its end. */
  far: string[]
  /** More of what follows the text: notes on copyright name the source there. */
  after: string[]
  /** Short lines before the text: the header table of open information. */
  table: string[]
}

const ABOVE = 4
const BELOW = 12
const AFTER = 8

function infoZone(lines: string[], title: string, body: string): Zone {
  const keys = lines.map(keyOf)
  const headkey = keyOf(title)
  const paragraphs = body
    .split('\n')
    .map(keyOf)
    .filter((key) => key !== '' && key !== headkey)
  const start = startOf(keys, paragraphs)
  const headline = headlineBefore(keys, headkey, start) ?? Math.max(0, start - BELOW)
  const to = Math.min(Math.max(start, headline + 1), headline + 60)
  const end = Math.max(to, keys.lastIndexOf(paragraphs.at(-1) ?? ''))
  const above = lines.slice(Math.max(0, headline - ABOVE), headline)
  const between = lines.slice(headline + 1, to)
  const under = lines.slice(to, headline + 7)
  const below = [...between, ...under].filter((line) => line.length <= 120)
  return {
    near: [...above, lines[headline] ?? '', ...between, ...under.filter((line) => line.length <= 80)],
    below,
    above,
    far: [...lines.slice(to, to + 3), ...lines.slice(end, end + AFTER)].filter((line) => line.length <= 300),
    after: lines.slice(end, end + 5 * AFTER).filter((line) => line.length <= 200),
    table: lines.slice(0, to).filter((line) => line.length <= 200),
  }
}

/** The first line of the page that begins as the text begins; the longest paragraphs are surest, the first is nearest. */
function startOf(keys: string[], paragraphs: string[]): number {
  for (const paragraph of paragraphs.slice(0, 8)) {
    const wanted = paragraph.slice(0, 24)
    if (wanted.length < 8) continue
    const at = keys.findLastIndex((key) => key.startsWith(wanted))
    if (at >= 0) return at
  }
  return Math.min(keys.length, 60)
}

function headlineBefore(keys: string[], title: string, start: number): number | undefined {
  if (title === '') return undefined
  for (let index = start; index >= Math.max(0, start - 60); index -= 1) {
    const key = keys[index] ?? ''
    if (key !== '' && (key === title || (title.length >= 8 && key.startsWith(title)))) return index
  }
  return undefined
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

interface Told {
  document: OpenDocument
  context: ReadingContext
  head: Head
  family?: Family
  zone: Zone
  body: string
}

function readName(told: Told, field: 'source' | 'author'): Said | undefined {
  for (const said of field === 'source' ? sources(told) : authors(told)) {
    const value = tidyName(said.value.replace(/^(?:来源|來源|作者|记者|by)\s*[:：\s]\s*/i, ''))
    if (value !== '' && !/^https?:|^www\./i.test(value)) return { ...said, value }
  }
  return undefined
}

function* sources(told: Told): Generator<Said> {
  const { context, head, zone } = told
  if (context.correct?.source) yield bySelector(told, context.correct.source, 'correct:')
  yield* saidBy(head.meta('ContentSource'))
  for (const selector of told.family?.source ?? []) yield bySelector(told, selector, `family:${told.family?.name} `)
  yield* byLabel(zone.near, 'source')
  yield { value: besideDate(zone.below), by: 'beside date' }
  yield* byLabel([...zone.table, ...zone.far, ...zone.after], 'source')
  yield* saidBy(head.meta('source', 'article:source', 'mediaid', 'og:site_name', 'SiteName'))
  yield { value: siteInTitle(squash(told.document.$('title').first().text())), by: 'window title' }
}

function* authors(told: Told): Generator<Said> {
  const { head, zone, family } = told
  for (const selector of family?.author ?? []) yield bySelector(told, selector, `family:${family?.name} `)
  yield* byLabel(zone.near, 'author')
  yield { value: byline([...zone.below, ...told.body.split('\n', 3)]), by: 'byline' }
  yield* byLabel(zone.far, 'author')
  yield* saidBy(head.jsonLd('author'))
  yield* saidBy(head.meta('Author', 'article:author', 'og:article:author', 'dc.creator', 'parsely-author'))
  yield { value: leadAuthor(told.body), by: 'lead' }
}

function bySelector({ document: { $ } }: Told, selector: string, by: string): Said {
  return { value: squash(select($, selector).first().text()), by: `${by}${selector}` }
}

function byLabel(lines: string[], wanted: Label): Said[] {
  return readLabels(lines).flatMap(({ label, value }) => (label === wanted ? [{ value, by: `label:${wanted}` }] : []))
}

function saidBy(said: Said | undefined): Said[] {
  return said ? [said] : []
}
