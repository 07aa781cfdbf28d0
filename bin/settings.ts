import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, readConfig, systemClock } from '../crawler/config.ts'
import type { Clock } from '../domain/ports.ts'
import packageFile from '../package.json' with { type: 'json' }

/** Of the project, whether this runs from `bin/` or built from `dist/`. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Holds `assets/`. */
export const ASSETS = join(ROOT, 'web/public')
/** Of verbs that are given none; `gulou try` reads pages as the first real town would. */
export const DEFAULT_TOWN: string = packageFile.gulou.town
export const TRY_TOWN: string = packageFile.gulou.tryTown
export const VERSION: string = packageFile.version

export interface Settings {
  config: Config
  clock: Clock
}

/** Read once per process, and passed down. Throws ConfigError with all problems at once. */
export function readSettings(): Settings {
  const config = readConfig(process.env)
  return { config, clock: systemClock(config.startAt) }
}

/** False where only the key to search is set: whoever holds the other one publishes to the search server. */
export function mayPublish({ config }: Settings): boolean {
  return config.meiliWriteKey !== undefined || config.meiliSearchKey === undefined
}

/** Of the search server: for the one command that makes keys, and kept nowhere. */
export function readMasterKey(): string | undefined {
  return process.env.MEILI_MASTER_KEY || undefined
}
