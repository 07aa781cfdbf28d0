/** The SQL engine for the town that the database itself holds: on the edge there is no folder to read it from. */
import type { SqlDatabase } from '../../domain/ports.ts'
import type { SearchEngine } from '../../index-config/engines/engine.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { dataVersion } from '../../index-config/store/meta.ts'
import { getTown } from '../../index-config/store/town.ts'
import { ApiError } from '../errors.ts'

/** A new version of the data may bring a new town file, so the engine is made anew with it. Throws `no_town`. */
export function createStoredTownEngine(db: SqlDatabase, facetLimit: number): SearchEngine {
  let kept: { version: number; engine: SearchEngine } | undefined
  const engineNow = async (): Promise<SearchEngine> => {
    const version = await dataVersion(db)
    if (kept?.version !== version) {
      const town = await getTown(db)
      if (town === undefined) throw new ApiError('no_town')
      kept = { version, engine: createSqlEngine(db, { facetLimit, town }) }
    }
    return kept.engine
  }
  return {
    name: 'sql',
    search: async (query, at) => (await engineNow()).search(query, at),
    publish: async (items, at) => (await engineNow()).publish(items, at),
    remove: async (ids) => (await engineNow()).remove(ids),
  }
}
