/** From the bytes of a page to what is kept of it: read, understood, its files opened, believed or put aside. */
import { createHash } from 'node:crypto'
import type { Item } from '../../domain/item.ts'
import type { Article, RawPage } from '../../domain/page.ts'
import type { Understood } from '../../domain/understand.ts'
import { countPositions, getItem } from '../../index-config/store/items.ts'
import { nextRevisit } from '../due.ts'
import { type Capture, hashBody } from '../keep/capture.ts'
import type { FileRow } from '../keep/files.ts'
import { keepPage, write } from '../keep/keep.ts'
import { AT_ONCE, type PageRow, pagesSaying, putAlias, putPage } from '../keep/pages.ts'
import { clearQuarantineStatement, isReleased } from '../keep/quarantine.ts'
import { toItems } from '../keep/to-items.ts'
import { nextFileAt, openFiles, wantsFiles } from './attachments.ts'
import { findLoss, findStranger, findTakenOver } from './guard.ts'
import { type GetPart, partsText, readWholeArticle } from './parts.ts'
import { putAside } from './put-aside.ts'
import { isTrouble, keepingOf, type Trouble, todayOf, tryReading, turnOf, type Visit } from './visit.ts'

/** What came, and where the rest of it comes from. */
export interface Arrived {
  raw: RawPage
  /** Where the page is from now on. */
  address: string
  /** Every address that led here. */
  addresses: string[]
  getPart: GetPart
  files: 'network' | 'kept'
  /** What is new in the page's row. */
  seen: Partial<PageRow>
  /** What of the row stays though it was read: its times, when nobody was asked. */
  stands?: Partial<PageRow>
}

/** Undefined when the page was dealt with: kept, found unchanged, or put aside. */
export async function readWhole(visit: Visit, row: PageRow, arrived: Arrived): Promise<Trouble | undefined> {
  const read = await readWholeArticle(visit, row.title, arrived.raw, arrived.getPart)
  if (isTrouble(read)) return read
  const released = await isReleased(visit.deps.db, row.source, row.url)
  const text_hash = hashText(read.article)
  const twins = released || text_hash === null ? [] : await twinsOf(visit, row, text_hash)
  const alike = twins.find((twin) => isSameStory(row, twin))
  if (row.item_id === null && alike) return keepAlias(visit, row, alike)
  const found = await understandPage(visit, row, read.article, arrived)
  if (isTrouble(found)) return found
  const why = released ? undefined : await findDoubt(visit, row, read.article, found.items, twins)
  if (why !== undefined) return putAside(visit, row, { why, capture: captureOf(arrived.raw), item: found.items[0] })
  const seen = { ...arrived.seen, text_hash, parts: partsText(read.further), reader: readerOf(visit) }
  const captures = [arrived.raw, ...read.further].map(captureOf)
  const next = visited(visit, { ...row, ...seen }, nextFileAt(found.files))
  const verdict = await keepPage(visit.deps.db, keepingOf(visit), {
    row: { ...next, ...arrived.stands },
    items: found.items,
    captures: [...captures, ...found.captures],
    files: found.files,
    addresses: arrived.addresses,
    // From kept bytes nobody was asked.
    ...(arrived.stands === undefined && { seenOn: todayOf(visit) }),
  })
  visit.report[verdict] += 1
  return undefined
}

interface Found {
  items: [Item, ...Item[]]
  files: FileRow[]
  captures: Capture[]
}

async function understandPage(
  visit: Visit,
  row: PageRow,
  article: Article,
  { address, files }: Arrived,
): Promise<Found | Trouble> {
  const understand = (read: Article) => visit.deps.readers.understand(read, understandingContext(visit, row))
  const first = tryReading(() => understand(article))
  if (isTrouble(first)) return first
  const opened =
    wantsFiles(first) && article.attachments.length > 0
      ? await openFiles(visit, row.url, article, files)
      : { article, rows: [], captures: [] }
  return tryReading(() => {
    const understood: Understood = opened.rows.length > 0 ? understand(opened.article) : first
    const items = toItems({
      source: visit.source,
      url: row.url,
      address,
      article: opened.article,
      understood,
      listDate: row.list_date ?? undefined,
      firstSeenAt: new Date(row.first_at),
      now: visit.deps.clock.now(),
      zone: visit.deps.town.timeZone,
    })
    return { items, files: opened.rows, captures: opened.captures }
  })
}

/** Why this reading is not believed. */
async function findDoubt(
  visit: Visit,
  row: PageRow,
  article: Article,
  [own, ...positions]: [Item, ...Item[]],
  twins: PageRow[],
): Promise<string | undefined> {
  const { db } = visit.deps
  const taken = findTakenOver(own)
  if (taken) return taken
  // Under the same headline it is published again, or stands in two columns.
  const twin = twins.find((other) => row.title === null || row.title !== other.title)
  if (twin) return `says word for word what ${twin.url} says`
  const before = await getItem(db, own.id)
  if (!before || before.state === 'gone' || before.title === '') return findStranger(row.title, article)
  const known = await countPositions(db, own.id)
  return findLoss({ item: before, positions: known }, { item: own, positions: positions.length }, row.title)
}

/** Other pages that read alike. A page that says what it said before is no stranger to them. */
async function twinsOf(visit: Visit, row: PageRow, textHash: string): Promise<PageRow[]> {
  if (row.text_hash === textHash) return []
  return pagesSaying(visit.deps.db, row.source, textHash, row.url)
}

/** The same entry under another address: a session in the link, a second scheme, a page that moved without saying so. */
function isSameStory(row: PageRow, twin: PageRow): boolean {
  const sameDay = row.list_date?.slice(0, 10) === twin.list_date?.slice(0, 10)
  return row.title !== null && row.title === twin.title && sameDay
}

/** The new address becomes another name of a page that is known. One that is gone is asked again: it may live on here. */
export async function keepAlias(visit: Visit, row: PageRow, page: PageRow): Promise<undefined> {
  await write(visit.deps.db, keepingOf(visit), [
    putAlias(row.source, row.url, page.url),
    putPage({ ...visited(visit, row, null), status: 'alias', next_at: null }),
    clearQuarantineStatement(row.source, row.url),
    ...(page.status === 'gone' ? [putPage({ ...page, next_at: AT_ONCE })] : []),
  ])
  return undefined
}

/** Undefined for a text too short to be told apart by it. */
export function hashText({ title, body, tables, attachments, images }: Article): string | null {
  const rest = [tables.map(({ rows }) => rows), attachments.map(({ url }) => url), images]
  if (body.trim().length < 20 && rest.flat().length === 0) return null
  return createHash('sha256')
    .update(JSON.stringify([title, body, rest]))
    .digest('hex')
    .slice(0, 32)
}

/** Readers, and everything else that the same bytes are read with. */
export function readerOf({ source, deps }: Visit): string {
  const { names, region, kind, licence, official, correct, lists } = source
  return createHash('sha256')
    .update(
      JSON.stringify([deps.readers.version, names, region, kind, licence, official, correct, lists.map(columnOf)]),
    )
    .digest('hex')
    .slice(0, 16)
}

function columnOf({ url, column, kind, category }: Visit['source']['lists'][number]) {
  return [url, column, kind, category]
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

function captureOf({ url, body, headers, fetchedAt }: RawPage): Capture {
  return { url, body, hash: hashBody(body), contentType: headers['content-type'] ?? '', at: fetchedAt }
}

/** The row after a good visit; due again when the first of its failed files is. */
export function visited(visit: Visit, row: PageRow, fileAt: string | null): PageRow {
  const turn = turnOf(visit)
  const revisit = nextRevisit(new Date(row.first_at), turn)?.toISOString()
  return {
    ...row,
    status: 'ok',
    checked_at: visit.deps.clock.now().toISOString(),
    next_at: [revisit, fileAt].flatMap((at) => at ?? []).sort()[0] ?? null,
    visits: row.visits + 1,
    fails: 0,
    last_cause: null,
    missing_since: null,
  }
}
