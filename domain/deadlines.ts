/**
 * What happens when in a notice: registration, exam, interview and so on, each
 * with the words that said so. A date belongs to the label nearest before it in
 * its sentence; dates of birth, pay days and office hours belong to none.
 */
import type { DateMark } from './item.ts'
import { addDays, type Found, findMoments, type Moment, readClock, toIso } from './moments.ts'
import { sentencesOf } from './text.ts'

type What = DateMark['what']

/** In this order; a longer label that begins earlier hides those inside it. `undefined`: dates under it mean nothing here. */
const LABELS: [What | undefined, RegExp][] = [
  [
    undefined,
    /(?:年龄|工作(?:经历|年限|经验)|服务年限|资格证?书?|学历|户籍|党龄|工龄)[^，,。；;：:\n]{0,14}(?:计算|截止|截至|截止时间|算至)/gu,
  ],
  [
    undefined,
    /出生(?:日期|年月)?|年龄|出生于|毕业|户籍|户口|落户|注册|取得|缴费|缴纳|打印|签到|候考|报到|领取|寄出|邮戳|邮寄|合同|试用期|聘期|服务期|任期|有效期|印发|施行|生效|发文|成立|查询|补报|退费|档案|异议/gu,
  ],
  ['review', /资格(?:初审|复审|审查|审核|确认|复核)|初审|现场确认/gu],
  ['publication', /公示/gu],
  ['exam', /笔试|考试|体能测[评试]|技能测[评试]|测试/gu],
  ['interview', /面试|试讲|说课/gu],
  ['medical', /体检|考察|政审/gu],
  [
    'event',
    /招聘会|双选会|洽谈会|(?:举办|举行)(?:时间|日期)|活动(?:时间|日期)|服务(?:时间|日期|周期)|开展时间|志愿服务时间|集合时间|培训时间|演出时间/gu,
  ],
  [
    'registration',
    /报名|投递|应聘|招募(?:时间|日期|期限)|招聘(?:时间|期限)|申请|截止(?:时间|日期)?|截至|受理|提交|投简历|简历|收件|征集|(?:延长|延期|顺延|调整)(?:至|到|为)|递交/gu,
  ],
]

/** Words right behind a date that name what it is, where no label stands before: 7月4日上午9时在体育馆举行. */
const TRAILING: [What, RegExp][] = [
  ['registration', /^[^，,。；;\d]{0,14}(?:报名|投递|提交|发送|报送|截止|递交|申请)/u],
  ['exam', /^[^，,。；;\d]{0,14}(?:笔试|考试)/u],
  ['interview', /^[^，,。；;\d]{0,14}面试/u],
  ['medical', /^[^，,。；;\d]{0,14}体检/u],
  ['event', /^[^，,。；;\d]{0,20}(?:举行|举办|开展|启幕|开幕|集合|开馆|上线|进行)/u],
]

const CLOSES = /^\s*(?:[（(][^）)]{0,8}[）)]\s*)?(?:前|之前|以前|止|截止|为止|结束|停止|截至|逾期)/u
const OPENS = /^\s*(?:[（(][^）)]{0,8}[）)]\s*)?(?:起|开始|启动|开启|开放)/u
const CLOSING_LABEL =
  /(?:截止|截至|截止(?:时间|日期)|延长至|延期至|延至|止于|[至到])(?:时间|日期)?\s*(?:[为是至到在于]|[:：])*\s*(?:[（(][^）)]*[）)])?\s*$/u
const SINCE_PUBLICATION =
  /(?:即日起?|自?(?:本)?公告?(?:发布|公布)之日起?|自?发布之日起?|今日起)[^，,。；;\d]{0,4}(?:至|到|[—–~～-])\s*$/u
const EXTENDED = /延长|延期|延至|顺延|调整/u
const DAYS_AFTER = /(?:公告|发布|公布|即)[^，,。；;\d]{0,8}日起\s*(\d{1,2})\s*(?:日|天|个?自然日)(?:内|以内)/u

interface Label {
  what: What | undefined
  start: number
  end: number
}

function findLabels(sentence: string): Label[] {
  const labels: Label[] = []
  for (const [what, words] of LABELS) {
    for (const match of sentence.matchAll(words)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (labels.every((label) => end <= label.start || start >= label.end)) labels.push({ what, start, end })
    }
  }
  return labels.sort((a, b) => a.start - b.start)
}

/** Office hours behind a range close its last day: （上午8:30—11:30，下午2:30—5:30）, 最后一天截止到12:00. */
function closingHour(rest: string): string | undefined {
  const last = /最后一[天日][^。；;\n]{0,8}?((?:上午|下午|中午)?\s*\d{1,2}[:：时点]\d{0,2})/u.exec(rest)
  if (last?.[1]) return readClock(last[1])
  const hours =
    /^[\s，,]*(?:[（(]?(?:工作日|每[天日]|节假日(?:除外|不休)?|法定节假日除外|周末除外|双休日除外|正常上班)?[，,:：\s]*)*((?:上午|下午|早|晚)?\s*\d{1,2}\s*[:：时点][^。；;\n）)]*)/u.exec(
      rest,
    )
  if (!hours?.[1]) return undefined
  const clocks = [...hours[1].matchAll(/(上午|下午|中午|晚上?)?\s*\d{1,2}\s*[:：时点]\d{0,2}/gu)]
  const [final, part] = [clocks.at(-1)?.[0], clocks.findLast((clock) => clock[1])?.[1] ?? '']
  return final ? readClock(/^[\s\d]/u.test(final) ? part + final.trim() : final) : undefined
}

interface Sentence {
  text: string
  labels: Label[]
  moments: Found[]
}

function labelFor(sentence: Sentence, found: Found): What | undefined {
  const rest = sentence.text.slice(found.end)
  const before = sentence.labels.findLast((label) => label.end <= found.start)
  if (/^\s*(?:[（(]含[）)])?(?:以?[前后]|及以[前后])(?:含)?出生/u.test(rest)) return undefined
  const clause = sentence.text.slice(before?.end ?? 0, found.start)
  if (before && !/[。；;\n]/u.test(clause)) {
    const own = ownClause(sentence, found, before)
    return own ?? before.what
  }
  return TRAILING.find(([, words]) => words.test(rest))?.[0]
}

/** A label behind a date wins over one before it that already has a date of its own: 招聘会报名…，7月4日举行. */
function ownClause(sentence: Sentence, found: Found, before: Label): What | undefined {
  const taken = sentence.moments.some((other) => other.start >= before.end && other.end <= found.start)
  if (!taken) return undefined
  return TRAILING.find(([, words]) => words.test(sentence.text.slice(found.end)))?.[0]
}

interface Reading {
  from?: Moment
  to?: Moment
}

function readingOf(sentence: Sentence, found: Found, what: What, published: string): Reading {
  const before = sentence.text.slice(0, found.start)
  const rest = sentence.text.slice(found.end)
  if (found.to) return { from: found.from, to: closeAt(found.to, rest, what) }
  if (SINCE_PUBLICATION.test(before)) return { from: { day: published }, to: closeAt(found.from, rest, what) }
  if (OPENS.test(rest)) return { from: found.from }
  if (what !== 'registration') return { from: found.from }
  const label = sentence.labels.findLast((each) => each.end <= found.start)
  const closing =
    CLOSES.test(rest) || CLOSING_LABEL.test(before.slice(-24)) || /截/u.test(before.slice(label?.start ?? 0))
  if (closing) return { to: found.from }
  return /^[^，,。；;\d]{0,14}(?:提交|发送|报送|递交)/u.test(rest)
    ? { to: found.from }
    : { from: found.from, to: closeAt({ day: found.from.day }, rest, what) }
}

function closeAt(moment: Moment, rest: string, what: What): Moment {
  const time = moment.time || what !== 'registration' ? moment.time : closingHour(rest)
  return time && time !== '24:00' ? { day: moment.day, time } : moment
}

export interface DateContext {
  /** Local day of publication, `YYYY-MM-DD`: years are counted from here. */
  published: string
  zone: string
}

/** Every dated step that the text names, in its order. Values are bare days or ISO with the zone's offset. */
export function findDates(text: string, { published, zone }: DateContext): DateMark[] {
  const marks: DateMark[] = []
  for (const words of sentencesOf(text)) {
    const sentence: Sentence = { text: words, labels: findLabels(words), moments: findMoments(words, published) }
    for (const found of sentence.moments) {
      const what = labelFor(sentence, found)
      if (!what) continue
      const { from, to } = readingOf(sentence, found, what, published)
      const raw = quote(sentence, found)
      marks.push({ what, ...(from && { from: toIso(from, zone) }), ...(to && { to: toIso(to, zone) }), raw })
    }
    const days = DAYS_AFTER.exec(words)
    if (days && /报名|应聘|投递|申请/u.test(words) && sentence.moments.length === 0) {
      marks.push({ what: 'registration', from: published, to: addDays(published, Number(days[1])), raw: days[0] })
    }
  }
  return marks
}

function quote(sentence: Sentence, found: Found): string {
  const label = sentence.labels.findLast((each) => each.end <= found.start)
  const start = label && found.start - label.start <= 30 ? label.start : found.start
  return sentence.text.slice(start, found.end).trim()
}

/** An end of day sorts after every time of it. */
const sortKey = (value: string) => (value.length === 10 ? `${value}T24:00` : value)

/** First opening and last closing of registration; an extension wins over what it extends. */
export function registrationOf(marks: DateMark[]): { opens?: string; closes?: string } {
  const registrations = marks.filter((mark) => mark.what === 'registration')
  const opens = registrations.flatMap((mark) => mark.from ?? []).sort((a, b) => (a < b ? -1 : 1))[0]
  const extended = registrations.findLast((mark) => mark.to && EXTENDED.test(mark.raw))?.to
  const closes =
    extended ?? registrations.flatMap((mark) => mark.to ?? []).sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1))[0]
  return { ...(opens && { opens }), ...(closes && { closes }) }
}
