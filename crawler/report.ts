/** What a run says at its end: a table for eyes, or the report itself for programs. */
import { withoutCredentials } from './log.ts'
import type { RunReport } from './run.ts'
import type { SourceReport } from './steps/visit.ts'

const COLUMNS = [
  'source',
  'state',
  'lists',
  'unchanged',
  'found',
  'new',
  'changed',
  'same',
  'gone',
  'dropped',
  'suspect',
  'failed',
]

/** Lines of plain text: one row per source, then what failed and why. */
export function formatReport(report: RunReport): string {
  const rows = [COLUMNS, ...report.sources.map(rowOf), rowOf(sumOf(report))]
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, at < 2))
      .join('  ')
      .trimEnd(),
  )
  return [...table, ...report.sources.flatMap(troublesOf)].join('\n')
}

/** One line of JSON. */
function reportJson(report: RunReport): string {
  return JSON.stringify(report)
}

/** Data to stdout when a program asked, a table to stderr when a person looks. */
export function printReport(
  report: RunReport,
  { json, stdout, stderr }: { json: boolean; stdout: (text: string) => void; stderr: (text: string) => void },
): void {
  if (json) stdout(`${reportJson(report)}\n`)
  else stderr(`${formatReport(report)}\n`)
}

function rowOf(source: SourceReport): string[] {
  const { slug, state, lists, found, new: fresh, changed, unchanged, gone, dropped, quarantined, failed } = source
  const lost = [dropped, quarantined, failed].map((list) => list.length)
  return [slug, state, ...[lists.read, lists.unchanged, found, fresh, changed, unchanged, gone, ...lost].map(String)]
}

function sumOf({ sources }: RunReport): SourceReport {
  const sum = (count: (source: SourceReport) => number) => sources.reduce((total, source) => total + count(source), 0)
  return {
    slug: 'all',
    state: '' as SourceReport['state'],
    lists: { read: sum(({ lists }) => lists.read), unchanged: sum(({ lists }) => lists.unchanged) },
    found: sum((source) => source.found),
    new: sum((source) => source.new),
    changed: sum((source) => source.changed),
    unchanged: sum((source) => source.unchanged),
    gone: sum((source) => source.gone),
    dropped: sources.flatMap((source) => source.dropped),
    quarantined: sources.flatMap((source) => source.quarantined),
    failed: sources.flatMap((source) => source.failed),
  }
}

function troublesOf({ slug, failed, quarantined }: SourceReport): string[] {
  const aside = quarantined.map(({ url, reason }) => ({ url, cause: 'suspect', detail: `${reason}; put aside` }))
  const troubles = [...failed.filter(({ cause }) => cause !== 'suspect'), ...aside]
  return troubles.map(({ url, cause, detail }) => `${slug}: ${cause}: ${withoutCredentials(url)}: ${oneLine(detail)}`)
}

/** What a server said must not write lines of its own. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}

function pad(text: string, width: number, left: boolean): string {
  return left ? text.padEnd(width) : text.padStart(width)
}
