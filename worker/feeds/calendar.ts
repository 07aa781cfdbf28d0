/** iCalendar (RFC 5545): deadlines of jobs and hours of volunteering, for those who keep a calendar. */
import { DateTime } from 'luxon'
import type { ItemSummary } from '../../domain/api.ts'
import type { FeedContent, FeedEntry } from './content.ts'

interface Span {
  /** ISO with offset, or a bare day. */
  from: string
  to: string
}

/** When to be there, else when it closes; undefined for what has no date. */
function spanOf({ volunteer, closesAt }: ItemSummary): Span | undefined {
  if (volunteer?.starts !== undefined) return { from: volunteer.starts, to: volunteer.ends ?? volunteer.starts }
  return closesAt === undefined ? undefined : { from: closesAt, to: closesAt }
}

/** Section 3.3.11. A carriage return would begin a line of its own. */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '')

/** Section 3.1: at most 75 bytes a line, and no character cut in two. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  let width = 0
  let folded = ''
  for (const character of line) {
    const bytes = encoder.encode(character).length
    const breaks = width + bytes > 75
    folded += breaks ? `\r\n ${character}` : character
    width = breaks ? bytes + 1 : width + bytes
  }
  return folded
}

const utc = (at: DateTime): string => at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")

/** A day stands as a day, and its end is the day after. */
function toLines(name: 'DTSTART' | 'DTEND', value: string, zone: string): string[] {
  const at = DateTime.fromISO(value, { zone })
  if (!at.isValid) return []
  if (value.length > 10) return [`${name}:${utc(at)}`]
  return [`${name};VALUE=DATE:${(name === 'DTEND' ? at.plus({ days: 1 }) : at).toFormat('yyyyMMdd')}`]
}

function toEvent(entry: FeedEntry, zone: string): string[] {
  const span = spanOf(entry.item)
  const start = span === undefined ? [] : toLines('DTSTART', span.from, zone)
  if (span === undefined || start.length === 0) return []
  const place = entry.item.volunteer?.place ?? entry.item.job?.place
  return [
    'BEGIN:VEVENT',
    `UID:${entry.urn}`,
    `DTSTAMP:${utc(DateTime.fromJSDate(entry.published))}`,
    ...start,
    ...(span.from.length === span.to.length ? toLines('DTEND', span.to, zone) : []),
    `SUMMARY:${escapeText(entry.title)}`,
    `DESCRIPTION:${escapeText(`${entry.excerpt}\n${entry.publisher}`)}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    `URL:${entry.link}`,
    'END:VEVENT',
  ]
}

export function toCalendar(content: FeedContent, generator: string, zone: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Gulou//${escapeText(generator)}//ZH`,
    `X-WR-CALNAME:${escapeText(content.title)}`,
    ...content.entries.flatMap((entry) => toEvent(entry, zone)),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
