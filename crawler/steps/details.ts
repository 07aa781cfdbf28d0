/** Details: each candidate that is new, changed or due is fetched, read, understood and kept; whatever fails is named and tried again. */
import { canonicalUrl } from '../../domain/urls.ts'
import { getItem, goneStatements } from '../../index-config/store/items.ts'
import { sightingStatement } from '../../index-config/store/sightings.ts'
import { mayBeConditional } from '../due.ts'
import type { FetchFailure, FetchOutcome } from '../fetch/outcome.ts'
import { hashBody } from '../keep/capture.ts'
import { filesOf } from '../keep/files.ts'
import { write } from '../keep/keep.ts'
import { aliasesOf, findPages, type PageRow, putAlias, putPage } from '../keep/pages.ts'
import { clearQuarantineStatement } from '../keep/quarantine.ts'
import { keepTombstone } from '../keep/tombstones.ts'
import { listKey, type PageFetched } from './column.ts'
import { keepMissing } from './missing.ts'
import { keptPage, partFromCapture, partFromNetwork } from './parts.ts'
import { fetchFor, keepingOf, type Trouble, todayOf, type Visit } from './visit.ts'
import { type Arrived, keepAlias, readerOf, readWhole, visited } from './whole.ts'

/** So many other names are asked for a page that is missing. */
const MAX_NAMES = 5

/** Undefined when the page was dealt with, also when that means "gone" or "the same as before". */
export async function readDetail(visit: Visit, row: PageRow): Promise<Trouble | undefined> {
  if (await keepTombstone(visit.deps.db, keepingOf(visit), row, [row.url])) return undefined
  if (await isOtherName(visit, row, row.url)) return undefined
  const isElsewhere = (url: string) => url !== row.url && isFrontPage(visit, canonicalUrl(url) ?? url)
  const first = await fetchFor(visit, { url: row.url, isElsewhere, ...validatorsOf(row, visit) })
  const moved = await hasMovedAnew(visit, row, first)
  const outcome = moved && first.kind === 'unchanged' ? await fetchFor(visit, { url: row.url, isElsewhere }) : first
  if (outcome.kind === 'unchanged') return readAgain(visit, row, {})
  if (outcome.kind === 'failed') return readFailure(visit, row, outcome)
  if (await keepTombstone(visit.deps.db, keepingOf(visit), row, addressesOf(row, outcome))) return undefined
  const hash = hashBody(outcome.page.body)
  const same = !moved && hash === row.hash && row.status === 'ok' && row.parts === null
  return same ? readAgain(visit, row, seenNow(visit, outcome, hash)) : readNew(visit, row, outcome, hash)
}

/** Only its own address can say that a page is gone, not one that it leads to for the time being. */
async function readFailure(visit: Visit, row: PageRow, failure: FetchFailure): Promise<Trouble | undefined> {
  if (failure.elsewhere) return ELSEWHERE
  if (failure.cause !== 'gone') return failure
  return failure.detour ? { ...failure, cause: 'changed' } : readGone(visit, row, failure)
}

/** A page that is an item is looked for under its other names before it counts as missing. */
async function readGone(visit: Visit, row: PageRow, failure: Trouble): Promise<Trouble | undefined> {
  if (row.item_id === null) return failure
  const aliases = await aliasesOf(visit.deps.db, row.source, row.url)
  for (const url of [...(row.shown_as === null ? [] : [row.shown_as]), ...aliases].slice(0, MAX_NAMES)) {
    const outcome = await fetchFor(visit, { url })
    if (outcome.kind !== 'page') continue
    const hash = hashBody(outcome.page.body)
    const trouble = await readNew(visit, row, { ...outcome, permanent: true }, hash)
    if (!trouble) return undefined
  }
  return keepMissing(visit, row, failure.detail)
}

/** True when a permanent redirect leads to an address that its item does not yet show. */
async function hasMovedAnew(visit: Visit, row: PageRow, outcome: FetchOutcome): Promise<boolean> {
  if (outcome.kind === 'failed' || !outcome.permanent) return false
  const address = canonicalUrl(outcome.kind === 'page' ? outcome.page.url : outcome.url) ?? row.url
  const item = row.item_id === null ? undefined : await getItem(visit.deps.db, row.item_id)
  return address !== row.url && item?.url !== address
}

async function readNew(visit: Visit, row: PageRow, outcome: PageFetched, hash: string): Promise<Trouble | undefined> {
  const address = canonicalUrl(outcome.page.url) ?? row.url
  if (address !== row.url && isFrontPage(visit, address)) return ELSEWHERE
  if (outcome.permanent && address !== row.url && (await isOtherName(visit, row, address))) return undefined
  const other = await findOther(visit, row, address)
  const younger = outcome.permanent && other && isYoungerSelf(other, row) ? other : undefined
  if (other && !younger) return { cause: 'soft_error', detail: 'redirects to another article' }
  const trouble = await readWhole(visit, row, {
    raw: outcome.page,
    address: outcome.permanent ? address : row.url,
    addresses: addressesOf(row, outcome),
    getPart: partFromNetwork(visit),
    files: 'network',
    seen: seenNow(visit, outcome, hash),
  })
  if (!trouble && younger) await mergeAway(visit, row, younger)
  return trouble
}

const ELSEWHERE: Trouble = { cause: 'soft_error', detail: 'redirects to the front page or a list' }

/** A dead article that redirects to the home page would else become a copy of it. */
function isFrontPage({ source }: Visit, address: string): boolean {
  const fronts = [canonicalUrl(source.home), ...source.lists.map(listKey)]
  return fronts.includes(address) || new URL(address).pathname === '/'
}

/** An address that has an item of its own, or is a list, must not lend its text to this one. */
async function findOther(visit: Visit, row: PageRow, address: string): Promise<PageRow | undefined> {
  const other = (await findPages(visit.deps.db, row.source, [address])).get(address)
  const own = other === undefined || other.url === row.url || (other.role !== 'list' && other.item_id === null)
  return own ? undefined : other
}

/** The same entry under the address that it moved to, met there before the old one was asked and could say so. */
function isYoungerSelf(other: PageRow, row: PageRow): boolean {
  return other.role === 'detail' && row.item_id !== null && row.first_at < other.first_at && row.title === other.title
}

/** Once the older has taken the address over, the younger goes, and its address is a name of the older. */
async function mergeAway(visit: Visit, row: PageRow, younger: PageRow): Promise<void> {
  const item = row.item_id === null ? undefined : await getItem(visit.deps.db, row.item_id)
  if (item?.url !== younger.url || younger.item_id === null) return
  await write(visit.deps.db, keepingOf(visit), [
    ...goneStatements(younger.item_id, visit.deps.clock.now().toISOString()),
    putAlias(row.source, younger.url, row.url),
    putPage({ ...younger, status: 'alias', next_at: null, hash: null, item_id: null }),
  ])
}

/** An address we never kept that leads to a page we know is another name of that page. */
async function isOtherName(visit: Visit, row: PageRow, address: string): Promise<boolean> {
  if (row.item_id !== null) return false
  const other = (await findPages(visit.deps.db, row.source, [address])).get(address)
  if (!other || other.url === row.url || other.role !== 'detail') return false
  await keepAlias(visit, row, other)
  return true
}

/** The page is as it was; its files may not be, and those that failed are tried again. */
async function readAgain(visit: Visit, row: PageRow, seen: Partial<PageRow>): Promise<Trouble | undefined> {
  const files = await filesOf(visit.deps.db, row.source, row.url)
  const kept = files.size > 0 ? await findKept(visit, { ...row, ...seen }) : undefined
  return kept ? readWhole(visit, row, { ...kept, files: 'network', seen }) : keepUnchanged(visit, row, seen)
}

/** Read once more from the bytes that lie here, by better readers or other corrections, without the network. */
export async function readKept(visit: Visit, row: PageRow): Promise<void> {
  const kept = await findKept(visit, row)
  if (kept === undefined) return
  const { checked_at, next_at, visits, fails, last_cause, missing_since } = row
  const stands = { checked_at, next_at, visits, fails, last_cause, missing_since }
  const trouble = await readWhole(visit, row, { ...kept, files: 'kept', seen: {}, stands })
  if (trouble) await write(visit.deps.db, keepingOf(visit), [putPage({ ...row, reader: readerOf(visit) })])
}

async function findKept(
  visit: Visit,
  row: PageRow,
): Promise<Pick<Arrived, 'raw' | 'address' | 'addresses' | 'getPart'> | undefined> {
  const raw = await keptPage(visit, row)
  if (raw === undefined) return undefined
  const item = row.item_id === null ? undefined : await getItem(visit.deps.db, row.item_id)
  const addresses = [row.url, canonicalUrl(raw.url) ?? row.url]
  return { raw, address: item?.url ?? row.url, addresses, getPart: partFromCapture(visit, row) }
}

async function keepUnchanged(visit: Visit, row: PageRow, seen: Partial<PageRow>): Promise<undefined> {
  await write(visit.deps.db, keepingOf(visit), [
    putPage({ ...visited(visit, row, null), ...seen }),
    clearQuarantineStatement(row.source, row.url),
    ...(row.item_id === null ? [] : [sightingStatement([row.item_id], todayOf(visit))]),
  ])
  visit.report.unchanged += 1
  return undefined
}

function addressesOf(row: PageRow, { page, redirects }: PageFetched): string[] {
  return [...new Set([row.url, ...redirects, page.url].map((url) => canonicalUrl(url) ?? url))]
}

function seenNow(visit: Visit, { page }: PageFetched, hash: string): Partial<PageRow> {
  const { etag, 'last-modified': lastModified, 'content-type': type } = page.headers
  return {
    hash,
    etag: etag ?? null,
    last_modified: lastModified ?? null,
    whole_at: visit.deps.clock.now().toISOString(),
    read_url: page.url,
    content_type: type ?? null,
  }
}

function validatorsOf(row: PageRow, visit: Visit): { etag?: string; lastModified?: string } {
  const whole = row.whole_at === null ? undefined : new Date(row.whole_at)
  if (row.status !== 'ok' || !mayBeConditional(row.visits, whole, visit.deps.clock.now())) return {}
  return { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined }
}
