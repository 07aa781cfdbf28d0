/** Index rows in and out. Each list of statements is safe to run twice: counters first lose what the old row gave. */
import type { SqlStatement } from '../domain/ports.ts'
import { ANALYSER_VERSION, ANALYSER_VERSION_KEY } from './analyse.ts'
import type { IndexDocument } from './document.ts'
import { hashOf } from './store/hash.ts'

/** `n` is the item's place (store/slot.ts). One bound value per table, so that D1's 100 parameters do for any number. */
export function writeStatements(documents: readonly { n: number; document: IndexDocument }[]): SqlStatement[] {
  if (documents.length === 0) return []
  const facets = documents.map(({ n, document: d }) => [
    n,
    JSON.stringify(d.keys),
    d.open ? 1 : 0,
    d.closes,
    d.deadline,
    d.payMax,
    d.employer,
    d.headcount,
    tokenHash(d),
  ])
  return [
    signStatement(),
    countStatement(
      documents.map(({ n }) => n),
      -1,
    ),
    {
      sql: `insert or replace into facet (n, keys, open, closes, deadline, pay_max, employer, headcount, token_hash)
        select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8
        from json_each(?1)`,
      params: [JSON.stringify(facets)],
    },
    fill(
      'item_text (n, t)',
      documents.map(({ n, document }) => [n, document.text]),
    ),
    fill(
      'item_fts (rowid, t)',
      documents.map(({ n, document }) => [n, document.tokens.join(' ')]),
    ),
    countStatement(
      documents.map(({ n }) => n),
      1,
    ),
  ]
}

export function deleteStatements(places: readonly number[]): SqlStatement[] {
  if (places.length === 0) return []
  const params = [JSON.stringify(places)]
  const those = 'in (select value from json_each(?1))'
  return [
    countStatement(places, -1),
    { sql: `delete from facet where n ${those}`, params },
    { sql: `delete from item_text where n ${those}`, params },
    { sql: `delete from item_fts where rowid ${those}`, params },
  ]
}

export function clearStatements(): SqlStatement[] {
  return [
    { sql: 'delete from facet' },
    { sql: 'delete from facet_count' },
    { sql: 'delete from item_text' },
    { sql: `insert into item_fts (item_fts) values ('delete-all')` },
  ]
}

/** Equal when an item would be found by the same questions. */
export function tokenHash(document: IndexDocument): string {
  return hashOf(JSON.stringify([document.tokens, document.keys, document.text]))
}

function fill(target: string, rows: unknown[][]): SqlStatement {
  return {
    sql: `insert or replace into ${target} select value->>0, value->>1 from json_each(?1)`,
    params: [JSON.stringify(rows)],
  }
}

/** An empty index becomes one of this analyser; what stands in `meta` already is for a rebuild to change. */
function signStatement(): SqlStatement {
  return {
    sql: 'insert or ignore into meta (key, value) select ?1, ?2 where not exists (select 1 from facet)',
    params: [ANALYSER_VERSION_KEY, String(ANALYSER_VERSION)],
  }
}

/** Adds or takes away what the facet rows of these places count: every key, in each of their regions, of their kind and of all. */
function countStatement(places: readonly number[], by: 1 | -1): SqlStatement {
  return {
    sql: `insert into facet_count (scope, kind, dim, value, n)
      select s.value, d.value, substr(k.value, 1, 1), substr(k.value, 2), ${by} * count(*)
      from json_each(?1) j cross join facet f on f.n = j.value
        cross join json_each(f.keys) s cross join json_each(f.keys) d cross join json_each(f.keys) k
      where substr(s.value, 1, 1) in ('*', 'r') and substr(d.value, 1, 1) in ('*', 'k')
      group by 1, 2, 3, 4
      on conflict (scope, kind, dim, value) do update set n = facet_count.n + excluded.n`,
    params: [JSON.stringify(places)],
  }
}
