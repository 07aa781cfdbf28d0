/** What every engine does. Items live in SQL; an engine holds only what can be thrown away and made again. */
import type { Item } from '../../domain/item.ts'
import type { Found, ItemQuery } from '../../domain/query.ts'
import type { Terms } from '../question.ts'

export interface SearchEngine {
  readonly name: string
  /**
   * `at` decides what is open; `terms`: what `readQuestion` made of `query.q`, where the caller has read it already.
   * Throws QueryError for a cursor it did not make.
   */
  search(query: ItemQuery, at: Date, terms?: Terms): Promise<Found>
  /** Idempotent: the same items twice leave the same index. */
  publish(items: readonly Item[], at: Date): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** Of the server behind it; absent where there is none. Looks now, and never throws. */
  state?(): Promise<EngineState>
  /** Whether the database answers in the place of that server, as far as the last question showed. */
  isReplaced?(): boolean
}

/** `stale`: it answers, but its index is not there, or of another analyser. */
export type EngineState = 'ok' | 'stale' | 'down'

/**
 * An engine on a server of its own, asked before the one in the database. What it holds comes by `engine_outbox`, so it
 * may lag, be down, or be of another analyser; the database is right whatever it says.
 */
export interface RemoteEngine extends SearchEngine {
  /** Name of the town's index on the server. */
  readonly index: string
  /** As `publish`, but what the server will not take is answered, and hinders nothing else. Throws EngineDown. */
  publishIsolating(items: readonly Item[], at: Date): Promise<Refusal[]>
  /** True when the index is there, whole, and of this analyser alone. Throws EngineDown. */
  isReady(): Promise<boolean>
  /** Makes the index anew beside the one that serves, and swaps them. Throws EngineDown, RebuildRefused. */
  rebuild(at: Date): Promise<{ items: number; refused: Refusal[] }>
  /** Does it hold what the items say? What waits to be published is no fault. Throws EngineDown. */
  verify(): Promise<{ items: number; documents: number; problems: string[] }>
  /** Settings of the server that are not as they should be. Throws EngineDown. */
  differences(): Promise<SettingDifference[]>
  /** Makes them so, in one update; answers what was changed. Throws EngineDown. */
  apply(): Promise<SettingDifference[]>
}

/** An item that the server will not take, now or later. */
export interface Refusal {
  id: string
  why: string
}

export interface SettingDifference {
  setting: string
  is: unknown
  should: unknown
  /** Why it should be so. */
  reason: string
}

/** The engine cannot do it now; later it may. */
export class EngineDown extends Error {
  override name = 'EngineDown'
}

/** What was filled beside does not agree with the items: the index that serves is left as it is. */
export class RebuildRefused extends Error {
  override name = 'RebuildRefused'
}

/** The asker's mistake; the message may be shown. */
export class QueryError extends Error {
  override name = 'QueryError'
}
