/** Walking and making trees without calling ourselves, since captured trees can be deeper than the engine's stack. */
import { Element as Made, Text } from 'domhandler'
import { type Element, isElement, type Node } from './document.ts'

/** Elements in which nothing is said to a reader. */
export const MUTE: ReadonlySet<string> = new Set(
  'script style noscript template iframe object embed svg math canvas link meta base title head select option textarea input button applet param'.split(
    ' ',
  ),
)

/** Every node below and with `roots` in the order of the page; what `enter` answers false for is passed over with all it holds. */
export function walk(
  roots: readonly Node[],
  enter: (node: Node, depth: number) => boolean | undefined,
  leave?: (element: Element, depth: number) => void,
): void {
  for (const root of roots) walkBelow(root, enter, leave)
}

function walkBelow(
  root: Node,
  enter: (node: Node, depth: number) => boolean | undefined,
  leave: ((element: Element, depth: number) => void) | undefined,
): void {
  const above: Node[] = []
  let node: Node | null = root
  while (node) {
    const goesOn: boolean = enter(node, above.length) !== false
    const first: Node | undefined = goesOn ? childrenOf(node)?.[0] : undefined
    if (first) {
      above.push(node)
      node = first
      continue
    }
    if (goesOn && isElement(node)) leave?.(node, above.length)
    while (above.length > 0 && !node.next) {
      node = above.pop() as Node
      if (isElement(node)) leave?.(node, above.length)
    }
    node = above.length > 0 ? node.next : null
  }
}

/** Told by its type, which is quicker than to look for the field; undefined for a node that can have none. */
function childrenOf(node: Node): Node[] | undefined {
  const { type } = node
  if (type === 'text' || type === 'comment' || type === 'directive') return undefined
  return node.children
}

/** In page order, those given included. */
export function elementsNamed(roots: readonly Node[], name: string): Element[] {
  const found: Element[] = []
  walk(roots, (node) => {
    if (isElement(node) && node.name === name) found.push(node)
    return true
  })
  return found
}

/** Copies that can be changed without touching the page; mute elements and comments are left out. */
export function copyOf(roots: readonly Node[]): Node[] {
  const top = new Made('div', {})
  const open: { element: Made; depth: number }[] = []
  walk(roots, (node, depth) => {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    const parent = open.at(-1)?.element ?? top
    if (node.type === 'text') adopt(parent, new Text(node.data))
    if (!isElement(node)) return node.type === 'root'
    if (MUTE.has(node.name)) return false
    const element = new Made(node.name, { ...node.attribs })
    adopt(parent, element)
    open.push({ element, depth })
    return true
  })
  return [top]
}

/** Appends `child`, which stands nowhere yet. */
export function adopt(parent: Made, child: Made | Text): void {
  const before = parent.children.at(-1) ?? null
  child.parent = parent
  child.prev = before
  if (before) before.next = child
  parent.children.push(child)
}

/** Takes out every node below `roots` that is not wanted, with all it holds. */
export function prune(roots: readonly Node[], isUnwanted: (node: Node) => boolean): void {
  walk(roots, (node) => {
    if (!('children' in node)) return false
    const kept = node.children.filter((child) => !isUnwanted(child))
    if (kept.length === node.children.length) return true
    node.children = kept
    for (const [at, child] of kept.entries()) {
      child.prev = kept[at - 1] ?? null
      child.next = kept[at + 1] ?? null
    }
    return true
  })
}
