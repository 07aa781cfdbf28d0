/**
 * Addresses that somebody had a right to see go. An entry hides its item at once and keeps it away for good: whoever
 * writes items asks here first, and an item that is taken down has no text left to show.
 */
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { bumpDataVersion } from './meta.ts'

export interface Takedown {
  /** Canonical address. */
  url: string
  itemId?: string
  reason: string
  who: string
  /** ISO instant. */
  at: string
}

interface Row extends Omit<Takedown, 'itemId'> {
  item_id: string | null
}

/** Give the address, or the id of an item, whose own address it then is. */
export type TakedownOrder = Omit<Takedown, 'url'> & { url?: string }

/**
 * Hides the item and its positions and empties them, in one transaction with the outbox; an address that is no item yet
 * never becomes one. Throws RangeError when neither a usable address nor a known item is named.
 */
export async function addTakedown(db: SqlDatabase, order: TakedownOrder): Promise<Takedown> {
  const url = order.url === undefined ? undefined : canonicalUrl(order.url)
  if (order.url !== undefined && url === undefined) throw new RangeError(`not an address: ${order.url}`)
  const found = await findItem(db, order.itemId, url)
  if (order.itemId !== undefined && !found) throw new RangeError(`there is no item ${order.itemId}`)
  const address = url ?? found?.url
  if (address === undefined) throw new RangeError('a takedown names an address or an item')
  const itemId = found?.parent ?? found?.id ?? order.itemId
  const takedown: Takedown = { ...order, url: address, itemId }
  const addresses = [...new Set([address, ...(found ? [found.url] : [])])]
  await db.batch([
    ...addresses.map((one) => takedownStatement({ ...takedown, url: one })),
    ...(itemId === undefined ? [] : emptyStatements(itemId, order.at)),
    bumpDataVersion(),
  ])
  return takedown
}

/** Address and id may come back: the crawler looks at it again as at a page it never knew. False when there was none. */
export async function removeTakedown(db: SqlDatabase, url: string): Promise<boolean> {
  const address = canonicalUrl(url) ?? url
  const rows = await db.all<Row>('select * from takedown where url = ?1', [address])
  const itemId = rows[0]?.item_id ?? null
  await db.all('delete from takedown where url = ?1 or (?2 is not null and item_id = ?2)', [address, itemId])
  return rows.length > 0
}

/** Newest first. */
export async function listTakedowns(db: SqlDatabase): Promise<Takedown[]> {
  const rows = await db.all<Row>('select * from takedown order by at desc, url')
  return rows.map(({ item_id, ...row }) => ({ ...row, ...(item_id !== null && { itemId: item_id }) }))
}

/** The takedown that covers one of these addresses, by either scheme, or undefined. */
export async function findTakedown(db: SqlDatabase, urls: readonly string[]): Promise<Takedown | undefined> {
  const asked = [...new Set(urls.flatMap(spellings))]
  const rows = await db.all<Row>('select * from takedown where url in (select value from json_each(?1)) limit 1', [
    JSON.stringify(asked),
  ])
  const [row] = rows
  return row && { ...row, itemId: row.item_id ?? undefined }
}

export async function isTakenDown(db: SqlDatabase, url: string): Promise<boolean> {
  return (await findTakedown(db, [url])) !== undefined
}

/** A page of http and the same of https are one page to whoever asked for it to go. */
function spellings(url: string): string[] {
  const address = canonicalUrl(url) ?? url
  return [address, address.replace(/^https?:/, 'http:'), address.replace(/^https?:/, 'https:')]
}

/** A further address of what was taken down, or a renewed reason. */
export function takedownStatement({ url, itemId, reason, who, at }: Takedown): SqlStatement {
  return {
    sql: `insert into takedown (url, item_id, reason, who, at) values (?1, ?2, ?3, ?4, ?5)
      on conflict (url) do update set item_id = coalesce(excluded.item_id, item_id)`,
    params: [url, itemId ?? null, reason, who, at],
  }
}

async function findItem(
  db: SqlDatabase,
  id: string | undefined,
  url: string | undefined,
): Promise<Pick<Item, 'id' | 'url' | 'parent'> | undefined> {
  const rows = await db.all<{ id: string; url: string; parent: string | null }>(
    `select id, url, parent from item where ${id === undefined ? 'url in (select value from json_each(?1))' : 'id = ?1'}
      order by parent is not null limit 1`,
    [id ?? JSON.stringify(url === undefined ? [] : spellings(url))],
  )
  const [row] = rows
  return row && { id: row.id, url: row.url, ...(row.parent !== null && { parent: row.parent }) }
}

const EMPTIED = `json_set(doc, '$.title', '', '$.excerpt', '', '$.body', '', '$.bodyHtml', '', '$.images', json('[]'),
  '$.attachments', json('[]'), '$.dates', json('[]'), '$.flags', json('[]'), '$.evidence', json('{}'),
  '$.repair', json('{"class":"none","notes":[]}'))`

/** Only that something was here stays: id, address, kind, first sight. */
function emptyStatements(id: string, at: string): SqlStatement[] {
  const those = '(id = ?1 or parent = ?1)'
  return [
    { sql: `insert into outbox (item_id, at) select id, ?2 from item where ${those}`, params: [id, at] },
    {
      sql: `update item set state = 'gone', changed_at = ?2, title = '', excerpt = '', hash = '',
        doc = json_remove(${EMPTIED}, '$.author', '$.job', '$.volunteer') where ${those}`,
      params: [id, at],
    },
    {
      sql: `update version set title = '' where item_id in (select id from item where ${those})`,
      params: [id],
    },
  ]
}
