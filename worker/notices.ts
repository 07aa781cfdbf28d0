/** What a reader should know about an answer: a search server that is down, counts that stop short, silent sources. */
import type { Notice, SourceHealth } from '../domain/api.ts'
import type { Found, ItemQuery } from '../domain/query.ts'
import { isLongSilent, listSources } from '../index-config/store/sources.ts'
import type { Deps } from './deps.ts'
import { codesWithin, type TownView } from './town-view.ts'

/** The last good crawl is older than a day, whatever the reason; a source that the operator paused keeps no promise. */
function isSilent({ state, lastOkAt }: SourceHealth, at: Date): boolean {
  if (state === 'paused' || state === 'new') return false
  return isLongSilent(lastOkAt, at)
}

export async function findNotices(
  deps: Deps,
  view: TownView,
  query: ItemQuery,
  { facetsExact, notice }: Pick<Found, 'facetsExact' | 'notice'>,
): Promise<Notice[]> {
  const at = deps.now()
  const places = codesWithin(view.root, query.region ?? view.town.root)
  const concerned = (await listSources(deps.db, at)).filter((health) =>
    query.source === undefined ? places.has(health.region) : health.slug === query.source,
  )
  const silent = concerned.filter((health) => isSilent(health, at))
  return [
    ...(notice === undefined ? [] : [{ code: notice }]),
    ...(facetsExact ? [] : [{ code: 'facets_partial' as const }]),
    ...silent.map(({ slug, lastOkAt }) => ({
      code: 'source_silent' as const,
      source: slug,
      ...(lastOkAt !== undefined && { since: lastOkAt }),
    })),
  ]
}
