/** Where the text of an article stands: containers that are known first, then what the page itself gives as evidence. */
import { findBlock } from './block.ts'
import { readDense } from './density.ts'
import { type Element, isElement, type Node, type OpenDocument, type ReadingContext, select } from './document.ts'
import type { Family } from './families/family.ts'
import { furnitureIn } from './furniture.ts'
import { findBelowHeadline } from './headline.ts'
import { keyOf } from './keys.ts'
import { SILENT, squash, textOf } from './lines.ts'
import { isSiteNote } from './noise.ts'
import { passagesOf } from './passages.ts'
import { isHan, isStatement } from './prose.ts'
import { findThings } from './things.ts'
import { copyOf, elementsNamed, prune, walk } from './tree.ts'
import { weigh } from './weights.ts'

export interface Body {
  /** A tree of its own, to be cleaned without touching the page. */
  nodes: Node[]
  by: string
}

export function findBody(document: OpenDocument, context: ReadingContext, title: string, family?: Family): Body {
  return findKnownBody(document, context, family) ?? findAnyBody(document, context, title)
}

/** By a correction or by the family's containers; undefined where neither holds text, picture or link. */
export function findKnownBody(document: OpenDocument, { correct }: ReadingContext, family?: Family): Body | undefined {
  const corrected =
    correct?.body && heaviest(select(document.$, correct.body).toArray().filter(isElement), `correct:${correct.body}`)
  if (corrected) return corrected
  for (const selector of family?.body ?? []) {
    const body = heaviest(document.find(selector), `family:${family?.name} ${selector}`)
    if (body) return body
  }
  return undefined
}

const MOST_MATCHES = 200

/** The match with the most text. */
function heaviest(matches: readonly Element[], by: string): Body | undefined {
  const [only] = matches
  if (only && matches.length === 1) return saysAnything(only) ? { nodes: copyOf([only]), by } : undefined
  const weights = matches.slice(0, MOST_MATCHES).map((element) => textOf([element]).length + countedIn(element))
  const most = Math.max(0, ...weights)
  const best = matches[weights.indexOf(most)]
  return most === 0 || !best ? undefined : { nodes: copyOf([best]), by }
}

function saysAnything(element: Element): boolean {
  let says = false
  walk([element], (node) => {
    if (says || (isElement(node) && SILENT.has(node.name))) return false
    says = node.type === 'text' ? squash(node.data) !== '' : isElement(node) && isPictureOrLink(node)
    return true
  })
  return says
}

function isPictureOrLink({ name, attribs }: Element): boolean {
  return name === 'img' || (name === 'a' && attribs.href !== undefined)
}

function countedIn(element: Element): number {
  const links = elementsNamed(element.children, 'a').filter(({ attribs }) => attribs.href !== undefined)
  return links.length + elementsNamed(element.children, 'img').length
}

interface Candidate extends Body {
  /** Size of what it states, furniture left out. */
  said: number
  key: string
}

/** Below this a text is so short that density may have been led astray. */
const SHORT = 160
/** Below this hardly anything was found. */
const SCANT = 25

/**
 * Density is right wherever it finds running text. What stands below the headline, or else the block that says most,
 * is believed where density has found next to nothing, a note of the site, or links; what states nothing at all is taken
 * for its table, its pictures or its files.
 */
function findAnyBody(document: OpenDocument, context: ReadingContext, title: string): Body {
  const top = document.find('body')[0] ?? document.root.children.find(isElement)
  if (!top) return { nodes: [], by: 'none' }
  const dense = candidate(readDense([top]), 'readability')
  if (dense && dense.said >= SHORT && !isAstray(dense)) return dense
  const below = findBelowHeadline(top, title, context)
  const under = below && candidate(below.nodes, 'under headline')
  const has = (text: string | undefined) => text !== undefined && dense?.key.includes(keyOf(text)) === true
  if (below && under && isBetter(under, dense, has(below.first) || has(below.next))) return under
  if (under && dense && has(below?.next) && !has(below?.first))
    return { nodes: [...under.nodes, ...dense.nodes], by: 'readability below its lead' }
  if (dense && dense.said >= SCANT && !isAstray(dense)) return dense
  const things = findThings(top, title, document)
  if (things && !under) return { nodes: prunedCopy(things.nodes), by: 'things under headline' }
  const block = candidate(findBlock(top), 'block')
  const [longest] = [dense, under, block]
    .filter((one) => one !== undefined && one.said > 0 && !isAstray(one))
    .sort((one, other) => (other?.said ?? 0) - (one?.said ?? 0))
  return longest ?? dense ?? { nodes: prunedCopy([top]), by: 'body' }
}

/** Paragraphs beyond what stands below the headline that make that a piece of the text, and not the whole of it. */
const MORE_PARAGRAPHS = 2

/** In Chinese, a short text is cut down to what stands below the headline: notices are so. */
function isBetter(under: Candidate, dense: Candidate | undefined, shared: boolean): boolean {
  if (!dense || isAstray(dense)) return under.said > 0
  if (isHan(textOf(under.nodes))) return !shared || statementsIn(dense) - statementsIn(under) < MORE_PARAGRAPHS
  return !shared && (dense.said < SCANT || under.said > dense.said)
}

function statementsIn({ nodes }: Pick<Candidate, 'nodes'>): number {
  return passagesOf(nodes).filter(({ text, linked }) => linked < 0.5 && isStatement(text) && !isSiteNote(text)).length
}

/** So few passages are no text around a note. */
const FEW = 6

/** Is a note of the site, or made of links. */
function isAstray({ nodes }: Candidate): boolean {
  const passages = passagesOf(nodes)
  const linked = passages.filter((passage) => passage.linked > 0.6).length
  if (statementsIn({ nodes }) === 0 && passages.some(({ text }) => isSiteNote(text))) return true
  const isNote = passages.length <= FEW && passages.slice(0, 2).some(({ text }) => isSiteNote(text))
  return isNote || linked > passages.length * 0.7
}

function candidate(found: Element | Node[] | undefined, by: string): Candidate | undefined {
  if (!found) return undefined
  const nodes = prunedCopy(Array.isArray(found) ? found : [found])
  const text = textOf(nodes)
  return text === '' ? undefined : { nodes, by, said: weigh(nodes).all.said, key: keyOf(text) }
}

function prunedCopy(roots: Node[]): Node[] {
  const copy = copyOf(roots)
  const furniture = furnitureIn(copy)
  prune(copy, (node) => isElement(node) && furniture.has(node))
  return copy
}
