/**
 * Search on a Meilisearch server. Our own pairs decide what matches, as a filter; the server's words only choose the
 * candidates that rank.ts then ranks, by the same rules as in the database. It answers places and counts: rows are ours.
 */
import type { SqlDatabase } from '../../../domain/ports.ts'
import type { Found, ItemQuery } from '../../../domain/query.ts'
import type { Town } from '../../../domain/town.ts'
import { parseCursor } from '../../cursor.ts'
import { emptyFacets } from '../../facets.ts'
import { toPlan } from '../../query-sql.ts'
import { readQuestion, type Terms, type Vocabulary } from '../../question.ts'
import { vocabularyOf } from '../../store/lexicon.ts'
import { QueryError, type Refusal, type RemoteEngine } from '../engine.ts'
import { type MeiliServer, openMeili } from './client.ts'
import { matchesOf } from './conditions.ts'
import type { MeiliGround } from './ground.ts'
import { listedPage, type Question, relevantPage } from './pages.ts'
import { isReady } from './readiness.ts'
import { rebuildIndex } from './rebuild.ts'
import { applySettings, settingsDifferences } from './settings-apply.ts'
import { verifyIndex } from './verify.ts'
import { publishItems, removeItems } from './writing.ts'

export interface MeiliOptions extends MeiliServer {
  town: Town
  /** Its own for each town unless several share one; `gulou_<town>` when absent. */
  index?: string
  /** With the right to search, where that is another key. */
  searchKey?: string
  /** Of one search, connection included: so long a reader waits for nothing. */
  searchTimeoutMs?: number
}

interface Engine extends MeiliGround {
  vocabulary: Vocabulary
}

const SEARCH_TIMEOUT_MS = 1_500
const MAX_LIMIT = 50

export function indexOf({ slug }: Pick<Town, 'slug'>): string {
  return `gulou_${slug}`
}

/** Nothing is asked of the server before the first call. */
export function createMeiliEngine(db: SqlDatabase, options: MeiliOptions): RemoteEngine {
  const { town, index = indexOf(town), searchKey, searchTimeoutMs = SEARCH_TIMEOUT_MS, ...server } = options
  const searching = openMeili({ ...server, key: searchKey ?? server.key, timeoutMs: searchTimeoutMs })
  const engine: Engine = {
    db,
    town,
    index,
    client: openMeili({ ...server, key: server.key ?? searchKey }),
    searching,
    vocabulary: vocabularyOf(db, town),
  }
  return {
    name: 'meilisearch',
    index,
    search: (query, at, terms) => search(engine, query, at, terms),
    publish: async (items, at) => refusing(await publishItems(engine, items, at)),
    publishIsolating: (items, at) => publishItems(engine, items, at),
    remove: (ids) => removeItems(engine, ids),
    isReady: () => isReady(engine),
    rebuild: (at) => rebuildIndex(engine, at),
    verify: () => verifyIndex(engine),
    differences: () => settingsDifferences(engine.client, index),
    apply: () => applySettings(engine.client, index),
  }
}

function refusing([first]: Refusal[]): void {
  if (first !== undefined) throw new Error(`${first.id}: ${first.why}`)
}

/** Throws QueryError, EngineDown. */
async function search(engine: Engine, query: ItemQuery, at: Date, terms?: Terms): Promise<Found> {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_LIMIT)
    throw new QueryError(`limit is from 1 to ${MAX_LIMIT}`)
  const from = parseCursor(query)
  const plan = toPlan(query, terms ?? (await readQuestion(query.q, engine.vocabulary)), at)
  if (plan.impossible) return { ids: [], total: { n: 0, exact: true }, facets: emptyFacets(), facetsExact: true }
  const { slug } = engine.town
  const question: Question = { query, terms: plan.terms, from, matches: matchesOf(slug, query, plan), now: at }
  if (query.sort === 'relevance' && plan.terms.length > 0) return relevantPage(engine, question)
  // Without words every match is as relevant as the next.
  return listedPage(engine, question, query.sort === 'relevance' ? 'new' : query.sort)
}
