/** Reading by density: Readability on the small tree that comes with it, made from a tree that a parser of the standard has put in order. */
import { Readability } from '@mozilla/readability'
import JSDOMParser, { type Foreign } from '@mozilla/readability/JSDOMParser.js'
import { Element as Made, Text } from 'domhandler'
import { type Element, isElement, type Node } from './document.ts'
import { LATE_ADDRESSES } from './images.ts'
import { adopt, elementsNamed, walk } from './tree.ts'

/** Pages of articles have some thousands of elements, nested some dozens deep; what it costs grows faster than either. */
const MAX_ELEMENTS = 20_000
const MAX_DEPTH = 120
const MAX_CHARACTERS = 500_000
/** Sum of the depths of all elements: some steps go through everything below each element. */
const MAX_DEPTHS = 300_000
/** A text of fewer characters is tried again with gentler rules. */
const THRESHOLD = 100

/** Undefined where nothing was found, and for trees that are too large. */
export function readDense(roots: readonly Node[]): Node[] | undefined {
  const options = { charThreshold: THRESHOLD, keepClasses: true, serializer: (element: unknown) => element }
  // It logs nothing and throws on trees that it cannot digest: those are read by containers instead.
  try {
    const document = plainCopy(roots)
    const content: unknown =
      document && new Readability<unknown>(document as unknown as Document, options as never).parse()?.content
    return content ? [fromForeign(content as Foreign)] : undefined
  } catch {
    return undefined
  }
}

/** Not copied: it says nothing, or its like is put back from elsewhere. */
const LEFT_OUT = new Set(
  'head script style template iframe object embed svg math canvas link meta base select option textarea button'.split(
    ' ',
  ),
)
const VOID = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr', 'area', 'source', 'track', 'param'])
const KEPT = new Set([
  ...'id class style hidden aria-hidden aria-modal role href src alt title colspan rowspan width height rel itemprop'.split(
    ' ',
  ),
  ...LATE_ADDRESSES,
])
/** Names of elements and values of attributes are written and parsed again when a first try finds too little. */
const PLAIN_NAME = /^[a-z][\w-]*$/
const LONGEST_VALUE = 2_000

const COMMENTARY = /(?:^|[\s_-])(?:comments?|commentlist|disqus\w*|respond|replies|pinglun|liuyan)(?:$|[\s_-])/i
const WHOLE = new Set(['html', 'body', 'main', 'article'])

/** What readers say is looked at when a text is short, and is longer than any notice. */
function isCommentary(element: Element): boolean {
  const { class: classes = '', id = '' } = element.attribs
  if (!COMMENTARY.test(classes) && !COMMENTARY.test(id)) return false
  return !WHOLE.has(element.name) && elementsNamed([element], 'h1').length === 0
}

/** What lies deeper than the cap keeps its words. Undefined for a tree beyond the other caps: half a text would be worse than none. */
function plainCopy(roots: readonly Node[]): Foreign | undefined {
  const document = new JSDOMParser().parse('<html><body></body></html>')
  const open: Foreign[] = [document.body]
  const left = { elements: MAX_ELEMENTS, characters: MAX_CHARACTERS, depths: MAX_DEPTHS }
  const append = (node: Foreign) => open.at(-1)?.appendChild(node)
  const isCopied = ({ name }: Element, depth: number) =>
    name !== 'html' && name !== 'body' && depth <= MAX_DEPTH && PLAIN_NAME.test(name)
  walk(
    roots,
    (node, depth) => {
      if (node.type === 'text') {
        left.characters -= node.data.length
        if (left.characters > 0) append(document.createTextNode(node.data))
        return false
      }
      if (!isElement(node)) return node.type === 'root'
      if (LEFT_OUT.has(node.name) || isCommentary(node)) return false
      left.elements -= 1
      left.depths -= depth
      if (!isCopied(node, depth)) {
        if (left.elements > 0) append(document.createElement('br'))
        return true
      }
      if (left.elements < 0 || left.depths < 0) return false
      const element = document.createElement(node.name)
      for (const [name, value] of Object.entries(node.attribs))
        if (KEPT.has(name) && value.length <= LONGEST_VALUE) element.setAttribute(name, value)
      append(element)
      if (VOID.has(node.name)) return false
      open.push(element)
      return true
    },
    (element, depth) => {
      if (isCopied(element, depth)) open.pop()
    },
  )
  return Math.min(left.elements, left.depths, left.characters) < 0 ? undefined : document
}

/** Its depth is that of what was copied, so calling ourselves is safe. */
function fromForeign({ localName, attributes, childNodes }: Foreign): Made {
  const made = new Made(localName ?? 'div', Object.fromEntries(attributes.map(({ name, value }) => [name, value])))
  for (const child of childNodes) {
    if (child.nodeType === 3) adopt(made, new Text(child.textContent))
    else if (child.nodeType === 1) adopt(made, fromForeign(child))
  }
  return made
}
