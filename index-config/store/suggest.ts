/** As you type: positions and places that hold the characters, then the newest headlines that do. */

import type { SqlDatabase } from '../../domain/ports.ts'
import { POSITIONS } from '../../domain/positions.ts'
import type { Names, Town } from '../../domain/town.ts'
import { matchTerms, normalOf } from '../analyse.ts'
import type { SearchEngine } from '../engines/engine.ts'
import { getItems } from './items.ts'

/** `value` is what the filter takes: a code, an id, or the id of an item. */
export interface Suggestion {
  what: 'position' | 'region' | 'category' | 'item'
  value: string
  text: string
}

/** At most `limit`, and of headlines half of it; those that begin with the characters first. Throws QueryError as a search does. */
export async function suggest(
  deps: { db: SqlDatabase; engine: SearchEngine; town: Town },
  q: string,
  at: Date,
  limit = 10,
): Promise<Suggestion[]> {
  if (!matchTerms(q)?.length) return []
  const asked = normalOf(q)
  const named = namedThings(deps.town).flatMap((thing) => {
    const place = Math.min(...thing.words.map((word) => placeOf(normalOf(word), asked)))
    return Number.isFinite(place) ? [{ ...thing.suggestion, place }] : []
  })
  named.sort((a, b) => a.place - b.place)
  const headlines = Math.ceil(limit / 2)
  const { ids } = await deps.engine.search({ q, sort: 'new', limit: headlines }, at)
  const items = await getItems(deps.db, ids)
  const kept = named.slice(0, Math.max(limit - items.length, limit - headlines))
  return [
    ...kept.map(({ place: _, ...suggestion }) => suggestion),
    ...items.map(({ id, title }) => ({ what: 'item' as const, value: id, text: title })),
  ].slice(0, limit)
}

function placeOf(word: string, asked: string): number {
  const place = word.indexOf(asked)
  return place < 0 ? Number.POSITIVE_INFINITY : place
}

function namedThings(town: Town): { suggestion: Suggestion; words: string[] }[] {
  const language = town.languages[0] ?? 'en'
  const thing = (what: Suggestion['what'], value: string, names: Names, more: readonly string[] = []) => ({
    suggestion: { what, value, text: names[language] ?? value },
    words: [...Object.values(names).filter((name) => name !== undefined), ...more],
  })
  return [
    ...POSITIONS.map(({ id, names, words }) => thing('position', id, names, words)),
    ...town.regions.map(({ code, names, aliases, pinyin }) =>
      thing('region', code, names, [...aliases, ...(pinyin ? [pinyin] : [])]),
    ),
    ...town.categories.map(({ id, names }) => thing('category', id, names)),
  ]
}
