/** For programs that visit: what they may read, where it is, and whether we are well. */
import type { Hono } from 'hono'
import type { ItemQuery } from '../../domain/query.ts'
import { getItems } from '../../index-config/store/items.ts'
import { dataVersion } from '../../index-config/store/meta.ts'
import { getTown } from '../../index-config/store/town.ts'
import { type AppEnv, type Deps, originOf, type Service } from '../deps.ts'
import { type SitemapEntry, toSitemap } from '../feeds/documents.ts'

const PAGES = ['/', '/news', '/jobs', '/volunteer', '/popular', '/sources', '/about']
/** D1 lets a free worker ask fifty times a request; ten pages of fifty take twenty of them. */
const SITEMAP_PAGES = 10

/** Newest first. Lists of persons are not for search engines. */
async function newestItems(deps: Deps): Promise<SitemapEntry[]> {
  const entries: SitemapEntry[] = []
  const query: ItemQuery = { sort: 'new', limit: 50 }
  for (let page = 0; page < SITEMAP_PAGES; page++) {
    const { ids, next } = await deps.engine.search(query, deps.now())
    const listed = (await getItems(deps.db, ids)).filter(({ state, type }) => state === 'shown' && type !== 'names')
    for (const { id, changedAt } of listed)
      entries.push({ address: `${originOf(deps)}/items/${encodeURIComponent(id)}`, changedAt })
    if (next === undefined) break
    query.cursor = next
  }
  return entries
}

/** Searches and filtered lists are endless; a crawler gets the pages and the items. */
const robotsText = (origin: string): string => `User-agent: *
Disallow: /search
Disallow: /api/
Disallow: /*?
Sitemap: ${origin}/sitemap.xml
`

export function addSiteRoutes(app: Hono<AppEnv>, { deps }: Service): void {
  app.get('/robots.txt', (c) => c.text(robotsText(originOf(deps))))
  app.get('/sitemap.xml', async (c) => {
    const pages = PAGES.map((path) => ({ address: originOf(deps) + path }))
    const body = toSitemap([...pages, ...(await newestItems(deps))])
    return c.body(body, 200, { 'Content-Type': 'application/xml; charset=utf-8' })
  })
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const town = await getTown(deps.db).catch(() => undefined)
    if (town === undefined) return c.json({ status: 'not ready' }, 503, { 'Retry-After': '10' })
    // Without its search server the town is served all the same, by the index in the database.
    const search = await deps.engine.state?.()
    return c.json({
      status: 'ready',
      town: town.slug,
      dataVersion: await dataVersion(deps.db),
      ...(search !== undefined && { search, degraded: search !== 'ok' }),
    })
  })
  app.get('/version', (c) => c.json({ name: 'gulou', version: deps.version }))
}
