/** Days and ranges of English: August 15, 2026 at 5:00 p.m., 30 September, 14-AUG-2026, July 22 - August 5, 2026, noon on July 31. */
import { dayOf, guessYear } from './calendar-days.ts'
import type { Found, Moment } from './moments.ts'

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')
const NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const WEEKDAY = '(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'
const NTH = '(?:st|nd|rd|th)?'
const CLOCK = '(?:noon|midnight|\\d{1,2}(?::\\d{2})?\\s*[ap]\\.?m\\b\\.?|\\d{1,2}:\\d{2})'
const ZONE = '(?:\\s*(?:e[sd]?t|c[sd]?t|p[sd]?t|gmt|bst)\\b)?'
const BEFORE = `(?:(?<early>${CLOCK})${ZONE},?\\s*(?:on\\s+)?)?`
const BEHIND = `(?:,?\\s*(?:at|by|@|from|,|-|–)?\\s*(?<late>${CLOCK})${ZONE}(?:\\s*(?:-|–|to|until)\\s*(?<close>${CLOCK}))?)?`
const YEAR = '(?:,?\\s+(?<y>20\\d\\d))?'

const FORMS = [
  `(?<m>${NAME})\\s+(?<d>\\d{1,2})${NTH}(?:\\s*[-–—]\\s*(?<d2>\\d{1,2})${NTH}(?![\\d:]))?${YEAR}`,
  `(?<d>\\d{1,2})${NTH}(?:\\s*[-–—]\\s*(?<d2>\\d{1,2})${NTH})?(?:\\s+of)?[\\s-]+(?<m>${NAME})(?:,?[\\s-]+(?<y>20\\d\\d))?`,
  '(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>20\\d\\d|\\d\\d)(?!\\d)',
].map((form) => new RegExp(`(?<![\\d/.-])${BEFORE}${WEEKDAY}(?:${form})(?!\\d)${BEHIND}`, 'giu'))

const BETWEEN = /^\s*(?:-|–|—|to|through|thru|until|till|and)\s*$/iu
/** Few texts of Chinese hold a word of letters or a slashed day. */
const ANY_SIGN = /[a-z]{3}|\d\/\d{1,2}\/\d/iu
const ANY_DAY = new RegExp(`${NAME}|\\d/\\d{1,2}/\\d`, 'iu')

function readClock(text: string): string | undefined {
  if (/noon/iu.test(text)) return '12:00'
  // The end of the day is the bare day itself.
  if (/midnight/iu.test(text)) return undefined
  const [, hours = '', minutes = '00', half] = /(\d{1,2})(?::(\d{2}))?\s*([ap])?/iu.exec(text) ?? []
  const late = half?.toLowerCase() === 'p'
  const hour = (Number(hours) % (half ? 12 : 24)) + (late ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

interface Piece extends Found {
  /** A year of its own; else it may take that of the other side. */
  year?: number
  month: number
  date: number
}

function readPiece(match: RegExpMatchArray, published: string, monthFirst: boolean): Piece | undefined {
  const { m, d, d2, y, a, b, early, late, close } = match.groups ?? {}
  const [first, second] = [Number(a), Number(b)]
  const slashed = monthFirst ? [first, second] : [second, first]
  const swapped = (slashed[0] ?? 0) > 12 ? slashed.toReversed() : slashed
  const month = m ? MONTHS.indexOf(m.slice(0, 3).toLowerCase()) + 1 : (swapped[0] ?? 0)
  const date = d ? Number(d) : (swapped[1] ?? 0)
  const year = y ? Number(y) + (y.length === 2 ? 2000 : 0) : undefined
  if (month < 1 || month > 12) return undefined
  const dayIn = (number: number) => dayOf(year ?? guessYear(month, number, published), month, number)
  const day = dayIn(date)
  if (!day) return undefined
  const clock = early ?? late
  const time = clock ? readClock(clock) : undefined
  const from: Moment = { day, ...(time && { time }) }
  const lastDay = d2 ? dayIn(Number(d2)) : undefined
  const closing = close ? readClock(close) : undefined
  const to: Moment | undefined = lastDay ? { day: lastDay } : closing ? { day, time: closing } : undefined
  const start = match.index ?? 0
  const end = start + match[0].length
  return {
    from,
    ...(to && { to }),
    ...(closing && { sameDay: true }),
    start,
    end,
    raw: match[0],
    month,
    date,
    ...(year && { year }),
  }
}

/** A side without a year takes that of the other. */
function join(left: Piece, right: Piece, text: string): Found {
  const year = right.year ?? left.year
  const day = (piece: Piece) =>
    year && !piece.year ? (dayOf(year, piece.month, piece.date) ?? piece.from.day) : piece.from.day
  const to = { ...right.from, day: day(right) }
  const first = day(left)
  const from = { ...left.from, day: first > to.day ? `${Number(first.slice(0, 4)) - 1}${first.slice(4)}` : first }
  return { from, to, start: left.start, end: right.end, raw: text.slice(left.start, right.end) }
}

/** In the order of the text; empty where it names no day in English. `text` in narrow characters. */
export function findEnglishMoments(text: string, published: string, monthFirst: boolean): Found[] {
  if (!ANY_SIGN.test(text) || !ANY_DAY.test(text)) return []
  const pieces: Piece[] = []
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const piece = readPiece(match, published, monthFirst)
      const free = pieces.every((other) => (piece?.end ?? 0) <= other.start || (piece?.start ?? 0) >= other.end)
      if (piece && free) pieces.push(piece)
    }
  }
  pieces.sort((a, b) => a.start - b.start)
  const found: Found[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const [left, right] = [pieces[at], pieces[at + 1]]
    if (!left) break
    if (right && BETWEEN.test(text.slice(left.end, right.start))) {
      found.push(join(left, right, text))
      at += 1
    } else {
      const { year: _year, month: _month, date: _date, ...rest } = left
      found.push(rest)
    }
  }
  return found
}
