/** What the app is given, and what one request carries along. */
import type { MiddlewareHandler } from 'hono'
import type { SqlDatabase } from '../domain/ports.ts'
import type { ItemQuery } from '../domain/query.ts'
import type { Render } from '../domain/view.ts'
import type { SearchEngine } from '../index-config/engines/engine.ts'
import type { GetPopular } from './popularity.ts'
import type { GetTownView } from './town-view.ts'

/** One line of the log; causes go here and never to the reader. */
export interface LogEntry {
  level: 'info' | 'error'
  msg: string
  reqId?: string
  code?: string
  error?: unknown
}

export interface Deps {
  db: SqlDatabase
  engine: SearchEngine
  now: () => Date
  render: Render
  /** Of the build: second half of every ETag. */
  version: string
  /** Origin without a slash at its end. Links in feeds and sitemaps begin with it, never with what a request calls us. */
  publicUrl?: string
  /** Serves `/assets/*`; absent where there are none. */
  assets?: MiddlewareHandler
  log?: (entry: LogEntry) => void
}

export interface AppEnv {
  Variables: { requestId: string; secureHeadersNonce?: string; query?: ItemQuery }
}

const DEFAULT_ORIGIN = 'http://localhost:8787'

/** `publicUrl` without slashes at its end. */
export function originOf(deps: Deps): string {
  return (deps.publicUrl ?? DEFAULT_ORIGIN).replace(/\/+$/, '')
}

/** What every route is handed. */
export interface Service {
  deps: Deps
  getTownView: GetTownView
  getPopular: GetPopular
}
