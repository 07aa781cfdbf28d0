/** The headline where the head of a page names none: the line above the info line, by how it stands out. */
import { type Element, isElement, type Node, type ReadingContext } from './document.ts'
import { readLabels } from './info-line.ts'
import { isInfoLine } from './particulars.ts'
import { type Passage, passagesOf } from './passages.ts'
import { NOT_PUBLISHED } from './published-words.ts'
import { isCalledAsSite } from './site-name.ts'

/** A headline and how much speaks for it. */
interface Candidate {
  text: string
  rank: number
}

const HEADING = /^h[1-4]$/
/** `con-title`, `bt` (标题), `subject`, `headline`. */
const CLASS = /(?:^|[\s_-])(?:bt|tit|biaoti|subject|headline)(?:$|[\s_-])|title(?!bar)/i
const LARGE = /font-size\s*:\s*(?:1[6-9]|[2-6]\d)(?:\.\d+)?(?:px|pt)|font-size\s*:\s*(?:x*-?large|[23])/i
const CENTRED = /text-align\s*:\s*center/i
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i
/** Where one stands and where one may go. */
const WAY = /当前位置|當前位置|您的位置|所在位置|[>＞›»]|^(?:首页|返回)/u
/** A line of the second rank, or what belongs to the headline in brackets. */
const SECOND = /^(?:[—-]{1,2}|[（(〔])/u

const SHORTEST = 5
const LONGEST = 100
/** A heading, a class, or large letters in the middle. */
const ENOUGH = 3
/** So much counts that the info line calls its particulars by name. */
const LABELLED = 2
const MOST_LINES = 400

/** Undefined where nothing stands out. The first of those that stand out most. */
export function findStandingOut(root: Node, context: ReadingContext): string | undefined {
  const passages = passagesOf([root]).slice(0, MOST_LINES)
  let best: Candidate = { text: '', rank: 0 }
  for (const [at, { text }] of passages.entries()) {
    if (!isDated(text, context)) continue
    const above = passages[at - 1]
    const line = above && SECOND.test(above.text) ? passages[at - 2] : above
    if (!line || !isPossible(line, context)) continue
    const rank = rankOf(line) + (readLabels([text]).length > 0 ? LABELLED : 0)
    if (rank > best.rank) best = { text: line.text, rank }
  }
  return best.rank >= ENOUGH ? best.text : undefined
}

/** Nothing but particulars, and a day or a publisher among them; not the day of the visit. */
function isDated(text: string, context: ReadingContext): boolean {
  if (!/\d|来源|來源/.test(text) || /今天是|现在时间|現在時間/.test(text)) return false
  if (NOT_PUBLISHED.test(text) && !readLabels([text]).some(({ label }) => label === 'published')) return false
  return isInfoLine(text, context)
}

function isPossible({ text, linked }: Passage, context: ReadingContext): boolean {
  const length = [...text].length
  if (length < SHORTEST || length > LONGEST || linked > 0.5) return false
  if (/[。；;：:]$/.test(text) || WAY.test(text) || isCalledAsSite(text)) return false
  return !isInfoLine(text, context)
}

/** What the elements that hold the whole line say of it. */
function rankOf({ block, texts }: Passage): number {
  const marks = new Set<'heading' | 'class' | 'large' | 'bold' | 'centred'>()
  for (const element of holdersOf(texts[0], block)) {
    const { class: called = '', id = '', style = '', align = '', size = '' } = element.attribs
    if (HEADING.test(element.name)) marks.add('heading')
    if (CLASS.test(called) || CLASS.test(id)) marks.add('class')
    if (LARGE.test(style) || /^(?:\+[1-9]|[4-7])$/.test(size)) marks.add('large')
    if (element.name === 'b' || element.name === 'strong' || BOLD.test(style)) marks.add('bold')
    if (element.name === 'center' || /^center$/i.test(align) || CENTRED.test(style)) marks.add('centred')
  }
  return [...marks].reduce((sum, mark) => sum + WORTH[mark], 0)
}
const WORTH = { heading: 3, class: 3, large: 2, bold: 1, centred: 1 } as const

/** From the first word up to the block of the line, and what that alone fills. */
function holdersOf(word: Node | undefined, block: Element | undefined): Element[] {
  const holders: Element[] = []
  for (let node: Node | null = word?.parent ?? null; isElement(node); node = node.parent) {
    const isBeyond = holders.includes(block as Element)
    if (isBeyond && (!isElement(node) || node.children.filter(isElement).length > 1)) break
    holders.push(node)
  }
  return holders
}
