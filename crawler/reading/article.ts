/** Reads an article page, by order of trust: correction, national meta tags, JSON-LD, family, then what can be seen. */
import type { Evidence } from '../../domain/item.ts'
import type { Article, Page } from '../../domain/page.ts'
import { readAttachments } from './attachments.ts'
import { type Body, findBody, findKnownBody } from './body.ts'
import { captionsIn } from './captions.ts'
import { cleanBody } from './clean.ts'
import { readName } from './credit.ts'
import { type OpenDocument, openDocument, type ReadingContext } from './document.ts'
import { trimEdges } from './edges.ts'
import { findFamily } from './families/all.ts'
import type { Family } from './families/family.ts'
import { readLabels } from './info-line.ts'
import { linesOf, textOf } from './lines.ts'
import { readHead } from './meta.ts'
import { isHan } from './prose.ts'
import { readPublished } from './published.ts'
import { writeSafe } from './sanitize.ts'
import { namesOfSite } from './site-name.ts'
import { findNextPart } from './split.ts'
import { readTables } from './tables.ts'
import { readTitle } from './title.ts'
import { elementsNamed, prune } from './tree.ts'
import { infoZone } from './zone.ts'

/** Pure, and never throws: a text that is no article gives an empty one, with the reason under `evidence.error`. */
export function readArticle(page: Page, context: ReadingContext): Article {
  return careful(page, () => {
    const document = openDocument(page)
    const family = findFamily(page)
    const article = read(document, context, family, (title) => findBody(document, context, title, family))
    return article ?? emptyArticle(page.url)
  })
}

/**
 * The same for a page whose text stands in a container that is known, by its family or by a correction; undefined for
 * others. Cheap: pages without the marks of a family are not even parsed.
 */
export function readKnownArticle(page: Page, context: ReadingContext): Article | undefined {
  const family = findFamily(page)
  if (!context.correct?.body && !family) return undefined
  return careful(page, () => {
    const document = openDocument(page)
    return read(document, context, family, () => findKnownBody(document, context, family))
  })
}

function careful<T>(page: Page, reading: () => T): T | Article {
  try {
    return reading()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ...emptyArticle(page.url), evidence: { error: reason } }
  }
}

function emptyArticle(url: string): Article {
  return { url, title: '', body: '', bodyHtml: '', images: [], attachments: [], tables: [], evidence: {} }
}

function read(
  document: OpenDocument,
  context: ReadingContext,
  family: Family | undefined,
  bodyOf: (title: string) => Body | undefined,
): Article | undefined {
  const { page } = document
  const head = readHead(document)
  const lines = once(() => linesOf([document.root], { spaced: true }).lines)
  const title = readTitle(document, context, head, lines, family)
  const body = bodyOf(title.value)
  if (!body) return undefined
  const { text, html } = finish(body, document, title.value, context, namesOfSite(document, head))
  const zoneOf = once(() => infoZone(lines(), title.value, text))
  const told = {
    document,
    context,
    head,
    family,
    get zone() {
      return zoneOf()
    },
    body: text,
  }
  const published = readPublished(document, context, {
    head,
    labels: () => readLabels([...zoneOf().near, ...zoneOf().table, ...zoneOf().far]),
    zone: () => [...zoneOf().below, ...zoneOf().above],
    far: () => [...zoneOf().far, ...zoneOf().after],
    body: text,
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
  const nextPart = findNextPart(document)
  return {
    ...emptyArticle(page.url),
    title: title.value,
    ...(published ? { publishedAt: published.value, dateOrigin: published.origin } : {}),
    ...(source ? { source: source.value } : {}),
    ...(author ? { author: author.value } : {}),
    body: text,
    bodyHtml: html,
    images: [...new Set(elementsNamed(body.nodes, 'img').flatMap((image) => image.attribs.src ?? []))],
    attachments: readAttachments(body.nodes, document),
    tables: readTables(body.nodes),
    ...(nextPart ? { nextPart } : {}),
    evidence,
  }
}

function finish({ nodes, by }: Body, document: OpenDocument, title: string, context: ReadingContext, names: string[]) {
  cleanBody(nodes, document)
  trimEdges(nodes, { title, url: document.page.url, names, known: /^(?:family|correct):/.test(by) }, context)
  const html = writeSafe(nodes)
  const whole = textOf(nodes)
  const captions = new Set(isHan(whole) ? [] : captionsIn(nodes))
  if (captions.size === 0) return { html, text: whole }
  prune(nodes, (node) => captions.has(node))
  return { html, text: textOf(nodes) }
}

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
