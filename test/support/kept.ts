/** What a crawl has kept, read back for comparison. */
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import { itemsAfter } from '../../index-config/store/items.ts'

export async function allItems(db: SqlDatabase): Promise<Item[]> {
  return (await itemsAfter(db, 0, 1_000_000)).items
}

/** Items by id, but for the moments at which a crawl happened to be there. */
export async function timelessItems(db: SqlDatabase): Promise<Omit<Item, 'firstSeenAt' | 'changedAt'>[]> {
  const items = await allItems(db)
  return items
    .map(({ firstSeenAt: _first, changedAt: _changed, ...item }) => item)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Rows of `version`, in order. */
export function allVersions(db: SqlDatabase): Promise<{ item_id: string; no: number }[]> {
  return db.all('select item_id, no from version order by item_id, no')
}

/** SQLite's own judgement of the file. */
export async function integrityOf(db: SqlDatabase): Promise<string[]> {
  return (await db.all<{ integrity_check: string }>('pragma integrity_check')).map((row) => row.integrity_check)
}
