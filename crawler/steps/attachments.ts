/**
 * Files of a job notice or a volunteers' call: fetched once, kept by their hash, opened, and their tables put under
 * those of the page. A file that fails costs the notice nothing; it is tried again later.
 */
import type { Attachment } from '../../domain/item.ts'
import type { Article, OpenedAttachment } from '../../domain/page.ts'
import type { Understood } from '../../domain/understand.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { backOffMs } from '../due.ts'
import { type Capture, getCapture, hashBody } from '../keep/capture.ts'
import { type FileRow, filesOf, newFile } from '../keep/files.ts'
import {
  awaitReading,
  countStrike,
  fetchFor,
  hasBudget,
  isTrouble,
  MAX_STRIKES,
  type Trouble,
  type Visit,
} from './visit.ts'

/** By the ending of the link; '' is a link that shows none. */
const MAY_HOLD_POSITIONS = new Set(['xls', 'xlsx', 'et', 'csv', 'docx', 'doc', 'wps', 'pdf', 'zip', 'html', 'htm', ''])
const MAX_FILES = 12
/** After so many failures in a row a file is asked for again only when its page is. */
const MAX_FAILS = 6

export interface WithFiles {
  article: Article
  rows: FileRow[]
  captures: Capture[]
}

/** Lists of people are left closed: nothing of them is kept. */
export function wantsFiles({ kind, type }: Pick<Understood, 'kind' | 'type'>): boolean {
  return type !== 'names' && (kind === 'job' || kind === 'volunteer')
}

/** `from`: `network` asks for each file again (with its validators), `kept` opens only what lies here. */
export async function openFiles(
  visit: Visit,
  page: string,
  article: Article,
  from: 'network' | 'kept',
): Promise<WithFiles> {
  const known = await filesOf(visit.deps.db, visit.source.slug, page)
  const opened: WithFiles = { article: { ...article, attachments: [] }, rows: [], captures: [] }
  const met = new Set<string>()
  for (const attachment of article.attachments) {
    const url = canonicalUrl(attachment.url)
    if (url === undefined || met.size >= MAX_FILES || met.has(url) || !MAY_HOLD_POSITIONS.has(attachment.type)) {
      opened.article.attachments.push(attachment)
      continue
    }
    met.add(url)
    const row = known.get(url) ?? newFile(visit.source.slug, page, url)
    await addFile(visit, opened, attachment, from === 'network' ? await askFor(visit, row) : { row })
  }
  return opened
}

async function addFile(visit: Visit, opened: WithFiles, attachment: Attachment, { row, body }: Asked): Promise<void> {
  opened.rows.push(row)
  const bytes = body ?? (row.hash === null ? undefined : await getCapture(visit.deps.db, row.hash))
  if (row.hash === null || bytes === undefined) {
    opened.article.attachments.push({ ...attachment, problem: row.problem ?? 'not yet fetched' })
    return
  }
  const { url, hash } = row
  const contentType = row.content_type ?? ''
  if (body) opened.captures.push({ url, hash, contentType, at: row.checked_at ?? '', body })
  const { tables, type, problem } = await open(visit, { name: attachment.name, url, bytes, contentType })
  opened.article.tables = [...opened.article.tables, ...tables.map((table) => ({ file: url, ...table }))]
  opened.article.attachments.push({
    ...attachment,
    type: type === 'unknown' ? attachment.type : type,
    hash,
    ...(problem && problem !== 'no_table' && { problem }),
  })
}

async function open(visit: Visit, file: Parameters<Visit['deps']['readers']['openAttachment']>[0]) {
  const opened = await awaitReading(() => visit.deps.readers.openAttachment(file))
  const broken: OpenedAttachment = { type: 'unknown', tables: [], text: '', problem: 'broken' }
  return isTrouble(opened) ? broken : opened
}

interface Asked {
  row: FileRow
  /** Absent: as they lie here. */
  body?: Uint8Array
}

async function askFor(visit: Visit, row: FileRow): Promise<Asked> {
  if (visit.strikes >= MAX_STRIKES || !hasBudget(visit)) return { row: failed(visit, row, LATER) }
  const validators =
    row.hash === null ? {} : { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined }
  const maxBytes = visit.deps.limits.attachmentBytes
  const outcome = await fetchFor(visit, { url: row.url, accept: 'file', maxBytes, ...validators })
  countStrike(visit, outcome.kind === 'failed' ? outcome : undefined)
  if (outcome.kind === 'failed') return { row: failed(visit, row, outcome) }
  const well = { ...row, problem: null, fails: 0, next_at: null, checked_at: nowText(visit) }
  if (outcome.kind === 'unchanged') return { row: well }
  const { body, headers } = outcome.page
  const hash = hashBody(body)
  const [etag, last_modified] = [headers.etag ?? null, headers['last-modified'] ?? null]
  return {
    row: { ...well, hash, etag, last_modified, content_type: headers['content-type'] ?? null },
    body,
  }
}

const LATER: Trouble = { cause: 'retry_later', detail: 'the host is left alone for now' }
/** Nothing that time would mend. */
const FINAL = new Set<Trouble['cause']>(['not_allowed', 'too_large'])

/** What was read before stays; the page is due again when the file is. */
function failed(visit: Visit, row: FileRow, { cause, retryAfterMs }: Trouble): FileRow {
  const now = visit.deps.clock.now()
  const fails = row.fails + 1
  const waitMs = Math.max(backOffMs(fails, row.url), retryAfterMs ?? 0)
  const again = !FINAL.has(cause) && fails < MAX_FAILS
  const next_at = again ? new Date(now.getTime() + waitMs).toISOString() : null
  return { ...row, fails, next_at, problem: cause, checked_at: now.toISOString() }
}

/** When the first failed file is to be tried again. */
export function nextFileAt(rows: readonly FileRow[]): string | null {
  return rows.flatMap(({ next_at }) => next_at ?? []).sort()[0] ?? null
}

function nowText(visit: Visit): string {
  return visit.deps.clock.now().toISOString()
}
