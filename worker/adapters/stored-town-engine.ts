/** The engine for the town that the database itself holds: on the edge there is no folder to read it from. */
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Town } from '../../domain/town.ts'
import type { SearchEngine } from '../../index-config/engines/engine.ts'
import { withFallback } from '../../index-config/engines/fallback.ts'
import type { MeiliServer } from '../../index-config/engines/meili/client.ts'
import { createMeiliEngine } from '../../index-config/engines/meili/meili-engine.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { dataVersion } from '../../index-config/store/meta.ts'
import { getTown } from '../../index-config/store/town.ts'
import type { Deps } from '../deps.ts'
import { ApiError } from '../errors.ts'

export interface StoredTownOptions {
  facetLimit: number
  /** Asked before the database; none when absent. */
  meili?: MeiliServer
  log?: Deps['log']
}

interface Kept {
  version: number
  town: string
  engine: SearchEngine
}

/** A new version of the data may bring a new town file; then the engine is made anew with it. Throws `no_town`. */
export function createStoredTownEngine(db: SqlDatabase, options: StoredTownOptions): SearchEngine {
  let kept: Kept | undefined
  const engineNow = async (): Promise<SearchEngine> => {
    const version = await dataVersion(db)
    if (kept?.version === version) return kept.engine
    const town = await getTown(db)
    if (town === undefined) throw new ApiError('no_town')
    const text = JSON.stringify(town)
    // The same town keeps its engine, and with it what it knows of the server.
    const engine = kept?.town === text ? kept.engine : engineOf(db, town, options)
    kept = { version, town: text, engine }
    return engine
  }
  return {
    name: options.meili === undefined ? 'sql' : 'meilisearch',
    search: async (query, at, terms) => (await engineNow()).search(query, at, terms),
    publish: async (items, at) => (await engineNow()).publish(items, at),
    remove: async (ids) => (await engineNow()).remove(ids),
    ...(options.meili !== undefined && {
      state: async () => (await (await engineNow()).state?.()) ?? 'down',
      // Asked behind the search whose answer it is about.
      isReplaced: () => kept?.engine.isReplaced?.() ?? false,
    }),
  }
}

function engineOf(db: SqlDatabase, town: Town, { facetLimit, meili, log }: StoredTownOptions): SearchEngine {
  const sql = createSqlEngine(db, { facetLimit, town })
  if (meili === undefined) return sql
  return withFallback(sql, createMeiliEngine(db, { ...meili, town }), {
    onTurn: (state, error) =>
      log?.({ level: state === 'ok' ? 'info' : 'error', msg: `search server: ${state}`, code: 'search_server', error }),
  })
}
