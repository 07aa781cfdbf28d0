/** The text of an article made fit to keep: absolute addresses, real pictures. */
import { isElement, type Node, type OpenDocument } from './document.ts'
import { imageAddress } from './images.ts'
import { prune, walk } from './tree.ts'

/** Works on the body's own tree. */
export function cleanBody(nodes: readonly Node[], { absolute }: OpenDocument): void {
  const gone = new Set<Node>()
  walk(nodes, (node) => {
    if (!isElement(node)) return true
    if (node.name === 'img') {
      const address = imageAddress(node, absolute)
      if (address) node.attribs.src = address
      else gone.add(node)
    }
    if (node.name === 'a' && node.attribs.href !== undefined) {
      const address = absolute(node.attribs.href)
      if (address) node.attribs.href = address
      else if (!/^(?:mailto|tel):/i.test(node.attribs.href)) delete node.attribs.href
    }
    return true
  })
  prune(nodes, (node) => gone.has(node))
}
