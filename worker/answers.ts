/** The answer to one question: ids from the engine, rows and pins from the database, a word about silent sources. */
import type { FacetName, FacetValue, ItemSummary, ItemsResponse } from '../domain/api.ts'
import type { Facets, ItemQuery } from '../domain/query.ts'
import { writtenOf } from '../index-config/analyse.ts'
import { highlight } from '../index-config/highlight.ts'
import { readQuestion, type Terms } from '../index-config/question.ts'
import { getItems } from '../index-config/store/items.ts'
import { activePins } from '../index-config/store/pins.ts'
import type { Deps } from './deps.ts'
import { SHARED_NAMES } from './names.ts'
import { findNotices } from './notices.ts'
import { toSummary } from './summaries.ts'
import type { TownView } from './town-view.ts'

/** Throws QueryError for a cursor of another question. */
export async function answerItems(deps: Deps, view: TownView, query: ItemQuery): Promise<ItemsResponse> {
  const at = deps.now()
  const asked = await readQuestion(query.q, view.vocabulary)
  const terms = asked ?? []
  const [found, pinned] = await Promise.all([deps.engine.search(query, at, asked), findPinned(deps, view, query, at)])
  const alsoSearched = wordsBeside(terms)
  const onTop = new Set(pinned.map(({ id }) => id))
  const rows = await getItems(
    deps.db,
    found.ids.filter((id) => !onTop.has(id)),
  )
  // The engine may lag behind a takedown; the rows do not.
  const shown = rows.filter((item) => item.state === 'shown').map((item) => toSummary(item, view.town.timeZone, at))
  return {
    items: query.q === undefined ? shown : shown.map((item) => marked(item, terms)),
    total: found.total,
    facets: nameFacets(found.facets, view),
    pins: query.cursor === undefined ? pinned : [],
    ...(found.next !== undefined && { next: found.next }),
    notices: await findNotices(deps, view, query, found),
    ...(alsoSearched.length > 0 && { alsoSearched }),
    query,
  }
}

function marked(item: ItemSummary, terms: Terms): ItemSummary {
  return { ...item, highlight: { title: highlight(item.title, terms), excerpt: highlight(item.excerpt, terms) } }
}

/** The first way in which a term can be met is what was asked; the others are ours. */
function wordsBeside(terms: Terms): string[] {
  return [...new Set(terms.flatMap(([, ...others]) => others.map(({ normal }) => writtenOf(normal))))]
}

/** On every page of a list, so that what is on top is not repeated on the second one either. */
async function findPinned(deps: Deps, { town }: TownView, query: ItemQuery, at: Date): Promise<ItemSummary[]> {
  const { cursor: _, ...list } = query
  const pins = await activePins(deps.db, list, town, at)
  return pins.flatMap(({ pin, item }) => {
    const summary = toSummary(item, town.timeZone, at)
    // The index may still call open what was cancelled or filled since; a pin never shows what is over.
    return summary.open === false ? [] : [{ ...summary, pinned: { until: pin.until, reason: pin.reason } }]
  })
}

function nameFacets(facets: Facets, view: TownView): ItemsResponse['facets'] {
  const named = Object.entries(facets).map(([dimension, values]): [string, FacetValue[]] => {
    const names = SHARED_NAMES[dimension as FacetName] ?? view.names[dimension as keyof TownView['names']]
    return [dimension, values.map(({ value, n }) => ({ value, n, names: names?.get(value) ?? {} }))]
  })
  return Object.fromEntries(named)
}
