/** What clings to a text: its own headline and info line, editors, keywords, captions, calls to read on. */
import { isElement, type Node, type ReadingContext } from './document.ts'
import { keyOf } from './keys.ts'
import { isNoise } from './noise.ts'
import { isInfoLine } from './particulars.ts'
import { isSaid, type Passage, passagesOf, silence } from './passages.ts'
import { isHan, isStatement, sizeOf } from './prose.ts'
import { isSummary } from './summary.ts'
import { tailStart } from './tail.ts'

const DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/
/** Passages looked at from the beginning. */
const DEEP = 24

/** What is known of the page; `names` are those of the publisher. */
interface Around {
  title: string
  url: string
  names: readonly string[]
  /** The text stands in a container made for it, which holds no info line but a document's own day. */
  known: boolean
}

/** Works on the body's own tree. */
export function trimEdges(nodes: readonly Node[], { title, url, names, known }: Around, context: ReadingContext): void {
  const passages = passagesOf(nodes)
  const han = isHan(passages.map(({ text }) => text).join(''))
  const own = new Set(names.map(keyOf))
  const isInfo = (text: string) => isInfoLine(text, context) && !(known && DAY.test(text))
  const lengthOf = (rest: Passage[]) => headLength(rest, keyOf(title), han, isInfo, own)
  const start = lengthOf(passages)
  const tail = tailStart(passages, start, context, own)
  const head = han ? afterSummary(passages.slice(0, tail), start, lengthOf) : start
  const calls = han ? new Set<Passage>() : new Set(passages.filter(isCall))
  const lone = loneLinks(passages.slice(head, tail), url)
  for (const [index, passage] of passages.entries())
    if (index < head || index >= tail || isNoise(passage.text) || calls.has(passage) || lone.has(passage))
      silence(passage)
}

/**
 * How many passages at the beginning are no text: all up to the last info line before the first sentence. A headline
 * alone stays in Chinese, since official documents open with theirs.
 */
function headLength(
  passages: Passage[],
  title: string,
  han: boolean,
  isInfo: (text: string) => boolean,
  names: ReadonlySet<string>,
): number {
  const headline = passages.slice(0, 80).findIndex(({ text }) => keyOf(text) === title)
  const before = passages.slice(0, Math.max(0, headline))
  const clear = before.every(({ text }) => !isStatement(text) || isInfo(text))
  const from =
    headline >= 0 && clear && (before.length > 0 || !han || /^h\d$/.test(passages[headline]?.block?.name ?? ''))
      ? headline + 1
      : 0
  const isAgain = (key: string) => key === title || names.has(key)
  let length = from
  for (const [index, { text, linked }] of passages.slice(from, from + DEEP).entries()) {
    const at = from + index
    if (isInfo(text) || (at === length && length > 0 && isAgain(keyOf(text)))) length = at + 1
    else if (/[。！？]|\p{sc=Han}[!?]/u.test(text) || sizeOf(text) > 60) break
    else if (!han && linked < 0.8 && isStatement(text)) break
  }
  return length < passages.length ? length : 0
}

/** The text begins after its summary, and after what stands between the two. */
function afterSummary(passages: Passage[], start: number, lengthOf: (rest: Passage[]) => number): number {
  const [first, ...rest] = passages.slice(start)
  return first && isSummary(first, rest) ? start + 1 + lengthOf(rest) : start
}

const CALL =
  /^(?:[-–—>»→▶•[(]+\s*)?(?:related\s*:|read (?:more|also|next|on)\b|see (?:also|more)\b|also (?:read|on)\b|more\s*:|more from\b|don.t miss\b|watch\s*:|listen\s*:|click here\b|sign up (?:for|to|now)\b|subscribe (?:to|now|here)\b|get (?:the latest|our|breaking)\b|follow (?:us|@|\p{L}+ on)\b|like us on\b|download (?:our|the)\b.{0,20}\bapp|image copyright|image caption|media caption|photo(?:s|graph)?(?: by|\s*:)|image\s*:|image credit|\(?(?:image|photo)(?: credit)?\s*:|credit\s*:|\(?(?:ap|afp|reuters|getty) ?photo|lesen sie (?:auch|mehr)|leggi anche\b|mehr\s*:|lee (?:también|más)|lea también|leia (?:também|mais)|leggi anche|lire aussi|à lire|читайте также|читать также)/iu
const LONGEST_CALL = 60

/** Asks to read, hear or see something else, or names who took a picture. */
function isCall({ text }: Passage): boolean {
  return CALL.test(text) && sizeOf(text) <= LONGEST_CALL
}

const FILE = /\.(?:docx?|wps|xlsx?|et|pdf|zip|rar|ofd|pptx?)\b|附件|附表|https?:|www\./i

/** Lines that are a link to another page of the site and nothing else: in a text that is mostly none, or after its end. */
function loneLinks(passages: Passage[], url: string): Set<Passage> {
  const links = passages.filter(
    ({ text, texts, linked, block }) =>
      linked >= 0.9 && !FILE.test(text) && !/^t[dh]$/.test(block?.name ?? '') && !leadsAway(texts, url),
  )
  if (links.length === 0) return new Set()
  const said = passages.filter(isSaid)
  if (said.length > links.length) return new Set(links)
  const last = said.at(-1)
  return new Set(last ? links.filter((link) => passages.indexOf(link) > passages.indexOf(last)) : [])
}

function leadsAway(texts: Passage['texts'], url: string): boolean {
  let node: Node | null | undefined = texts.find(({ data }) => /\S/.test(data))
  while (node && !(isElement(node) && node.name === 'a')) node = node.parent
  const href = node?.attribs.href
  return href !== undefined && URL.canParse(href) && URL.canParse(url) && siteOf(href) !== siteOf(url)
}

/** The part of a host that its owner has registered, near enough: `town.example`, `town.gov.example`. */
function siteOf(url: string): string {
  const labels = new URL(url).hostname.split('.')
  return labels.slice((labels.at(-2) ?? '').length > 3 ? -2 : -3).join('.')
}
