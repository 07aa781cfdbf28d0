/** What the edge is told by its bindings, read once per binding set. */
import type { D1 } from '../index-config/adapters/d1.ts'
import { readServerUrl } from '../index-config/engines/meili/address.ts'
import type { MeiliServer } from '../index-config/engines/meili/client.ts'

export interface Bindings {
  DB: D1
  ASSETS: { fetch(request: Request): Promise<Response> }
  /** Origin under which readers know us. */
  PUBLIC_URL?: string
  /** Meilisearch server; without it, or while it is down, D1 searches. */
  MEILI_URL?: string
  /** Secret, with the right to search and no other. */
  MEILI_SEARCH_KEY?: string
  /** Of the deployment; an answer of the one before is not taken for one of ours. */
  VERSION?: { id: string }
}

class ConfigError extends Error {
  override name = 'ConfigError'
}

export interface EdgeConfig {
  publicUrl: string
  build: string
  meili?: MeiliServer
}

/** Empty counts as absent. Throws ConfigError with all problems at once. */
export function readConfig(env: Bindings, version: string): EdgeConfig {
  const problems: string[] = []
  if (!env.DB) problems.push('DB: no D1 database is bound')
  if (!env.ASSETS) problems.push('ASSETS: no assets are bound')
  const publicUrl = env.PUBLIC_URL ?? ''
  const isOrigin = URL.canParse(publicUrl) && /^https?:\/\/[^/]+\/?$/.test(publicUrl)
  if (!isOrigin) problems.push('PUBLIC_URL: must be an origin like https://example.org')
  const meili = readMeili(env, problems)
  if (problems.length > 0) throw new ConfigError(problems.join('; '))
  const deployment = (env.VERSION?.id ?? '').slice(0, 8)
  return { publicUrl, ...(meili && { meili }), build: deployment === '' ? version : `${version}+${deployment}` }
}

function readMeili({ MEILI_URL = '', MEILI_SEARCH_KEY = '' }: Bindings, problems: string[]): MeiliServer | undefined {
  if (MEILI_URL === '') return undefined
  try {
    return { url: readServerUrl(MEILI_URL), ...(MEILI_SEARCH_KEY !== '' && { key: MEILI_SEARCH_KEY }) }
  } catch (error) {
    problems.push(`MEILI_URL: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}
