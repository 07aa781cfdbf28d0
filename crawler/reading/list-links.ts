/** The links of a page, grouped by the way down to them. */
import { type Element, isElement, type OpenDocument, type ReadingContext } from './document.ts'
import { isDay, leadsIn, nameOf, namesAround } from './list-names.ts'

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

/** How many steps keep their classes where rows are called after their state: read, unread, with a picture. */
const NEAR = 2

function plainPath(path: string, kept: number): string {
  const steps = path.split('>')
  return `tags${kept} ${steps.map((step, index) => (index < steps.length - kept ? step.replace(/\..*/, '') : step)).join('>')}`
}

/** By tags and classes, by tags alone, by tags and what is nearest, and by their place in a row that holds several. In the order of the page. */
export function groupLinks(document: OpenDocument, context: ReadingContext): Group[] {
  const groups = new Map<string, Group>()
  const join = (path: string, way: string, link: Link) => {
    const group = groups.get(path) ?? { path, links: [], ways: new Set() }
    group.links.push(link)
    group.ways.add(way)
    groups.set(path, group)
  }
  const places = new Map<Element, Map<string, number>>()
  for (const link of linksOf(document, context)) {
    const path = pathOf(link.element)
    join(path, path, link)
    for (const kept of [0, NEAR]) join(plainPath(path, kept), path, link)
    const place = placeInRow(link.element, path, places)
    if (place !== undefined) join(`${path} ${place}`, path, link)
  }
  return [...groups.values()]
}

/** In the order of the page; those that name nothing are left out. */
export function linksOf({ $, absolute, page }: OpenDocument, context: ReadingContext): Link[] {
  const links = $('a[href]')
    .toArray()
    .slice(0, MAX_LINKS)
    .flatMap((element) => {
      const href = element.attribs.href ?? ''
      if (/^\s*(?:javascript:|#|mailto:|tel:|data:)/i.test(href)) return []
      const url = absolute(href)
      if (!url || url === page.url || ACTS.test(url) || PICTURE.test(url) || leadsOn(element)) return []
      const name = nameOf($, element)
      return name.title === '' ? [] : [{ element, url, ...name }]
    })
  const nameAround = namesAround($, countInside(links.filter(leadsIn)), context)
  const named = links.flatMap((link) => {
    const title = leadsIn(link) ? nameAround(link.element) : link.title
    return title === '' ? [] : [{ ...link, title }]
  })
  const days = new Set(named.filter(({ title }) => isDay(title, context)))
  const called = new Set(named.filter((link) => !days.has(link)).map(({ url }) => url))
  return named.filter((link) => !(days.has(link) && called.has(link.url)))
}

/** How many different addresses each ancestor holds; 2 stands for more. */
export function countInside(links: Pick<Link, 'element' | 'url'>[]): Map<Element, number> {
  const addresses = new Map<Element, string>()
  const many = new Set<Element>()
  for (const { element, url } of links)
    for (let node: Element | null = element; node && !many.has(node); ) {
      const before = addresses.get(node)
      if (before !== undefined && before !== url) many.add(node)
      else addresses.set(node, url)
      const parent: Element['parent'] = node.parent
      node = isElement(parent) ? parent : null
    }
  return new Map([...addresses.keys()].map((node) => [node, many.has(node) ? 2 : 1]))
}

/** Addresses that do something with a page instead of showing one. */
const ACTS =
  /[?&](?:action=(?:edit|history|reply|delete|login|print)|veaction=|replytocom=|share=|do=(?:login|register))/i

/** Pictures that a click shows larger. */
const PICTURE = /^[^?#]+\.(?:jpe?g|png|gif|webp|avif)$/i

/** "Previous" and "next" before a link: the article's neighbours, which are no list. */
function leadsOn({ prev }: Element): boolean {
  return (
    prev?.type === 'text' && /(?:[上下后後前]一?[篇条條则則]|previous|next)[^\p{L}\p{N}]*$/iu.test(prev.data.slice(-40))
  )
}

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
