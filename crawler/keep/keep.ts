/** Keeps a page: items, versions, outbox, raw bytes and the page's state move in one transaction or not at all. */
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { changedFields, getItems, goneStatements, keepStatements } from '../../index-config/store/items.ts'
import { sightingStatement } from '../../index-config/store/sightings.ts'
import { type Capture, captureStatement, dropCaptureStatement } from './capture.ts'
import { type FileRow, putFiles } from './files.ts'
import { fenceStatements, type Lease } from './lease.ts'
import { type PageRow, putAlias, putPage } from './pages.ts'
import { clearQuarantineStatement } from './quarantine.ts'

export type Verdict = 'new' | 'changed' | 'unchanged'

export interface Keeping {
  lease: Lease
  now: Date
}

/** Any other change of state that belongs to a source; refused as a whole when the lease was lost. */
export async function write(db: SqlDatabase, { lease, now }: Keeping, statements: SqlStatement[]): Promise<void> {
  await db.batch([...fenceStatements(lease, now), ...statements])
}

/** A page that was read and believed. `captures`: its bytes, those of its parts and files. */
export interface ReadPage {
  row: PageRow
  /** The page's own item first, then its positions. Positions that are no longer among them go. */
  items: [Item, ...Item[]]
  captures: Capture[]
  files: FileRow[]
  /** Every address that led here; none of them may be one that was taken down. */
  addresses: string[]
  /** Day on which its site showed it, in the town's zone; absent when it was read from kept bytes. */
  seenOn?: string
}

export async function keepPage(db: SqlDatabase, keeping: Keeping, page: ReadPage): Promise<Verdict> {
  const [verdict = 'unchanged'] = await keepPages(db, [{ keeping, page }])
  return verdict
}

export interface PageToKeep {
  keeping: Keeping
  page: ReadPage
}

/**
 * Pages of any sources in one transaction, all or none: a lease that was lost or an address that was taken down meanwhile
 * refuses them together. No two may be of the same row. Verdicts are in the order of the pages.
 */
export async function keepPages(db: SqlDatabase, toKeep: readonly PageToKeep[]): Promise<Verdict[]> {
  const pages = toKeep.map(({ page }) => page)
  const known = await knownItems(
    db,
    pages.flatMap(({ items }) => items),
  )
  const standing = await standingPositions(
    db,
    pages.map(({ items: [own] }) => own.id),
  )
  const kept = toKeep.map(({ page, keeping }) =>
    keepingPage(page, known, standing.get(page.items[0].id) ?? [], keeping.now),
  )
  const addresses = pages.flatMap((page) => page.addresses)
  const statements = kept.flatMap((one) => one.statements)
  await db.batch([...fencesOf(toKeep), standingStatement(addresses), ...statements])
  return kept.map(({ verdict }) => verdict)
}

/** Each lease once. */
function fencesOf(toKeep: readonly PageToKeep[]): SqlStatement[] {
  const leases = new Map(toKeep.map(({ keeping }) => [keeping.lease, keeping.now]))
  return [...leases].flatMap(([lease, now]) => fenceStatements(lease, now))
}

/** What keeping a page takes. `standing`: positions that were kept of it and are not gone. */
function keepingPage(
  page: ReadPage,
  known: ReadonlyMap<string, Item>,
  standing: readonly string[],
  now: Date,
): { statements: SqlStatement[]; verdict: Verdict } {
  const { row } = page
  const [own] = page.items
  const items = page.items.map((item) => asKept(item, known.get(item.id), row))
  const read = new Set(items.map(({ id }) => id))
  const vanished = standing.filter((id) => !read.has(id))
  const statements = [
    ...items.flatMap((item) => keepStatements(item, known.get(item.id))),
    ...vanished.flatMap((id) => goneStatements(id, now.toISOString())),
    ...byteStatements(page),
    ...(page.seenOn === undefined ? [] : [sightingStatement([own.id], page.seenOn)]),
    ...(own.url === row.url ? [] : [putAlias(row.source, own.url, row.url)]),
    clearQuarantineStatement(row.source, row.url),
    putPage({ ...row, item_id: own.id }),
  ]
  const changed = vanished.length > 0 || items.some((item) => isChanged(item, known.get(item.id)))
  return { statements, verdict: !known.has(own.id) ? 'new' : changed ? 'changed' : 'unchanged' }
}

/** Of a list of people nothing is kept, nor what was kept of the page before it became one. */
function byteStatements({ row, items: [own], captures, files }: ReadPage): SqlStatement[] {
  if (own.type === 'names') return [...putFiles(row.source, row.url, []), dropCaptureStatement(row.source, row.url)]
  return [...captures.map(captureStatement), ...putFiles(row.source, row.url, files)]
}

/** The item's own address said twice that it is gone. */
export async function keepGone(db: SqlDatabase, keeping: Keeping, row: PageRow): Promise<void> {
  const gone = row.item_id === null ? [] : goneStatements(row.item_id, keeping.now.toISOString())
  await write(db, keeping, [...gone, putPage(row), clearQuarantineStatement(row.source, row.url)])
}

async function knownItems(db: SqlDatabase, items: Item[]): Promise<Map<string, Item>> {
  const known = await getItems(
    db,
    items.map((item) => item.id),
  )
  return new Map(known.map((item) => [item.id, item]))
}

/** Positions of these notices that are not gone, by notice. */
async function standingPositions(db: SqlDatabase, parents: readonly string[]): Promise<Map<string, string[]>> {
  const sql = `select id, parent from item where parent in (select value from json_each(?1)) and state <> 'gone'`
  const rows = await db.all<{ id: string; parent: string }>(sql, [JSON.stringify(parents)])
  const found = new Map<string, string[]>()
  for (const { id, parent } of rows) found.set(parent, [...(found.get(parent) ?? []), id])
  return found
}

/** What a rule held is judged anew; what an editor holds stays held. */
function stateOf(item: Item, previous: Item | undefined): Item['state'] {
  return previous?.state === 'held' && previous.evidence.hold === undefined ? 'held' : item.state
}

/**
 * What was gone and is back is shown. A position is first seen when it first stands in the table. A page that says
 * another date and nothing else prints the day on which it is looked at, unless its list says that date too; one that
 * says the day without its hour any more says nothing new.
 */
function asKept(item: Item, previous: Item | undefined, row: PageRow): Item {
  const firstSeenAt = previous?.firstSeenAt ?? (item.parent === undefined ? item.firstSeenAt : item.changedAt)
  const now: Item = { ...item, firstSeenAt, state: stateOf(item, previous) }
  if (!previous || previous.publishedAt === item.publishedAt || isBetterDated(item, previous)) return now
  const dated = { publishedAt: previous.publishedAt, dateOrigin: previous.dateOrigin }
  const day = previous.publishedAt.slice(0, 10)
  const listed = row.list_date?.slice(0, 10) === item.publishedAt.slice(0, 10) && item.publishedAt.slice(0, 10) !== day
  const edited = changedFields({ ...now, ...dated }, previous).some((field) => !DERIVED_FROM_DATE.has(field))
  if (listed || (edited && item.publishedAt !== day)) return now
  const evidence = { ...item.evidence, publishedAt: previous.evidence.publishedAt ?? '' }
  return { ...now, ...dated, evidence, ...(edited ? {} : { dates: previous.dates, closesAt: previous.closesAt }) }
}

/** A date of the page itself, where there was only that of its list or of our first sight. */
function isBetterDated(item: Item, previous: Item): boolean {
  const weak = (origin: Item['dateOrigin']) => origin === 'estimated' || origin === 'list'
  return weak(previous.dateOrigin) && !weak(item.dateOrigin)
}

const DERIVED_FROM_DATE = new Set(['dates', 'closesAt', 'volunteer', 'job', 'state'])

function isChanged(item: Item, previous: Item | undefined): boolean {
  return !previous || changedFields(item, previous).length > 0
}

/** In a batch: the batch fails as a whole when one of the addresses was taken down meanwhile. */
function standingStatement(addresses: readonly string[]): SqlStatement {
  return {
    sql: `insert or replace into fence_check (one, ok)
      select 2, case when exists (select 1 from takedown where url in (select value from json_each(?1))) then null else 1 end`,
    params: [JSON.stringify(addresses)],
  }
}
