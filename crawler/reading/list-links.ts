/** The links of a page, grouped by the way down to them. */
import type { CheerioAPI } from 'cheerio'
import { type Element, isElement, type OpenDocument } from './document.ts'
import { linesOf, squash } from './lines.ts'
import { widthOf } from './widths.ts'

export interface Link {
  element: Element
  url: string
  title: string
  /** What a reader sees of the link, cut as the list cuts it. */
  shown: string
}

export interface Group {
  path: string
  links: Link[]
  /** Ways down by tags and classes that meet here; many of them are not one list. */
  ways: Set<string>
}

const MAX_LINKS = 5_000
const MAX_STEPS = 60
const MAX_TITLE = 300

/** How many steps keep their classes where rows are called after their state: read, unread, with a picture. */
const NEAR = 2

function plainPath(path: string, kept: number): string {
  const steps = path.split('>')
  return `tags${kept} ${steps.map((step, index) => (index < steps.length - kept ? step.replace(/\..*/, '') : step)).join('>')}`
}

/** By tags and classes, by tags alone, by tags and what is nearest, and by their place in a row that holds several. In the order of the page. */
export function groupLinks(document: OpenDocument): Group[] {
  const groups = new Map<string, Group>()
  const join = (path: string, way: string, link: Link) => {
    const group = groups.get(path) ?? { path, links: [], ways: new Set() }
    group.links.push(link)
    group.ways.add(way)
    groups.set(path, group)
  }
  const places = new Map<Element, Map<string, number>>()
  for (const link of linksOf(document)) {
    const path = pathOf(link.element)
    join(path, path, link)
    for (const kept of [0, NEAR]) join(plainPath(path, kept), path, link)
    const place = placeInRow(link.element, path, places)
    if (place !== undefined) join(`${path} ${place}`, path, link)
  }
  return [...groups.values()]
}

function linksOf({ $, absolute, page }: OpenDocument): Link[] {
  return $('a[href]')
    .toArray()
    .slice(0, MAX_LINKS)
    .flatMap((element) => {
      const href = element.attribs.href ?? ''
      if (/^\s*(?:javascript:|#|mailto:|tel:|data:)/i.test(href)) return []
      const url = absolute(href)
      if (!url || url === page.url || leadsOn(element)) return []
      const names = titleOf($, element)
      return names.title === '' ? [] : [{ element, url, ...names }]
    })
}

/** "Previous" and "next" before a link: the article's neighbours, which are no list. */
function leadsOn({ prev }: Element): boolean {
  return (
    prev?.type === 'text' && /(?:[上下后後前]一?[篇条條则則]|previous|next)[^\p{L}\p{N}]*$/iu.test(prev.data.slice(-40))
  )
}

/** Links of pagers, and to all that is more. */
const NO_TITLE =
  /^[^\p{L}\p{N}]*(?:\d{1,4}|第?\d*页|首页|尾页|末页|[上下][一1]?[页頁]|more|next|prev(?:ious)?|last|first)?[^\p{L}\p{N}]*$/iu
const GENERIC = /^(?:permalink(?: to)?|link to|read more(?: about)?|continue reading)\s*[:：]?\s*/i

/**
 * The `title` attribute when it is longer, since lists cut their text; not when it only puts words before the text
 * ("Permalink to …", "Enlace permanente a …"). In a card that is one link, its heading.
 */
function titleOf($: CheerioAPI, link: Element): { title: string; shown: string } {
  const heading = squash($(link).find('h1, h2, h3, h4, h5, .title').first().text())
  const [line = ''] = linesOf([link]).lines
  const shown = (heading || line || squash($(link).find('img[alt]').first().attr('alt') ?? '')).slice(0, MAX_TITLE)
  const attribute = squash(link.attribs.title ?? '').replace(GENERIC, '')
  const stem = shown.replace(/\s*(?:\.{2,}|…+)\s*$/, '')
  const cut = stem !== shown && attribute.startsWith(stem)
  const longer = attribute.length > shown.length && attribute.length < MAX_TITLE
  const prefixed = longer && widthOf(shown) >= SAYS_ENOUGH && attribute.endsWith(shown)
  const title = (cut || longer) && !prefixed ? attribute : shown
  return { title: /[\p{L}\p{N}]/u.test(title) && !NO_TITLE.test(title) ? title : '', shown }
}
/** Columns. */
const SAYS_ENOUGH = 12

/** They change how an item looks, not what it is: a notice kept on top is bold or red. */
const DRESS = new Set(['b', 'strong', 'font', 'em', 'i', 'u', 'big', 'small'])

/** Tags and class names without what differs from item to item. */
function pathOf(element: Element): string {
  const steps: string[] = []
  for (let node: Element | null = element; node && steps.length < MAX_STEPS; ) {
    const classes = (node.attribs.class ?? '')
      .split(/\s+/)
      .map((name) => name.toLowerCase().replace(/\d+/g, ''))
      .filter((name) => name.length > 1 && !VARYING.test(name))
      .sort()
    if (!DRESS.has(node.name)) steps.push(`${node.name}${classes.map((name) => `.${name}`).join('')}`)
    const parent: Element['parent'] = node.parent
    node = isElement(parent) ? parent : null
  }
  return steps.reverse().join('>')
}
const VARYING =
  /^(?:odd|even|first|last|new|sticky|hot|top|active|current|cur|on|visited|hover|red|bold|is-?top|post-?|item-?|row-?|li-?|list-?)$|odd$|even$|first$|last$|^(?:post|tag|category|format|status|type|views-row|author|has|node)-|^hentry$/

const ROWS = new Set(['li', 'tr', 'dl', 'article'])
const MAX_IN_ROW = 12

/** The how-many-th of its kind the link is in its row: 1 for the column in `[column] title`, 2 for the title. */
function placeInRow(link: Element, path: string, places: Map<Element, Map<string, number>>): number | undefined {
  let row: Element['parent'] | null = link.parent
  while (isElement(row) && !ROWS.has(row.name)) row = row.parent
  if (!isElement(row)) return undefined
  const counted = places.get(row) ?? new Map<string, number>()
  const place = (counted.get(path) ?? 0) + 1
  counted.set(path, place)
  places.set(row, counted)
  return place <= MAX_IN_ROW ? place : undefined
}
