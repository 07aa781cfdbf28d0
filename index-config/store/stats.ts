/** Figures for the home page and the operator. */
import type { StatsResponse } from '../../domain/api.ts'
import { KINDS, type Kind } from '../../domain/item.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import { countedFacets } from '../facets.ts'
import { filterToken, OPEN_KEY, TYPE_LETTER } from '../filter-tokens.ts'
import { matchExpression } from '../match.ts'
import { listSources } from './sources.ts'

/** Found by the index: a row of `item` is wide, and there may be ten thousand of them. */
const OPEN_POSITIONS = matchExpression(
  [],
  [`${TYPE_LETTER}position`, OPEN_KEY].map((key) => [filterToken(key)]),
)

/** `openJobs` and `openHeadcount` are of positions open at `at`; one without a number adds no head. */
export async function stats(db: SqlDatabase, at: Date): Promise<StatsResponse> {
  const [{ facets }, [jobs], [newest], sources] = await Promise.all([
    countedFacets(db, {}),
    db.all<{ n: number; headcount: number }>(
      `select count(*) as n, coalesce(sum(c.headcount), 0) as headcount
        from item_fts f cross join facet c on c.n = f.rowid where f.item_fts match ?1 and c.closes > ?2`,
      [OPEN_POSITIONS, Math.floor(at.getTime() / 1000)],
    ),
    db.all<{ published: string }>('select i.published from facet c join item i on i.n = c.n order by c.n desc limit 1'),
    listSources(db, at),
  ])
  const count = (kind: Kind) => facets.kind.find(({ value }) => value === kind)?.n ?? 0
  const tries = sources.flatMap(({ lastTryAt }) => (lastTryAt === undefined ? [] : [lastTryAt]))
  return {
    items: Object.fromEntries(KINDS.map((kind) => [kind, count(kind)])) as Record<Kind, number>,
    openJobs: jobs?.n ?? 0,
    openHeadcount: jobs?.headcount ?? 0,
    sources: { ok: sources.filter(({ state }) => state === 'ok').length, all: sources.length },
    ...(newest && { newestAt: newest.published }),
    ...(tries.length > 0 && { lastCrawlAt: tries.sort().at(-1) }),
  }
}
