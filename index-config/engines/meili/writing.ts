/** Items into the index on the server. A write is done when its task has succeeded, not when the server has heard of it. */
import type { Item } from '../../../domain/item.ts'
import { toDocument } from '../../document.ts'
import { placesOf } from '../../store/places.ts'
import type { Refusal } from '../engine.ts'
import { DocumentsRefused, succeeded } from './client.ts'
import { keyOf, type MeiliDocument, toMeiliDocument } from './documents.ts'
import type { MeiliGround } from './ground.ts'

/** An item's document, or undefined for what must not be found. */
interface Placed {
  id: string
  key: string
  document: MeiliDocument | undefined
}

/**
 * Shown items are written, the others taken away; what is not kept in `item` is passed over. Answers what the server will
 * not take. Throws EngineDown.
 */
export async function publishItems(ground: MeiliGround, items: readonly Item[], at: Date): Promise<Refusal[]> {
  const placed = await placeDocuments(ground, items, at)
  const [refused] = await Promise.all([
    writeDocuments(ground, ground.index, placed),
    deleteDocuments(
      ground,
      placed.flatMap(({ key, document }) => (document ? [] : [key])),
    ),
  ])
  return refused
}

/** Items that are not kept any more have no place to be removed from; `verify` finds what they left. */
export async function removeItems(ground: MeiliGround, ids: readonly string[]): Promise<void> {
  const places = await placesOf(ground.db, ids)
  await deleteDocuments(
    ground,
    [...places.values()].map((n) => keyOf(ground.town.slug, n)),
  )
}

/** The last of two with the same id stands. */
export async function placeDocuments({ db, town }: MeiliGround, items: readonly Item[], at: Date): Promise<Placed[]> {
  const last = new Map(items.map((item) => [item.id, item]))
  const places = await placesOf(db, [...last.keys()])
  return [...places].flatMap(([id, n]) => {
    const item = last.get(id)
    const document = item && toDocument(item, town, at)
    return [{ id, key: keyOf(town.slug, n), document: document && toMeiliDocument(town.slug, n, document) }]
  })
}

/** What is refused is halved until the one that is to blame stands alone. */
export async function writeDocuments(
  ground: MeiliGround,
  index: string,
  placed: readonly Placed[],
): Promise<Refusal[]> {
  const documents = placed.flatMap(({ document }) => document ?? [])
  if (documents.length === 0) return []
  try {
    await succeeded(ground.client, ground.client.index(index).addDocuments(documents, { primaryKey: 'id' }))
    return []
  } catch (error) {
    if (!(error instanceof DocumentsRefused)) throw error
    const [only] = placed
    if (only !== undefined && placed.length === 1) return [{ id: only.id, why: error.message }]
    const half = Math.ceil(placed.length / 2)
    const before = await writeDocuments(ground, index, placed.slice(0, half))
    return [...before, ...(await writeDocuments(ground, index, placed.slice(half)))]
  }
}

async function deleteDocuments({ client, index }: MeiliGround, keys: string[]): Promise<void> {
  if (keys.length > 0) await succeeded(client, client.index(index).deleteDocuments(keys))
}
