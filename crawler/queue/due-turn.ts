/** Which turn of a source is due: a name that stays the same until the source has been visited, whoever asks. */
import type { Source } from '../../domain/town.ts'
import { dueDetails, getPage } from '../keep/pages.ts'
import { listKey } from '../steps/column.ts'
import { isListDue } from '../steps/lists.ts'
import type { CrawlDeps } from '../steps/visit.ts'

/**
 * Undefined when the source is paused. `rest`: nothing is to be fetched, but a visit may have upkeep to do. `all`: also lists that are not due, but none that backs off.
 */
export async function findDueTurn({ db, clock }: CrawlDeps, source: Source, all: boolean): Promise<string | undefined> {
  if (!source.enabled || source.seen === 'blocked') return undefined
  const now = clock.now()
  const lists = await Promise.all(source.lists.map((list) => getPage(db, source.slug, listKey(list))))
  const due = lists.filter((row) => row === undefined || isListDue(row, now, all))
  const [detail] = await dueDetails(db, source.slug, now, 1)
  if (due.length === 0 && detail === undefined) return 'rest'
  const visited = [...due, detail].map((row) => row?.checked_at ?? row?.first_at ?? '')
  return visited.sort()[0] || 'first'
}
