/** Interfaces that the rooms meet at; adapters live with those who touch the world. */

export type SqlValue = string | number | bigint | null | Uint8Array
export interface SqlStatement {
  sql: string
  params?: SqlValue[]
}

/**
 * What node:sqlite and D1 have in common. Parameters are positional (`?1`, `?2`).
 * Shared SQL keeps to D1's limits: 100 parameters, 100 kB a statement, no pragma, no BEGIN.
 */
export interface SqlDatabase {
  all<Row = Record<string, SqlValue>>(sql: string, params?: SqlValue[]): Promise<Row[]>
  /** All or nothing; one row set per statement. */
  batch(statements: SqlStatement[]): Promise<Record<string, SqlValue>[][]>
}

/** Time is handed in, so that a saved page gives the same answer for ever. */
export interface Clock {
  now(): Date
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
