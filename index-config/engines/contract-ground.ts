/** What the contract of the engines starts from. */
import type { SqlDatabase } from '../../domain/ports.ts'
import type { ItemQuery } from '../../domain/query.ts'
import type { Town } from '../../domain/town.ts'
import type { SearchEngine } from './engine.ts'

export interface Ground {
  db: SqlDatabase
  engine: SearchEngine
  /** Counts everything, however much: `facetLimit` means nothing to it. */
  exact?: boolean
  /** The index in the database over the same items, where `engine` is another: what its ranking is compared with. */
  reference?: SearchEngine
}
/** Each call an empty database. `facetLimit` as for the engine in use there. */
export type MakeGround = (town: Town, facetLimit: number) => Promise<Ground>

/** The newest 50 where nothing else is said. */
export const ask = (change: Partial<ItemQuery> = {}): ItemQuery => ({ sort: 'new', limit: 50, ...change })
