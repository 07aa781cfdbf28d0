/** What every engine does. Items live in SQL; an engine holds only what can be thrown away and made again. */
import type { Item } from '../../domain/item.ts'
import type { Found, ItemQuery } from '../../domain/query.ts'

export interface SearchEngine {
  readonly name: string
  /** `at` decides what is open. Throws QueryError for a cursor it did not make. */
  search(query: ItemQuery, at: Date): Promise<Found>
  /** Idempotent: the same items twice leave the same index. */
  publish(items: readonly Item[], at: Date): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}

/** The asker's mistake; the message may be shown. */
export class QueryError extends Error {
  override name = 'QueryError'
}
