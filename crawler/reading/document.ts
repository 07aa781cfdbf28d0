/** A page as a tree that can be asked: record stores opened, nesting limited, links made absolute. */
import { type CheerioAPI, load } from 'cheerio'
import { type Document, isTag } from 'domhandler'
import { textContent } from 'domutils'
import type { Page } from '../../domain/page.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import { squash } from './lines.ts'
import { takeTree } from './parsed.ts'
import { openRecordStores } from './record-stores.ts'

export type Node = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]
export type Element = Extract<Node, { attribs: unknown }>
export type Selection = ReturnType<CheerioAPI>

export interface ReadingContext {
  now: Date
  zone: string
  /** Selectors set right by hand; they win over every reader. */
  correct?: { title?: string; date?: string; source?: string; body?: string; item?: string }
}

export interface OpenDocument extends Catalogue {
  root: Document
  /** The same tree, for selectors of operators and whoever needs more than to find; made when it is first asked for. */
  readonly $: CheerioAPI
  page: Page
  /** What relative addresses start from. */
  base: string
  /** Canonical absolute address, or undefined for what is no http address. */
  absolute: (href: string | undefined) => string | undefined
}

export function openDocument(page: Page): OpenDocument {
  const root = takeTree(page) ?? parseBroken(page.text)
  const catalogue = catalogueOf(root)
  const href = catalogue.find('base[href]')[0]?.attribs.href
  const base = (href && canonicalUrl(href, page.url)) || page.url
  let loaded: CheerioAPI | undefined
  return {
    ...catalogue,
    root,
    get $() {
      loaded ??= load(root, { scriptingEnabled: false })
      return loaded
    },
    page,
    base,
    absolute: (link) => (link ? canonicalUrl(repaired(link), base) : undefined),
  }
}

/** As the standard says, however broken. */
function parseBroken(text: string): Document {
  const [root] = load(limitNesting(openRecordStores(text)), { scriptingEnabled: false })
    .root()
    .toArray()
  if (root?.type !== 'root') throw new TypeError('a parsed page has a root')
  return root
}

/** The words of the first element that the selector finds; '' where there is none. */
export function firstText({ find }: Pick<OpenDocument, 'find'>, selector: string): string {
  const [first] = find(selector)
  return first ? squash(textContent(first)) : ''
}

export function isElement(node: Node | null | undefined): node is Element {
  return node !== null && node !== undefined && isTag(node)
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

const MAX_DEPTH = 400
/** They close themselves or hold nothing, so they do not nest however many stand in a row. */
const FLAT =
  /^(?:p|li|dt|dd|tr|td|th|tbody|thead|option|a|br|hr|img|input|meta|link|col|wbr|area|base|embed|source|param)$/i

/** `<div/>` opens an element in HTML; `<path/>` inside a drawing does not. */
const NESTING = /^(?:div|span|b|i|u|em|strong|font|table|ul|ol|dl|form|section|article|center|blockquote)$/i

/** Parsers go through all open elements for each new one: 100,000 nested tags would take minutes. */
function limitNesting(html: string): string {
  let depth = 0
  return html.replace(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi, (tag, slash: string, name: string) => {
    if (FLAT.test(name) || (tag.endsWith('/>') && !NESTING.test(name))) return tag
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    return depth > MAX_DEPTH ? '' : tag
  })
}
