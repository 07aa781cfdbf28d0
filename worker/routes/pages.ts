/** The pages: each route asks its questions and hands the answers to the renderer. */
import type { Context, Hono } from 'hono'
import type { Kind } from '../../domain/item.ts'
import type { ItemQuery } from '../../domain/query.ts'
import { formatQuery } from '../../domain/query-string.ts'
import type { Frame, View } from '../../domain/view.ts'
import { listSources } from '../../index-config/store/sources.ts'
import { stats } from '../../index-config/store/stats.ts'
import { answerItems } from '../answers.ts'
import type { AppEnv, Service } from '../deps.ts'
import { makeFrame } from '../frame.ts'
import { answerItem, findParent, isMoved } from '../items.ts'
import { askItems } from '../questions.ts'
import type { TownView } from '../town-view.ts'

/** `View` without what every page has in common, one by one. */
type Content = View extends infer One ? (One extends View ? Omit<One, keyof Frame> : never) : never
/** A response instead where the page has another address. */
type Fill = (c: Context<AppEnv>, view: TownView) => Promise<Content | Response>

/** How many of each the first page shows. */
const HOME = { news: 10, job: 8, volunteer: 6 } as const satisfies Record<Kind, number>

function feedOf(path: string, query: ItemQuery): string {
  const { kind: _, cursor: __, ...rest } = query
  const asked = formatQuery(path === '/search' ? { ...rest, kind: query.kind } : rest)
  return asked === '' ? path : `${path}?${asked}`
}

function createFills(service: Service): Record<string, Fill> {
  const { deps, getPopular } = service

  const home: Fill = async (c, view) => {
    const { region } = askItems({ region: c.req.query('region') ?? '' }, view)
    const ask = (kind: Kind, open: boolean) =>
      answerItems(deps, view, {
        kind,
        ...(region && { region }),
        ...(open && { open }),
        sort: 'new',
        limit: HOME[kind],
      })
    const [news, jobs, volunteer, popularPositions, popularRegions, figures] = await Promise.all([
      ask('news', false),
      ask('job', true),
      ask('volunteer', true),
      getPopular(view, 'position', region),
      getPopular(view, 'region', region),
      stats(deps.db, deps.now()),
    ])
    return { page: 'home', news, jobs, volunteer, popularPositions, popularRegions, stats: figures }
  }

  const list =
    (path: string, kind: Kind): Fill =>
    async (c, view) => {
      const query = askItems(c.req.query(), view, {}, { kind })
      return { page: 'list', kind, answer: await answerItems(deps, view, query), feed: feedOf(path, query) }
    }

  const jobs: Fill = async (c, view) => {
    const query = askItems(c.req.query(), view, {}, { kind: 'job' })
    const [answer, popularPositions, popularRegions] = await Promise.all([
      answerItems(deps, view, query),
      getPopular(view, 'position', query.region),
      getPopular(view, 'region', query.region),
    ])
    return { page: 'jobs', answer, popularPositions, popularRegions, feed: feedOf('/jobs', query) }
  }

  const search: Fill = async (c, view) => {
    const query = askItems(c.req.query(), view)
    return { page: 'search', answer: await answerItems(deps, view, query), feed: feedOf('/search', query) }
  }

  const popular: Fill = async (c, view) => {
    const { region } = askItems({ region: c.req.query('region') ?? '' }, view)
    const [popularPositions, popularRegions, popularEmployers] = await Promise.all([
      getPopular(view, 'position', region),
      getPopular(view, 'region', region),
      getPopular(view, 'employer', region),
    ])
    return { page: 'popular', popularPositions, popularRegions, popularEmployers, ...(region && { region }) }
  }

  const item: Fill = async (c, view) => {
    const found = await answerItem(service, c.req.param('id') ?? '')
    if (isMoved(found)) {
      const [, shown] = makeFrame(c, deps, view).url.split('?', 2)
      return c.redirect(`/items/${encodeURIComponent(found.movedTo)}${shown === undefined ? '' : `?${shown}`}`, 301)
    }
    const parent = found.parent === undefined ? undefined : await findParent(service, found.parent)
    return { page: 'item', item: found, ...(parent && { parent }) }
  }

  return {
    '/': home,
    '/news': list('/news', 'news'),
    '/volunteer': list('/volunteer', 'volunteer'),
    '/jobs': jobs,
    '/search': search,
    '/popular': popular,
    '/items/:id': item,
    '/sources': async () => ({ page: 'sources', health: await listSources(deps.db, deps.now()) }),
    '/about': async () => ({ page: 'about' }),
  }
}

export function addPageRoutes(app: Hono<AppEnv>, service: Service): void {
  for (const [path, fill] of Object.entries(createFills(service)))
    app.get(path, async (c) => {
      const view = await service.getTownView()
      const content = await fill(c, view)
      if (content instanceof Response) return content
      return c.html(service.deps.render({ ...makeFrame(c, service.deps, view), ...content }))
    })
}
