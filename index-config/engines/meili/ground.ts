/** What the parts of the engine share. */
import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import type { SqlDatabase } from '../../../domain/ports.ts'
import type { Town } from '../../../domain/town.ts'
import { asked } from './client.ts'
import type { Distribution } from './counts.ts'
import { placeOf } from './documents.ts'

export interface MeiliGround {
  db: SqlDatabase
  town: Town
  index: string
  /** Patient: for writing and looking. */
  client: Meilisearch
  /** Gives up early: for readers. */
  searching: Meilisearch
}

export type Asking = Omit<MultiSearchQuery, 'indexUid'>

export interface Answered {
  places: number[]
  counted: Distribution
}

/** Several questions in one request, answered in their order. Throws EngineDown. */
export async function askServer({ searching, index }: MeiliGround, questions: Asking[]): Promise<Answered[]> {
  const queries = questions.map((question) => ({ indexUid: index, ...question }))
  const { results } = await asked(searching.multiSearch<{ queries: MultiSearchQuery[] }>({ queries }))
  return results.map(({ hits, facetDistribution }) => ({
    places: hits.map((hit) => placeOf(String(hit.id))),
    counted: facetDistribution ?? {},
  }))
}
