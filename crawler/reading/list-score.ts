/** How much a group of links looks like the list that a page is about. */
import { dateFromUrl, findDates } from '../../domain/dates.ts'
import { type Element, isElement, type OpenDocument, type ReadingContext } from './document.ts'
import type { Entry } from './list-entries.ts'
import type { Group, Link } from './list-links.ts'
import type { Frame } from './list-margin.ts'
import { widthOf } from './widths.ts'

/** Columns; what is longer is a teaser. */
const TITLE_WIDTH = 100
const TITLE_LENGTH = TITLE_WIDTH / 2

export interface Promised {
  /** Grows with the number of items and the width of their titles; shrinks in margins and menus. */
  plain: number
  /** The same for a register: all addresses are made by one pattern, so short titles and equal ones (停水通知) count as well as others. 0 when they are not. */
  register: number
}

export function promiseOf({ links, ways }: Group, { page }: OpenDocument, frame: Frame): Promised {
  const distinct = new Map(links.map((link) => [link.url, link]))
  const longest = [...links].sort((one, other) => one.title.length - other.title.length)
  for (const link of longest) distinct.set(link.url, link)
  const entries = [...distinct.values()]
  const count = entries.length
  if (count < 2) return { plain: 0, register: 0 }
  const share = (test: (link: Link) => boolean) => entries.filter(test).length / count
  const host = hostOf(page.url)
  const digits = share(({ url }) => /\d/.test(url.slice(url.indexOf('/', 8))))
  const own = share(({ url }) => hostOf(url) === host || siteOf(hostOf(url)) === siteOf(host))
  const different = new Set(entries.map(({ title }) => title)).size / count
  const around = holderOf(links)
  const [first] = links
  const common =
    Math.log2(count + 1) *
    (0.6 + 0.4 * digits) *
    (0.3 + 0.7 * own) *
    (1 - 0.5 * share(({ title }) => title.length > TITLE_LENGTH && widthOf(title) > TITLE_WIDTH)) *
    (0.5 + 0.5 * (count / links.length)) *
    (Math.min(around ? frame.of(around) : 1, first ? frame.ofMenu(first.element) : 1) / Math.sqrt(ways.size))
  const forTitles = Math.min(2, meanWidth(entries) / 16) ** 1.5 * different ** 2
  return {
    plain: common * forTitles,
    register: isPattern(entries) ? common * Math.max(1, forTitles) : 0,
  }
}

/** Of the addresses of a register; some lead to other parts of the site. */
const MOST_ALIKE = 0.9

/** With numbers of their own, and else alike. */
function isPattern(entries: Link[]): boolean {
  const counts = new Map<string, number>()
  for (const { url } of entries) {
    const shape = url.slice(url.indexOf('/', 8)).replace(/[\da-f]{16,}|\d+/g, '0')
    if (shape.includes('0')) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) >= MOST_ALIKE * entries.length
}

/** The innermost element that holds the first and the last: what an item calls itself says nothing of where the list stands. */
function holderOf(links: Link[]): Element | undefined {
  const above = new Set<Element>()
  for (let node = links[0]?.element.parent; isElement(node); node = node.parent) above.add(node)
  let node = links.at(-1)?.element.parent
  while (isElement(node) && !above.has(node)) node = node.parent
  return isElement(node) ? node : undefined
}

/** Of a title, what is left when all begin alike ("Posted by …"); names of publishers and numbered notices begin alike too. */
const MOST_COMMON = 0.4

/** What all titles begin with says little. */
function meanWidth(links: Link[]): number {
  const titles = links.map(({ title }) => title)
  const common = links.length > 2 ? widthOf(commonStart(titles)) : 0
  return (
    titles.reduce(
      (sum, title) => sum + Math.min(60, widthOf(title) - Math.min(common, widthOf(title) * MOST_COMMON)),
      0,
    ) / titles.length
  )
}

function commonStart(titles: string[]): string {
  const [first = ''] = titles
  let end = first.length
  for (const title of titles) while (end > 0 && !title.startsWith(first.slice(0, end))) end -= 1
  return first.slice(0, end)
}

const HEADINGS = /^h[1-6]$/

/** Of the links of one item, the one in its heading names it. */
export function forHeadings({ links }: Group): number {
  return 1 + 0.2 * (links.filter(({ element }) => isHeading(element)).length / links.length)
}

function isHeading(element: Link['element']): boolean {
  const { parent } = element
  if (parent && 'name' in parent && HEADINGS.test(parent.name)) return true
  return element.children.some((child) => 'name' in child && HEADINGS.test(child.name))
}

export const MOST_FOR_DATES = 2.2

/** A day in an address says less than one beside the title, since other systems number their columns that way. */
const DAY_IN_ADDRESS = 0.6

/** Shares of the entries with a day beside the title, and of those with one in their address alone. */
export interface Days {
  beside: number
  inAddress: number
}

export function daysOf(entries: Entry[], context: ReadingContext): Days {
  const undated = entries.filter(
    ({ beside, stamp }) => stamp === undefined && findDates(beside.slice(0, 600), context).length === 0,
  )
  const inAddress = undated.filter(({ url }) => dateFromUrl(url)).length
  const count = Math.max(1, entries.length)
  return { beside: 1 - undated.length / count, inAddress: inAddress / count }
}

export function forDates({ beside, inAddress }: Days): number {
  return 0.5 + (MOST_FOR_DATES - 0.5) * (beside + DAY_IN_ADDRESS * inAddress)
}

const MOST_DATED = 0.9
/** Columns beside title and day: an office, a state. Comments say more, and their authors are no titles. */
const LABELS = 40

/** Every entry has its day, and says little more than its title, or has it in a heading. */
export function isRegister(group: Group, entries: Entry[], { beside }: Days): boolean {
  if (beside < MOST_DATED) return false
  const headed = group.links.filter(({ element }) => isHeading(element)).length
  const said = entries.reduce((sum, entry) => sum + Math.min(LABELS * 4, widthOf(entry.beside)), 0)
  return headed >= MOST_DATED * group.links.length || said <= (LABELS + DAY_WIDTH) * entries.length
}
const DAY_WIDTH = 20

/** Characters before a link in its line. */
const WORDS_BEFORE = 20

/** Links in the middle of sentences are notes to them. */
export function isRunningText(entries: Entry[]): boolean {
  const running = entries.filter(({ title, whole }) =>
    whole.split('\n').some((line) => line.indexOf(title) >= WORDS_BEFORE && line.length > 2 * title.length),
  )
  return running.length * 2 >= entries.length
}

export const MOST_FOR_COVER = 0.8
const LEAST_COVER = 0.3

/** A list without days is told from a menu by being most of what the page says. */
export function forCover(entries: Entry[], size: number): number {
  const said = entries.reduce((sum, { title }) => sum + title.length, 0)
  const cover = Math.min(1, said / Math.max(1, size))
  return 1 + MOST_FOR_COVER * (Math.max(0, cover - LEAST_COVER) / (1 - LEAST_COVER))
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}

/** Last two labels: good enough to see that two hosts are relatives. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.')
}
