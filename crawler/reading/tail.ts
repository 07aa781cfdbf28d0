/** Where a text ends: editors, keywords, claims and calls of the publisher, other news, comments. */
import type { ReadingContext } from './document.ts'
import { isChosenHeading, isCommentHeading, isMoreHeading, isNoise, isShareLine, isSiteNote } from './noise.ts'
import { isClosingInfoLine, isInfoLine } from './particulars.ts'
import { isSaid, type Passage } from './passages.ts'
import { isStatement, sizeOf } from './prose.ts'

/** Passages looked at from the end. */
const DEEP = 24
const TAIL: readonly RegExp[] = [
  /^[\s(（【[［]*(?:责任编辑|責任編輯|责编|責編|文字编辑|图片编辑|网络编辑|编辑|編輯|编审|校对|审核|审签|监制|初审|复审|终审|二审|三审|值班编辑|作者|本文来源|稿件来源|原标题|关键字|关键词|關鍵字|關鍵詞|标签|標籤|Tags?|Keywords)\s*[:：丨|].{0,80}$/i,
  /^[\s(（【[]*(?:责编|责任编辑|編輯|编辑)[\s　]{1,4}\S{2,12}[\s)）】\]]*$/,
  /^[\s(（【[]*(?:免责声明|版权声明|郑重声明|特别声明|声明)\s*[:：].{0,300}$/,
  /^[\s(（【[]*(?:END|完|返回列表|打印本页|关闭窗口|展开全文|看全文|阅读全文|查看更多|加载更多.{0,6}|点击进入专题|comments?|printer-friendly version)[\s)）】\]]*$/i,
  /^(?:.{0,30}仅代表.{0,24}(?:观点|立场|看法|意见)|.{0,6}(?:读者|新闻|广告|爆料)热线\s*[:：]?|发送邮件|(?:投稿|爆料)(?:邮箱|电话|方式)\s*[:：]).{0,160}$/,
  /^[\s(（【[]*(?:免责声明|版权声明|郑重声明|特别声明|声明|.{0,12}(?:公众号|官方微信|官方微博|客户端|APP))[\s)）】\]]*$/i,
  // A code to register by is part of a notice.
  /^(?!.*(?:报名|报考|填写|登记|申请|预约|咨询|参加|参与|提交|缴费|进群|入群|报到)).{0,80}(?:扫码|二维码|下载APP|下载客户端|点我下载|點我下載).{0,60}$/i,
  /^.{0,60}(?:未经.{0,20}(?:授权|许可|书面).{0,60}(?:转载|使用|镜像)|转载请注明.{0,40}|版权归.{0,30}所有).{0,120}$/,
  /^(?:©|copyright|all rights reserved|this (?:article|story|material) (?:was|is|may).{0,20}(?:published|copyright|reproduced)|have a tip\b|join our .{0,30}forum|sign up (?:for|to)|subscribe\b|follow .{0,60}(?:on |@)|like (?:us|this story)|email .{0,60}@|contact .{0,60}@|tags?\b:?|filed under|topics?:|about the author|source:|sources?: ).{0,260}$/i,
]
/** Index of the first passage of the end that is no text. */
export function tailStart(
  passages: Passage[],
  from: number,
  context: ReadingContext,
  names: ReadonlySet<string>,
): number {
  const last = endOfText(passages, from, context)
  let end = last
  for (let at = last - 1; at > from && last - at <= DEEP; at -= 1) {
    const { text, linked } = passages[at] ?? { text: '', linked: 0 }
    if (TAIL.some((pattern) => pattern.test(text)) || isClosingInfoLine(text, context, names)) end = at
    else if (isNoise(text)) end = end === at + 1 ? at : end
    else if (linked < 0.6 && isStatement(text)) break
  }
  return end
}

/** Where other news begin, what readers say, or what stands elsewhere below the line that names the editor. */
function endOfText(passages: Passage[], from: number, context: ReadingContext): number {
  const find = (isMark: (text: string) => boolean) =>
    passages.findIndex(({ text }, index) => index > from && isMark(text))
  const more = find(isMoreHeading)
  const isOther =
    isOtherNews(passages.slice(more + 1), passages.slice(from, more), context) ||
    (isChosenHeading(passages[more]?.text ?? '') && isElsewhere(passages, from, more))
  const editor = find((text) => EDITOR.test(text))
  const comments = find(isCommentHeading)
  const isAfterText = comments > 0 && passages.slice(from, comments).some(isSaid)
  return Math.min(
    more > 0 && isOther ? more : passages.length,
    editor > 0 && isElsewhere(passages, from, editor) ? editor : passages.length,
    isAfterText ? comments : passages.length,
    secondShares(passages, from),
  )
}

/** Where the buttons that stood before the text come again, with other articles below. */
function secondShares(passages: Passage[], from: number): number {
  const first = passages.findIndex(({ text }) => isShareLine(text))
  if (first < 0 || passages.slice(from, first).some(isSaid)) return passages.length
  const again = passages.findIndex(({ text }, index) => index > first && text === passages[first]?.text)
  return again > 0 && passages.slice(first, again).some(isSaid) ? again : passages.length
}

const EDITOR = /^[\s(（【[]*(?:责任编辑|責任編輯|责编|責編)\s*[:：|丨 　]\s*\S{2,12}.{0,20}$/

/** What follows such a heading is little, or links and days. */
function isOtherNews(after: Passage[], before: Passage[], context: ReadingContext): boolean {
  const sizeIn = (passages: Passage[]) =>
    passages.reduce((sum, { text, linked }) => sum + sizeOf(text) * (1 - linked), 0)
  const pointers = after.filter(({ text, linked }) => linked > 0.6 || isInfoLine(text, context))
  const said = after.filter((passage) => isSaid(passage) && !isSiteNote(passage.text))
  if (said.length > 0 && said.every(({ linked }) => linked > 0)) return true
  return (said.length === 0 && sizeIn(after) < sizeIn(before)) || pointers.length >= after.length * 0.3
}

/** No statement that follows stands beside one that came before. */
function isElsewhere(passages: Passage[], from: number, more: number): boolean {
  const boxes = new Set(
    passages.slice(from, more).flatMap((passage) => (isSaid(passage) ? [passage.block?.parent] : [])),
  )
  return (
    boxes.size > 0 && passages.slice(more + 1).every((passage) => !isSaid(passage) || !boxes.has(passage.block?.parent))
  )
}
