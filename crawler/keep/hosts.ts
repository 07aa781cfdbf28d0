/** Pace, rest and robots.txt per host, kept over restarts: kill -9 forgets none. */
import type { SqlDatabase } from '../../domain/ports.ts'
import type { HostMemory, HostState } from '../fetch/host-memory.ts'

export function keptHostMemory(db: SqlDatabase): HostMemory {
  return {
    async get(host) {
      const [row] = await db.all<{ state: string }>('select state from host where host = ?1', [host])
      return row && (JSON.parse(row.state) as HostState)
    },
    async replace(host, version, state) {
      const sql = `insert into host (host, state) values (?1, ?2) on conflict (host) do update set state = excluded.state
        where coalesce(json_extract(host.state, '$.version'), 0) = ?3 returning host`
      return (await db.all(sql, [host, JSON.stringify(state), version])).length > 0
    },
  }
}
