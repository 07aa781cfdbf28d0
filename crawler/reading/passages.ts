/** A tree as a sequence of passages: runs of words between the edges of blocks, each of which can be silenced alone. */
import { type Element, isElement, type Node } from './document.ts'
import { BLOCKS, squash } from './lines.ts'
import { isStatement } from './prose.ts'
import { MUTE, walk } from './tree.ts'

type Words = Extract<Node, { data: string; type: unknown }>

export interface Passage {
  text: string
  /** The nodes that hold the words, in order. */
  texts: Words[]
  /** Letters of `text` that stand in links, 0 to 1. */
  linked: number
  /** The innermost block around it, or the root given. */
  block: Element | undefined
}

/** In the order of the page; passages without words are left out. Linear in the size of the tree. */
export function passagesOf(roots: readonly Node[]): Passage[] {
  const found: Passage[] = []
  const blocks: Element[] = []
  let links = 0
  let open = { raw: '', texts: [] as Words[], linked: 0 }
  const close = () => {
    if (open.raw === '') return
    const text = squash(open.raw)
    if (text !== '')
      found.push({ text, texts: open.texts, linked: Math.min(1, open.linked / text.length), block: blocks.at(-1) })
    open = { raw: '', texts: [], linked: 0 }
  }
  walk(
    roots,
    (node) => {
      if (node.type === 'text') {
        open.raw += node.data
        open.texts.push(node)
        if (links > 0) open.linked += node.data.trim().length
        return false
      }
      if (!isElement(node)) return node.type === 'root'
      if (MUTE.has(node.name)) return false
      if (isBlock(node)) {
        close()
        if (node.name !== 'br') blocks.push(node)
      }
      if (node.name === 'a') links += 1
      return true
    },
    (node) => {
      if (node.name === 'a') links -= 1
      if (!isBlock(node)) return
      close()
      if (node.name !== 'br') blocks.pop()
    },
  )
  close()
  return found
}

function isBlock({ name }: Element): boolean {
  return BLOCKS.has(name) || name === 'td' || name === 'th'
}

/** Says something itself, and not by a link. */
export function isSaid({ text, linked }: Pick<Passage, 'text' | 'linked'>): boolean {
  return linked < 0.5 && isStatement(text)
}

/** Takes the words out of the tree; pictures among them stay. */
export function silence({ texts }: Passage): void {
  for (const text of texts) text.data = ''
}
