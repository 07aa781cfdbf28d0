/** What a list's entries mean for the pages behind them. */
import { createHash } from 'node:crypto'
import type { Candidate } from '../../domain/page.ts'
import type { Source } from '../../domain/town.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { checkTarget } from '../fetch/target.ts'
import type { PageRow } from '../keep/pages.ts'
import { findTrap } from './traps.ts'
import { tryReading, type Visit } from './visit.ts'

/** An entry that reads differently, or stands there again, is a reason to look at its page again. */
export function withEntry(
  row: PageRow,
  entry: Candidate,
  place: Pick<PageRow, 'list' | 'on_page' | 'position'>,
  now: string,
): PageRow {
  const entry_hash = hashEntry(entry)
  const edited = row.entry_hash !== null && row.entry_hash !== entry_hash
  const back = row.on_page === null && (row.status === 'gone' || row.status === 'dropped')
  const revived = (edited || back) && row.status === 'dropped' ? { status: 'waiting' as const, fails: 0 } : {}
  const due = back || (edited && row.fails === 0) ? { next_at: now } : {}
  return {
    ...row,
    ...place,
    ...due,
    ...revived,
    entry_hash,
    title: entry.title,
    list_date: (edited ? null : row.list_date) ?? entry.date ?? null,
  }
}

/** Only the day of its date: "3 hours ago" becomes another minute on every visit. */
function hashEntry({ title, date }: Candidate): string {
  return createHash('sha256')
    .update(`${title}\n${date?.slice(0, 10) ?? ''}`)
    .digest('hex')
    .slice(0, 16)
}

/** Entries that may be fetched, each once, under their canonical address; the others are reported with the reason. */
export function usableEntries(visit: Visit, items: Candidate[]): Candidate[] {
  const { source, report } = visit
  const met = new Set<string>()
  return items.flatMap((item) => {
    const url = canonicalUrl(item.url)
    if (url === undefined || met.has(url)) return []
    const reason = findTrap(url) ?? findForbidden(url, source)
    if (reason !== undefined) {
      report.dropped.push({ url, reason })
      return []
    }
    met.add(url)
    return [{ ...item, url }]
  })
}

function findForbidden(url: string, source: Source): string | undefined {
  const result = tryReading(() => checkTarget(url, source))
  return result instanceof URL ? undefined : `off-site: ${result.detail}`
}
