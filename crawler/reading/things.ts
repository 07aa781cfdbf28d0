/** What stands below the headline of an article that states nothing: its table, its pictures, its files. */
import type { Element } from 'domhandler'
import { isElement, type Node, type OpenDocument } from './document.ts'
import { isHidden, isNamedFurniture } from './furniture.ts'
import { headlinesAmong } from './headline.ts'
import { imageAddress } from './images.ts'
import { keyOf } from './keys.ts'
import { textOf } from './lines.ts'
import { isMoreHeading, isSiteNote } from './noise.ts'
import { passagesOf } from './passages.ts'
import { elementsNamed, MUTE, walk } from './tree.ts'

export interface Things {
  nodes: Node[]
  /** There are tables or files among them; pictures alone may belong to anything. */
  isPlain: boolean
}

/** Boxes of them in page order, none of which holds the headline or a note of the site; undefined where there is none. */
export function findThings(top: Element, title: string, { absolute }: OpenDocument): Things | undefined {
  const passages = passagesOf([top])
  const [at = -1] = headlinesAmong(passages, keyOf(title))
  const headline = passages[at]?.block
  if (!headline) return undefined
  const stop = passages.slice(at + 1).find(({ text }) => isSiteNote(text) || isMoreHeading(text))?.block
  const isThing = (node: Element) =>
    (node.name === 'table' && isTable(node)) ||
    (node.name === 'img' && isPicture(node, absolute)) ||
    (node.name === 'a' && FILE.test(`${node.attribs.href ?? ''} ${textOf([node])}`))
  const found = thingsBetween(top, headline, stop, isThing)
  const edges = new Set([...holdersOf(headline), ...holdersOf(stop)])
  if (found.length === 0) return undefined
  return {
    nodes: [...new Set(found.map((thing) => widened(thing, edges)))],
    isPlain: found.some(({ name }) => name !== 'img'),
  }
}

const FILE = /\.(?:docx?|wps|xlsx?|et|pdf|zip|rar|ofd|pptx?)(?:$|[\s?#])|附件|附表/i

function thingsBetween(
  top: Element,
  headline: Element,
  stop: Element | undefined,
  isThing: (node: Element) => boolean,
): Element[] {
  const found: Element[] = []
  let place: 'above' | 'below' | 'beyond' = 'above'
  walk([top], (node) => {
    if (!isElement(node)) return node.type === 'root'
    if (node === stop) place = 'beyond'
    if (place === 'beyond' || MUTE.has(node.name)) return false
    if (place === 'above') {
      if (node === headline) place = 'below'
      return node !== headline
    }
    // Some systems put the whole page into a form.
    if (node.name !== 'form' && (isHidden(node) || isNamedFurniture(node))) return false
    if (!isThing(node)) return true
    found.push(node)
    return false
  })
  return found
}

function holdersOf(element: Element | undefined): Node[] {
  const holders: Node[] = []
  for (let node: Node | null = element ?? null; node; node = node.parent) holders.push(node)
  return holders
}

/** Never so far that a row would lose its table. */
function widened(thing: Element, edges: ReadonlySet<Node>): Element {
  let box = thing
  while (isElement(box.parent) && !edges.has(box.parent) && !/^t(?:d|h|r|body|head|foot)$/.test(box.name))
    box = box.parent
  return box
}

/** Of rows and columns, and no layout. */
function isTable(table: Element): boolean {
  const rows = elementsNamed([table], 'tr')
  const isWide = rows.some(
    ({ children }) => children.filter((cell) => isElement(cell) && /^t[dh]$/.test(cell.name)).length > 1,
  )
  return rows.length > 1 && isWide && elementsNamed([table], 'table').length === 1
}

/** Not a sign of the furniture: those lead somewhere or are drawn as GIF. */
function isPicture(image: Element, absolute: OpenDocument['absolute']): boolean {
  const address = imageAddress(image, absolute)
  return address !== undefined && !/\.gif(?:$|\?)/i.test(address)
}
