/** One item with all that belongs to it. */
import type { ItemResponse, ItemSummary } from '../domain/api.ts'
import type { Item } from '../domain/item.ts'
import { getChildren, getItem, getVersions } from '../index-config/store/items.ts'
import type { Service } from './deps.ts'
import { ApiError } from './errors.ts'
import { toItemResponse, toSummary } from './summaries.ts'

/** Throws `item_gone` for what its publisher withdrew, `item_not_found` for what is unknown or waits for an editor. */
async function getShown({ deps }: Service, id: string): Promise<Item> {
  const item = await getItem(deps.db, id)
  if (item?.state === 'gone') throw new ApiError('item_gone')
  if (item?.state !== 'shown') throw new ApiError('item_not_found')
  return item
}

export async function answerItem(service: Service, id: string): Promise<ItemResponse> {
  const item = await getShown(service, id)
  const { deps } = service
  const [{ town }, versions, children] = await Promise.all([
    service.getTownView(),
    getVersions(deps.db, id),
    getChildren(deps.db, id),
  ])
  return toItemResponse(item, { versions, children, zone: town.timeZone, at: deps.now() })
}

/** The notice that a position was read out of, when it is still shown. */
export async function findParent({ deps, getTownView }: Service, id: string): Promise<ItemSummary | undefined> {
  const parent = await getItem(deps.db, id)
  if (parent?.state !== 'shown') return undefined
  return toSummary(parent, (await getTownView()).town.timeZone, deps.now())
}
