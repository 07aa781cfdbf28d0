/** What the edge is told by its bindings, read once per binding set. */
import type { D1 } from '../index-config/adapters/d1.ts'

export interface Bindings {
  DB: D1
  ASSETS: { fetch(request: Request): Promise<Response> }
  /** Origin under which readers know us. */
  PUBLIC_URL?: string
  /** Of the deployment; an answer of the one before is not taken for one of ours. */
  VERSION?: { id: string }
}

class ConfigError extends Error {
  override name = 'ConfigError'
}

export interface EdgeConfig {
  publicUrl: string
  build: string
}

/** Empty counts as absent. Throws ConfigError with all problems at once. */
export function readConfig(env: Bindings, version: string): EdgeConfig {
  const problems: string[] = []
  if (!env.DB) problems.push('DB: no D1 database is bound')
  if (!env.ASSETS) problems.push('ASSETS: no assets are bound')
  const publicUrl = env.PUBLIC_URL ?? ''
  const isOrigin = URL.canParse(publicUrl) && /^https?:\/\/[^/]+\/?$/.test(publicUrl)
  if (!isOrigin) problems.push('PUBLIC_URL: must be an origin like https://example.org')
  if (problems.length > 0) throw new ConfigError(problems.join('; '))
  const deployment = (env.VERSION?.id ?? '').slice(0, 8)
  return { publicUrl, build: deployment === '' ? version : `${version}+${deployment}` }
}
