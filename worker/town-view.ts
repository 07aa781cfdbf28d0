/** The town as pages and questions need it: the region tree with counts, names by code, what may be asked for. */
import type { CategoryEntry, PositionEntry, RegionNode } from '../domain/api.ts'
import { POSITIONS } from '../domain/positions.ts'
import type { Facets } from '../domain/query.ts'
import type { Names, Region, Town } from '../domain/town.ts'
import type { SourceBadges } from '../domain/view.ts'
import type { Vocabulary } from '../index-config/question.ts'
import { vocabularyOf } from '../index-config/store/lexicon.ts'
import { dataVersion } from '../index-config/store/meta.ts'
import { getTown } from '../index-config/store/town.ts'
import type { Deps } from './deps.ts'
import { ApiError } from './errors.ts'

export interface TownView {
  /** Of the data that it was made from. */
  version: number
  town: Town
  root: RegionNode
  categories: CategoryEntry[]
  positions: PositionEntry[]
  sources: Record<string, SourceBadges>
  /** Of everything that is listed now. */
  counts: Facets
  /** What questions in this town are read with. */
  vocabulary: Vocabulary
  /** Dimension → value → names; its keys are what may be asked for. */
  names: Record<'region' | 'category' | 'position' | 'source', ReadonlyMap<string, Names>>
}

type Counts = ReadonlyMap<string, number>
const countsOf = (values: readonly { value: string; n: number }[]): Counts => new Map(values.map((v) => [v.value, v.n]))

function toNode(region: Region, all: readonly Region[], counts: Counts): RegionNode {
  const { code, names, level } = region
  const below = all.filter((other) => other.parent === code)
  return { code, names, level, n: counts.get(code) ?? 0, children: below.map((child) => toNode(child, all, counts)) }
}

function rootOf(town: Town, counts: Counts): RegionNode {
  const root = town.regions.find((region) => region.code === town.root)
  if (root !== undefined) return toNode(root, town.regions, counts)
  return { code: town.root, names: town.names, level: 'city', n: 0, children: [] }
}

function toTownView(version: number, town: Town, vocabulary: Vocabulary, counts: Facets): TownView {
  const categoryCounts = countsOf(counts.category)
  const positionCounts = countsOf(counts.position)
  return {
    version,
    town,
    vocabulary,
    counts,
    root: rootOf(town, countsOf(counts.region)),
    categories: town.categories.map(({ id, names }) => ({ id, names, n: categoryCounts.get(id) ?? 0 })),
    positions: POSITIONS.map(({ id, isco, names }) => ({ id, isco, names, n: positionCounts.get(id) ?? 0 })),
    sources: Object.fromEntries(
      town.sources.map(({ slug, names, official, allowHttp }) => [
        slug,
        { names, official, ...(allowHttp && { plainHttp: true as const }) },
      ]),
    ),
    names: {
      region: new Map(town.regions.map(({ code, names }) => [code, names])),
      category: new Map(town.categories.map(({ id, names }) => [id, names])),
      position: new Map(POSITIONS.map(({ id, names }) => [id, names])),
      source: new Map(town.sources.map(({ slug, names }) => [slug, names])),
    },
  }
}

export type GetTownView = () => Promise<TownView>

/** Built once per version of the data and kept in the app. Throws `no_town` before one is loaded. */
export function createTownViews(deps: Deps): GetTownView {
  let kept: { version: number; view: TownView } | undefined
  return async () => {
    const version = await dataVersion(deps.db)
    if (kept?.version === version) return kept.view
    const town = await getTown(deps.db)
    if (town === undefined) throw new ApiError('no_town')
    const { facets } = await deps.engine.search({ sort: 'new', limit: 1 }, deps.now())
    kept = { version, view: toTownView(version, town, vocabularyOf(deps.db, town), facets) }
    return kept.view
  }
}

/** Codes of a region and all that lies in it. */
export function codesWithin(root: RegionNode, code: string): ReadonlySet<string> {
  const all = (node: RegionNode): string[] => [node.code, ...node.children.flatMap(all)]
  const find = (node: RegionNode): RegionNode | undefined =>
    node.code === code ? node : node.children.map(find).find((found) => found !== undefined)
  const found = find(root)
  return new Set(found === undefined ? [code] : all(found))
}
