/** The pages of one list: from the first on while they bring something new, and the children of an index. */
import type { ReadList } from '../../domain/page.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { hashBody } from '../keep/capture.ts'
import { AT_ONCE, findPages, getPage, newPage, type PageRow, shownOn } from '../keep/pages.ts'
import { type ListEntry, listKey, readOne } from './column.ts'
import { usableEntries, withEntry } from './entries.ts'
import { knownByRotation } from './rotating.ts'
import { findTrap } from './traps.ts'
import { fetchFor, hasBudget, isTrouble, reportFailure, type Trouble, type Visit } from './visit.ts'

/** What one walk over a list found; `rows` by first canonical address. */
interface Walk {
  visit: Visit
  list: ListEntry
  row: PageRow
  rows: Map<string, PageRow>
  /** Addresses of entries met, over all pages. */
  met: Set<string>
  /** Entries of each page read, in order. */
  pages: { address: string; urls: string[] }[]
  /** Addresses of pages asked for, the first included. */
  asked: Set<string>
  /** Entries of the page read last that came since this list was last read whole. */
  fresh: number
  /** More entries than are taken from a page at a time. */
  capped: boolean
}

export interface Walked {
  rows: PageRow[]
  /** 1 when a page failed: the next visit starts again. */
  unfinished: 0 | 1
  /** Where the next visit goes on when this one came to its limit before known ground; with how often it did. */
  resume: string | null
  capped: boolean
  /** Children of an index, as the list's row keeps them. */
  parts: string | null
}

/** A walk that came to its limit goes on so many times; then the site is taken to be without end. */
const MAX_RESUMES = 5

/** `toTheEnd`: also over known ground, for entries that were put in between, dated back. */
export async function readOn(
  visit: Visit,
  list: ListEntry,
  row: PageRow,
  first: ReadList,
  toTheEnd: boolean,
): Promise<Walked> {
  const fresh = { fresh: 0, capped: false }
  const asked = new Set([listKey(list)])
  const walk: Walk = { visit, list, row, rows: new Map(), met: new Set(), pages: [], asked, ...fresh }
  if (first.items.length > 0) await takePage(walk, listKey(list), first)
  const begun = row.status !== 'ok' || row.unfinished === 1
  const exploring = begun || toTheEnd
  const end = await walkOn(walk, first.next, () => exploring || walk.fresh > 0)
  const deeper = end.failed ? { failed: true, resume: row.resume } : await goOn(walk, end, begun)
  const whole = await readChildren(walk, first.more ?? [])
  await markLeft(walk)
  const unfinished = deeper.failed || !whole ? 1 : 0
  const parts = (first.more ?? []).length > 0 ? JSON.stringify(first.more) : null
  return { rows: [...walk.rows.values()], unfinished, resume: deeper.resume, capped: walk.capped, parts }
}

interface End {
  failed: boolean
  /** Page that answers 404: the end of most lists, and of some only for now. */
  missing?: string
  /** Page at which the limit was reached. */
  left?: string
}

/** Further pages while `wanted`, up to the limit of pages. */
async function walkOn(walk: Walk, firstNext: string | undefined, wanted: () => boolean): Promise<End> {
  const { visit, asked } = walk
  let next = firstNext
  while (next !== undefined && wanted()) {
    const address = canonicalUrl(next, walk.list.url)
    if (address === undefined || asked.has(address) || findTrap(address) !== undefined) return { failed: false }
    if (asked.size >= visit.deps.limits.listPages || !hasBudget(visit)) return { failed: false, left: address }
    asked.add(address)
    const outcome = await fetchFor(visit, { url: address })
    const read = outcome.kind === 'page' ? readOne(visit, outcome) : outcome
    if (!('items' in read)) return endOf(visit, address, read)
    const before = walk.met.size
    await takePage(walk, address, read)
    if (walk.met.size === before) return { failed: false }
    next = read.next
  }
  return { failed: false }
}

/** A further page that is not there, or that our rules forbid, ends a list; any other failure cuts it short. */
function endOf(visit: Visit, url: string, outcome: Trouble | { kind: 'unchanged' }): End {
  const cause = 'cause' in outcome ? outcome.cause : undefined
  if (cause !== 'gone' && cause !== 'not_allowed') return cutShort(visit, url, outcome)
  visit.report.dropped.push({ url, reason: `the list ends here: ${'detail' in outcome ? outcome.detail : ''}` })
  return { failed: false, ...(cause === 'gone' && { missing: url }) }
}

/** The pages before are good; the rest is read next time, from the start. */
function cutShort(visit: Visit, url: string, outcome: Trouble | { kind: 'unchanged' }): End {
  const trouble: Trouble =
    'cause' in outcome ? outcome : { cause: 'server_error', detail: 'answered 304 to a plain request' }
  reportFailure(visit, url, trouble)
  visit.lists.failed.push(trouble)
  visit.lists.troubled = true
  return { failed: true }
}

/** From where an earlier visit had to stop, while entries come that nobody has met; older ones of a first walk are left. */
async function goOn(walk: Walk, end: End, exploring: boolean): Promise<{ failed: boolean; resume: string | null }> {
  const { row } = walk
  const [times, from] = (row.resume ?? '').split(' ')
  if (end.left !== undefined) reportLimit(walk, exploring)
  if (end.missing !== undefined && from === undefined) return { failed: false, resume: resumeText(null, end.missing) }
  if (end.left !== undefined && !exploring) return { failed: false, resume: resumeText(row.resume, end.left) }
  if (from === undefined || Number(times) > MAX_RESUMES) return { failed: false, resume: null }
  walk.fresh = 1
  walk.asked.delete(from)
  const deeper = await walkOn(walk, from, () => walk.fresh > 0)
  const left = deeper.left ?? deeper.missing
  return {
    failed: false,
    resume: deeper.failed ? row.resume : left === undefined ? null : resumeText(row.resume, left),
  }
}

function resumeText(before: string | null, address: string): string {
  return `${Number((before ?? '0').split(' ', 1)[0]) + 1} ${address}`
}

function reportLimit({ visit, list }: Walk, exploring: boolean): void {
  const { listPages } = visit.deps.limits
  const reason = exploring
    ? `more than ${listPages} pages; older entries are left`
    : `more than ${listPages} pages of new entries; read on next time`
  visit.report.dropped.push({ url: list.url, reason })
}

/** Lists that an index names, as kept of its last reading. */
export function childrenOf({ parts }: PageRow): string[] {
  return parts === null ? [] : (JSON.parse(parts) as string[])
}

/** Each child has validators of its own; those that waited longest come first. False when one failed. */
async function readChildren(walk: Walk, urls: readonly string[]): Promise<boolean> {
  const { visit } = walk
  const rows = await Promise.all(
    urls.flatMap((url) => canonicalUrl(url, walk.list.url) ?? []).map((url) => childRow(walk, url)),
  )
  const waiting = rows.sort((a, b) => ((a.checked_at ?? '') < (b.checked_at ?? '') ? -1 : 1))
  let whole = true
  for (const row of waiting) {
    if (walk.asked.size >= visit.deps.limits.listPages || !hasBudget(visit)) return whole
    if (walk.asked.has(row.url) || findTrap(row.url) !== undefined) continue
    walk.asked.add(row.url)
    whole = (await readChild(walk, row)) && whole
  }
  return whole
}

async function childRow({ visit }: Walk, url: string): Promise<PageRow> {
  const { db, clock } = visit.deps
  const known = await getPage(db, visit.source.slug, url)
  return known ?? newPage(visit.source.slug, url, 'list', clock.now().toISOString())
}

async function readChild(walk: Walk, row: PageRow): Promise<boolean> {
  const { visit } = walk
  const validators = { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined }
  const outcome = await fetchFor(visit, { url: row.url, ...validators })
  const checked_at = visit.deps.clock.now().toISOString()
  const read = outcome.kind === 'page' ? readOne(visit, outcome) : outcome
  if (outcome.kind === 'unchanged') {
    walk.rows.set(row.url, { ...row, checked_at })
    return true
  }
  if (isTrouble(read)) return !cutShort(visit, row.url, read).failed
  if (!('items' in read) || outcome.kind !== 'page') return true
  const { etag, 'last-modified': lastModified } = outcome.page.headers
  const hash = hashBody(outcome.page.body)
  if (hash !== row.hash) await takePage(walk, row.url, read)
  const seen = { hash, etag: etag ?? null, last_modified: lastModified ?? null }
  walk.rows.set(row.url, { ...row, ...seen, status: 'ok', checked_at, next_at: null })
  return true
}

/** Entries of one page into rows. An entry of another list that we know already stays with that list. */
async function takePage(walk: Walk, address: string, read: ReadList): Promise<void> {
  const { visit } = walk
  const { db, limits } = visit.deps
  const entries = usableEntries(visit, read.items)
  const known = await findPages(
    db,
    visit.source.slug,
    entries.map((entry) => entry.url),
  )
  const rotated = await knownByRotation(
    visit,
    entries.filter(({ url }) => !known.has(url)),
  )
  const now = visit.startedAt.toISOString()
  walk.fresh = 0
  for (const [position, entry] of entries.entries()) {
    const same = known.get(entry.url) ?? rotated.get(entry.url)
    const before = walk.rows.get(same?.url ?? entry.url) ?? same
    if (!before && walk.fresh >= limits.linksPerPage) {
      walk.capped = true
      continue
    }
    const row = before ?? newPage(visit.source.slug, entry.url, 'detail', now)
    walk.met.add(row.url)
    if (!before || row.first_at >= (walk.row.checked_at ?? '')) walk.fresh += 1
    if (row.role === 'list' || (row.list !== null && row.list !== walk.list.url)) continue
    const shown_as = entry.url === row.url ? null : entry.url
    walk.rows.set(row.url, {
      ...withEntry(row, entry, { list: walk.list.url, on_page: address, position }, now),
      shown_as,
    })
  }
  if (walk.capped)
    visit.report.dropped.push({
      url: address,
      reason: `more than ${limits.linksPerPage} new links on a page; the others are read next time`,
    })
  walk.pages.push({ address, urls: entries.map(({ url }) => (known.get(url) ?? rotated.get(url))?.url ?? url) })
  visit.report.found += entries.length
}

/**
 * An entry that is missing although something that stood below it is still there did not slide to the next page: it was
 * taken out. One whose title stands there under a new address has moved. Either alone means nothing; its own address is
 * asked, and before the new ones, so that a redirect is known for what it is.
 */
async function markLeft({ visit, rows, met, pages }: Walk): Promise<void> {
  const newTitles = new Set([...rows.values()].filter((row) => row.status === 'waiting').map((row) => row.title))
  for (const { address, urls } of pages) {
    const before = await shownOn(visit.deps.db, visit.source.slug, address)
    const here = new Set(urls)
    const lowest = before.reduce((low, row) => (here.has(row.url) ? Math.max(low, row.position ?? 0) : low), -1)
    for (const row of before) {
      if (met.has(row.url)) continue
      const left = ((row.position ?? 0) < lowest || newTitles.has(row.title)) && row.fails === 0
      rows.set(row.url, { ...row, on_page: null, position: null, ...(left ? { next_at: AT_ONCE } : {}) })
    }
  }
}
