/** One item with all that belongs to it. */
import type { ItemResponse, ItemSummary } from '../domain/api.ts'
import type { Item } from '../domain/item.ts'
import { getChildren, getItem, getVersions } from '../index-config/store/items.ts'
import { findReposts } from '../index-config/store/postings.ts'
import { findLastSeen } from '../index-config/store/sightings.ts'
import { getThread } from '../index-config/store/threads.ts'
import type { Service } from './deps.ts'
import { ApiError } from './errors.ts'
import { toItemResponse, toSummary } from './summaries.ts'

/** Another item stands for the one that was asked for. */
export interface Moved {
  movedTo: string
}

export function isMoved(answer: object): answer is Moved {
  return 'movedTo' in answer
}

/** Throws `item_gone` for what its publisher withdrew, `item_not_found` for what is unknown or waits for an editor. */
async function getShown({ deps }: Service, id: string): Promise<Item | Moved> {
  const item = await getItem(deps.db, id)
  if (item?.state === 'gone') throw new ApiError('item_gone')
  if (item?.mergedInto !== undefined) return { movedTo: item.mergedInto }
  if (item?.state !== 'shown') throw new ApiError('item_not_found')
  return item
}

export async function answerItem(service: Service, id: string): Promise<ItemResponse | Moved> {
  const item = await getShown(service, id)
  if (isMoved(item)) return item
  const { deps } = service
  const [{ town }, versions, children, thread, lastSeenOn, reposts] = await Promise.all([
    service.getTownView(),
    getVersions(deps.db, id),
    getChildren(deps.db, id),
    item.thread === undefined ? [] : getThread(deps.db, item.thread),
    findLastSeen(deps.db, id),
    item.kind === 'job' ? findReposts(deps.db, id) : undefined,
  ])
  return toItemResponse(item, { versions, thread, children, lastSeenOn, reposts, zone: town.timeZone, at: deps.now() })
}

/** The notice that a position was read out of, or the one that stands for it, when it is still shown. */
export async function findParent({ deps, getTownView }: Service, id: string): Promise<ItemSummary | undefined> {
  const own = await getItem(deps.db, id)
  const parent = own?.mergedInto === undefined ? own : await getItem(deps.db, own.mergedInto)
  if (parent?.state !== 'shown') return undefined
  return toSummary(parent, (await getTownView()).town.timeZone, deps.now())
}
