/** An index on the server against the items: what is missing, what should not be there, and what its own words do not find. */
import type { Item } from '../../../domain/item.ts'
import { toDocument } from '../../document.ts'
import { itemsAfter } from '../../store/items.ts'
import { placesOf } from '../../store/places.ts'
import { ofTown } from './conditions.ts'
import { toMeiliDocument } from './documents.ts'
import { all, compares, equals } from './filter.ts'
import { type Asking, askServer, type MeiliGround } from './ground.ts'

export interface Comparison {
  /** Shown items, and documents of the town. */
  items: number
  documents: number
  /** A sentence each, with the item it is about. */
  problems: string[]
}

const BATCH = 500
/** One item in so many is also asked for by its own words. */
const PROBE_EVERY = 100
const MAX_PROBLEMS = 20
/** More documents than that between two places are problem enough. */
const MAX_BETWEEN = 4 * BATCH

/** `except`: ids that are no fault, whatever the index says of them. Throws EngineDown. */
export async function compareIndex(ground: MeiliGround, except: ReadonlySet<string>): Promise<Comparison> {
  const found: Comparison = { items: 0, documents: 0, problems: [] }
  let after = 0
  for (;;) {
    const { items, last } = await itemsAfter(ground.db, after, BATCH)
    // The last turn looks for what lies beyond the last item.
    const upTo = items.length === 0 ? Number.MAX_SAFE_INTEGER : last
    await compareBatch(ground, { items, after, upTo, except }, found)
    if (items.length === 0) break
    after = last
  }
  return { ...found, problems: found.problems.slice(0, MAX_PROBLEMS) }
}

interface Batch {
  items: Item[]
  /** Places, the first exclusive. */
  after: number
  upTo: number
  except: ReadonlySet<string>
}

async function compareBatch(
  ground: MeiliGround,
  { items, after, upTo, except }: Batch,
  found: Comparison,
): Promise<void> {
  const places = await placesOf(
    ground.db,
    items.map(({ id }) => id),
  )
  const probes = items.filter(({ id, state }, at) => state === 'shown' && at % PROBE_EVERY === 0 && !except.has(id))
  const between = all([ofTown(ground.town.slug), compares('n', '>', after), compares('n', '<=', upTo)])
  const [listed, ...probed] = await askServer({ ...ground, searching: ground.client }, [
    { filter: between.text, limit: MAX_BETWEEN },
    ...probes.map((item) => probeOf(ground, item, places.get(item.id) ?? 0)),
  ])
  const there = new Set(listed?.places)
  found.items += items.filter(({ state }) => state === 'shown').length
  found.documents += there.size
  for (const { id, state } of items) {
    const n = places.get(id) ?? 0
    const is = there.delete(n)
    if (except.has(id) || is === (state === 'shown')) continue
    found.problems.push(is ? `${id}: in the index, though it is not shown` : `${id}: not in the index`)
  }
  for (const n of there) found.problems.push(`place ${n}: in the index, though there is no such item`)
  probes.forEach((item, at) => {
    if (probed[at]?.places.length !== 1) found.problems.push(`${item.id}: not found by its own words`)
  })
}

/** By everything that matches it, whatever the moment. */
function probeOf({ town }: MeiliGround, item: Item, n: number): Asking {
  const document = toDocument(item, town, new Date(0))
  const kept = document && toMeiliDocument(town.slug, n, document)
  const words = (kept?.g as string[] | undefined) ?? []
  const filter = all([ofTown(town.slug), compares('n', '=', n), ...words.map((word) => equals('g', word))])
  return { filter: filter.text, limit: 1 }
}
