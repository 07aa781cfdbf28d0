/** What clings to the beginning and the end of a text: its own headline and info line, editors, keywords, other news. */
import type { CheerioAPI } from 'cheerio'
import { findDates } from '../../domain/dates.ts'
import type { ReadingContext } from './document.ts'
import { readLabels } from './info-line.ts'
import { dropText, leavesOf } from './leaves.ts'
import { squash } from './lines.ts'

/** Lines looked at from each end. */
const DEEP = 12

/** Works on the body's own document. */
export function trimEdges($: CheerioAPI, title: string, context: ReadingContext): void {
  const leaves = leavesOf($)
  const texts = leaves.map(({ text }) => text)
  const head = headLength(texts, keyOf(title), context)
  const tail = tailStart(texts, head)
  for (const [index, { element }] of leaves.entries()) if (index < head || index >= tail) dropText($, element)
}

/**
 * How many leaves at the beginning are no text: all up to the last info line before the first sentence. A headline
 * alone stays, since official documents open with theirs.
 */
function headLength(texts: string[], title: string, context: ReadingContext): number {
  let length = 0
  for (const [index, text] of texts.slice(0, DEEP).entries()) {
    if (/[。！？]/.test(text) || text.length > 200) break
    if (isInfoLine(text, context)) length = index + 1
    else if (length > 0 && keyOf(text) === title) length = index + 1
  }
  const dropped = texts.slice(0, length).reduce((sum, text) => sum + text.length, 0)
  return length < texts.length && dropped < title.length * 2 + 200 ? length : 0
}

/** Nothing but dates, names behind labels, counters. */
export function isInfoLine(text: string, context: ReadingContext): boolean {
  if (text.length > 160 || /[。！？]/.test(text)) return false
  const dates = findDates(text, context).filter(({ raw }) => /\d{4}/.test(raw))
  const labels = readLabels([text])
  let rest = text
  for (const { raw } of dates) rest = rest.replace(raw, ' ')
  for (const { value } of labels) rest = rest.replace(value, ' ')
  if (dates.length === 0 && labels.length === 0) return false
  return squash(rest).length <= (labels.length > 0 ? 16 * (labels.length + 1) : 24)
}

const TAIL: readonly RegExp[] = [
  /^[\s(（【[［]*(?:责任编辑|責任編輯|责编|网络编辑|编辑|編輯|编审|校对|审核|审签|监制|初审|复审|终审|二审|三审|值班编辑|本文来源|稿件来源|原标题|关键字|关键词|關鍵字|關鍵詞|标签|標籤|Tags?|Keywords)\s*[:：].{0,80}$/i,
  /^[\s(（【[]*(?:免责声明|版权声明|郑重声明|特别声明|声明)\s*[:：].{0,300}$/,
  /^[\s(（【[]*(?:END|完|返回列表|打印本页|关闭窗口|展开全文|看全文|阅读全文|查看更多|加载更多.{0,6}|点击进入专题|comments?|printer-friendly version)[\s)）】\]]*$/i,
  /^.{0,40}(?:扫码|二维码|下载APP|下载客户端|点我下载|點我下載).{0,60}$/i,
]
const MORE =
  /^[\s【[(（]*(?:为您推荐|为你推荐|推荐阅读|相关阅读|相关新闻|相关报道|相关文章|相关链接|猜你喜欢|你可能会喜欢|你可能也喜欢|热门推荐|更多新闻|阅读下一篇|you may also like.{0,6}|related (?:articles|stories|news|posts)|read more|more from.{0,20}|recommended)[\s】\])）:：]*$/i

/** Index of the first leaf of the end that is no text. */
function tailStart(texts: string[], from: number): number {
  let end = texts.length
  const more = texts.findIndex((text, index) => index >= from + 1 && MORE.test(text))
  const after = more < 0 ? [] : texts.slice(more)
  const all = texts.reduce((sum, text) => sum + text.length, 0)
  const small =
    after.reduce((sum, text) => sum + text.length, 0) < all * 0.4 && after.every((text) => text.length < 120)
  if (more >= 0 && small) end = more
  for (
    let seen = 0;
    seen < DEEP && end > from + 1 && TAIL.some((pattern) => pattern.test(texts[end - 1] ?? ''));
    seen += 1
  )
    end -= 1
  return end
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
