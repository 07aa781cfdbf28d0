/**
 * Days, times and ranges as notices write them: 2026年5月11日至15日17:30,
 * 9月1日9:00—9月10日17:00, 10月19日-23日, 4/15, 5月底, 二〇二六年五月十日, 下周三, 20260710; those of
 * English in `moments-en.ts`. Years that are not written are those nearest to the day of publication.
 */
import { addDays, dayOf, guessYear, lastDayOf, toDay, weekdayOf } from './calendar-days.ts'
import { findEnglishMoments } from './moments-en.ts'
import { parseNumeral } from './numerals.ts'
import { toNarrow } from './text.ts'

/** A local day, with a local time when one is written. */
export interface Moment {
  /** `YYYY-MM-DD` */
  day: string
  /** `HH:mm`; absent for a bare day. 24:00 is said as a bare day, which means its end. */
  time?: string
}

export interface Found {
  from: Moment
  /** Present for ranges only. */
  to?: Moment
  /** The right side of the range is a time alone. */
  sameDay?: boolean
  /** Offsets in the text searched, UTF-16 units. */
  start: number
  end: number
  raw: string
}

const NUMERALS = '一二三四五六七八九十廿'
/** 12, 十二 */
const N = `(?:\\d{1,2}|[${NUMERALS}]{1,3})`
const YEAR = '(?:(?:民[国國]\\s*)?\\d{2,4}|[〇○零一二三四五六七八九]{4}|今|明|本|当)\\s*年(?:度)?'
const WEEKDAY = '(?:\\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?)?'
const PART = '(?:上午|下午|中午|晚上|早上|凌晨|傍晚|午夜|晚间?|早|AM|PM)?'
const CLOCK = `${PART}\\s*(?:\\d{1,2}\\s*[:：]\\s*\\d{2}(?:[:：]\\d{2})?(?:\\s*[ap]\\.?m\\b\\.?)?|${N}\\s*[时点時點](?:\\s*${N}\\s*分|\\d{1,2}|半|整|正|钟)?|[零〇]\\s*[时点])`
/** Without a year, 4/15 and 5.11 are days but 3-5名 is a number, so a dash needs two digits on both sides. */
const MONTH = `(?:\\d{4}\\s*[.\\/-]\\s*\\d{1,2}\\s*[.\\/-]\\s*|(?:${YEAR}\\s*)?(?:${N}|元)\\s*月(?:份)?\\s*|(?:本|当|下|次|这个|下个)月\\s*|\\d{1,2}\\s*[.\\/]\\s*|\\d{2}-(?=\\d{2}(?!\\d)))`
const FULL_DAY = `${MONTH}(?:${N}\\s*[日号]|\\d{1,2}(?![\\d日号])(?!\\s*[./%％万元人名]))`
const COMPACT = '(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)'
const MONTH_END = `(?:(?:本|当|这个|下|下个)月|(?:${YEAR}\\s*)?${N}\\s*月(?:份)?)[底末]|(?:\\d{4}|今|本)年?年底`
const RELATIVE = '今[日天晚]|明[日天晚]|后天|(?:本|这|下下|下)个?(?:周|星期|礼拜)[一二三四五六日天]'
/** （含）, （农历二月初二）; never one that says what happens then, （截止）. */
const NOTE = '(?:\\s*[（(](?![^（()）]{0,12}[截止前后起开始])[^（()）\\d\\n]{1,12}[）)])?'
const DAY = `(?:${MONTH_END}|${COMPACT}|${FULL_DAY}|(?:${RELATIVE})(?:\\s*[（(](?:${COMPACT}|${FULL_DAY})[）)])?)${WEEKDAY}${NOTE}`
const MOMENT = `(?:${DAY}(?:\\s*[,，]?\\s*${CLOCK})?)`
/** Hours behind the last day of a range, 5月19日，上午9:00～12:00, are those of every day. */
const LAST = `(?:${DAY}(?:\\s*[,，]?\\s*${CLOCK}(?!\\s*(?:至|到|[—–~～-])))?)`
const RIGHT = `(?:${LAST}|${N}\\s*[日号]${WEEKDAY}${NOTE}(?:\\s*${CLOCK}(?!\\s*(?:至|到|[—–~～-])))?|${CLOCK}|\\d{1,2}(?![\\d:：.年月日时点人名%]))`
const SEPARATOR = '\\s*[起始]?\\s*(?:至|到|[—–~～-]{1,3}|－|(?:、\\d{1,2}){0,5}[、和及](?=\\d{1,2}[日号]))\\s*'
const EXPRESSION = new RegExp(`(?<![\\d./]|[${NUMERALS}])${MOMENT}(?:${SEPARATOR}${RIGHT})?`, 'giu')
const RANGE = new RegExp(`^(${MOMENT})(?:${SEPARATOR}(${RIGHT}))?$`, 'iu')
const DAY_AT_HEAD = new RegExp(`^${DAY}`, 'iu')
const COMPACT_AT_HEAD = new RegExp(`^${COMPACT}`, 'u')
const FULL_AT_HEAD = new RegExp(`^(?:(\\d{4})\\s*[./-]\\s*|(${YEAR})\\s*)?(${N}|元)\\s*[月./-](?:份)?\\s*(${N})`, 'u')
const MONTH_WORD_AT_HEAD = new RegExp(`^(本|当|这个|下个|下|次)月\\s*(${N})`, 'u')
const END_AT_HEAD = new RegExp(`^(?:(${YEAR})\\s*)?(?:(本|当|这个|下个|下)月|(${N})\\s*月(?:份)?)[底末]`, 'u')
const BARE_AT_HEAD = new RegExp(`^(${N})(?!\\s*[:：时点時點\\d])`, 'u')
/** Only where one of these stands can a day be; most sentences hold none. */
const ANY_SIGN = new RegExp(
  `\\d\\s*[月./-]|\\d{8}|[${NUMERALS}]\\s*[日号月底]|今[日天晚]|明[日天晚]|后天|元月|年底|[本这下当次]个?[周星礼月]|[a-z]{3}`,
  'iu',
)

const toNumber = (text: string) => (/^\d/u.test(text) ? Number(text) : parseNumeral(text.replace(/廿/gu, '二十')))

/** 2026年, 二〇二六年, 115年 of the republic, 26年, 今年, 明年. */
function readYear(text: string, published: string): number {
  const own = Number(published.slice(0, 4))
  const digits = /\d+/u.exec(text)?.[0]
  if (digits) {
    const year = Number(digits)
    if (/民/u.test(text) || (year >= 100 && year < 200)) return year + 1911
    return year < 100 ? year + 2000 : year
  }
  if (/^[今本当]/u.test(text)) return own
  if (text.startsWith('明')) return own + 1
  return Number([...text.slice(0, 4)].map((sign) => Math.max('零一二三四五六七八九'.indexOf(sign), 0)).join(''))
}

/** Reads one clock time: 下午2:30 is 14:30, 中午12点 12:00, 晚上12点 and 24:00 the end of the day. */
export function readClock(text: string): string | undefined {
  const match =
    /(上午|下午|中午|晚上?|早上?|凌晨|傍晚|午夜|AM|PM)?\s*(\d{1,2}|[零〇一二三四五六七八九十廿]{1,3})\s*[:：时点時點]\s*(\d{2}|半|\d{1,2}(?=分)|[一二三四五六七八九十]{1,3}(?=分))?(?:[:：]\d{2})?\s*([ap]\.?m)?/iu.exec(
      text,
    )
  if (!match) return undefined
  const part = `${match[1] ?? ''}${match[4] ?? ''}`
  let hour = /^[零〇]/u.test(match[2] ?? '') ? 0 : toNumber(match[2] ?? '')
  const minute = match[3] === '半' ? 30 : match[3] ? toNumber(match[3]) : 0
  if (/下午|晚|傍晚|午夜|p\.?m/iu.test(part) && hour < 12) hour += 12
  else if (/晚|午夜/u.test(part) && hour === 12) hour = 24
  if (/a\.?m/iu.test(part) && hour === 12) hour = 0
  if (part === '中午' && hour < 3) hour += 12
  const pad = (value: number) => String(value).padStart(2, '0')
  return hour > 24 || minute > 59 ? undefined : `${pad(hour)}:${pad(minute)}`
}

/** 今日, 明天, 下周三: counted from the day of publication. */
function readRelative(text: string, published: string): string | undefined {
  if (/^今[日天晚]/u.test(text)) return published
  if (/^明[日天晚]/u.test(text)) return addDays(published, 1)
  if (text.startsWith('后天')) return addDays(published, 2)
  const [, weeks, weekday = ''] = /^(本|这|下下|下)个?(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text) ?? []
  if (!weeks) return undefined
  const wanted = '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1
  return addDays(published, wanted - weekdayOf(published) + 7 * weeks.replace(/[本这]/u, '').length)
}

/** Year and month that 本月 or 下月 mean. */
function monthOf(word: string, published: string): [number, number] {
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))]
  if (!/[下次]/u.test(word)) return [year, month]
  return month === 12 ? [year + 1, 1] : [year, month + 1]
}

function readMonthEnd(text: string, published: string): string | undefined {
  const yearEnd = /^(\d{4}|今|本)年?年底/u.exec(text)
  if (yearEnd) return toDay(readYear(`${yearEnd[1]}年`, published), 12, 31)
  const [found, said, word, numeral = ''] = END_AT_HEAD.exec(text) ?? []
  if (!found) return undefined
  if (word) {
    const [year, month] = monthOf(word, published)
    return toDay(year, month, lastDayOf(year, month))
  }
  const month = toNumber(numeral)
  if (month < 1 || month > 12) return undefined
  const year = said ? readYear(said, published) : guessYear(month, 28, published)
  return toDay(year, month, lastDayOf(year, month))
}

function readDay(text: string, published: string, left: Moment | undefined): string | undefined {
  const compact = COMPACT_AT_HEAD.exec(text)?.[0]
  if (compact) return dayOf(Number(compact.slice(0, 4)), Number(compact.slice(4, 6)), Number(compact.slice(6, 8)))
  // 本周五（4月10日）: the figures say it better.
  const figures = /^[^\d（(]{2,5}[（(](\d.{2,15}?)[）)]/u.exec(text)?.[1]
  if (figures && figures !== text) return readDay(figures, published, left)
  const spoken = readRelative(text, published) ?? readMonthEnd(text, published)
  if (spoken) return spoken
  const word = MONTH_WORD_AT_HEAD.exec(text)
  if (word?.[2]) return dayOf(...monthOf(word[1] ?? '', published), toNumber(word[2]))
  const [full, digits, said, monthSaid = '', daySaid = ''] = FULL_AT_HEAD.exec(text) ?? []
  if (full) {
    const [month, day] = [toNumber(monthSaid), toNumber(daySaid)]
    const year = digits ? Number(digits) : said ? readYear(said, published) : yearOf(month, day, published, left)
    return dayOf(year, month, day)
  }
  const bare = BARE_AT_HEAD.exec(text)?.[1]
  if (!bare || !left) return undefined
  return dayOf(Number(left.day.slice(0, 4)), Number(left.day.slice(5, 7)), toNumber(bare))
}

/** The right side of a range inherits the year, or the next one when it would end before it began. */
function yearOf(month: number, day: number, published: string, left: Moment | undefined): number {
  if (!left) return guessYear(month, day, published)
  const year = Number(left.day.slice(0, 4))
  return toDay(year, month, day) < left.day ? year + 1 : year
}

/** 今晚8点 keeps its 晚: the half of the day stands in the word for the day. */
const clockPartOf = (text: string) => text.replace(DAY_AT_HEAD, (day) => (day.endsWith('晚') ? '晚' : ''))

function readMoment(text: string, published: string, left?: Moment): Moment | undefined {
  const day = readDay(text, published, left) ?? left?.day
  if (!day) return undefined
  const time = readClock(clockPartOf(text))
  return time && time !== '24:00' ? { day, time } : { day }
}

/** Every day or range in the text, in order. `published` is the local day of publication; `monthFirst` for 08/14/2026. */
export function findMoments(text: string, published: string, monthFirst = false): Found[] {
  const narrow = toNarrow(text)
    .replace(/[∶︰]/gu, ':')
    .replace(/[－−﹣]/gu, '-')
  if (!ANY_SIGN.test(narrow)) return []
  const english = findEnglishMoments(narrow, published, monthFirst)
  if (english.length > 0) return english
  const found: Found[] = []
  for (const match of narrow.matchAll(EXPRESSION)) {
    const [, left = match[0], right] = RANGE.exec(match[0]) ?? []
    const from = readMoment(left.trim(), published)
    if (!from) continue
    const to = right ? readMoment(right.trim(), published, from) : undefined
    const sameDay = right !== undefined && readDay(right.trim(), published, from) === undefined
    const start = match.index
    const end = start + match[0].length
    found.push({ from, ...(to && { to }), ...(to && sameDay && { sameDay }), start, end, raw: text.slice(start, end) })
  }
  return found
}

const offsets = new Map<string, Intl.DateTimeFormat>()
const offsetsByDay = new Map<string, string>()
const MOST_OFFSETS = 5_000

/** The zone's offset at a local moment, `+08:00`. */
function offsetOf(zone: string, at: Date): string {
  let format = offsets.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    offsets.set(zone, format)
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  return /[+-]\d{2}:\d{2}/u.exec(name)?.[0] ?? '+00:00'
}

/** `YYYY-MM-DD`, or ISO 8601 with the zone's offset when a time is known. */
export function toIso(moment: Moment, zone: string): string {
  if (!moment.time) return moment.day
  const local = `${moment.day}T${moment.time}:00`
  const key = `${zone} ${local.slice(0, 13)}`
  let offset = offsetsByDay.get(key)
  if (offset === undefined) {
    offset = offsetOf(zone, new Date(`${local}Z`))
    if (offsetsByDay.size >= MOST_OFFSETS) offsetsByDay.clear()
    offsetsByDay.set(key, offset)
  }
  return `${local}${offset}`
}

const days = new Map<string, Intl.DateTimeFormat>()

/** The local day of an instant. Throws RangeError for an invalid date or an unknown zone. */
export function dayIn(zone: string, at: Date): string {
  let format = days.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    days.set(zone, format)
  }
  return format.format(at)
}
