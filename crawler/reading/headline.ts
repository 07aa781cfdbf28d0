/** What stands below the headline: a notice of one sentence is found so, where density prefers the disclaimer or the box of popular links. */
import { isCaption } from './captions.ts'
import { type Element, isElement, type Node, type ReadingContext } from './document.ts'
import { isHidden, isNamedFurniture } from './furniture.ts'
import { keyOf } from './keys.ts'
import { isMoreHeading, isNoise, isSiteNote } from './noise.ts'
import { isInfoLine } from './particulars.ts'
import { type Passage, passagesOf } from './passages.ts'
import { isStatement } from './prose.ts'
import { isSummary } from './summary.ts'

export interface Below {
  /** Neighbours that hold the text, in order. */
  nodes: Node[]
  /** The first statement below the headline. */
  first: string
  /** The statement that follows at once, with no link, heading of other news or note of the site between. */
  next?: string
}

/** Passages looked at below the headline. */
const REACH = 40
const FEWEST_LETTERS = 4

export function findBelowHeadline(top: Element, title: string, context: ReadingContext): Below | undefined {
  const wanted = keyOf(title)
  if (wanted.length < FEWEST_LETTERS) return undefined
  const passages = passagesOf([top])
  for (const at of headlinesAmong(passages, wanted)) {
    const headline = passages[at]?.block
    const below = passages.slice(at + 1, at + 1 + REACH)
    const first = below.find(
      (passage, index) => isBeginning(passage, wanted, context) && !isSummary(passage, below.slice(index + 1)),
    )
    if (!headline || !first?.block || isSiteNote(first.text)) continue
    const after = below.slice(below.indexOf(first) + 1).find((passage) => !isInfoLine(passage.text, context))
    return {
      nodes: withLike(widened(first.block, headline)),
      first: first.text,
      ...(after && isBeginning(after, wanted, context) && !isSiteNote(after.text) ? { next: after.text } : {}),
    }
  }
  return undefined
}

/** Places of the headline: in a heading first, then elsewhere; never in a link or in what stands beside the text. */
export function headlinesAmong(passages: Passage[], wanted: string): number[] {
  const says = passages.flatMap(({ text, linked, block }, at) =>
    linked < 0.5 && keyOf(text) === wanted && !isBeside(block) ? [at] : [],
  )
  const isHeading = (at: number) => /^h[1-4]$/.test(passages[at]?.block?.name ?? '')
  return [...says.filter(isHeading), ...says.filter((at) => !isHeading(at))].slice(0, 3)
}

function isBeginning({ text, linked, block }: Passage, title: string, context: ReadingContext): boolean {
  if (linked > 0.5 || keyOf(text) === title || isNoise(text) || isInfoLine(text, context)) return false
  return isStatement(text) && !isCaption(text, block) && !isBeside(block)
}

function isBeside(block: Element | undefined): boolean {
  for (let node: Node | null | undefined = block; isElement(node); node = node.parent)
    if (node.name !== 'form' && node.name !== 'body' && (isHidden(node) || isNamedFurniture(node))) return true
  return false
}

/** The largest element around the beginning that holds neither the headline, nor a note of the site, nor mostly links. */
function widened(block: Element, headline: Element): Element {
  const holders = new Set<Node>()
  for (let node: Node | null = headline; node; node = node.parent) holders.add(node)
  let best = block
  for (
    let node: Node | null = block.parent;
    isElement(node) && node.name !== 'body' && !holders.has(node);
    node = node.parent
  ) {
    const passages = passagesOf([node])
    const linked = passages.filter((passage) => passage.linked > 0.6).length
    const isEdge =
      linked > passages.length * 0.4 || passages.some(({ text }) => isSiteNote(text) || isMoreHeading(text))
    if (isEdge && !hasParagraphs(node, passages, best)) break
    best = node
  }
  return best
}

/** Paragraphs of its own beside what was found: then that was a piece within the text. */
function hasParagraphs(element: Element, passages: Passage[], found: Element): boolean {
  return passages.some(
    ({ block, text, linked }) =>
      block?.name === 'p' &&
      block.parent === element &&
      block !== found &&
      linked < 0.5 &&
      isStatement(text) &&
      !isSiteNote(text),
  )
}

const PROSE = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'blockquote',
  'figure',
  'img',
  'br',
  'span',
  'strong',
  'b',
  'a',
])

/** With the neighbours that follow and are of its kind: paragraphs may stand beside the headline without a box of their own. */
function withLike(element: Element): Node[] {
  const run: Node[] = [element]
  const isLike = (node: Element) =>
    PROSE.has(node.name) ||
    (node.name === element.name && (node.attribs.class ?? '') === (element.attribs.class ?? '') && !node.attribs.id)
  for (let next: Node | null = element.next; next; next = next.next) {
    if (isElement(next) && (!isLike(next) || isHidden(next) || isNamedFurniture(next))) break
    run.push(next)
  }
  return run
}
