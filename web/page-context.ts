/** What every component may ask for: words, addresses, names. Made once per document, handed down by context, kept nowhere. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { RegionNode } from '../domain/api.ts'
import type { ItemQuery } from '../domain/query.ts'
import type { Frame } from '../domain/view.ts'
import { addressOf, type Carried, carriedBy } from './addresses.ts'
import { nameIn, type Translate, translator } from './translate.ts'
import type { Place } from './when.ts'

export interface PageContext {
  frame: Frame
  t: Translate
  /** Town and moment that times are read in. */
  place: Place
  carried: Carried
  townName: string
  /** Address of one of our pages, language and large print carried on. */
  to(path: string, query?: Partial<ItemQuery>): string
  /** From the town down to the region; empty for an unknown code. */
  regionPath(code: string): RegionNode[]
  /** The id itself when the town does not know it. */
  regionName(code: string): string
  categoryName(id: string): string
  positionName(id: string): string
  sourceName(slug: string): string
}

const Context = createContext<PageContext | undefined>(undefined)
export const PageProvider = Context.Provider

/** Throws outside a document: a component without words is a mistake of ours. */
export function usePage(): PageContext {
  const page = useContext(Context)
  if (page === undefined) throw new Error('usePage outside a document')
  return page
}

export function createPageContext(frame: Frame): PageContext {
  const { language } = frame
  const carried = carriedBy(frame.url)
  const paths = regionPaths(frame.regions)
  const named = (entries: { id: string; names: Frame['town']['names'] }[]): Map<string, string> =>
    new Map(entries.map(({ id, names }) => [id, nameIn(names, language)]))
  const categories = named(frame.categories)
  const positions = named(frame.positions)
  return {
    frame,
    t: translator(language),
    place: { language, timeZone: frame.town.timeZone, at: new Date(frame.at) },
    carried,
    townName: nameIn(frame.town.names, language),
    to: (path, query = {}) => addressOf(path, query, carried),
    regionPath: (code) => paths.get(code) ?? [],
    regionName: (code) => nameOr(code, nameIn(paths.get(code)?.at(-1)?.names ?? {}, language)),
    categoryName: (id) => nameOr(id, categories.get(id)),
    positionName: (id) => nameOr(id, positions.get(id)),
    sourceName: (slug) => nameOr(slug, nameIn(frame.sources[slug]?.names ?? {}, language)),
  }
}

function nameOr(id: string, name: string | undefined): string {
  return name === undefined || name === '' ? id : name
}

function regionPaths(root: RegionNode): Map<string, RegionNode[]> {
  const paths = new Map<string, RegionNode[]>()
  const walk = (node: RegionNode, above: RegionNode[]): void => {
    const path = [...above, node]
    paths.set(node.code, path)
    for (const child of node.children) walk(child, path)
  }
  walk(root, [])
  return paths
}
