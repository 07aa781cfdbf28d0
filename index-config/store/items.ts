/** Items and their versions: the truth that every index is made from. */
import type { ItemVersion } from '../../domain/api.ts'
import type { Item } from '../../domain/item.ts'
import { withoutNoise } from '../../domain/noise.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { hashOf } from './hash.ts'
import { wantedSlot } from './slot.ts'

/** What a reader sees; a change of any of these makes a version and a new index row. */
const SEEN = [
  'publisher',
  'url',
  'parent',
  'kind',
  'type',
  'stage',
  'title',
  'excerpt',
  'body',
  'bodyHtml',
  'publishedAt',
  'author',
  'regions',
  'categories',
  'positions',
  'images',
  'attachments',
  'job',
  'volunteer',
  'dates',
  'flags',
  'closesAt',
  'state',
] as const satisfies readonly (keyof Item)[]

/**
 * To keep an item: its row, a version when something a reader sees is new, and an outbox row for the index.
 * Empty when `previous` says all of it already. The caller puts them into one batch with rows of its own.
 * `firstSeenAt` of `previous` is never reset, and `changedAt` moves only with a version.
 */
export function keepStatements(item: Item, previous: Item | undefined): SqlStatement[] {
  const own = ownPart(item)
  const changed = changedFields(own, previous)
  const kept: Item = previous
    ? {
        ...own,
        firstSeenAt: previous.firstSeenAt,
        changedAt: changed.length > 0 ? own.changedAt : previous.changedAt,
      }
    : own
  if (previous && sorted(kept) === sorted(ownPart(previous))) return []
  if (previous && changed.length === 0) return [rowStatement(kept)]
  return [rowStatement(kept), versionStatement(kept, changed), outboxStatement(kept.id, kept.changedAt)]
}

/** Without what other items make of it (`stories.ts`, `threads.ts`): no page says that, and no page takes it back. */
function ownPart({ mergedInto: _, alsoAt: __, cancelledBy: ___, extended: ____, ...item }: Item): Item {
  return { ...item, state: item.state === 'merged' ? 'shown' : item.state }
}

/** Names of the fields of `item` that a reader would find different. That another item tells its story better is no edit. */
export function changedFields(item: Item, previous: Item | undefined): string[] {
  if (!previous) return []
  const [now, before] = [ownPart(item), ownPart(previous)]
  return SEEN.filter((field) => sorted(seen(now, field)) !== sorted(seen(before, field)))
}

/** Running numbers of a table: whoever adds a row moves them all. */
const NUMBERING = /^(?:序号|序|编号|no\.?|#)$/iu

/**
 * A field as far as a change of it is one of the article: counters, dates of printing, the number of a row, and how a
 * file was reached are not.
 */
function seen(item: Item, field: (typeof SEEN)[number]): unknown {
  if (field === 'body' || field === 'bodyHtml' || field === 'excerpt') return withoutNoise(item[field])
  if (field === 'state') return item.state === 'merged' ? 'shown' : item.state
  if (field === 'attachments') return item.attachments.map(({ name, url }) => ({ name, url }))
  if (field !== 'job' || item.job === undefined) return item[field]
  const { row: _, code, raw, ...job } = item.job
  const cells = Object.entries(raw ?? {}).filter(([header]) => !NUMBERING.test(header.trim()))
  return { ...job, ...(code !== undefined && !/^[1-9]\d{0,2}$/.test(code) && { code }), raw: Object.fromEntries(cells) }
}

/**
 * The slot is found by the statement itself, next free upward, so that two keepers cannot take the same one.
 * An item that is there keeps its n and its first sight, and stays merged until the comparing says otherwise.
 */
function rowStatement(item: Item): SqlStatement {
  return {
    sql: `insert into item (n, id, source, url, parent, kind, type, stage, region, published, closes, state, title,
        excerpt, hash, first_seen, changed_at, doc, thread)
      values ((with recursive slot (n) as (select ?1 union all
          select slot.n + 1 from slot where exists (select 1 from item where item.n = slot.n))
        select max(n) from slot),
        ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
      on conflict (id) do update set source = excluded.source, url = excluded.url, parent = excluded.parent,
        kind = excluded.kind, type = excluded.type, stage = excluded.stage, region = excluded.region,
        published = excluded.published, closes = excluded.closes, title = excluded.title,
        state = case when item.state = 'merged' and excluded.state = 'shown' then item.state else excluded.state end,
        excerpt = excluded.excerpt, hash = excluded.hash, changed_at = excluded.changed_at, doc = excluded.doc,
        thread = excluded.thread`,
    params: [
      wantedSlot(item.id, item.publishedAt),
      item.id,
      item.source,
      item.url,
      item.parent ?? null,
      item.kind,
      item.type,
      item.stage ?? null,
      item.regions[0]?.code ?? null,
      item.publishedAt,
      item.closesAt ?? null,
      item.state,
      item.title,
      item.excerpt,
      seenHash(item),
      item.firstSeenAt,
      item.changedAt,
      JSON.stringify(item),
      item.thread ?? null,
    ],
  }
}

/** Equal for items that a reader cannot tell apart. */
function seenHash(item: Item): string {
  return hashOf(sorted(SEEN.map((field) => seen(item, field) ?? null)))
}

function versionStatement(item: Item, changed: string[]): SqlStatement {
  return {
    sql: `insert into version (item_id, no, at, changed, title)
      select ?1, coalesce(max(no), 0) + 1, ?2, ?3, ?4 from version where item_id = ?1`,
    params: [item.id, item.changedAt, JSON.stringify(changed), item.title],
  }
}

/** Asks for the item's index rows to be made again. */
function outboxStatement(id: string, at: string): SqlStatement {
  return { sql: 'insert into outbox (item_id, at) values (?1, ?2)', params: [id, at] }
}

/**
 * The item's own address says that it is gone; so are the positions read out of it. What an editor holds
 * stays held. Harmless when said twice. `at`: ISO instant.
 */
export function goneStatements(id: string, at: string): SqlStatement[] {
  const affected = `from item i where (i.id = ?1 or i.parent = ?1) and i.state in ('shown', 'merged')`
  return [
    {
      sql: `insert into version (item_id, no, at, changed, title) select i.id,
        (select coalesce(max(no), 0) + 1 from version v where v.item_id = i.id), ?2, '["state"]', i.title ${affected}`,
      params: [id, at],
    },
    { sql: `insert into outbox (item_id, at) select i.id, ?2 ${affected}`, params: [id, at] },
    {
      sql: `update item set state = 'gone', changed_at = ?2 where (id = ?1 or parent = ?1)
        and state in ('shown', 'merged')`,
      params: [id, at],
    },
  ]
}

/** JSON with sorted keys, so that the order in which a field was built is no change. */
function sorted(value: unknown): string {
  const inOrder = (_: string, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  return JSON.stringify(value ?? null, inOrder)
}

interface Row {
  n: number
  doc: string
  state: Item['state']
  first_seen: string
  changed_at: string
  merged_into: string | null
  cancelled_by: string | null
  extended_by: string | null
  extended_to: string | null
  /** JSON list, where it was asked for. */
  also_at?: string
}
const ROW = `i.n, i.doc, i.state, i.first_seen, i.changed_at, i.merged_into, i.cancelled_by, i.extended_by, i.extended_to`
/** With the others that it stands for: a look into an index more. */
const WHOLE_ROW = `${ROW}, (select json_group_array(json_object('publisher', m.publisher, 'url', m.url, 'source', m.source))
  from (select o.doc ->> '$.publisher' as publisher, o.url, o.source from item o
    where o.merged_into = i.id and o.state = 'merged' and o.parent is null order by o.published, o.id) m) as also_at`

/** The columns win over the document: a takedown writes only them. */
function toItem(row: Row): Item {
  const doc = JSON.parse(row.doc) as Item
  const alsoAt = JSON.parse(row.also_at ?? '[]') as NonNullable<Item['alsoAt']>
  return {
    ...doc,
    state: row.state,
    firstSeenAt: row.first_seen,
    changedAt: row.changed_at,
    ...(alsoAt.length > 0 && { alsoAt }),
    ...(row.state === 'merged' && row.merged_into !== null && { mergedInto: row.merged_into }),
    ...(row.cancelled_by !== null && { cancelledBy: row.cancelled_by }),
    ...(row.extended_by !== null &&
      row.extended_to !== null && { extended: { by: row.extended_by, closesAt: row.extended_to } }),
  }
}

/** Whatever its state; undefined when there is none. */
export async function getItem(db: SqlDatabase, id: string): Promise<Item | undefined> {
  const [row] = await db.all<Row>(`select ${WHOLE_ROW} from item i where i.id = ?1`, [id])
  return row && toItem(row)
}

/** In the order of `ids`, whatever their state, without `alsoAt`; unknown ids are left out. */
export async function getItems(db: SqlDatabase, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return []
  const sql = `select ${ROW} from json_each(?1) j cross join item i on i.id = j.value order by j.key`
  return (await db.all<Row>(sql, [JSON.stringify(ids)])).map(toItem)
}

/** Newest first. */
export async function getVersions(db: SqlDatabase, id: string): Promise<ItemVersion[]> {
  const sql = 'select no, at, changed, title from version where item_id = ?1 order by no desc'
  const rows = await db.all<{ no: number; at: string; changed: string; title: string }>(sql, [id])
  return rows.map((row) => ({ ...row, changed: JSON.parse(row.changed) as string[] }))
}

/** Shown positions read out of a notice, or out of one that it stands for; newest first; of one table, in its order. */
export async function getChildren(db: SqlDatabase, parentId: string, limit = 50): Promise<Item[]> {
  const sql = `select ${ROW} from item i where i.state = 'shown' and i.parent in
    (select ?1 union all select m.id from item m where m.merged_into = ?1 and m.state = 'merged') order by i.n / 65536 desc,
    json_extract(i.doc, '$.job.sheet'), json_extract(i.doc, '$.job.row'), i.n desc limit ?2`
  return (await db.all<Row>(sql, [parentId, limit])).map(toItem)
}

/** Positions of a notice that are not gone. */
export async function countPositions(db: SqlDatabase, parentId: string): Promise<number> {
  const sql = `select count(*) as n from item where parent = ?1 and state <> 'gone'`
  return (await db.all<{ n: number }>(sql, [parentId]))[0]?.n ?? 0
}

/** All items in order of n, whatever their state, `limit` at a time; start with `after` 0 and go on with `last`. */
export async function itemsAfter(
  db: SqlDatabase,
  after: number,
  limit: number,
): Promise<{ items: Item[]; last: number }> {
  const rows = await db.all<Row>(`select ${WHOLE_ROW} from item i where i.n > ?1 order by i.n limit ?2`, [after, limit])
  return { items: rows.map(toItem), last: rows.at(-1)?.n ?? after }
}
