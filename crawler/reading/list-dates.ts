/** The day of publication of an item of a list, among the days that it names. */
import { type FoundDate, findDates } from '../../domain/dates.ts'
import type { ReadingContext } from './document.ts'
import { readStamp } from './feeds/stamp.ts'
import type { Entry } from './list-entries.ts'
import { widthOf } from './widths.ts'

/** Columns beside the date: labels, a place, a number of readers. Longer lines are sentences, and name days of events. */
const LABEL_WIDTH = 40
const PUBLISHED = /发布|發布|发表|刊登|公布|posted|published/i
const OTHER = /截止|截至|报名|報名|开始|结束|有效|活动时间|会议时间|deadline|expires|closes|until/i
/** "Today" in a sentence is a word of the story. */
const RELATIVE = /^(?:刚刚|剛剛|今天|今日|昨天|昨日|前天|today|yesterday|周|週|星期)/i
const RANGE = /^\s*(?:[-–—~～至到]|to)\s*$/i
/** Items are short; of a whole post in a list no more is looked at. */
const MAX_TEXT = 4_000

/** A machine-readable time first; else the last date that stands by itself beside the title, where lists keep the day. */
export function dateOfEntry({ beside, stamp, stampShown }: Entry, context: ReadingContext): string | undefined {
  const exact = stamp && readStamp(stamp, context)
  if (exact) return dayAsShown(stamp, stampShown, context) ?? exact
  const lines = linesOfDates(beside.slice(0, MAX_TEXT), context).flatMap(ranksOf)
  const best = Math.max(...lines.map(({ rank }) => rank))
  return lines.findLast(({ rank }) => rank === best)?.value
}

/** Systems set to UTC show its day, which is the publisher's, though it was the next one in the town by then. */
function dayAsShown(stamp: string, shown: string | undefined, context: ReadingContext): string | undefined {
  const day = /^\d{4}-\d\d-\d\d(?=T.*(?:Z|[+-]00:?00)$)/.exec(stamp.trim())?.[0]
  return day && shown && findDates(shown, context)[0]?.value?.startsWith(day) ? day : undefined
}

/** A date, and others in the same line of text; day, month and year may have a line each. */
interface DatedLine {
  line: string
  found: FoundDate[]
}

function linesOfDates(text: string, context: ReadingContext): DatedLine[] {
  const lines = new Map<number, DatedLine>()
  for (const date of findDates(text, context)) {
    const start = text.lastIndexOf('\n', date.at) + 1
    const close = text.indexOf('\n', date.at + date.raw.length)
    const line = text.slice(start, close < 0 ? undefined : close)
    const { found } = lines.get(start) ?? { found: [] }
    lines.set(start, { line, found: [...found, { ...date, at: date.at - start }] })
  }
  return [...lines.values()]
}

/** Characters before a date that may say what it is. */
const LABEL = 8

interface Ranked {
  rank: number
  value: string | undefined
}

/** Several dates of one line are told apart by the words before each. */
function ranksOf({ line, found }: DatedLine): Ranked[] {
  const rest = widthOf(line) - found.reduce((sum, { raw }) => sum + widthOf(raw), 0)
  if (rest > LABEL_WIDTH * found.length) {
    const value = found.findLast(({ raw }) => !RELATIVE.test(raw))?.value
    return value ? [{ rank: 0, value }] : []
  }
  if (isRange(line, found)) return [{ rank: rankOf(line), value: found[0]?.value }]
  if (found.length === 1) return [{ rank: rankOf(line), value: found[0]?.value }]
  return found.map(({ at, value }, index) => {
    const before = found[index - 1]
    return { rank: rankOf(line.slice(Math.max(before ? before.at + before.raw.length : 0, at - LABEL), at)), value }
  })
}

function rankOf(label: string): number {
  return OTHER.test(label) ? 1 : PUBLISHED.test(label) ? 4 : 3
}

/** Two days with a stroke between them: the thing begins with the first. */
function isRange(line: string, [first, second, ...more]: FoundDate[]): boolean {
  if (!first || !second || more.length > 0) return false
  return RANGE.test(line.slice(first.at + first.raw.length, second.at))
}
