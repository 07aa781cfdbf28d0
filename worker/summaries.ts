/** From an item as kept to what a reader is shown of it. */
import type { ItemResponse, ItemSummary, ItemVersion, Reposts, ThreadEntry } from '../domain/api.ts'
import type { Item } from '../domain/item.ts'
import { hasSafeScheme } from '../domain/urls.ts'
import { isOpen, statedEnd } from '../index-config/open.ts'

/** `at` decides whether it is still open. A link that no reader may follow is shown as no link at all. */
export function toSummary(item: Item, zone: string, at: Date): ItemSummary {
  const { id, kind, type, stage, title, excerpt, source, publisher, publishedAt, parent, job, volunteer } = item
  const closesAt = statedEnd(item)
  const open = isOpen(item, zone, at)
  return {
    id,
    kind,
    type,
    ...(stage && { stage }),
    title,
    excerpt,
    url: hasSafeScheme(item.url) ? item.url : '',
    source,
    publisher,
    publishedAt,
    ...(item.dateOrigin === 'estimated' && { estimated: true as const }),
    regions: item.regions,
    categories: item.categories,
    positions: item.positions,
    ...(closesAt && { closesAt }),
    ...(open !== undefined && { open }),
    ...(parent && { parent }),
    ...(job && { job }),
    ...(volunteer && { volunteer }),
    flags: item.flags,
  }
}

interface Around {
  versions: ItemVersion[]
  thread: ThreadEntry[]
  children: Item[]
  lastSeenOn?: string
  reposts?: Reposts
  zone: string
  at: Date
}

export function toItemResponse(item: Item, around: Around): ItemResponse {
  const { versions, thread, children, lastSeenOn, reposts, zone, at } = around
  return {
    ...toSummary(item, zone, at),
    // The text itself belongs to its publisher; it goes out only where the source's licence lets its HTML out.
    body: item.bodyHtml === '' ? '' : item.body,
    bodyHtml: item.bodyHtml,
    ...(item.author && { author: item.author }),
    dateOrigin: item.dateOrigin,
    images: item.images.filter(hasSafeScheme),
    attachments: item.attachments.filter(({ url }) => hasSafeScheme(url)),
    dates: item.dates,
    ...(item.completeness && { completeness: item.completeness }),
    evidence: item.evidence,
    repair: item.repair,
    firstSeenAt: item.firstSeenAt,
    ...(lastSeenOn && { lastSeenOn }),
    ...(reposts && { reposts }),
    changedAt: item.changedAt,
    versions,
    alsoAt: (item.alsoAt ?? []).filter(({ url }) => hasSafeScheme(url)),
    thread: thread.map((entry) => ({ ...entry, url: hasSafeScheme(entry.url) ? entry.url : '' })),
    ...(item.cancelledBy && { cancelledBy: item.cancelledBy }),
    ...(item.extended && { extended: { by: item.extended.by, ...(item.closesAt && { from: item.closesAt }) } }),
    children: children.map((child) => toSummary(child, zone, at)),
  }
}
