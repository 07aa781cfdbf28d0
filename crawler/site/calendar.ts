/** The sample town's calendar: every date in its files is counted from the first day, so nothing goes stale. */
import { DateTime } from 'luxon'

export interface Calendar {
  /** `YYYY-MM-DD`, the day on which the town's data folder was made. */
  firstDay: string
  /** IANA name. */
  zone: string
}

/** One instant in the forms in which sites of all families write it, local time. */
export interface DateForms {
  iso: string
  time: string
  seconds: string
  slash: string
  dotted: string
  monthDay: string
  chinese: string
  republic: string
  month: string
  compact: string
  /** `2026/8/11`, no leading zeros: the path of an article on a jpage site. */
  path: string
}

const MOMENT = /^([+-]?\d{1,4}) (\d{2}:\d{2})$/
const MACRO = /\{([a-z]+):([+-]?\d{1,5})\}/g

const MACROS: Record<string, string> = { day: "yyyy'年'M'月'd'日'", md: "M'月'd'日'", iso: 'yyyy-MM-dd', year: 'yyyy' }

function dayOf(calendar: Calendar, offset: number): DateTime {
  return DateTime.fromISO(calendar.firstDay, { zone: calendar.zone }).plus({ days: offset })
}

/** `-3 09:05` is three days before the first day, 09:05 local time. Throws RangeError on any other form. */
export function instantAt(moment: string, calendar: Calendar): Date {
  const [, offset = '', clock = ''] = MOMENT.exec(moment) ?? []
  const day = dayOf(calendar, Number(offset)).toISODate()
  const instant = DateTime.fromISO(`${day}T${clock}`, { zone: calendar.zone })
  if (clock === '' || !instant.isValid) throw new RangeError(`not a moment like "-3 09:05": ${moment}`)
  return instant.toJSDate()
}

/** Writes out `{day:+5}` `{md:+5}` `{iso:+5}` `{year:0}`. Throws RangeError on a macro that does not exist. */
export function expandMacros(text: string, calendar: Calendar): string {
  return text.replace(MACRO, (macro, name: string, offset: string) => {
    const format = MACROS[name]
    if (format === undefined) throw new RangeError(`unknown macro ${macro}`)
    return dayOf(calendar, Number(offset)).toFormat(format)
  })
}

export function dateForms(instant: Date, zone: string): DateForms {
  const local = DateTime.fromJSDate(instant, { zone })
  return {
    iso: local.toFormat('yyyy-MM-dd'),
    time: local.toFormat('yyyy-MM-dd HH:mm'),
    seconds: local.toFormat('yyyy-MM-dd HH:mm:ss'),
    slash: local.toFormat('yyyy/MM/dd'),
    dotted: local.toFormat('yyyy.MM.dd'),
    monthDay: local.toFormat('MM-dd'),
    chinese: local.toFormat("yyyy'年'M'月'd'日'"),
    republic: `民國${local.year - 1911}年${local.toFormat("M'月'd'日'")}`,
    month: local.toFormat('yyyyMM'),
    compact: local.toFormat('yyyyMMdd'),
    path: local.toFormat('yyyy/M/d'),
  }
}
