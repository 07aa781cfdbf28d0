/** Details: each candidate that is new, changed or due is fetched, read, understood and kept; whatever fails is named and tried again. */
import type { Article, Page } from '../../domain/page.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { backOffMs, DAY_MS, mayBeConditional, nextRevisit } from '../due.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import { hashBody } from '../keep/capture.ts'
import { keepGone, keepPage, write } from '../keep/keep.ts'
import { findPages, hasFailingList, type PageRow, putAlias, putPage } from '../keep/pages.ts'
import { toItems } from '../keep/to-items.ts'
import { listKey } from './lists.ts'
import { fetchFor, keepingOf, readingContext, reportFailure, type Trouble, tryReading, type Visit } from './visit.ts'

type PageFetched = Extract<FetchOutcome, { kind: 'page' }>

/** A new address that answers 404 so many times in a row never was an item. */
const MAX_MISSES = 5

/** Undefined when the page was dealt with, also when that means "gone" or "the same as before". */
export async function readDetail(visit: Visit, row: PageRow): Promise<Trouble | undefined> {
  if (row.item_id === null && (await keepAlias(visit, row, row.url))) return undefined
  const first = await fetchFor(visit, { url: row.url, ...validatorsOf(row, visit) })
  const moved = await hasMovedAnew(visit, row, first)
  const outcome = moved && first.kind === 'unchanged' ? await fetchFor(visit, { url: row.url }) : first
  if (outcome.kind === 'unchanged') return keepUnchanged(visit, row, {})
  if (outcome.kind === 'failed')
    return outcome.cause === 'gone' && row.item_id !== null ? keepMissing(visit, row, outcome.detail) : outcome
  const hash = hashBody(outcome.page.body)
  if (!moved && hash === row.hash && row.status === 'ok')
    return keepUnchanged(visit, row, seenNow(visit, outcome, hash))
  return readWhole(visit, row, outcome, hash)
}

/** True when a permanent redirect leads to an address that is not yet known as this page's. */
async function hasMovedAnew(visit: Visit, row: PageRow, outcome: FetchOutcome): Promise<boolean> {
  if (outcome.kind === 'failed' || !outcome.permanent) return false
  const address = canonicalUrl(outcome.kind === 'page' ? outcome.page.url : outcome.url) ?? row.url
  const known = await findPages(visit.deps.db, row.source, [address])
  return address !== row.url && known.get(address)?.url !== row.url
}

/** Writes that a page failed: it backs off; what is kept of it stays as it is. */
export async function keepDetailFailure(visit: Visit, row: PageRow, trouble: Trouble): Promise<void> {
  const fails = row.fails + 1
  const waitMs = Math.max(backOffMs(fails, row.url), trouble.retryAfterMs ?? 0)
  const next_at = new Date(visit.deps.clock.now().getTime() + waitMs).toISOString()
  const given = { ...row, fails, next_at, checked_at: nowText(visit), last_cause: trouble.cause }
  const never = trouble.cause === 'gone' && fails >= MAX_MISSES
  await write(visit.deps.db, keepingOf(visit), [
    putPage(never ? { ...given, status: 'dropped', next_at: null } : given),
  ])
  if (trouble.byRobots || never) visit.report.dropped.push({ url: row.url, reason: trouble.detail })
  else reportFailure(visit, row.url, trouble)
}

async function readWhole(visit: Visit, row: PageRow, outcome: PageFetched, hash: string): Promise<Trouble | undefined> {
  const address = canonicalUrl(outcome.page.url) ?? row.url
  if (address !== row.url && isFrontPage(visit, address))
    return { cause: 'soft_error', detail: 'redirects to the front page or a list' }
  if (outcome.permanent && address !== row.url && (await keepAlias(visit, row, address))) return undefined
  const { deps, source, report } = visit
  const article = readPage(visit, row, outcome)
  if ('cause' in article) return article
  const items = tryReading(() =>
    toItems({
      source,
      url: row.url,
      address: outcome.permanent ? address : row.url,
      article,
      understood: deps.readers.understand(article, understandingContext(visit, row)),
      listDate: row.list_date ?? undefined,
      firstSeenAt: new Date(row.first_at),
      now: deps.clock.now(),
      zone: deps.town.timeZone,
    }),
  )
  if ('cause' in items) return items
  const read: PageRow = { ...visited(visit, row), ...seenNow(visit, outcome, hash) }
  const verdict = await keepPage(deps.db, keepingOf(visit), { row: read, raw: outcome.page, hash, items })
  report[verdict] += 1
  return undefined
}

/** Decode, soft error?, read. The list's title stands in where the page has none. */
function readPage(visit: Visit, row: PageRow, { page: raw }: PageFetched): Article | Trouble {
  const { readers } = visit.deps
  return tryReading(() => {
    const page: Page = readers.decodePage(raw)
    const reason = readers.isErrorPage(page)
    if (reason !== undefined) return { cause: 'soft_error', detail: reason } as Trouble
    const article = readers.readArticle(page, readingContext(visit))
    const title = article.title === '' ? (row.title ?? '') : article.title
    return title === '' || isEmpty(article)
      ? ({ cause: 'unreadable', detail: 'no article found in the page' } as Trouble)
      : { ...article, title }
  })
}

function isEmpty({ body, images, attachments, tables }: Article): boolean {
  return body.trim() === '' && images.length + attachments.length + tables.length === 0
}

function understandingContext(visit: Visit, row: PageRow) {
  const list = visit.source.lists.find((entry) => entry.url === row.list)
  return {
    town: visit.deps.town,
    source: visit.source,
    column: list?.column,
    listKind: list?.kind,
    listCategory: list?.category,
    now: visit.deps.clock.now(),
  }
}

/** A dead article that redirects to the home page would else become a copy of it. */
function isFrontPage({ source }: Visit, address: string): boolean {
  const fronts = [canonicalUrl(source.home), ...source.lists.map(listKey)]
  return fronts.includes(address) || new URL(address).pathname === '/'
}

/** An address we never kept that leads to a page we know is another name of that page. */
async function keepAlias(visit: Visit, row: PageRow, address: string): Promise<boolean> {
  if (row.item_id !== null) return false
  const { db } = visit.deps
  const other = (await findPages(db, row.source, [address])).get(address)
  if (!other || other.url === row.url || other.role !== 'detail') return false
  await write(db, keepingOf(visit), [
    putAlias(row.source, row.url, other.url),
    putPage({ ...visited(visit, row), status: 'alias', next_at: null }),
  ])
  return true
}

async function keepUnchanged(visit: Visit, row: PageRow, seen: Partial<PageRow>): Promise<undefined> {
  await write(visit.deps.db, keepingOf(visit), [putPage({ ...visited(visit, row), ...seen })])
  visit.report.unchanged += 1
  return undefined
}

/** 404 or 410 of a known item. One says nothing; two in healthy crawls a day apart do. */
async function keepMissing(visit: Visit, row: PageRow, detail: string): Promise<undefined> {
  const now = visit.deps.clock.now()
  const since = row.missing_since === null ? undefined : new Date(row.missing_since)
  const healthy = !visit.lists.troubled && !(await hasFailingList(visit.deps.db, row.source))
  const missing: PageRow = { ...row, checked_at: now.toISOString(), visits: row.visits + 1, last_cause: 'gone' }
  const confirmed = since !== undefined && now.getTime() - since.getTime() >= DAY_MS
  if (healthy && confirmed) {
    const again = nextRevisit(new Date(row.first_at), now)?.toISOString() ?? null
    await keepGone(visit.deps.db, keepingOf(visit), {
      ...missing,
      status: 'gone',
      next_at: again,
      hash: null,
      etag: null,
      last_modified: null,
    })
    if (row.status !== 'gone') visit.report.gone += 1
    return undefined
  }
  const missing_since = since?.toISOString() ?? (healthy ? now.toISOString() : null)
  const from = confirmed || !since ? now : since
  const next_at = new Date(from.getTime() + DAY_MS).toISOString()
  await write(visit.deps.db, keepingOf(visit), [putPage({ ...missing, missing_since, next_at })])
  visit.report.dropped.push({ url: row.url, reason: `${detail}; kept, and asked again in a day` })
  return undefined
}

/** The row after a good visit. */
function visited(visit: Visit, row: PageRow): PageRow {
  const now = visit.deps.clock.now()
  return {
    ...row,
    status: 'ok',
    checked_at: now.toISOString(),
    next_at: nextRevisit(new Date(row.first_at), now)?.toISOString() ?? null,
    visits: row.visits + 1,
    fails: 0,
    last_cause: null,
    missing_since: null,
  }
}

function seenNow(visit: Visit, { page }: PageFetched, hash: string): Partial<PageRow> {
  const { etag, 'last-modified': lastModified } = page.headers
  return { hash, etag: etag ?? null, last_modified: lastModified ?? null, whole_at: nowText(visit) }
}

function validatorsOf(row: PageRow, visit: Visit): { etag?: string; lastModified?: string } {
  const whole = row.whole_at === null ? undefined : new Date(row.whole_at)
  if (row.status !== 'ok' || !mayBeConditional(row.visits, whole, visit.deps.clock.now())) return {}
  return { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined }
}

function nowText(visit: Visit): string {
  return visit.deps.clock.now().toISOString()
}
