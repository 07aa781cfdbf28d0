/** What stands in or beside a text and is no part of it: menus, shares, other news, forms, notes of the site. */
import { textContent } from 'domutils'
import { type Element, isElement, type Node } from './document.ts'
import { squash } from './lines.ts'
import { MUTE, walk } from './tree.ts'
import { type Weight, weigh } from './weights.ts'

const TAGS = new Set(['nav', 'footer', 'aside', 'form', 'dialog', 'menu'])
const ROLES = /^(?:navigation|banner|complementary|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tooltip)$/
/** Words that publishers put into class and id for what stands beside a text, by whole words of the name. */
const NAMES = new RegExp(
  '(?:^|[\\s_-])(?:' +
    'shares?|sharing|sharebar|sharebox|bdshare\\w*|jiathis\\w*|social\\w*|sns|follow\\w*|related\\w*|relate|recommend\\w*|tuijian|xiangguan|' +
    'comments?|commentbox|disqus\\w*|respond|breadcrumbs?|crumbs?|weizhi|newsletter\\w*|subscribe\\w*|subscription|signup|' +
    'promo\\w*|adverts?|advertisement|advertising|ads?|adsense|sponsor\\w*|outbrain|taboola|teads|tags?|taglist|keywords?|' +
    'pagination|pager|pages?nav|prevnext|prev-?next|next-?prev|shangxia|sxp|hot\\w{0,4}|ranking|rank|toolbar|tools|tool-?bar|' +
    'author-?(?:bio|box|info|card|description|profile)|about-?(?:the-?)?author|bio|qr-?code|erweima|ewm|copyright|statement|disclaimer|mianze|' +
    'footer|sidebar|side-?bar|popup|modal|cookie\\w*|print\\w{0,4}|dayin|fontsize|font-size|zihao|zan|dianzan|like-?(?:box|button)|report-?error|jiucuo|' +
    'caption-?credit|video-?player|screen-reader-text|sr-only|visually-?hidden|skip-?links?|see-?also|read-?(?:more|next)|more-?(?:news|stories|from)|inline-?related|also-?read' +
    ')(?:$|[\\s_-])',
  'i',
)
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** Said by the mark-up itself. */
export function isHidden({ attribs }: Element): boolean {
  return 'hidden' in attribs || attribs['aria-hidden'] === 'true' || HIDDEN.test(attribs.style ?? '')
}

export function isNamedFurniture({ name, attribs }: Element): boolean {
  if (TAGS.has(name) || ROLES.test(attribs.role ?? '')) return true
  // Publishers name the paragraphs of a text after what they sell with it.
  if (name === 'p') return false
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`
  return names.length > 1 && names.length < 300 && NAMES.test(names)
}

const INLINE = new Set('a abbr b cite em font i mark q s small span strong sub sup u'.split(' '))

/** Words of a sentence are linked and marked too (`class="keyword"`): words follow at once, or lead up to it. */
function isInSentence(element: Element): boolean {
  let inner = element
  while (INLINE.has(inner.name)) {
    const after = wordsBeside(inner, 'next')
    const before = wordsBeside(inner, 'prev')
    if (after !== '' || before !== '') return after !== '' || !ENDED.test(before)
    if (!isElement(inner.parent)) return false
    inner = inner.parent
  }
  return false
}

const ENDED = /[。！？!?.:：；;|｜]["”’」』)）]?$/u

/** The nearest words on one side of an element, among its neighbours; '' where a block or nothing stands. */
function wordsBeside(element: Element, side: 'next' | 'prev'): string {
  for (let node: Node | null = element[side]; node; node = node[side]) {
    if (isElement(node) && !INLINE.has(node.name)) return ''
    const words = node.type === 'text' ? squash(node.data) : isElement(node) ? squash(textContent(node)) : ''
    if (/[\p{L}\p{N}]/u.test(words)) return words
  }
  return ''
}

/** An element so named may still hold most of the text: such a name is not believed. */
const MOST = 0.3
const MOST_TOGETHER = 0.5

/** Elements to leave out, outermost first; what they state is less than a third of all. */
export function furnitureIn(roots: readonly Node[], weights = weigh(roots)): Set<Element> {
  const found = new Set<Element>()
  walk(roots, (node) => {
    if (!isElement(node)) return node.type === 'root'
    if (MUTE.has(node.name)) return false
    const weight = weights.of(node)
    const named = isHidden(node) || (isNamedFurniture(node) && !isInSentence(node)) || isLinkList(node, weight)
    if (!named || weight.said > weights.all.said * MOST) return true
    found.add(node)
    return false
  })
  const said = [...found].reduce((sum, element) => sum + weights.of(element).said, 0)
  return said <= weights.all.said * MOST_TOGETHER
    ? found
    : new Set([...found].filter((element) => weights.of(element).said === 0))
}

const FEWEST_LINKS = 3

/** A list of which nearly every entry is nothing but a link to a page. */
function isLinkList({ name }: Element, { passages, links }: Weight): boolean {
  return LISTS.has(name) && links >= FEWEST_LINKS && links >= passages * 0.8
}

const LISTS = new Set(['ul', 'ol', 'dl'])
