/** Which links of a page are its items: those of the repeating block that looks most like a list of articles. */
import type { CheerioAPI } from 'cheerio'
import { findDates } from '../../domain/dates.ts'
import { type Element, isElement, type OpenDocument, type ReadingContext } from './document.ts'
import { linesOf, squash } from './lines.ts'

/** One link of a list: `text` is everything that its item says, `stamp` a machine-readable time of it. */
export interface Entry {
  url: string
  title: string
  text: string
  stamp?: string
}

export interface Block {
  entries: Entry[]
  by: string
}

interface Link {
  element: Element
  url: string
  title: string
}

interface Group {
  path: string
  links: Link[]
  /** Ways down by tags and classes that meet here; many of them are not one list. */
  ways: Set<string>
}

/** Below this a group is a menu; found on pages that are no list. */
const MIN_SCORE = 4
const MAX_LINKS = 5_000

export function bestBlock(document: OpenDocument, context: ReadingContext): Block {
  const groups = groupLinks(document)
  const scored = groups.map((group) => {
    const entries = entriesOf(document.$, group)
    return { group, entries, score: score(entries, group, document, context) }
  })
  const ranked = scored.filter(({ score: points }) => points >= MIN_SCORE).sort((one, other) => other.score - one.score)
  for (const { entries, group, score: points } of ranked.slice(0, TRIES))
    if (shareOfText(document, entries) >= MIN_SHARE)
      return { entries, by: `block:${shortPath(group.path)} score ${points.toFixed(1)}` }
  return { entries: [], by: ranked.length > 0 ? 'none: most of the text is elsewhere' : 'none: no block scores enough' }
}

/** Groups looked at, best first. */
const TRIES = 3
/** On a list, what the items say is most of what there is to read; on an article, other links stand beside a long text. */
const MIN_SHARE = 0.65
/** Shorter lines are labels and menus. */
const SENTENCE = 30

function shareOfText({ $ }: OpenDocument, entries: Entry[]): number {
  const inside = new Set(entries.flatMap(({ text }) => text.split('\n').map(keyOf)))
  const said = entries.reduce((sum, { text }) => sum + text.length, 0)
  const other = linesOf($('body').toArray(), { spaced: true })
    .lines.filter((line) => widthOf(line) > SENTENCE * 2 && /[，。；,;.]/.test(line) && !inside.has(keyOf(line)))
    .reduce((sum, line) => sum + line.length, 0)
  return said / Math.max(1, said + other)
}

function keyOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Links with the same way down to them, in the order of the page: by tags and classes, and by tags alone. */
function groupLinks({ $, absolute, page }: OpenDocument): Group[] {
  const groups = new Map<string, Group>()
  const join = (path: string, way: string, link: Link) => {
    const group = groups.get(path) ?? { path, links: [], ways: new Set() }
    group.links.push(link)
    group.ways.add(way)
    groups.set(path, group)
  }
  for (const element of $('a[href]').toArray().slice(0, MAX_LINKS)) {
    const href = element.attribs.href ?? ''
    if (/^\s*(?:javascript:|#|mailto:|tel:|data:)/i.test(href)) continue
    const url = absolute(href)
    const title = titleOf($, element)
    if (!url || title === '' || url === page.url) continue
    const path = pathOf(element)
    join(path, path, { element, url, title })
    join(`tags ${path.replace(/\.[^>]*(?=>)/g, '')}`, path, { element, url, title })
  }
  return [...groups.values()]
}

const GENERIC = /^(?:permalink(?: to)?|link to|read more(?: about)?)\s*[:：]?\s*/i

/** The `title` attribute when it is longer, since lists cut their text; a heading inside a card that is one link. */
function titleOf($: CheerioAPI, link: Element): string {
  const heading = squash($(link).find('h1, h2, h3, h4, h5, .title').first().text())
  const [line = ''] = linesOf([link]).lines
  const text = heading || line || squash($(link).find('img[alt]').first().attr('alt') ?? '')
  const attribute = squash((link.attribs.title ?? '').replace(GENERIC, ''))
  const stem = text.replace(/\s*(?:\.{2,}|…+)\s*$/, '')
  const cut = stem !== text && attribute.startsWith(stem)
  return (cut || attribute.length > text.length) && attribute.length < 300 ? attribute : text.slice(0, 300)
}

/** Class names without what differs from item to item. */
function pathOf(element: Element): string {
  const steps: string[] = []
  for (let node: Element | null = element; node && steps.length < 40; ) {
    const classes = (node.attribs.class ?? '')
      .split(/\s+/)
      .map((name) => name.toLowerCase().replace(/\d+/g, ''))
      .filter((name) => name.length > 1 && !VARYING.test(name))
      .sort()
    steps.push(`${node.name}${classes.map((name) => `.${name}`).join('')}`)
    const parent: Element['parent'] = node.parent
    node = isElement(parent) ? parent : null
  }
  return steps.reverse().join('>')
}
const VARYING =
  /^(?:odd|even|first|last|new|sticky|hot|top|active|current|cur|on|visited|hover|post-?|item-?|row-?|li-?|list-?)$|odd$|even$|first$|last$|^(?:post|tag|category|format|status|type|views-row|author|has|node)-|^hentry$/

function entriesOf($: CheerioAPI, { links }: Group): Entry[] {
  const counted = countInside(links)
  const seen = new Map<string, Entry>()
  for (const link of links) {
    const item = itemOf(link.element, counted)
    const text = textFrom(item, item === link.element, counted)
    const time = $(item).find('[datetime], abbr[title], [itemprop="datePublished"], [itemprop="startDate"]').first()
    const stamp = time.attr('datetime') ?? time.attr('content') ?? time.attr('title')
    const before = seen.get(link.url)
    if (!before || before.title.length < link.title.length)
      seen.set(link.url, {
        url: link.url,
        title: link.title,
        text: before ? `${before.text}\n${text}` : text,
        ...(stamp ? { stamp } : {}),
      })
  }
  return [...seen.values()]
}

/** How many different addresses of the group each ancestor holds. */
function countInside(links: Link[]): Map<Element, number> {
  const addresses = new Map<Element, Set<string>>()
  for (const { element, url } of links)
    for (let node: Element | null = element; node; ) {
      const set = addresses.get(node) ?? new Set()
      if (set.size < 3) set.add(url)
      addresses.set(node, set)
      const parent: Element['parent'] = node.parent
      node = isElement(parent) ? parent : null
    }
  return new Map([...addresses].map(([node, set]) => [node, set.size]))
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

/** A date may stand in the `dd` after a `dt`, or in the row after a row. */
const FOLLOWERS = 2

/** The item, and what stands between it and the next: all of it in flat lists, else the next two elements without links. */
function textFrom(item: Element, flat: boolean, counted: Map<Element, number>): string {
  const parts = linesOf([item], { spaced: true }).lines
  let elements = 0
  for (let node = item.next; node && !(isElement(node) && counted.has(node)); node = node.next) {
    if (isElement(node)) elements += 1
    if (!flat && elements > FOLLOWERS) break
    parts.push(...linesOf([node], { spaced: true }).lines)
  }
  return parts.join('\n')
}

const ASIDE_TAGS = /(?:^|>)(?:nav|footer|aside|header)(?:[.>]|$)/
const ASIDE_NAMES =
  /[.-]?(?:nav|menu|foot|footer|sidebar|aside|friend|flink|related|relate|popbox|hot|rank|ranking|recommend|breadcrumb|crumb|pager|page|pagination|tags?|banner|slide|topbar|toolbar|share|comment|widget|dropdown)(?=[.>_-]|s?$|s?[.>])/

/** Grows with the number of items, the width of their titles and the share of dates; shrinks in margins and menus. */
function score(
  entries: Entry[],
  { path, links, ways }: Group,
  { page }: OpenDocument,
  context: ReadingContext,
): number {
  const count = entries.length
  if (count < 2) return 0
  const share = (test: (entry: Entry) => boolean) => entries.filter(test).length / count
  const width = entries.reduce((sum, { title }) => sum + Math.min(60, widthOf(title)), 0) / count
  const dated = share(
    ({ text, title, stamp }) =>
      stamp !== undefined || findDates(text.replace(title, '\n').slice(0, 600), context).length > 0,
  )
  const digits = share(({ url }) => /\d/.test(url.slice(url.indexOf('/', 8))))
  const host = hostOf(page.url)
  const own = share(({ url }) => hostOf(url) === host || siteOf(hostOf(url)) === siteOf(host))
  const different = new Set(entries.map(({ title }) => title)).size / count
  const repeated = count / links.length
  const margin = ASIDE_TAGS.test(path) ? 0.25 : ASIDE_NAMES.test(path) ? 0.4 : 1
  return (
    Math.log2(count + 1) *
    Math.min(2, width / 16) ** 1.5 *
    (0.5 + 1.7 * dated) *
    (0.6 + 0.4 * digits) *
    (0.3 + 0.7 * own) *
    different ** 2 *
    (0.5 + 0.5 * repeated) *
    (margin / Math.sqrt(ways.size))
  )
}

/** Columns: a Han character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}

/** Last two labels: good enough to see that two hosts are relatives. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.')
}

function shortPath(path: string): string {
  return path.split('>').slice(-3).join('>')
}
