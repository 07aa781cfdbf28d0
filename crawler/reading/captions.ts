/** Words below pictures. */
import { isElement, type Node } from './document.ts'
import { MUTE, walk } from './tree.ts'

const CAPTION = /caption|(?:^|[\s_-])(?:image-?|photo-?|media-?)?(?:credits?|copyright)(?:$|[\s_-])/i

/** Elements that hold a caption, outermost first. */
export function captionsIn(roots: readonly Node[]): Node[] {
  const found: Node[] = []
  walk(roots, (node) => {
    if (!isElement(node)) return node.type === 'root'
    if (MUTE.has(node.name)) return false
    if (node.name !== 'figcaption' && !CAPTION.test(`${node.attribs.class ?? ''}`)) return true
    found.push(node)
    return false
  })
  return found
}
