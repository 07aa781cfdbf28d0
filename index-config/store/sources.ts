/** How each source is doing; readers are told when one is silent. */
import type { SourceHealth } from '../../domain/api.ts'
import type { SqlDatabase, SqlValue } from '../../domain/ports.ts'
import type { Names } from '../../domain/town.ts'
import { bumpDataVersion } from './meta.ts'

/** What is absent stays as it was; `lastError: null` clears it. Instants are ISO, UTC. */
export interface SourcePatch {
  names?: Names
  home?: string
  region?: string
  official?: boolean
  /** False: paused by the operator. */
  enabled?: boolean
  /** It signs its requests, asks for a login or sets a challenge. */
  blocked?: boolean
  lastOkAt?: string
  lastTryAt?: string
  lastError?: string | null
}

const COLUMNS: Record<keyof SourcePatch, string> = {
  names: 'names',
  home: 'home',
  region: 'region',
  official: 'official',
  enabled: 'enabled',
  blocked: 'blocked',
  lastOkAt: 'last_ok_at',
  lastTryAt: 'last_try_at',
  lastError: 'last_error',
}

/** Makes the row when there is none. */
export async function putSource(db: SqlDatabase, slug: string, patch: SourcePatch): Promise<void> {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  const columns = given.map(([field]) => COLUMNS[field as keyof SourcePatch])
  const params = given.map(([, value]) => toSql(value))
  const sets = columns.map((column) => `${column} = excluded.${column}`)
  const sql = `insert into source (${['slug', ...columns].join(', ')})
    values (${['?1', ...columns.map((_, at) => `?${at + 2}`)].join(', ')})
    on conflict (slug) do ${sets.length > 0 ? `update set ${sets.join(', ')}` : 'nothing'}`
  await db.batch([{ sql, params: [slug, ...params] }, bumpDataVersion()])
}

function toSql(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || value === null) return value
  return JSON.stringify(value)
}

interface Row {
  slug: string
  names: string
  home: string
  region: string
  official: number
  enabled: number
  blocked: number
  last_ok_at: string | null
  last_try_at: string | null
  last_error: string | null
  items: number
}

/** By slug. `items` counts what is listed now. */
export async function listSources(db: SqlDatabase, at: Date): Promise<SourceHealth[]> {
  const rows = await db.all<Row>(`select s.*, coalesce(c.n, 0) as items from source s
    left join facet_count c on c.scope = '*' and c.kind = '*' and c.dim = 's' and c.value = s.slug order by s.slug`)
  return rows.map((row) => ({
    slug: row.slug,
    names: JSON.parse(row.names) as Names,
    home: row.home,
    region: row.region,
    official: row.official === 1,
    state: stateOf(row, at),
    ...(row.last_ok_at !== null && { lastOkAt: row.last_ok_at }),
    ...(row.last_try_at !== null && { lastTryAt: row.last_try_at }),
    ...(row.last_error !== null && { lastError: row.last_error }),
    items: row.items,
  }))
}

const SILENT_AFTER_MS = 86_400_000

/** The last good crawl, if there ever was one, is older than a day. */
export function isLongSilent(lastOkAt: string | undefined, at: Date): boolean {
  return lastOkAt === undefined || at.getTime() - Date.parse(lastOkAt) > SILENT_AFTER_MS
}

/** The first that holds: paused, blocked, new, failing (its last try failed), silent (nothing good for a day), ok. */
function stateOf(row: Row, at: Date): SourceHealth['state'] {
  if (row.enabled === 0) return 'paused'
  if (row.blocked === 1) return 'blocked'
  if (row.last_try_at === null && row.last_ok_at === null) return 'new'
  if (row.last_error !== null) return 'failing'
  return isLongSilent(row.last_ok_at ?? undefined, at) ? 'silent' : 'ok'
}
