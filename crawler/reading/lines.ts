/** The text of a tree as a reader sees it: one line per block, blanks squashed, cells of a row beside each other. */
import { type Element, isElement, type Node } from './document.ts'

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody tfoot thead tr ul ' +
    'ucapcontent ucaptitle br'
  ).split(' '),
)
const CELLS = new Set(['td', 'th'])
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'svg',
  'select',
  'textarea',
])

export interface Lines {
  lines: string[]
  /** Index of the line that was being written when the element began. */
  lineOf: Map<Element, number>
}

/** `spaced` puts a blank between neighbouring inline elements, which publishers tell apart by style alone. */
export function linesOf(roots: Node[], { spaced = false } = {}): Lines {
  const lines: string[] = []
  const lineOf = new Map<Element, number>()
  let open = ''
  const close = () => {
    const line = squash(open)
    if (line !== '') lines.push(line)
    open = ''
  }
  const enter = (node: Element) => {
    if (BLOCKS.has(node.name)) close()
    if (CELLS.has(node.name) && open !== '') open += '\t'
    lineOf.set(node, lines.length)
  }
  const leave = (node: Element) => {
    if (BLOCKS.has(node.name)) close()
    else if (spaced) open += ' '
  }
  // A stack of our own, since trees can be deeper than the engine's.
  const stack: { node: Node; leaving: boolean }[] = roots.map((node) => ({ node, leaving: false })).reverse()
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, leaving } = top
    if (node.type === 'text') open += node.data
    else if (leaving && isElement(node)) leave(node)
    else if (isElement(node) && !SILENT.has(node.name)) {
      enter(node)
      stack.push({ node, leaving: true })
      for (let child = node.lastChild; child; child = child.prev) stack.push({ node: child, leaving: false })
    } else if (node.type === 'root')
      for (let child = node.lastChild; child; child = child.prev) stack.push({ node: child, leaving: false })
  }
  close()
  return { lines, lineOf }
}

/** Paragraphs split by \n. */
export function textOf(roots: Node[]): string {
  return linesOf(roots).lines.join('\n')
}

/** Blanks of all kinds to one space, tabs between cells kept, zero-width characters gone. */
export function squash(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t[\t ]*/g, '\t')
    .trim()
}
