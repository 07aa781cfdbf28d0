/** What each link of a group stands for: its item, and what the item says. */
import type { CheerioAPI } from 'cheerio'
import { type Element, isElement } from './document.ts'
import { linesOf } from './lines.ts'
import { countInside, type Group, type Link } from './list-links.ts'
import { widthOf } from './widths.ts'

/** One item of a list. `stamp` is a machine-readable time of it. */
export interface Entry {
  url: string
  title: string
  /** What holds its item, beside the items before and after it. */
  holder: Element['parent']
  /** Everything that it says, a line for each block. */
  whole: string
  /** The same without its title. */
  beside: string
  stamp?: string
  /** What a reader sees of that time. */
  stampShown?: string | undefined
}

/** One entry for each address, in the order of the page. */
export function entriesOf($: CheerioAPI, { links }: Group): Entry[] {
  const counted = countInside(links)
  const items = trimToLevel(links.map((link) => itemOf(link.element, counted)))
  const entries = new Map<string, Entry>()
  for (const [index, link] of links.entries()) {
    const item = items[index] ?? link.element
    const flat = item === link.element || HEADINGS.test(item.name)
    const entry = entryOf($, link, item, textFrom(item, flat, counted))
    const before = entries.get(link.url)
    entries.set(link.url, before ? merged(before, entry) : entry)
  }
  return [...entries.values()]
}

/** The entry of a link whose row is known. */
export function entryIn($: CheerioAPI, link: Link, row: Element): Entry {
  return entryOf($, link, row, textFrom(row, false, new Map()))
}

function entryOf($: CheerioAPI, { url, title, shown }: Link, item: Element, text: string): Entry {
  const times = $(item).find('[datetime], abbr[title], [itemprop="datePublished"], [itemprop="startDate"]')
  const [element] = [...times.not(UPDATED).toArray(), ...times.toArray()]
  const time = element ? $(element) : times
  const stamp = time.attr('datetime') ?? time.attr('content') ?? time.attr('title')
  const stampShown = time.text().slice(0, MAX_SHOWN)
  const beside = text.split(title).join('\n').split(shown).join('\n')
  return { url, title, holder: item.parent, whole: text, beside, ...(stamp ? { stamp, stampShown } : {}) }
}

/** Blogs give the day of the last change beside that of publication, and sometimes before it. */
const UPDATED = '.updated:not(.published), .modified, [itemprop="dateModified"]'
const MAX_SHOWN = 60

/** Columns. */
const HEADLINE = 12

/** A picture, a title, a teaser and a "read more" that lead to one place are one item; its first headline names it. */
function merged(one: Entry, other: Entry): Entry {
  const longer = widthOf(one.title) >= HEADLINE || one.title.length >= other.title.length ? one : other
  const { stamp, stampShown } = one.stamp ? one : other
  const entry = { ...longer, ...(stamp ? { stamp, stampShown } : {}) }
  if (one.whole === other.whole) return entry
  return { ...entry, whole: `${one.whole}\n${other.whole}`, beside: `${one.beside}\n${other.beside}` }
}

/** The largest ancestor that holds just this link of its group. */
function itemOf(link: Element, counted: Map<Element, number>): Element {
  let item = link
  for (
    let parent = link.parent;
    isElement(parent) && counted.get(parent) === 1 && parent.name !== 'body';
    parent = item.parent
  )
    item = parent
  return item
}

/** Items are brothers: one that stands alone in its block would take the block's heading and foot for its own. */
function trimToLevel(items: Element[]): Element[] {
  const levels = items.map(levelOf)
  const counts = new Map<number, number>()
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1)
  const [usual = 0] = [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? []
  return items.map((item, index) => ((levels[index] ?? 0) < usual ? downTo(item, usual, levels[index] ?? 0) : item))
}

/** The first element so deep on the way down to the link, when there is but one way. */
function downTo(item: Element, level: number, from: number): Element {
  let node = item
  for (let depth = from; depth < level; depth += 1) {
    const inner = node.children.filter(isElement).filter(holdsLink)
    if (inner.length !== 1 || !inner[0]) return node
    node = inner[0]
  }
  return node
}

function holdsLink(element: Element): boolean {
  if (element.name === 'a') return true
  return element.children.some((child) => isElement(child) && holdsLink(child))
}

function levelOf(element: Element): number {
  let level = 0
  for (let node = element.parent; isElement(node); node = node.parent) level += 1
  return level
}

/** What follows a heading up to the next belongs to it. */
const HEADINGS = /^h[1-6]$/

/** A date may stand in the `dd` after a `dt`, or in the row after a row. */
const FOLLOWERS = 2
/** Of a flat text up to the next link. */
const MAX_FOLLOWING = 200

/** The item, and what stands between it and the next: all of it in flat lists, else the next two elements without links. */
function textFrom(item: Element, flat: boolean, counted: Map<Element, number>): string {
  const parts = linesOf([item], { spaced: true }).lines
  let elements = 0
  let steps = 0
  for (let node = item.next; node && !(isElement(node) && counted.has(node)); node = node.next) {
    if (isElement(node)) elements += 1
    if ((!flat && elements > FOLLOWERS) || steps > MAX_FOLLOWING) break
    steps += 1
    parts.push(...linesOf([node], { spaced: true }).lines)
  }
  return parts.join('\n')
}
