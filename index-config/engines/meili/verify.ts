import { waitingIds } from '../../store/engine-outbox.ts'
import { type Comparison, compareIndex } from './comparing.ts'
import type { MeiliGround } from './ground.ts'
import { isReady } from './readiness.ts'
import { settingsDifferences } from './settings-apply.ts'

/** The index that serves against the items and our settings. What waits to be published is no fault. Throws EngineDown. */
export async function verifyIndex(ground: MeiliGround): Promise<Comparison> {
  const differences = await settingsDifferences(ground.client, ground.index)
  const settings = differences.map(({ setting }) => `setting ${setting}: not as it should be; see "gulou index diff"`)
  if (!(await isReady({ ...ground, searching: ground.client })))
    return {
      items: 0,
      documents: 0,
      problems: [...settings, 'the index is not there, or of another analyser; "gulou index rebuild" makes it'],
    }
  const found = await compareIndex(ground, await waitingIds(ground.db))
  return { ...found, problems: [...settings, ...found.problems] }
}
