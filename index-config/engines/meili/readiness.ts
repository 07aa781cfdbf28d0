/** Whether the index on the server can answer: an index of another analyser is never asked, and never added to. */
import { ANALYSER_VERSION } from '../../analyse.ts'
import { asked, ifThere } from './client.ts'
import { ofTown } from './conditions.ts'
import type { MeiliGround } from './ground.ts'

/**
 * True when every document of the town is of this analyser, and there are some unless the town has none. Throws
 * EngineDown.
 */
export async function isReady({ db, town, index, searching }: MeiliGround): Promise<boolean> {
  const question = { filter: ofTown(town.slug).text, limit: 0, facets: ['analyser'] }
  const answer = await ifThere(searching.index(index).search('', question))
  const versions = Object.keys(answer?.facetDistribution?.analyser ?? {})
  if (answer === undefined || versions.some((version) => Number(version) !== ANALYSER_VERSION)) return false
  return versions.length > 0 || !(await hasItems(db))
}

async function hasItems(db: MeiliGround['db']): Promise<boolean> {
  return (await asked(db.all(`select 1 from facet limit 1`))).length > 0
}
