/** Orders other than by date as SQL: of the newest matches the first of that order. Only these are sorted. */
import type { SqlStatement, SqlValue } from '../domain/ports.ts'
import type { Sort } from '../domain/query.ts'
import type { Place } from './cursor.ts'
import { bindInto, newestSql, type Plan, TABLES, type Wanted } from './query-sql.ts'
import { type Bind, RANKED, SQL_RANKS } from './rank.ts'

interface Ranking {
  sort: Exclude<Sort, 'new'>
  /** Epoch seconds. */
  at: number
  limit: number
}

/**
 * Of the newest RANKED matches at or below `from.top` the first `limit` behind `from`: their `n`, `id` and `key`, and
 * as `top` the newest of all candidates.
 */
export function rankedStatement(
  plan: Plan,
  { from, ...want }: Ranking & { from?: Pick<Place, 'n' | 'key' | 'top'> },
): SqlStatement {
  const params: SqlValue[] = []
  const bind = bindInto(params)
  const among = { under: from && from.top + 1, limit: RANKED }
  const { key, written } = keySql(plan, want, among, bind)
  const read = [SQL_RANKS[want.sort].read]
  const candidates = newestSql(plan, { columns: `${key} as key`, read, ...among }, bind)
  const behind = from ? `where (c.key, -c.n) > (${bind(from.key)}, ${bind(-from.n)})` : ''
  const sql = `with ${written} candidate as materialized (${candidates}) ${pageSql(behind, want.limit, bind)}`
  return { sql, params }
}

/**
 * A first page of such an order and what is counted, the matches looked up once: `page` a JSON list of [n, key, id, top],
 * `keys` those of each of the first `counted`, a blank between.
 */
export function firstRankedStatement(plan: Plan, want: Ranking & { counted: number }): SqlStatement {
  const params: SqlValue[] = []
  const bind = bindInto(params)
  const matches = newestSql(plan, { columns: '', read: [], limit: Math.max(RANKED, want.counted) }, bind)
  const { key, written } = keySql(plan, want, { limit: RANKED }, bind)
  const { read } = SQL_RANKS[want.sort]
  const first = (limit: number) => `(select n from match limit ${bind(limit)}) m`
  const sql = `with match (n) as materialized (${matches}), ${written} candidate as materialized (
      select m.n, ${key} as key from ${first(RANKED)} cross join ${TABLES[read]} ${read} on ${read}.n = m.n)
    select (select json_group_array(json_array(n, key, id, top)) from (${pageSql('', want.limit, bind)})) as page,
      (select group_concat(c.keys, ' ') from ${first(want.counted)} cross join tally c on c.n = m.n) as keys`
  return { sql, params }
}

/** The sort key, and the part of `with` that it needs. */
function keySql(
  plan: Plan,
  { sort, at }: Ranking,
  among: Pick<Wanted, 'under' | 'limit'>,
  bind: Bind,
): { key: string; written: string } {
  const { key } = SQL_RANKS[sort]
  if (sort !== 'relevance' || plan.written === undefined) return { key: key(plan.terms, at, bind, '0'), written: '' }
  const matches = newestSql({ ...plan, match: plan.written }, { columns: '', read: [], ...among }, bind)
  return {
    key: key(plan.terms, at, bind, '(x.n not in (select n from written))'),
    written: `written (n) as materialized (${matches}),`,
  }
}

function pageSql(behind: string, limit: number, bind: Bind): string {
  return `select c.n, c.key, (select i.id from item i where i.n = c.n) as id, (select max(n) from candidate) as top
    from candidate c ${behind} order by c.key, c.n desc limit ${bind(limit)}`
}
