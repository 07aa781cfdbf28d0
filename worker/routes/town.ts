/** The town itself: what can be asked for, who publishes, how much there is. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { parseQuery } from '../../domain/query-string.ts'
import { listSources } from '../../index-config/store/sources.ts'
import { stats } from '../../index-config/store/stats.ts'
import { suggest } from '../../index-config/store/suggest.ts'
import type { AppEnv, Service } from '../deps.ts'
import { answers } from '../responses.ts'
import { suggestParameters } from '../schemas/parameters.ts'
import * as schemas from '../schemas/town.ts'

const get = <Path extends string>(path: Path, summary: string) => ({ method: 'get' as const, path, summary })

const regions = createRoute({
  ...get('/regions', 'The tree of regions with counts'),
  responses: answers(schemas.regionsSchema, 'The town and what lies in it'),
})
const categories = createRoute({
  ...get('/categories', "The town's categories with counts"),
  responses: answers(schemas.categoriesSchema, 'Categories'),
})
const positions = createRoute({
  ...get('/positions', 'The taxonomy of positions with counts'),
  responses: answers(schemas.positionsSchema, 'Positions'),
})
const sources = createRoute({
  ...get('/sources', 'Who publishes, and whether we hear from them'),
  responses: answers(schemas.sourcesSchema, 'Sources'),
})
const figures = createRoute({
  ...get('/stats', 'The town in figures'),
  responses: answers(schemas.statsSchema, 'Figures'),
})
const suggestions = createRoute({
  ...get('/suggest', 'Names and headlines that hold these characters'),
  request: { query: suggestParameters },
  responses: answers(schemas.suggestSchema, 'At most ten', [400]),
})

export function addTownRoutes(api: OpenAPIHono<AppEnv>, service: Service): void {
  const { deps, getTownView } = service
  api.openapi(regions, async (c) => c.json((await getTownView()).root, 200))
  api.openapi(categories, async (c) => c.json((await getTownView()).categories, 200))
  api.openapi(positions, async (c) => c.json((await getTownView()).positions, 200))
  api.openapi(sources, async (c) => c.json(await listSources(deps.db, deps.now()), 200))
  api.openapi(figures, async (c) => c.json(await stats(deps.db, deps.now()), 200))
  api.openapi(suggestions, async (c) => {
    const { q = '' } = parseQuery({ q: c.req.query('q') ?? '' })
    const { town } = await getTownView()
    const found = q === '' ? [] : await suggest({ db: deps.db, town }, q)
    return c.json({ q, suggestions: found }, 200)
  })
}
