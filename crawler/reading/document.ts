/** A page as a tree that can be asked: record stores opened, nesting limited, links made absolute. */
import { type CheerioAPI, load } from 'cheerio'
import type { Page } from '../../domain/page.ts'
import { canonicalUrl } from '../../domain/urls.ts'

export type Node = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]
export type Element = Extract<Node, { attribs: unknown }>
export type Selection = ReturnType<CheerioAPI>

export interface ReadingContext {
  now: Date
  zone: string
  /** Selectors set right by hand; they win over every reader. */
  correct?: { title?: string; date?: string; source?: string; body?: string; item?: string }
}

export interface OpenDocument {
  $: CheerioAPI
  page: Page
  /** What relative addresses start from. */
  base: string
  /** Canonical absolute address, or undefined for what is no http address. */
  absolute: (href: string | undefined) => string | undefined
}

export function openDocument(page: Page): OpenDocument {
  const html = limitNesting(openRecordStores(page.text))
  const $ = load(html, { scriptingEnabled: false })
  const href = $('base[href]').first().attr('href')
  const base = (href && canonicalUrl(href, page.url)) || page.url
  return { $, page, base, absolute: (link) => (link ? canonicalUrl(repaired(link), base) : undefined) }
}

export function isElement(node: Node | null | undefined): node is Element {
  return node !== null && node !== undefined && 'attribs' in node
}

/** Elements that a selector finds; none when an operator's selector cannot be parsed. */
export function select($: CheerioAPI, selector: string): Selection {
  try {
    return $(selector)
  } catch {
    return $([])
  }
}

/** Publishers write `http:\\host\a.htm` and break lines inside addresses; browsers forgive both. */
function repaired(link: string): string {
  return link.replace(/[\t\r\n]/g, '').trim()
}

/**
 * Lists of the jpage family keep their items in `<script type="text/xml">` or answer with such XML alone:
 * each record is a piece of HTML in CDATA. Opened, they are ordinary HTML in the place where the script stood.
 */
function openRecordStores(text: string): string {
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:datastore|recordset)\b/i.test(text)) return `<ul>${recordsOf(text)}</ul>`
  return text.replace(/<script[^>]*type=["']?text\/xml["']?[^>]*>([\s\S]*?)<\/script>/gi, (_, store: string) =>
    recordsOf(store),
  )
}

function recordsOf(store: string): string {
  const records = [...store.matchAll(/<record>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>|([\s\S]*?))\s*<\/record>/gi)]
  return records.map(([, data, plain]) => data ?? plain ?? '').join('\n')
}

const MAX_DEPTH = 400
/** They close themselves or hold nothing, so they do not nest however many stand in a row. */
const FLAT =
  /^(?:p|li|dt|dd|tr|td|th|tbody|thead|option|a|br|hr|img|input|meta|link|col|wbr|area|base|embed|source|param)$/i

/** `<div/>` opens an element in HTML; `<path/>` inside a drawing does not. */
const NESTING = /^(?:div|span|b|i|u|em|strong|font|table|ul|ol|dl|form|section|article|center|blockquote)$/i

/** Parsers go through all open elements for each new one: 100,000 nested tags would take minutes. */
function limitNesting(html: string): string {
  let depth = 0
  return html.replace(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi, (tag, slash: string, name: string) => {
    if (FLAT.test(name) || (tag.endsWith('/>') && !NESTING.test(name))) return tag
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    return depth > MAX_DEPTH ? '' : tag
  })
}
