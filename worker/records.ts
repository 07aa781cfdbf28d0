/** Every item as the API shows one, and its state: what an export takes along. */
import type { ExportedItem } from '../domain/api.ts'
import type { Item } from '../domain/item.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import { getChildren, getVersions, itemsAfter } from '../index-config/store/items.ts'
import { findReposts } from '../index-config/store/postings.ts'
import { findLastSeen } from '../index-config/store/sightings.ts'
import { getThread } from '../index-config/store/threads.ts'
import { toItemResponse } from './summaries.ts'

const BATCH = 200

export interface RecordDeps {
  db: SqlDatabase
  now: () => Date
  /** IANA zone of the town. */
  zone: string
}

/** Shown, gone, held and merged alike, in the order in which they came to be kept. */
export async function* exportedItems(deps: RecordDeps): AsyncGenerator<ExportedItem> {
  for (let after = 0; ; ) {
    const { items, last } = await itemsAfter(deps.db, after, BATCH)
    if (items.length === 0) return
    for (const item of items) yield toExported(item, deps)
    after = last
  }
}

async function toExported(item: Item, { db, now, zone }: RecordDeps): Promise<ExportedItem> {
  const [versions, children, thread, lastSeenOn, reposts] = await Promise.all([
    getVersions(db, item.id),
    getChildren(db, item.id),
    item.thread === undefined ? [] : getThread(db, item.thread),
    findLastSeen(db, item.id),
    item.kind === 'job' ? findReposts(db, item.id) : undefined,
  ])
  const response = toItemResponse(item, { versions, thread, children, lastSeenOn, reposts, zone, at: now() })
  return { ...response, state: item.state, ...(item.mergedInto && { mergedInto: item.mergedInto }) }
}
