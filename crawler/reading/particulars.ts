/** Lines of a page that state nothing: when it was published and by whom, how often it was read, how large its letters are. */
import { findDates } from '../../domain/dates.ts'
import type { ReadingContext } from './document.ts'
import { type Label, readLabels, STROKE, withYearFirst } from './info-line.ts'
import { keyOf } from './keys.ts'
import { squash } from './lines.ts'

const READ =
  '(?:浏览|瀏覽|阅读|閱讀|点击|點擊|访问|查看|评论|評論|点赞|收藏|跟贴|参与|人气|人氣|热度|转发|views?|reads?|comments?|shares?)'
const COUNT = '[\\d.,]+\\s*(?:万|[kKwW])?\\+?'
/** How often it was read, before or after the number. */
const COUNTER = new RegExp(
  `(?:已|共|被)?${READ}(?:次数|次數|人数|量|数|數|率)?(?:\\s*[:：]?\\s*(?:${COUNT}|加载中|-{2,})\\s*(?:次|人|个|条)?|\\s*[:：]\\s*$)|${COUNT}\\s*(?:次|人|个|条)?\\s*${READ}`,
  'giu',
)
const SIZE = '(?:特大|超大|默认|默認|大|中|小|[AT][+-]?)'
const SWITCH = new RegExp(
  `(?:字号|字號|字体大小|字体|字體|文字大小)?\\s*[:：]?\\s*[[【(（]?\\s*(?<![\\p{L}\\p{N}])${SIZE}(?:[\\s|/]+${SIZE}){1,4}(?![\\p{L}\\p{N}])\\s*[\\]】)）]?`,
  'gu',
)
const CREDIT =
  /^[\s(（【[]*(?:文|图|文图|图文|文\/图)\s*[|｜丨:：/]\s*\p{sc=Han}{2,4}(?:[\s、]+\p{sc=Han}{2,4}){0,2}[\s)）】\]]*$/u
const CLOCK = /(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)/g
const BESIDE_DATE =
  /星期[一二三四五六日天]|(?<!\p{L})周[一二三四五六日](?!\p{L})|发布于|發佈於|发表于|首发于|更新于|刊登于|刊发于|上午|下午|凌晨|打印|列印|分享|收藏|关闭|原创|转载/gu
const PLAIN: ReadonlySet<Label> = new Set<Label>(['published', 'updated', 'counter'])
const MOST = 160

interface Particulars {
  /** Days that name their year, and others. */
  dates: number
  days: number
  labels: number
  /** Labels of the day and of counters. */
  plain: number
  /** Counters and switches of the size of letters. */
  counters: number
  hasClock: boolean
  /** What is left when all that is taken away. */
  rest: string
}

/** When something else takes place, as notices of events and tenders begin. */
const EVENT = /^(?:时间|日期|時間)\s*[:：]\s*\d{4}年/
const OTHER_LABEL = /\p{sc=Han}{2,}\s*[:：]/u

/** Undefined for a line that is too long, says a whole sentence, or when something else takes place. */
function particularsOf(line: string, context: ReadingContext): Particulars | undefined {
  const text = withYearFirst(line.replace(STROKE, '|'))
  if (text.length > MOST || /[。！？]/.test(text)) return undefined
  const named = readLabels([text])
  if (named.length < 2 && EVENT.test(text)) return undefined
  const days = findDates(text, context)
  const dates = days.filter(({ raw }) => /\d{4}/.test(raw))
  const hasClock = new RegExp(CLOCK).test(text) || days.some(({ raw }) => /前$|\bago$/.test(raw))
  let rest = text
  for (const { raw } of hasClock ? days : dates) rest = rest.replace(raw, ' ')
  for (const { value } of named) rest = rest.replace(value, ' ')
  const plain = named.filter(({ label }) => PLAIN.has(label)).length
  const counters = [...rest.matchAll(COUNTER), ...rest.matchAll(SWITCH)].length
  for (const pattern of [COUNTER, SWITCH, CLOCK, BESIDE_DATE]) rest = rest.replace(pattern, ' ')
  rest = squash(rest.replace(/[|｜│·•\s]+/g, ' '))
  if (named.length === 0 && OTHER_LABEL.test(rest)) return undefined
  return {
    dates: dates.length,
    days: days.length,
    labels: named.length,
    plain,
    counters,
    hasClock,
    rest,
  }
}

/** Beside a day with its year, a name and a few words more; beside less, hardly anything. */
const WORDS_BESIDE_DAY = 24
const WORDS_BESIDE_LABEL = 16
const WORDS_ELSE = 8
/** How publishers are called. */
const PUBLISHER =
  /^\p{sc=Han}+(?:网|報|报|社|刊|台|局|委|厅|院|办|办公室|政府|中心|门户|频道|新闻|发布|客户端|公众号)$/u

/** Nothing but dates, names behind labels, counters. */
export function isInfoLine(text: string, context: ReadingContext): boolean {
  if (CREDIT.test(text)) return true
  const found = particularsOf(text, context)
  if (!found) return false
  const { dates, days, labels, counters, hasClock, rest } = found
  if (labels > 0) return rest.length <= WORDS_BESIDE_LABEL * (labels + 1)
  if (dates > 0) return rest.length <= WORDS_BESIDE_DAY
  if (counters > 0 || (hasClock && days > 0))
    return rest.length <= WORDS_ELSE || (rest.length <= WORDS_BESIDE_LABEL && PUBLISHER.test(rest))
  return hasClock && rest === ''
}

/** The same after a text, where a name and a day are a signature and who wrote it may be named: only what labels the day, counts readers, or is a moment alone or beside one of `names`. */
export function isClosingInfoLine(text: string, context: ReadingContext, names: ReadonlySet<string>): boolean {
  const found = particularsOf(text, context)
  if (!found) return false
  const { days, labels, plain, counters, hasClock, rest } = found
  const isMoment = hasClock && days > 0
  if (plain + counters > 0 || (isMoment && labels > 0)) return rest.length <= WORDS_ELSE * (labels + 1)
  return isMoment && (rest === '' || names.has(keyOf(rest)))
}
