/** Index rows in and out. Each list of statements is safe to run twice: counters move only by what a row changes. */
import type { SqlStatement } from '../domain/ports.ts'
import { ANALYSER_VERSION, ANALYSER_VERSION_KEY } from './analyse.ts'
import type { IndexDocument } from './document.ts'
import { filterToken, isDimensionKey } from './filter-tokens.ts'
import { hashOf } from './store/hash.ts'

/** Tables that one index is made of; `facet_key` is shared by all and only grows. */
export const INDEX_TABLES = ['facet', 'facet_count', 'tally', 'item_text', 'item_fts', 'lexicon'] as const

/** Which index: the one that serves, or one of the same tables that is filled beside it. */
export interface IndexChoice {
  suffix?: '' | '_next'
}

/** `n` is the item's place (store/slot.ts). */
export interface PlacedDocument {
  n: number
  document: IndexDocument
}

/** One bound value per table, so that D1's 100 parameters do for any number. */
export function writeStatements(
  documents: readonly PlacedDocument[],
  { suffix = '' }: IndexChoice = {},
): SqlStatement[] {
  if (documents.length === 0) return []
  const facets = documents.map(facetRow)
  const rows = (columns: (one: PlacedDocument) => unknown[]) => [JSON.stringify(documents.map(columns))]
  return [
    signStatement(suffix),
    countStatement(facets, suffix),
    {
      sql: `insert or replace into facet${suffix} (n, keys, open, closes, deadline, pay_max, employer, headcount, token_hash)
        select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8
        from json_each(?1)`,
      params: [JSON.stringify(facets)],
    },
    ...tallyStatements(facets, suffix),
    {
      sql: `insert or replace into item_text${suffix} (n, t) select value->>0, value->>1 from json_each(?1)`,
      params: rows(({ n, document }) => [n, headlineOf(document)]),
    },
    {
      sql: `insert or replace into item_fts${suffix} (rowid, t) select value->>0, value->>1 from json_each(?1)`,
      params: rows(({ n, document }) => [n, tokensOfRow(document).join(' ')]),
    },
  ]
}

export function deleteStatements(places: readonly number[], { suffix = '' }: IndexChoice = {}): SqlStatement[] {
  if (places.length === 0) return []
  const params = [JSON.stringify(places)]
  const those = 'in (select value from json_each(?1))'
  return [
    countStatement(
      places.map((n) => [n, '[]']),
      suffix,
    ),
    { sql: `delete from facet${suffix} where n ${those}`, params },
    { sql: `delete from tally${suffix} where n ${those}`, params },
    { sql: `delete from item_text${suffix} where n ${those}`, params },
    { sql: `delete from item_fts${suffix} where rowid ${those}`, params },
  ]
}

export function clearStatements({ suffix = '' }: IndexChoice = {}): SqlStatement[] {
  return INDEX_TABLES.map((table) => ({
    sql:
      table === 'item_fts'
        ? `insert into item_fts${suffix} (item_fts${suffix}) values ('delete-all')`
        : `delete from ${table}${suffix}`,
  }))
}

/** What the full-text row holds: filters, then words. */
export function tokensOfRow({ filters, words }: IndexDocument): string[] {
  return [...filters.map(filterToken), ...words]
}

/** Ranking looks at thousands of these, so that each should be short: the rest of the text is proven by its tokens. */
function headlineOf({ text }: IndexDocument): string {
  return text.split('\n', 1).join('')
}

/** Equal when an item would be found by the same questions. */
export function tokenHash(document: IndexDocument): string {
  return hashOf(JSON.stringify([tokensOfRow(document), document.keys, document.text]))
}

/** `n` and the keys stand first: `countStatement` reads them. */
function facetRow({ n, document: d }: PlacedDocument): [n: number, keys: string, ...unknown[]] {
  const keys = JSON.stringify(d.keys)
  return [n, keys, d.open ? 1 : 0, d.closes, d.deadline, d.payMax, d.employer, d.headcount, tokenHash(d)]
}

/** An empty index becomes one of this analyser; what stands in `meta` already is for a rebuild to change. */
function signStatement(suffix: string): SqlStatement {
  return {
    sql: `insert or ignore into meta (key, value) select ?1, ?2 where not exists (select 1 from facet${suffix})`,
    params: [ANALYSER_VERSION_KEY, String(ANALYSER_VERSION)],
  }
}

/**
 * Adds to the counters what these rows will count and the rows that stand there now do not: every key, in each of its
 * regions, of its kind and of all. Rows: n, then the keys as a JSON list. To run before the rows are written.
 */
function countStatement(rows: readonly (readonly unknown[])[], suffix: string): SqlStatement {
  return {
    sql: `with change (keys, n) as (select value->>1, 1 from json_each(?1) union all
        select f.keys, -1 from json_each(?1) j cross join facet${suffix} f on f.n = j.value->>0),
      grouped (keys, n) as (select keys, sum(n) from change group by keys having sum(n) <> 0)
      insert into facet_count${suffix} (scope, kind, dim, value, n)
      select s.value, d.value, substr(k.value, 1, 1), substr(k.value, 2), sum(g.n)
      from grouped g cross join json_each(g.keys) s cross join json_each(g.keys) d cross join json_each(g.keys) k
      where substr(s.value, 1, 1) in ('*', 'r') and substr(d.value, 1, 1) in ('*', 'k')
      group by 1, 2, 3, 4 having sum(g.n) <> 0
      on conflict (scope, kind, dim, value) do update set n = facet_count${suffix}.n + excluded.n`,
    params: [JSON.stringify(rows)],
  }
}

/** SQLite knows no surrogates, JavaScript reads them: their numbers are left out. */
export const KEY_CHARACTER = 'char(k.code + (k.code >= 55296) * 2048)'

function tallyStatements(facets: readonly (readonly unknown[])[], suffix: string): SqlStatement[] {
  const rows = facets.map(([n, keys, , closes, deadline, payMax]) => {
    const counted = (JSON.parse(String(keys)) as string[]).filter(isDimensionKey)
    return [n, counted, closes, deadline, payMax]
  })
  const known = [...new Set(rows.flatMap(([, keys]) => keys as string[]))]
  return [
    { sql: 'insert or ignore into facet_key (key) select value from json_each(?1)', params: [JSON.stringify(known)] },
    {
      sql: `insert or replace into tally${suffix} (n, keys, closes, deadline, pay_max)
        select r.value->>0, coalesce((select group_concat(${KEY_CHARACTER}, '')
            from json_each(r.value->1) j cross join facet_key k on k.key = j.value), ''),
          r.value->>2, r.value->>3, r.value->>4 from json_each(?1) r`,
      params: [JSON.stringify(rows)],
    },
  ]
}
