/** Rankings, each worked out once per version of the data. */
import type { PopularResponse } from '../domain/api.ts'
import { popular } from '../index-config/store/popular.ts'
import type { Deps } from './deps.ts'
import { createKeep } from './keeping.ts'
import type { TownView } from './town-view.ts'

/** `region` is a known one: each has answers of its own in memory. */
export type GetPopular = (view: TownView, by: PopularResponse['by'], region?: string) => Promise<PopularResponse>

export function createPopular(deps: Deps): GetPopular {
  const keep = createKeep()
  return ({ version, town }, by, region) => {
    const at = deps.now()
    return keep(`${by} ${region ?? ''}`, version, at, () =>
      popular(deps.db, { by, ...(region !== undefined && { region }), at, town }),
    )
  }
}
