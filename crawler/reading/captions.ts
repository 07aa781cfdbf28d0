/** Words below pictures. */
import { type Element, isElement, type Node } from './document.ts'
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

const CREDITED =
  /[（(【](?:取自|翻攝|翻摄|截自|圖|图|照片|資料|资料|攝影|摄影|本報|本报|路透|美聯社|[^（）()【】]{2,12}(?:攝|摄|供图|提供))[^（）()【】]{0,20}[）)】]$/u
const PICTURED = /(?:^|[\s_-])(?:img|image|pic|picture|photo|caption|figure)s?(?:$|[\s_-])/i
const NEAR = 2

/** Says who took a picture, or stands in a box of one. */
export function isCaption(text: string, block: Element | undefined): boolean {
  if (CREDITED.test(text)) return true
  let node: Node | null | undefined = block
  for (let up = 0; up < NEAR && isElement(node); up += 1, node = node.parent)
    if (node.name === 'figure' || node.name === 'figcaption' || PICTURED.test(node.attribs.class ?? '')) return true
  return false
}
