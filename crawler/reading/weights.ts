/** What is said below each element of a tree, in one pass. */
import { type Element, isElement, type Node } from './document.ts'
import { isSiteNote } from './noise.ts'
import { passagesOf } from './passages.ts'
import { isStatement, sizeOf } from './prose.ts'

export interface Weight {
  /** Size of the statements, their links not counted. */
  said: number
  passages: number
  /** Passages that are nothing but a link to a page. */
  links: number
}

export interface Weights {
  all: Weight
  of: (element: Element) => Weight
}

const NONE: Weight = { said: 0, passages: 0, links: 0 }
const FILE = /\.(?:docx?|wps|xlsx?|et|pdf|zip|rar|ofd|pptx?)\b|附件|附表/i

export function weigh(roots: readonly Node[]): Weights {
  const all = { ...NONE }
  const below = new Map<Element, Weight>()
  for (const { text, linked, block } of passagesOf(roots)) {
    const said = linked <= 0.6 && isStatement(text) && !isSiteNote(text) ? sizeOf(text) * (1 - linked) : 0
    const links = linked >= 0.8 && !FILE.test(text) ? 1 : 0
    add(all, said, links)
    for (let node: Node | null | undefined = block; isElement(node); node = node.parent) {
      const weight = below.get(node) ?? { ...NONE }
      below.set(node, weight)
      add(weight, said, links)
    }
  }
  return { all, of: (element) => below.get(element) ?? NONE }
}

function add(weight: Weight, said: number, links: number): void {
  weight.said += said
  weight.passages += 1
  weight.links += links
}
