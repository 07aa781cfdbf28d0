/** What clings to a text: its own headline and info line, editors, keywords, captions, calls to read on. */
import { isElement, type Node, type ReadingContext } from './document.ts'
import { keyOf } from './keys.ts'
import { isChosenHeading, isCommentHeading, isMoreHeading, isNoise, isSiteNote } from './noise.ts'
import { isClosingInfoLine, isInfoLine } from './particulars.ts'
import { type Passage, passagesOf, silence } from './passages.ts'
import { isHan, isStatement, sizeOf } from './prose.ts'

const DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/
/** Passages looked at from each end. */
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
  const head = headLength(passages, keyOf(title), han, isInfo, own)
  const tail = tailStart(passages, head, context, own)
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
    else if (/[。！？]/.test(text) || sizeOf(text) > 60) break
    else if (!han && linked < 0.8 && isStatement(text)) break
  }
  return length < passages.length ? length : 0
}

const TAIL: readonly RegExp[] = [
  /^[\s(（【[［]*(?:责任编辑|責任編輯|责编|責編|文字编辑|图片编辑|网络编辑|编辑|編輯|编审|校对|审核|审签|监制|初审|复审|终审|二审|三审|值班编辑|作者|本文来源|稿件来源|原标题|关键字|关键词|關鍵字|關鍵詞|标签|標籤|Tags?|Keywords)\s*[:：丨|].{0,80}$/i,
  /^[\s(（【[]*(?:责编|责任编辑|編輯|编辑)[\s　]{1,4}\S{2,12}[\s)）】\]]*$/,
  /^[\s(（【[]*(?:免责声明|版权声明|郑重声明|特别声明|声明)\s*[:：].{0,300}$/,
  /^[\s(（【[]*(?:END|完|返回列表|打印本页|关闭窗口|展开全文|看全文|阅读全文|查看更多|加载更多.{0,6}|点击进入专题|comments?|printer-friendly version)[\s)）】\]]*$/i,
  /^(?:.{0,30}仅代表.{0,24}(?:观点|立场|看法|意见)|.{0,6}(?:读者|新闻|广告|爆料)热线\s*[:：]?|发送邮件|(?:投稿|爆料)(?:邮箱|电话|方式)\s*[:：]).{0,160}$/,
  /^[\s(（【[]*(?:免责声明|版权声明|郑重声明|特别声明|声明|.{0,12}(?:公众号|官方微信|官方微博|客户端|APP))[\s)）】\]]*$/i,
  /^.{0,40}(?:扫码|二维码|下载APP|下载客户端|点我下载|點我下載).{0,60}$/i,
  /^.{0,60}(?:未经.{0,20}(?:授权|许可|书面).{0,60}(?:转载|使用|镜像)|转载请注明.{0,40}|版权归.{0,30}所有).{0,120}$/,
  /^(?:©|copyright|all rights reserved|this (?:article|story|material) (?:was|is|may).{0,20}(?:published|copyright|reproduced)|have a tip\b|join our .{0,30}forum|sign up (?:for|to)|subscribe\b|follow .{0,60}(?:on |@)|like (?:us|this story)|email .{0,60}@|contact .{0,60}@|tags?\b:?|filed under|topics?:|about the author|source:|sources?: ).{0,260}$/i,
]
/** Index of the first passage of the end that is no text. */
function tailStart(passages: Passage[], from: number, context: ReadingContext, names: ReadonlySet<string>): number {
  const more = passages.findIndex(({ text }, index) => index > from && isMoreHeading(text))
  const others =
    more >= 0 &&
    (isOtherNews(passages.slice(more + 1), passages.slice(from, more), context) || isElsewhere(passages, from, more))
      ? more
      : passages.length
  const comments = passages.findIndex(({ text }, index) => index > from && isCommentHeading(text))
  const last = comments > 0 && passages.slice(from, comments).some(isSaid) ? Math.min(others, comments) : others
  let end = last
  for (let at = last - 1; at > from && last - at <= DEEP; at -= 1) {
    const { text, linked } = passages[at] ?? { text: '', linked: 0 }
    if (TAIL.some((pattern) => pattern.test(text)) || isClosingInfoLine(text, context, names)) end = at
    else if (isNoise(text)) end = end === at + 1 ? at : end
    else if (linked < 0.6 && isStatement(text)) break
  }
  return end
}

function isSaid({ text, linked }: Passage): boolean {
  return linked < 0.5 && isStatement(text)
}

/** What follows such a heading is little, or links and days. */
function isOtherNews(after: Passage[], before: Passage[], context: ReadingContext): boolean {
  const sizeIn = (passages: Passage[]) =>
    passages.reduce((sum, { text, linked }) => sum + sizeOf(text) * (1 - linked), 0)
  const pointers = after.filter(({ text, linked }) => linked > 0.6 || isInfoLine(text, context))
  const said = after.filter((passage) => isSaid(passage) && !isSiteNote(passage.text))
  if (said.length > 0 && said.every(({ linked }) => linked > 0)) return true
  return (said.length === 0 && sizeIn(after) < sizeIn(before)) || pointers.length >= after.length * 0.3
}

/** After a heading of things chosen for the reader, no statement stands beside one that came before. */
function isElsewhere(passages: Passage[], from: number, more: number): boolean {
  if (!isChosenHeading(passages[more]?.text ?? '')) return false
  const boxes = new Set(
    passages.slice(from, more).flatMap((passage) => (isSaid(passage) ? [passage.block?.parent] : [])),
  )
  return (
    boxes.size > 0 && passages.slice(more + 1).every((passage) => !isSaid(passage) || !boxes.has(passage.block?.parent))
  )
}

const CALL =
  /^(?:[-–—>»→▶•[(]+\s*)?(?:related\s*:|read (?:more|also|next|on)\b|see (?:also|more)\b|also (?:read|on)\b|more\s*:|more from\b|don.t miss\b|watch\s*:|listen\s*:|click here\b|sign up (?:for|to|now)\b|subscribe (?:to|now|here)\b|get (?:the latest|our|breaking)\b|follow (?:us|@|\p{L}+ on)\b|like us on\b|download (?:our|the)\b.{0,20}\bapp|image copyright|image caption|media caption|photo(?:s|graph)?(?: by|\s*:)|image\s*:|image credit|\(?(?:image|photo)(?: credit)?\s*:|credit\s*:|\(?(?:ap|afp|reuters|getty) ?photo|lesen sie (?:auch|mehr)|leggi anche\b|mehr\s*:|lee (?:también|más)|lea también|leia (?:também|mais)|leggi anche|lire aussi|à lire|читайте также|читать также)/iu
const LONGEST_CALL = 60

/** Asks to read, hear or see something else, or names who took a picture. */
function isCall({ text }: Passage): boolean {
  return CALL.test(text) && sizeOf(text) <= LONGEST_CALL
}

const FILE = /\.(?:docx?|wps|xlsx?|et|pdf|zip|rar|ofd|pptx?)\b|附件|附表|https?:|www\./i

/** Lines that are a link to another page of the site and nothing else, in a text that is mostly none. */
function loneLinks(passages: Passage[], url: string): Set<Passage> {
  const links = passages.filter(
    ({ text, texts, linked, block }) =>
      linked >= 0.9 && !FILE.test(text) && !/^t[dh]$/.test(block?.name ?? '') && !leadsAway(texts, url),
  )
  if (links.length === 0) return new Set()
  const said = passages.filter(isSaid).length
  return new Set(said > links.length ? links : [])
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
