/**
 * What happens when in a notice: registration, exam, interview and so on, each
 * with the words that said so. A date belongs to the label of its own clause, else
 * to the words right behind it, else to the last label before it; dates of birth,
 * of payment, of printing an admission card belong to none.
 */
import { addDays, addWorkingDays, type WorkCalendar } from './calendar-days.ts'
import type { DateMark } from './item.ts'
import { type Found, findMoments, type Moment, readClock, toIso } from './moments.ts'
import { parseNumeral } from './numerals.ts'
import { sentencesOf } from './text.ts'
import { type DateRules, dateRulesFor, type Topic } from './words/dates.ts'

export interface DateContext {
  /** Local day of publication, `YYYY-MM-DD`: years are counted from here. */
  published: string
  zone: string
  /** 08/14/2026 is a day of August. */
  monthFirst?: boolean
  /** Working days are counted only in years that it knows. */
  calendar?: WorkCalendar
  /** A call for volunteers: 服务期 is when they serve. */
  call?: boolean
  /** What a day without any label is: of a fair, the fair. */
  unlabelled?: DateMark['what']
  /** What 植树时间： means: of a call for volunteers, their service. */
  named?: DateMark['what']
}

interface Label {
  topic: Topic
  start: number
  end: number
}

interface Sentence {
  text: string
  rules: DateRules
  labels: Label[]
  moments: Found[]
  /** What the line before announced. */
  heading?: Topic
}

function findLabels(text: string, { labels, callLabels }: DateRules, call: boolean): Label[] {
  const found: Label[] = []
  for (const [topic, words] of call ? [...callLabels, ...labels] : labels) {
    for (const match of text.matchAll(words)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.every((label) => end <= label.start || start >= label.end)) found.push({ topic, start, end })
    }
  }
  return found.filter(({ topic }) => topic !== 'skip').sort((a, b) => a.start - b.start)
}

const BIRTH_BEHIND = /^\s*(?:[（(]含[）)])?(?:以?[前后]|及以[前后])?[）)]?(?:含)?[（(]?含?[）)]?(?:以[前后])?出生/u

/** How far before a date a clause is looked for; no clause of a notice is longer. */
const CLAUSE_REACH = 120

function clauseStart({ text, rules }: Sentence, { start }: Found): number {
  const from = Math.max(0, start - CLAUSE_REACH)
  const last = [...text.slice(from, start).matchAll(rules.clauseEnd)].at(-1)
  return last ? from + last.index + last[0].length : from
}

/** So much of what follows a date is asked what it is. */
const TRAIL = 60

function topicOf(sentence: Sentence, found: Found): Topic | undefined {
  const { text, rules, labels, heading } = sentence
  const rest = text.slice(found.end, found.end + TRAIL)
  if (BIRTH_BEHIND.test(rest)) return 'nothing'
  const before = labels.filter((label) => label.end <= found.start)
  const own = before.findLast((label) => label.start >= clauseStart(sentence, found))
  const closes = rules.closesBefore.test(text.slice(Math.max(0, found.start - 24), found.start))
  if (own?.topic === 'nothing' && closes && isUsedUp(own, sentence, found)) return 'registration'
  if (own?.topic === 'moved') return movedOf(own, sentence)
  if (own && own.topic !== 'weak') return own.topic
  const trailing = trailingOf(rest, rules)
  if (
    (trailing === 'registration' || (own && !trailing)) &&
    rules.entrants.test(text.slice(Math.max(0, found.start - CLAUSE_REACH), found.start))
  )
    return 'nothing'
  const earlier = before.findLast((label) => label.topic !== 'weak')
  return (
    trailing ?? own?.topic ?? earlier?.topic ?? before.at(-1)?.topic ?? heading ?? (closes ? 'registration' : undefined)
  )
}

const SAYS_NO_STEP: Topic[] = ['weak', 'nothing', 'moved', 'named']

/** 面试时间由4月18日调整至4月25日: the step that was named before, else registration. */
const movedOf = (moved: Label, { labels, heading }: Sentence): Topic =>
  labels.findLast(({ topic, end }) => end <= moved.start && !SAYS_NO_STEP.includes(topic))?.topic ??
  heading ??
  'registration'

/** 发布日期：5月6日 截止日期：6月20日: the first label has its own date. */
const isUsedUp = (label: Label, { moments }: Sentence, found: Found): boolean =>
  moments.some((other) => other.start >= label.end && other.end <= found.start)

/** Hours in brackets say nothing about what the date is. */
const BRACKETS = /^\s*[（(][^）)]{0,50}[）)]/u

const trailingOf = (rest: string, { trailing }: DateRules): Topic | undefined =>
  trailing.find(([, words]) => words.test(rest) || words.test(rest.replace(BRACKETS, '')))?.[0]

/** 12:00-14:00午休 */
const BREAK = /\d{1,2}[:：]\d{2}\s*[至到—–~～-]{1,2}\s*\d{1,2}[:：]\d{2}\s*(?:为|是)?(?:午休|休息)/gu

/** Office hours behind a range close its last day: （上午8:30—11:30，下午2:30—5:30）, 最后一天截止到12:00. */
function closingHour(rest: string, rules: DateRules): string | undefined {
  const last = rules.lastDayHour.exec(rest)
  if (last?.[1]) return readClock(last[1])
  const hours = rules.officeHours.exec(rest)?.[1]?.replace(BREAK, '')
  if (!hours) return undefined
  const clocks = [...hours.matchAll(/(上午|下午|中午|晚上?)?\s*\d{1,2}\s*[:：时点]\d{0,2}/gu)]
  const [final, part] = [clocks.at(-1)?.[0], clocks.findLast((clock) => clock[1])?.[1] ?? '']
  return final ? readClock(/^[\s\d]/u.test(final) ? part + final.trim() : final) : undefined
}

function closeAt(moment: Moment, rest: string, { rules }: Sentence): Moment {
  const time = moment.time ?? closingHour(rest, rules)
  return time && time !== '24:00' ? { day: moment.day, time } : { day: moment.day }
}

interface Reading {
  from?: Moment
  to?: Moment
}

/** Registration ends; every other step only is. */
function readRegistration(sentence: Sentence, found: Found, published: string): Reading {
  const { text, rules } = sentence
  const before = text.slice(Math.max(0, found.start - 40), found.start)
  const rest = text.slice(found.end, found.end + CLAUSE_REACH)
  const since = rules.sincePublication.test(text.slice(0, found.start)) ? { from: { day: published } } : {}
  if (found.to) {
    // 9:00-12:00，14:30-17:30 on one day: the last of its hours.
    const last = found.sameDay ? { ...found.to, time: closingHour(rest, rules) ?? found.to.time } : found.to
    return { from: found.from, to: closeAt(last, rest, sentence) }
  }
  if (rules.opensBehind.test(rest)) return { from: found.from }
  if (rules.closesBehind.test(rest) || rules.closesBefore.test(before))
    return { ...since, to: closeAt(found.from, rest, sentence) }
  if (rules.opensBefore.test(before)) return { from: found.from }
  const label = sentence.labels.findLast((each) => each.end <= found.start)
  const told =
    /截/u.test(text.slice(label?.start ?? 0, found.start)) ||
    rules.trailing.some(([topic, words]) => topic === 'registration' && words.test(rest))
  if (told) return { ...since, to: found.from }
  return { from: found.from, to: closeAt({ day: found.from.day }, rest, sentence) }
}

/** A registration that ended long before its notice is somebody else's. */
const LONGEST_AGO_DAYS = 60

function isLongAgo({ from, to }: Reading, published: string): boolean {
  const last = to ?? from
  return last !== undefined && last.day < addDays(published, -LONGEST_AGO_DAYS)
}

const toNumber = (text = '') => (/^\d/u.test(text) ? Number(text) : parseNumeral(text))

const daysOf = ([phrase, count]: RegExpExecArray) => toNumber(count) * (/[周星]/u.test(phrase) ? 7 : 1)

/** 自发布之日起7日内, and with the town's calendar 5个工作日内; 报名为期5天 goes on from its first day. */
function readTerm(
  { text, rules, moments }: Sentence,
  { published, calendar }: DateContext,
): { reading: Reading; raw: string } | undefined {
  if (!rules.registers.test(text)) return undefined
  const days = moments.length === 0 ? rules.daysAfter.exec(text) : null
  if (days)
    return { reading: { from: { day: published }, to: { day: addDays(published, daysOf(days)) } }, raw: days[0] }
  const working = moments.length === 0 && calendar ? rules.workingDaysAfter.exec(text) : null
  const last = working && calendar && addWorkingDays(published, toNumber(working[1]), calendar)
  if (working && last) return { reading: { from: { day: published }, to: { day: last } }, raw: working[0] }
  return undefined
}

/** A line that announces what the next ones are about. */
function headingOf({ text, rules, labels, moments }: Sentence): Topic | undefined {
  const line = text.trim()
  if (moments.length > 0 || line.length > LONGEST_HEADING || !rules.heading.test(line) || rules.noHeading.test(line))
    return undefined
  return labels.findLast(({ topic }) => topic !== 'weak')?.topic ?? labels.at(-1)?.topic
}
const LONGEST_HEADING = 24
/** So many sentences belong to a heading. */
const HEADING_REACH = 2

/** Sentences of English end with a full stop too. */
const piecesOf = (text: string) =>
  sentencesOf(text).flatMap((sentence) => sentence.split(/(?<=[a-z\d)]\.)\s+(?=[A-Z])/u))

/** A whole book is no notice. */
const LONGEST_TEXT = 40_000

/** Every dated step that the text names, in its order. Values are bare days or ISO with the zone's offset. */
export function findDates(text: string, context: DateContext): DateMark[] {
  const { published, zone, monthFirst } = context
  const marks: (DateMark & { second?: boolean })[] = []
  let [heading, reach]: [Topic | undefined, number] = [undefined, 0]
  const add = (what: DateMark['what'], { from, to }: Reading, raw: string, second = false) =>
    marks.push({
      what,
      ...(from && { from: toIso(from, zone) }),
      ...(to && { to: toIso(to, zone) }),
      raw,
      ...(second && { second }),
    })
  for (const words of piecesOf(text.slice(0, LONGEST_TEXT))) {
    const rules = dateRulesFor(words)
    const moments = findMoments(words, published, monthFirst)
    const short = words.length <= LONGEST_HEADING
    const labels = moments.length > 0 || short ? findLabels(words, rules, context.call === true) : []
    const sentence: Sentence = { text: words, rules, labels, moments, ...(reach > 0 && heading && { heading }) }
    reach -= 1
    const announced = headingOf(sentence)
    if (announced) [heading, reach] = [announced, HEADING_REACH]
    for (const found of moments) {
      const said = topicOf(sentence, found) ?? (isSignOff(words, found) ? undefined : context.unlabelled)
      const topic = said === 'named' ? (context.named ?? context.unlabelled) : said
      if (!topic || topic === 'nothing' || topic === 'skip' || topic === 'moved') continue
      const second = topic === 'second'
      const what = second || topic === 'weak' ? 'registration' : topic
      const reading =
        what === 'registration'
          ? readRegistration(sentence, found, published)
          : { from: found.from, ...(found.to && { to: found.to }) }
      if (what !== 'registration' || !isLongAgo(reading, published)) add(what, reading, quote(sentence, found), second)
    }
    const term = readTerm(sentence, context)
    if (term) add('registration', term.reading, term.raw)
    prolong(marks.at(-1), sentence)
  }
  const hasFirst = marks.some((mark) => mark.what === 'registration' && !mark.second)
  return marks.filter(({ second }) => !(second && hasFirst)).map(({ second: _second, ...mark }) => mark)
}

/** 从5月11日起接受报名，报名为期5天. */
function prolong(mark: DateMark | undefined, { text, rules, moments }: Sentence): void {
  const days = moments.length > 0 && rules.registers.test(text) ? rules.forDays.exec(text)?.[1] : undefined
  if (days && mark?.what === 'registration' && mark.from && !mark.to)
    mark.to = addDays(mark.from.slice(0, 10), toNumber(days) - 1)
}

/** The day under a notice, alone in its line. */
const isSignOff = (line: string, { from, to, raw }: Found): boolean =>
  !to && !from.time && line.replace(raw, '').trim() === ''

function quote({ text, labels }: Sentence, found: Found): string {
  const label = labels.findLast((each) => each.end <= found.start)
  const start = label && found.start - label.start <= 30 ? label.start : found.start
  return text.slice(start, found.end).trim()
}

/** An end of day sorts after every time of it. */
const sortKey = (value: string) => (value.length === 10 ? `${value}T24:00` : value)

/** First opening and last closing of registration; an extension wins over what it extends. */
export function registrationOf(marks: DateMark[]): { opens?: string; closes?: string } {
  const registrations = marks.filter((mark) => mark.what === 'registration')
  const opens = registrations.flatMap((mark) => mark.from ?? []).sort((a, b) => (a < b ? -1 : 1))[0]
  const extended = registrations.findLast((mark) => mark.to && dateRulesFor(mark.raw).extended.test(mark.raw))?.to
  const closes =
    extended ?? registrations.flatMap((mark) => mark.to ?? []).sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1))[0]
  return { ...(opens && { opens }), ...(closes && { closes }) }
}
