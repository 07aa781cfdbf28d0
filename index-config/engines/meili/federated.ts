/**
 * One question to several towns, each in an index of its own, on one server or on several: the server's own federated
 * search merges them. It answers towns and places; each town's own database says what stands there and may be shown.
 */
import type {
  FederatedMultiSearchParams,
  Meilisearch,
  MultiSearchQueryWithFederation,
  SearchResponse,
} from 'meilisearch'
import type { ItemQuery } from '../../../domain/query.ts'
import { toPlan } from '../../query-sql.ts'
import { readQuestion, type Vocabulary } from '../../question.ts'
import { asked } from './client.ts'
import { matchesOf } from './conditions.ts'
import { placeOf } from './documents.ts'
import { NEWEST } from './orders.ts'

export interface FederatedTown {
  slug: string
  index: string
  vocabulary: Vocabulary
  /** Name of the instance that holds it, as `network` names it; the asked one when absent. */
  remote?: string
}

interface FederatedHit {
  town: string
  n: number
}

export interface FederatedAnswer {
  hits: FederatedHit[]
  /** Of all towns together, as the server estimates it. */
  total: number
  /** Instances that did not answer: their towns are missing, and the answer is to say so. */
  silent: string[]
}

/** Newest first over all towns. Each town's own filter stands in its own question, so none answers for another. Throws QueryError, EngineDown. */
export async function searchTowns(
  client: Meilisearch,
  towns: readonly FederatedTown[],
  query: ItemQuery,
  at: Date,
): Promise<FederatedAnswer> {
  const found = await Promise.all(towns.map((town) => queryOf(town, query, at)))
  const queries = found.flatMap((one) => one ?? [])
  if (queries.length === 0) return { hits: [], total: 0, silent: [] }
  const answer: Answer = await asked(
    client.multiSearch<FederatedMultiSearchParams>({ federation: { limit: query.limit }, queries }),
  )
  return {
    hits: answer.hits.map(({ id }) => toHit(String(id))),
    total: answer.estimatedTotalHits ?? answer.hits.length,
    silent: Object.keys(answer.remoteErrors ?? {}),
  }
}

/** The client's own type knows nothing of instances that fail. */
type Answer = SearchResponse & { remoteErrors?: Record<string, unknown> }

/** Undefined when nothing of the town can match. */
async function queryOf(
  { slug, index, vocabulary, remote }: FederatedTown,
  query: ItemQuery,
  at: Date,
): Promise<MultiSearchQueryWithFederation | undefined> {
  const plan = toPlan(query, await readQuestion(query.q, vocabulary), at)
  if (plan.impossible) return undefined
  const filter = matchesOf(slug, query, plan).text
  return {
    indexUid: index,
    filter,
    sort: [NEWEST],
    ...(remote !== undefined && { federationOptions: { remote, weight: 1 } }),
  }
}

function toHit(key: string): FederatedHit {
  return { town: key.slice(0, key.lastIndexOf('-')), n: placeOf(key) }
}

/**
 * What an instance is told of the others, once: `self` is its own name among them. Instances at private addresses must be
 * allowed when it is started (`--experimental-allowed-ip-networks`). Throws EngineDown.
 */
export async function joinInstances(
  client: Meilisearch,
  self: string,
  remotes: Record<string, { url: string; searchApiKey?: string }>,
): Promise<void> {
  await answerOthers(client)
  await asked(client.updateNetwork({ self, remotes }))
}

/** Lets an instance answer questions of the others: each of them needs it. Throws EngineDown. */
export async function answerOthers(client: Meilisearch): Promise<void> {
  await asked(client.updateExperimentalFeatures({ network: true }))
}
