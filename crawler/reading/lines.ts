/** The text of a tree as a reader sees it: one line per block, blanks squashed, cells of a row beside each other. */
import { type Element, isElement, type Node } from './document.ts'
import { walk } from './tree.ts'

export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody tfoot thead tr ul ' +
    'ucapcontent ucaptitle br'
  ).split(' '),
)
const CELLS = new Set(['td', 'th'])
/** Their words are not read; a picture in them is one. */
export const SILENT: ReadonlySet<string> = new Set([
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
}

/** `spaced` puts a blank between neighbouring inline elements, which publishers tell apart by style alone. */
export function linesOf(roots: Node[], { spaced = false } = {}): Lines {
  const lines: string[] = []
  let open = ''
  const close = () => {
    if (open === '') return
    const line = squash(open)
    if (line !== '') lines.push(line)
    open = ''
  }
  const enter = (node: Node) => {
    // Most texts are the line breaks of the source between its tags.
    if (node.type === 'text' && (open !== '' || /\S/.test(node.data))) open += node.data
    if (!isElement(node)) return node.type === 'root'
    if (SILENT.has(node.name)) return false
    if (BLOCKS.has(node.name)) close()
    if (open !== '' && CELLS.has(node.name)) open += '\t'
    return true
  }
  const leave = (node: Element) => {
    if (BLOCKS.has(node.name)) close()
    else if (spaced && open !== '') open += ' '
  }
  walk(roots, enter, leave)
  close()
  return { lines }
}

/** Paragraphs split by \n. */
export function textOf(roots: Node[]): string {
  return linesOf(roots).lines.join('\n')
}

/** Invisible characters, and blanks that are no single space. */
const UNSQUASHED = /[\u200b-\u200d\u2060\ufeff\u00ad]|[^\S ]| {2}/

/** Blanks of all kinds to one space, tabs between cells kept, zero-width characters gone. */
export function squash(text: string): string {
  const trimmed = text.trim()
  if (!UNSQUASHED.test(trimmed)) return trimmed
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t[\t ]*/g, '\t')
    .trim()
}
