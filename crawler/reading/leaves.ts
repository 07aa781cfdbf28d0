/** The innermost blocks of a text: each says one thing, and can be taken out without touching another. */
import type { CheerioAPI } from 'cheerio'
import { type Element, isElement } from './document.ts'
import { squash } from './lines.ts'

const BLOCKS =
  'p, div, li, td, th, h1, h2, h3, h4, h5, h6, center, section, dd, dt, figcaption, blockquote, header, footer, time'

export interface Leaf {
  element: Element
  text: string
}

/** In the order of the page, those without text left out. One pass, since captured pages hold 100,000 blocks at worst. */
export function leavesOf($: CheerioAPI): Leaf[] {
  const blocks = $(BLOCKS).toArray()
  const holders = new Set<Element>()
  for (const block of blocks)
    for (let node = block.parent; isElement(node) && !holders.has(node); node = node.parent) holders.add(node)
  return blocks
    .filter((element) => !holders.has(element))
    .map((element) => ({ element, text: squash($(element).text()) }))
    .filter(({ text }) => text !== '')
}

/** Takes the words out; a picture among them stays. */
export function dropText($: CheerioAPI, element: Element): void {
  const pictures = $(element).find('img')
  if (pictures.length > 0) $(element).empty().append(pictures)
  else $(element).remove()
}
