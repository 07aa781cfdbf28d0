/** Keys with the least rights that do: one that only searches a town's index, one that writes it and makes it anew. */
import type { KeyCreation, Meilisearch } from 'meilisearch'
import { generateTenantToken } from 'meilisearch/token'
import { asked } from './client.ts'
import { ofTown } from './conditions.ts'
import { besideOf } from './rebuild.ts'

export interface TownKeys {
  searchKey: string
  writeKey: string
}

const SEARCHES: KeyCreation['actions'] = ['search']
/** Documents and settings of the index and of the one beside it; swapping and dropping them; looking how a task went. */
const WRITES: KeyCreation['actions'] = [
  'search',
  'documents.add',
  'documents.delete',
  'indexes.create',
  'indexes.get',
  'indexes.delete',
  'indexes.swap',
  'settings.get',
  'settings.update',
  'tasks.get',
]

/** Those made before are given again. `admin`: with the master key. Throws EngineDown. */
export async function makeKeys(admin: Meilisearch, index: string): Promise<TownKeys> {
  const { results } = await asked(admin.getKeys({ limit: 1_000 }))
  const keyFor = async (purpose: string, actions: KeyCreation['actions'], indexes: string[]) => {
    const name = `${index}: ${purpose}`
    const known = results.find((key) => key.name === name)
    return known ?? asked(admin.createKey({ name, description: 'made by Gulou', actions, indexes, expiresAt: null }))
  }
  const search = await keyFor('search', SEARCHES, [index])
  const write = await keyFor('write', WRITES, [index, besideOf(index)])
  return { searchKey: search.key, writeKey: write.key }
}

/**
 * A search key that the server itself holds to one town, for an index that several share: whatever the question's own
 * filter says, nothing of another town is found with it. Never runs out by itself; deleting the key ends it.
 */
export async function tenantToken(
  admin: Meilisearch,
  { index, town }: { index: string; town: string },
): Promise<string> {
  const { searchKey } = await makeKeys(admin, index)
  const { uid } = await asked(admin.getKey(searchKey))
  const searchRules = { [index]: { filter: ofTown(town).text } }
  return generateTenantToken({ apiKey: searchKey, apiKeyUid: uid, searchRules, force: true })
}
