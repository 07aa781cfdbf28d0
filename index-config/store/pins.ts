/** Editors' pins: rows, evaluated here, so that every engine shows the same. */
import type { Item, Kind } from '../../domain/item.ts'
import { PINS_PER_SCOPE, type Pin, type PinScope } from '../../domain/pin.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import type { ItemQuery } from '../../domain/query.ts'
import type { Town } from '../../domain/town.ts'
import { getItems } from './items.ts'
import { bumpDataVersion } from './meta.ts'

/** The editor's mistake; the message may be shown. */
export class PinError extends Error {
  override name = 'PinError'
}

/**
 * Keeps a pin and answers it with its number. Throws PinError when the item is not shown, the times are no ISO
 * instants in order, reason or editor is blank, or as many pins as may show already stand at that scope meanwhile.
 */
export async function addPin(db: SqlDatabase, pin: Omit<Pin, 'pinId'>): Promise<Pin> {
  const from = toInstant(pin.from, 'from')
  const until = toInstant(pin.until, 'until')
  if (from >= until) throw new PinError('until must be after from')
  if (pin.reason.trim() === '' || pin.who.trim() === '') throw new PinError('a pin needs a reason and an editor')
  const [answer] = await db.batch([
    {
      sql: `insert into pin (item_id, kind, region, category, sort_order, from_at, until_at, reason, who)
        select i.id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 from item i where i.id = ?1 and i.state = 'shown'
          and (select count(*) from pin where kind is ?2 and region is ?3 and category is ?4
            and from_at < ?7 and until_at > ?6) < ?10
        returning pin_id`,
      params: [
        pin.itemId,
        ...scopeParams(pin.scope),
        pin.order,
        from,
        until,
        pin.reason.trim(),
        pin.who.trim(),
        PINS_PER_SCOPE,
      ],
    },
    bumpDataVersion(),
  ])
  const pinId = answer?.[0]?.pin_id
  if (typeof pinId !== 'number') throw new PinError(await refusal(db, pin.itemId))
  return { ...pin, pinId, from, until }
}

async function refusal(db: SqlDatabase, itemId: string): Promise<string> {
  const [item] = await getItems(db, [itemId])
  if (item?.state !== 'shown') return `no item ${itemId} is shown`
  return `at most ${PINS_PER_SCOPE} pins stand at one scope at a time`
}

function toInstant(value: string, field: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value) ? new Date(value) : undefined
  if (!instant || Number.isNaN(instant.getTime())) throw new PinError(`${field} is no ISO instant: ${value}`)
  return instant.toISOString()
}

function scopeParams({ kind, region, category }: PinScope): (string | null)[] {
  return [kind ?? null, region ?? null, category ?? null]
}

/** False when there was none. */
export async function removePin(db: SqlDatabase, pinId: number): Promise<boolean> {
  const [answer] = await db.batch([
    { sql: 'delete from pin where pin_id = ?1 returning pin_id', params: [pinId] },
    bumpDataVersion(),
  ])
  return (answer?.length ?? 0) > 0
}

interface Row {
  pin_id: number
  item_id: string
  kind: Kind | null
  region: string | null
  category: string | null
  sort_order: number
  from_at: string
  until_at: string
  reason: string
  who: string
}
const ORDER = 'order by p.sort_order, p.pin_id'

/** All of them, past and coming too, lowest order first. */
export async function listPins(db: SqlDatabase): Promise<Pin[]> {
  return (await db.all<Row>(`select p.* from pin p ${ORDER}`)).map(toPin)
}

function toPin(row: Row): Pin {
  const { kind, region, category } = row
  return {
    pinId: row.pin_id,
    itemId: row.item_id,
    scope: { ...(kind && { kind }), ...(region && { region }), ...(category && { category }) },
    order: row.sort_order,
    from: row.from_at,
    until: row.until_at,
    reason: row.reason,
    who: row.who,
  }
}

/** Parts of a question that a pin's scope knows; any other narrows the list beyond every scope. */
const SCOPED = ['kind', 'region', 'category', 'sort', 'limit']

/**
 * The pins on top of a list: those whose scope is exactly what the list is narrowed to, so whole-town pins stand
 * on the home page and on lists without a filter. The region that is the town counts as none. None on a search,
 * under any other filter, or on a second page. Items that are gone, held or past their end are left out; for one that
 * was merged since, the item that stands for it is shown.
 */
export async function activePins(
  db: SqlDatabase,
  query: Partial<ItemQuery>,
  town: Pick<Town, 'root'>,
  at: Date,
): Promise<{ pin: Pin; item: Item }[]> {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== false && value !== '')
  if (asked.some(([name]) => !SCOPED.includes(name))) return []
  const region = query.region === town.root ? undefined : query.region
  const rows = await db.all<Row & { shown_id: string }>(
    `select p.*, i.id as shown_id from pin p join item q on q.id = p.item_id
      join item i on i.id = case q.state when 'merged' then q.merged_into else q.id end join facet c on c.n = i.n
      where i.state = 'shown' and (c.closes is null or c.closes > ?1) and p.from_at <= ?2 and p.until_at > ?2
        and p.kind is ?3 and nullif(p.region, ?6) is ?4 and p.category is ?5 ${ORDER} limit ${PINS_PER_SCOPE}`,
    [
      Math.floor(at.getTime() / 1000),
      at.toISOString(),
      ...scopeParams({ kind: query.kind, region, category: query.category }),
      town.root,
    ],
  )
  const items = new Map(
    (
      await getItems(
        db,
        rows.map((row) => row.shown_id),
      )
    ).map((item) => [item.id, item]),
  )
  return rows.flatMap((row) => {
    const item = items.get(row.shown_id)
    return item ? [{ pin: toPin(row), item }] : []
  })
}
