/** Keeps a page: items, versions, outbox, raw bytes and the page's state move in one transaction or not at all. */
import type { Item } from '../../domain/item.ts'
import type { RawPage } from '../../domain/page.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { changedFields, getItems, goneStatements, keepStatements } from '../../index-config/store/items.ts'
import { captureStatement } from './capture.ts'
import { fenceStatements, type Lease } from './lease.ts'
import { type PageRow, putAlias, putPage } from './pages.ts'

export type Verdict = 'new' | 'changed' | 'unchanged'

export interface Keeping {
  lease: Lease
  now: Date
}

/** Any other change of state that belongs to a source; refused as a whole when the lease was lost. */
export async function write(db: SqlDatabase, { lease, now }: Keeping, statements: SqlStatement[]): Promise<void> {
  await db.batch([...fenceStatements(lease, now), ...statements])
}

/** `items`: the page's own item first, then its positions. Positions that are no longer among them go. */
export async function keepPage(
  db: SqlDatabase,
  keeping: Keeping,
  page: { row: PageRow; raw: RawPage; hash: string; items: [Item, ...Item[]] },
): Promise<Verdict> {
  const [own, ...positions] = page.items
  const known = await knownItems(db, page.items)
  const previous = known.get(own.id)
  const vanished = await vanishedPositions(db, own.id, positions)
  const statements = [
    ...page.items.flatMap((item) => keepStatements(asKept(item, known.get(item.id)), known.get(item.id))),
    ...vanished.flatMap((id) => goneStatements(id, keeping.now.toISOString())),
    ...(own.type === 'names' ? [] : [captureStatement(page.raw, page.hash)]),
    ...(own.url === page.row.url ? [] : [putAlias(page.row.source, own.url, page.row.url)]),
    putPage({ ...page.row, item_id: own.id }),
  ]
  await write(db, keeping, statements)
  if (!previous) return 'new'
  const changed = vanished.length > 0 || page.items.some((item) => isChanged(item, known.get(item.id)))
  return changed ? 'changed' : 'unchanged'
}

/** The item's own address said twice that it is gone. */
export async function keepGone(db: SqlDatabase, keeping: Keeping, row: PageRow): Promise<void> {
  const gone = row.item_id === null ? [] : goneStatements(row.item_id, keeping.now.toISOString())
  await write(db, keeping, [...gone, putPage(row)])
}

async function knownItems(db: SqlDatabase, items: Item[]): Promise<Map<string, Item>> {
  const known = await getItems(
    db,
    items.map((item) => item.id),
  )
  return new Map(known.map((item) => [item.id, item]))
}

async function vanishedPositions(db: SqlDatabase, parent: string, positions: Item[]): Promise<string[]> {
  const kept = new Set(positions.map((item) => item.id))
  const rows = await db.all<{ id: string }>(`select id from item where parent = ?1 and state <> 'gone'`, [parent])
  return rows.map((row) => row.id).filter((id) => !kept.has(id))
}

/** What an editor holds stays held; what was gone and is back is shown. A position is first seen when it first stands in the table. */
function asKept(item: Item, previous: Item | undefined): Item {
  const firstSeenAt = previous?.firstSeenAt ?? (item.parent === undefined ? item.firstSeenAt : item.changedAt)
  return { ...item, firstSeenAt, state: previous?.state === 'held' ? 'held' : item.state }
}

function isChanged(item: Item, previous: Item | undefined): boolean {
  return !previous || changedFields(asKept(item, previous), previous).length > 0
}
