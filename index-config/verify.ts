/** Does the index say what the items say? */

import type { Item } from '../domain/item.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import { type IndexDocument, toDocument } from './document.ts'
import type { SqlEngine } from './engines/sql-engine.ts'
import { CLOSED_KEY, DIMENSIONS, filterToken, OPEN_KEY } from './filter-tokens.ts'
import { KEY_CHARACTER, tokenHash, tokensOfRow } from './index-rows.ts'
import { quoted } from './match.ts'
import { isCurrent } from './rebuild.ts'
import { itemsAfter } from './store/items.ts'

export interface VerifyReport {
  ok: boolean
  /** Shown items, and rows found for them in each index table. */
  items: number
  facets: number
  texts: number
  documents: number
  /** At most twenty sentences, each with the item it is about. */
  problems: string[]
}

const BATCH = 50
const MAX_PROBLEMS = 20
/** One item in so many is also asked for by all of its own tokens. */
const PROBE_EVERY = 10

/**
 * Compares counts, row by row what is there and its hash, for a share of the items the tokens themselves, what is counted
 * with the facets, and the ready counters with a fresh count. What waits is no fault: items in the outbox, and what closed since it was published.
 */
export async function verify(db: SqlDatabase, engine: SqlEngine): Promise<VerifyReport> {
  const problems: string[] = []
  if (!(await isCurrent(db))) problems.push('the index was made by another analyser, or its rebuild was cut short')
  const waiting = new Set((await db.all<{ item_id: string }>('select item_id from outbox')).map((row) => row.item_id))
  const report = { items: 0, ...(await sizes(db)) }
  for (let after = 0; ; ) {
    const { items, last } = await itemsAfter(db, after, BATCH)
    if (items.length === 0) break
    report.items += items.filter(({ state }) => state === 'shown').length
    const settled = items.filter(({ id }) => !waiting.has(id))
    const rows = await rowsBetween(db, after, last)
    problems.push(...settled.flatMap((item) => differences(item, documentsOf(item, engine), rows.get(item.id))))
    const probed = settled.filter((_, index) => index % PROBE_EVERY === 0)
    for (const item of probed) problems.push(...(await probe(db, item.id, documentsOf(item, engine)[0])))
    after = last
  }
  problems.push(...(await strays(db)), ...(await mistallied(db)), ...(await miscounts(db)))
  return { ok: problems.length === 0, ...report, problems: problems.slice(0, MAX_PROBLEMS) }
}

/** As it should be while open and once closed: which of them stands is for `expireDue`. Empty for what must not be found. */
function documentsOf(item: Item, { town }: SqlEngine): IndexDocument[] {
  return [new Date(0), new Date(8.64e15)].flatMap((moment) => toDocument(item, town, moment) ?? [])
}

async function sizes(db: SqlDatabase): Promise<Pick<VerifyReport, 'facets' | 'texts' | 'documents'>> {
  const [row] = await db.all<Pick<VerifyReport, 'facets' | 'texts' | 'documents'>>(`select
    (select count(*) from facet) as facets, (select count(*) from item_text) as texts,
    (select count(*) from item_fts) as documents`)
  return row ?? { facets: 0, texts: 0, documents: 0 }
}

interface IndexRow {
  id: string
  token_hash: string | null
  text: number | null
  document: number | null
}

async function rowsBetween(db: SqlDatabase, after: number, last: number): Promise<Map<string, IndexRow>> {
  const rows = await db.all<IndexRow>(
    `select i.id, c.token_hash, x.n as text, f.rowid as document from item i left join facet c on c.n = i.n
      left join item_text x on x.n = i.n left join item_fts f on f.rowid = i.n where i.n > ?1 and i.n <= ?2`,
    [after, last],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function differences({ id }: Item, documents: IndexDocument[], row: IndexRow | undefined): string[] {
  const there = [row?.token_hash, row?.text, row?.document].map((value) => value !== null && value !== undefined)
  if (documents.length === 0) return there.includes(true) ? [`${id}: in the index, though it is not shown`] : []
  const names = ['facet', 'text', 'document'].filter((_, at) => !there[at])
  if (names.length > 0) return [`${id}: no ${names.join(', ')} row`]
  const hashes = documents.map(tokenHash)
  return hashes.includes(row?.token_hash ?? '') ? [] : [`${id}: indexed from another text`]
}

const OPENNESS = [OPEN_KEY, CLOSED_KEY].map(filterToken)

/** The words are not kept, so the only way to see that they are there is to ask for them. */
async function probe(db: SqlDatabase, id: string, document: IndexDocument | undefined): Promise<string[]> {
  if (document === undefined) return []
  const tokens = tokensOfRow(document).filter((token) => !OPENNESS.includes(token))
  const found = await db.all(
    'select 1 from item_fts f where f.item_fts match ?1 and f.rowid = (select n from item where id = ?2)',
    [tokens.map(quoted).join(' AND '), id],
  )
  return found.length > 0 ? [] : [`${id}: not found by its own words`]
}

async function strays(db: SqlDatabase): Promise<string[]> {
  const rows = await db.all<{ n: number }>(`select n from facet where n not in (select n from item)
    union select n from item_text where n not in (select n from item)
    union select rowid from item_fts where rowid not in (select n from item) limit ${MAX_PROBLEMS}`)
  return rows.map(({ n }) => `place ${n}: in the index, though there is no such item`)
}

/** What is counted of an item against its facets, of which it is a shorter writing. */
async function mistallied(db: SqlDatabase): Promise<string[]> {
  const letters = Object.values(DIMENSIONS).map((letter) => `'${letter}'`)
  const rows = await db.all<{ n: number }>(`
    select coalesce(f.n, c.n) as n from facet f full join tally c on c.n = f.n
    where f.n is null or c.n is null or (c.closes, c.deadline, c.pay_max) is not (f.closes, f.deadline, f.pay_max)
      or c.keys is not coalesce((select group_concat(coalesce(${KEY_CHARACTER}, '?'), '')
        from json_each(f.keys) j left join facet_key k on k.key = j.value
        where substr(j.value, 1, 1) in (${letters.join(', ')})), '')
    limit ${MAX_PROBLEMS}`)
  return rows.map(({ n }) => `place ${n}: counted otherwise than its facets say`)
}

/** Every counter against what the facet rows give now. */
async function miscounts(db: SqlDatabase): Promise<string[]> {
  const rows = await db.all<{ scope: string; kind: string; key: string }>(`
    with fresh as (select s.value as scope, d.value as kind, k.value as key, count(*) as n
      from facet f cross join json_each(f.keys) s cross join json_each(f.keys) d cross join json_each(f.keys) k
      where substr(s.value, 1, 1) in ('*', 'r') and substr(d.value, 1, 1) in ('*', 'k') group by 1, 2, 3),
    kept as (select scope, kind, dim || value as key, n from facet_count where n <> 0)
    select coalesce(fresh.scope, kept.scope) as scope, coalesce(fresh.kind, kept.kind) as kind,
      coalesce(fresh.key, kept.key) as key
    from fresh full join kept on kept.scope = fresh.scope and kept.kind = fresh.kind and kept.key = fresh.key
    where fresh.n is not kept.n limit ${MAX_PROBLEMS}`)
  return rows.map(({ scope, kind, key }) => `counter ${scope} ${kind} ${key}: wrong`)
}
