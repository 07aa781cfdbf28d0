/** What a page shows: routes make it, the renderer turns it into a document. Plain data, so that rendering is a pure function. */
import type {
  CategoryEntry,
  ItemResponse,
  ItemSummary,
  ItemsResponse,
  PopularResponse,
  PositionEntry,
  Problem,
  RegionNode,
  SourceHealth,
  StatsResponse,
} from './api.ts'
import type { Kind } from './item.ts'
import type { Names } from './town.ts'

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** `plainHttp`: it may be read without encryption, so what is read may have been changed on the way. */
export interface SourceBadges {
  names: Names
  official: boolean
  plainHttp?: true
}

/** On every page. */
export interface Frame {
  /** Path and query of this page, as asked. */
  url: string
  language: Language
  elder: boolean
  town: { slug: string; names: Names; timeZone: string; currency: string; root: string; about?: Names }
  regions: RegionNode
  categories: CategoryEntry[]
  positions: PositionEntry[]
  /** Slug → names, for the badges of a source. */
  sources: Record<string, SourceBadges>
  /** ISO instant at which the page was made. */
  at: string
  /** For the inline style and the one script; the header names the same. */
  nonce: string
  version: string
}

export type View = Frame &
  (
    | {
        page: 'home'
        news: ItemsResponse
        jobs: ItemsResponse
        volunteer: ItemsResponse
        popularPositions: PopularResponse
        popularRegions: PopularResponse
        stats: StatsResponse
      }
    | { page: 'list'; kind: Kind; answer: ItemsResponse; feed: string }
    | {
        page: 'jobs'
        answer: ItemsResponse
        popularPositions: PopularResponse
        popularRegions: PopularResponse
        feed: string
      }
    | { page: 'search'; answer: ItemsResponse; feed: string }
    | {
        page: 'popular'
        popularPositions: PopularResponse
        popularRegions: PopularResponse
        popularEmployers: PopularResponse
        /** The whole town when absent. */
        region?: string
      }
    | { page: 'item'; item: ItemResponse; parent?: ItemSummary }
    | { page: 'sources'; health: SourceHealth[] }
    | { page: 'about' }
    | { page: 'problem'; problem: Problem }
  )

export type Render = (view: View) => string
