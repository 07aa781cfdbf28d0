/** Which parts of a page are its frame: menus, side columns, rankings, friendly links, foot. */
import { type Element, isElement, type OpenDocument } from './document.ts'

const TAGS = new Set(['nav', 'footer', 'aside'])
const NAMES =
  /^(?:.*[-_])?(?:nav|navi|menu|submenu|foot|footer|side|sidebar|sidenav|aside|friend|friendlink|flink|links|related|relate|popbox|hot|rank|ranking|paihang|tuijian|recommend|breadcrumbs?|crumbs?|location|pager|pagination|tags?|tagcloud|banner|slide|slider|featured|carousel|swiper|focus|topbar|toolbar|share|comments?|widget|dropdown|lang|language|login|calendar)(?:s|bar|box|list|wrap|area|\d+)?(?:[-_].*)?$/i
const MENUS = /menu|^(?:.*[-_])?(?:nav|navi|navbar|dropdown|breadcrumbs?|crumbs?)(?:[-_].*)?$/i
/** What holds so much of the text is no margin, whatever its name is. */
const MOST = 0.5

/** 1 for what stands in the middle of the page, less the surer it stands in the frame. */
export interface Frame {
  /** By every name of a frame on the way up. */
  of: (element: Element) => number
  /** By the names of menus alone, which items of lists do not carry. */
  ofMenu: (element: Element) => number
}

export function frameOf({ $ }: OpenDocument): Frame {
  const [body] = $('body').toArray()
  const sizes = body ? textSizes(body) : new Map<Element, number>()
  const whole = Math.max(1, (body && sizes.get(body)) ?? 1)
  const isSmall = (element: Element) => (sizes.get(element) ?? 0) < whole * MOST
  return { of: least(factorOf, isSmall), ofMenu: least(menuFactorOf, isSmall) }
}

/** The least factor on the way up, remembered for every element passed. */
function least(
  factor: (element: Element) => number,
  counts: (element: Element) => boolean,
): (element: Element) => number {
  const known = new Map<Element, number>()
  return (element) => {
    const way: Element[] = []
    let node: Element | null = element
    while (node && !known.has(node)) {
      way.push(node)
      const parent: Element['parent'] = node.parent
      node = isElement(parent) ? parent : null
    }
    let value = node ? (known.get(node) ?? 1) : 1
    for (const step of way.reverse()) {
      if (counts(step)) value = Math.min(value, factor(step))
      known.set(step, value)
    }
    return value
  }
}

function factorOf(element: Element): number {
  if (TAGS.has(element.name)) return 0.25
  return element.name !== 'a' && namesOf(element).some((one) => NAMES.test(one)) ? 0.4 : menuFactorOf(element)
}

function menuFactorOf(element: Element): number {
  return element.name === 'nav' || namesOf(element).some((one) => MENUS.test(one)) ? 0.4 : 1
}

function namesOf({ attribs }: Element): string[] {
  return `${attribs.class ?? ''} ${attribs.id ?? ''}`.split(/\s+/)
}

/** Characters under each element, scripts and styles left out. A stack of our own, since trees can be deeper than the engine's. */
function textSizes(root: Element): Map<Element, number> {
  const sizes = new Map<Element, number>()
  const stack: { element: Element; leaving: boolean }[] = [{ element: root, leaving: false }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { element, leaving } = top
    if (leaving) {
      const inner = element.children.reduce(
        (sum, child) => sum + (isElement(child) ? (sizes.get(child) ?? 0) : sizeOf(child)),
        0,
      )
      sizes.set(element, inner)
      continue
    }
    if (element.name === 'script' || element.name === 'style') continue
    stack.push({ element, leaving: true })
    for (const child of element.children) if (isElement(child)) stack.push({ element: child, leaving: false })
  }
  return sizes
}

function sizeOf(node: Element['children'][number]): number {
  return node.type === 'text' ? node.data.trim().length : 0
}
