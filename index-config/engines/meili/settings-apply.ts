/** The server's settings against ours: what differs, and one update that ends it. */
import type { Meilisearch, Settings } from 'meilisearch'
import { MEILI_SETTINGS_WITH_REASONS, SETTING_NAMES } from '../../settings/meilisearch.ts'
import type { SettingDifference } from '../engine.ts'
import { ifThere, succeeded } from './client.ts'

/** All of them when there is no such index. Throws EngineDown. */
export async function settingsDifferences(client: Meilisearch, index: string): Promise<SettingDifference[]> {
  return differencesTo(await ifThere(client.index(index).getSettings()))
}

function differencesTo(live: Settings | undefined): SettingDifference[] {
  return SETTING_NAMES.flatMap((setting) => {
    const { value: should, reason } = MEILI_SETTINGS_WITH_REASONS[setting]
    const is = live?.[setting]
    return inOrder(is) === inOrder(should) ? [] : [{ setting, is, should, reason }]
  })
}

/** JSON with sorted keys: the server has an order of its own. */
function inOrder(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** Makes the index when it is not there; answers what was changed. Throws EngineDown, also when the server's task fails. */
export async function applySettings(client: Meilisearch, index: string): Promise<SettingDifference[]> {
  const live = await ifThere(client.index(index).getSettings())
  if (live === undefined) await succeeded(client, client.createIndex(index, { primaryKey: 'id' }))
  const differences = differencesTo(live)
  if (differences.length === 0) return []
  const update = Object.fromEntries(differences.map(({ setting, should }) => [setting, should])) as Settings
  await succeeded(client, client.index(index).updateSettings(update))
  return differences
}
