/** A list that holds one entry so far: nothing repeats, so the one row with a link and a day must stand alone on its page. */
import { type Element, isElement, type OpenDocument, type ReadingContext } from './document.ts'
import { dateOfEntry } from './list-dates.ts'
import { type Entry, entryIn } from './list-entries.ts'
import { countInside, type Link, linksOf } from './list-links.ts'
import { frameOf } from './list-margin.ts'
import { widthOf } from './widths.ts'

const ROWS = new Set(['li', 'tr', 'dt', 'dl', 'article'])
/** Columns: names of columns are shorter; of what stands beside the title, the day and a label or two. */
const MIN_WIDTH = 8
const MAX_BESIDE = 60
const FILE = /\.(?:docx?|xlsx?|pptx?|wps|et|zip|rar|7z|ofd|jpe?g|png|gif|mp[34])(?:[?#]|$)/i

/** None when several rows would do, since then none is sure. */
export function singleEntry(document: OpenDocument, context: ReadingContext): Entry[] {
  const frame = frameOf(document)
  const links = linksOf(document, context).filter((link) => isDetail(link, document.page.url))
  const counted = countInside(links)
  const rows = links
    .filter(({ element }) => frame.of(element) === 1)
    .flatMap((link) => {
      const row = rowOf(link.element)
      return row && counted.get(row) === 1 ? [entryIn(document.$, link, row)] : []
    })
    .filter((entry) => widthOf(entry.beside) <= MAX_BESIDE && dateOfEntry(entry, context) !== undefined)
  return new Set(rows.map(({ url }) => url)).size === 1 ? rows.slice(0, 1) : []
}

/** On the same host, with a number in its address. */
function isDetail({ url, title }: Link, here: string): boolean {
  if (widthOf(title) < MIN_WIDTH || FILE.test(url) || !URL.canParse(here)) return false
  const { host, pathname, search } = new URL(url)
  return host === new URL(here).host && /\d/.test(pathname + search)
}

function rowOf(link: Element): Element | undefined {
  for (let node = link.parent; isElement(node); node = node.parent) if (ROWS.has(node.name)) return node
  return undefined
}
