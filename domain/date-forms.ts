/** The ladder of date forms met on portals, most explicit first. Each is a global pattern and how to read a match of it. */
import type { DateTime } from 'luxon'

export interface DateParts {
  year: number
  /** 1 to 12 */
  month: number
  day: number
  hour?: number
  minute?: number
  second?: number
  /** Given only where the text itself names an offset. */
  offsetMinutes?: number
}

interface DateForm {
  pattern: RegExp
  /** `now` is in the zone of the page's town. */
  read: (match: RegExpMatchArray, now: DateTime) => DateParts | undefined
}

const TIME = String.raw`(?:[\sT,]|日)*(?<half>上午|下午|晚上|凌晨|中午|[AaPp][Mm])?\s*(?<h>[01]?\d|2[0-4])\s*[:时點点時]\s*(?<i>[0-5]?\d)(?:\s*[:分]\s*(?<s>[0-5]?\d))?(?:\.\d+)?\s*分?(?:\s?(?<after>[ap]\.?m\b\.?))?(?<zone>Z|[+-]\d\d:?\d\d)?`
const form = (date: string, read: DateForm['read'], flags = 'g'): DateForm => ({
  pattern: new RegExp(`${date}(?:${TIME})?`, flags),
  read,
})

/** Month names as people write them abroad; matched by their beginning, so `Januar`, `January` and `Jan.` are one. */
const MONTHS: readonly string[][] = [
  ['jan', 'ene', 'gen', 'янв', 'jän'],
  ['feb', 'fév', 'fev', 'фев'],
  ['mar', 'mär', 'мар'],
  ['apr', 'avr', 'abr', 'апр'],
  ['may', 'mai', 'mag', 'maj', 'мая', 'май'],
  ['jun', 'juin', 'giu', 'июн'],
  ['jul', 'juil', 'lug', 'июл'],
  ['aug', 'aoû', 'aou', 'ago', 'авг'],
  ['sep', 'set', 'сен'],
  ['oct', 'okt', 'out', 'ott', 'окт'],
  ['nov', 'ноя'],
  ['dec', 'dez', 'déc', 'dic', 'дек'],
]
const MONTH_NAME = String.raw`(?<name>(?:${MONTHS.flat().join('|')})\p{L}*)\.?`
const WEEKDAYS = '一二三四五六日'

export const DATE_FORMS: readonly DateForm[] = [
  form(String.raw`民\s*國\s*(?<y>\d{2,3})\s*[年./-]\s*(?<m>\d{1,2})\s*[月./-]\s*(?<d>\d{1,2})\s*日?`, (match) =>
    numeric(match, 1911),
  ),
  form(
    String.raw`(?<![\d.])(?<y>(?:19|20)\d{2})\s*(?:[-/.]|年)\s*(?<m>0?[1-9]|1[0-2])\s*(?:[-/.]|月)\s*(?<d>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)\s*日?`,
    (match) => numeric(match),
  ),
  {
    pattern:
      /(?<!\d)(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?:(?<h>[01]\d|2[0-3])(?<i>[0-5]\d)(?<s>[0-5]\d))?(?!\d)/g,
    read: (match) => numeric(match),
  },
  // Day and month in nodes of their own, in either order.
  form(
    String.raw`(?<![\d./-])(?<d>[0-3]?\d)\s+(?<y>20\d\d)\s*[-./年]\s*(?<m>0?[1-9]|1[0-2])(?![\d./-])\s*月?`,
    (match) => numeric(match),
  ),
  form(
    String.raw`(?<!\d)(?<y>20\d\d)\s*[-./年]\s*(?<m>0?[1-9]|1[0-2])\s*月?\s+(?<d>[0-3]?\d)(?![\d./:-])\s*日?`,
    (match) => numeric(match),
  ),
  form(String.raw`(?<!\p{L})${MONTH_NAME}\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)`, named, 'giu'),
  form(
    String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?:de\s+|of\s+)?${MONTH_NAME},?[\s-]*(?:de\s+)?(?<y>(?:19|20)\d\d)`,
    named,
    'giu',
  ),
  // A dot is day first everywhere; a slash is month first unless it cannot be.
  form(String.raw`(?<![\d.])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>(?:19|20)\d\d)(?!\d)`, (match) => numeric(match)),
  form(String.raw`(?<![\d/-])(?<a>\d{1,2})[/-](?<b>\d{1,2})[/-](?<y>(?:19|20)\d\d)(?!\d)`, slashed),
  form(String.raw`(?<![\d./-])(?<y>\d\d)[-/.](?<m>0[1-9]|1[0-2])[-/.](?<d>0[1-9]|[12]\d|3[01])(?![\d./-])`, (match) =>
    numeric(match, 2000),
  ),
  {
    pattern:
      /(?<word>刚刚|剛剛|今天|今日|昨天|昨日|前天|\btoday\b|\byesterday\b)(?:\s*(?<h>[01]?\d|2[0-3]):(?<i>[0-5]\d))?/gi,
    read: dayWord,
  },
  {
    pattern:
      /(?<!\d)(?<n>\d{1,3})\s*(?:个|個)?(?<unit>秒|分钟|分鐘|小时|小時|天|日|周|星期|月|seconds?|minutes?|mins?|hours?|days?|weeks?)\s*(?:前|ago\b)/gi,
    read: ago,
  },
  form('(?:周|週|星期)(?<week>[一二三四五六日天])', weekday),
  form(String.raw`(?<![\d年.-])(?<m>0?[1-9]|1[0-2])\s*月\s*(?<d>[0-3]?\d)\s*日`, nearestYear),
  form(String.raw`(?<![\d./:-])(?<m>0[1-9]|1[0-2])[-/.](?<d>0[1-9]|[12]\d|3[01])(?![\d./%-])`, nearestYear),
]

function numeric(match: RegExpMatchArray, plus = 0): DateParts {
  const { y = '', m = '', d = '' } = match.groups ?? {}
  return { year: Number(y) + plus, month: Number(m), day: Number(d), ...timeOf(match) }
}

function named(match: RegExpMatchArray): DateParts | undefined {
  const { name = '', y, d } = match.groups ?? {}
  const month = MONTHS.findIndex((names) => names.some((start) => name.toLowerCase().startsWith(start))) + 1
  return month === 0 ? undefined : { year: Number(y), month, day: Number(d), ...timeOf(match) }
}

function slashed(match: RegExpMatchArray): DateParts {
  const { a, b, y } = match.groups ?? {}
  const [month, day] = Number(a) > 12 ? [Number(b), Number(a)] : [Number(a), Number(b)]
  return { year: Number(y), month, day, ...timeOf(match) }
}

/** The year of the crawl; when that is more than one day ahead, the year before. */
function nearestYear(match: RegExpMatchArray, now: DateTime): DateParts {
  const { m, d } = match.groups ?? {}
  const month = Number(m)
  const day = Number(d)
  const here = now.set({ month, day })
  return { year: here.diff(now, 'days').days > 1 ? now.year - 1 : now.year, month, day, ...timeOf(match) }
}

function dayWord(match: RegExpMatchArray, now: DateTime): DateParts {
  const { word = '', h, i } = match.groups ?? {}
  if (/^[刚剛]/.test(word)) return moment(now)
  const back = /^(?:昨|yesterday)/i.test(word) ? 1 : word === '前天' ? 2 : 0
  const { year, month, day } = now.minus({ days: back })
  return { year, month, day, ...(h ? { hour: Number(h), minute: Number(i) } : {}) }
}

/** Units by their first letters; days and longer say no time of day. */
const UNITS: readonly [RegExp, 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks' | 'months'][] = [
  [/^(?:秒|sec)/i, 'seconds'],
  [/^(?:分|min)/i, 'minutes'],
  [/^(?:小|hour)/i, 'hours'],
  [/^(?:天|日|day)/i, 'days'],
  [/^(?:周|星|week)/i, 'weeks'],
  [/^月/, 'months'],
]

function ago(match: RegExpMatchArray, now: DateTime): DateParts | undefined {
  const { n, unit = '' } = match.groups ?? {}
  const [, name] = UNITS.find(([pattern]) => pattern.test(unit)) ?? []
  if (!name) return undefined
  const then = now.minus({ [name]: Number(n) })
  return ['days', 'weeks', 'months'].includes(name) ? dayOf(then) : moment(then)
}

/** The latest such day that is not ahead. */
function weekday(match: RegExpMatchArray, now: DateTime): DateParts {
  const wanted = WEEKDAYS.indexOf((match.groups?.week ?? '').replace('天', '日')) + 1
  return { ...dayOf(now.minus({ days: (now.weekday - wanted + 7) % 7 })), ...timeOf(match) }
}

function dayOf({ year, month, day }: DateTime): DateParts {
  return { year, month, day }
}

function moment(then: DateTime): DateParts {
  return { ...dayOf(then), hour: then.hour, minute: then.minute, second: then.second }
}

function timeOf(match: RegExpMatchArray): Partial<DateParts> {
  const { h, i, s, half = '', after = '', zone } = match.groups ?? {}
  if (h === undefined) return {}
  const late = /^(?:下午|晚上|pm)/i.test(half) || /^p/i.test(after)
  const hour = Number(h) + (late && Number(h) < 12 ? 12 : 0)
  if (hour > 23) return {}
  return {
    hour: /^a/i.test(after || half) && hour === 12 ? 0 : hour,
    minute: Number(i),
    second: Number(s ?? 0),
    ...(zone ? { offsetMinutes: offsetOf(zone) } : {}),
  }
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}
