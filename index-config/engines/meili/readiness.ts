/** Whether the index on the server can answer: an index of another analyser is never asked, and never added to. */
import { ANALYSER_VERSION } from '../../analyse.ts'
import { dataVersion } from '../../store/meta.ts'
import { asked, ifThere } from './client.ts'
import { ofTown } from './conditions.ts'
import type { MeiliGround } from './ground.ts'

/**
 * True when every document of the town is of this analyser, and there are as many as the database counts but for what
 * waits: a volume of last week, or items that were never brought there, make an index that is to be made anew. Throws
 * EngineDown.
 */
export async function isReady({ db, town, index, searching }: MeiliGround): Promise<boolean> {
  const before = await asked(expectedOf(db))
  const question = { filter: ofTown(town.slug).text, limit: 0, facets: ['analyser'] }
  const answer = await ifThere(searching.index(index).search('', question))
  if (answer === undefined) return false
  const counts = Object.entries(answer.facetDistribution?.analyser ?? {})
  if (counts.some(([version]) => Number(version) !== ANALYSER_VERSION)) return false
  const documents = counts.reduce((sum, [, n]) => sum + n, 0)
  if (documents === 0 || before.items === 0) return documents === before.items
  if (Math.abs(documents - before.items) <= before.waiting) return true
  // Somebody published while the server was asked: the two counts are not of one moment.
  return (await asked(dataVersion(db))) !== before.version
}

/** The counter that is ready, so that this costs the same however many items there are. */
async function expectedOf(db: MeiliGround['db']): Promise<{ version: number; items: number; waiting: number }> {
  const version = await dataVersion(db)
  const [row] = await db.all<{ items: number; waiting: number }>(
    `select coalesce((select n from facet_count where scope = '*' and kind = '*' and dim = '*' and value = ''), 0) as items,
      (select count(*) from (select item_id from outbox union select item_id from engine_outbox)) as waiting`,
  )
  return { version, items: row?.items ?? 0, waiting: row?.waiting ?? 0 }
}
