/** The whole app: one for every runtime. It speaks Request and Response, and touches nothing that it was not given. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { caching } from './caching.ts'
import { type AppEnv, type Deps, originOf, type Service } from './deps.ts'
import { ApiError, toApiError } from './errors.ts'
import { dropPolicyFrom304, guardHeaders, nameRequest, openReads, readOnly } from './headers.ts'
import { createPopular } from './popularity.ts'
import { tellProblem } from './problems.ts'
import { addFeedRoutes } from './routes/feeds.ts'
import { addItemRoutes } from './routes/items.ts'
import { addPageRoutes } from './routes/pages.ts'
import { addSiteRoutes } from './routes/site.ts'
import { addTownRoutes } from './routes/town.ts'
import { createTownViews } from './town-view.ts'

const INFO = {
  title: 'Gulou',
  description: 'What a town publishes: news, jobs, volunteering, by region, category and position.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

/** A parameter that came twice is an array to the validator. */
const refuse = (result: { success: boolean }): void => {
  if (!result.success) throw new ApiError('invalid_query')
}

export function createApp(deps: Deps): OpenAPIHono<AppEnv> {
  const service: Service = { deps, getTownView: createTownViews(deps), getPopular: createPopular(deps) }
  const app = new OpenAPIHono<AppEnv>({ strict: false, defaultHook: refuse })
  app.use(nameRequest, dropPolicyFrom304, guardHeaders, openReads, readOnly)
  app.use(caching(deps))
  if (deps.assets !== undefined) app.use('/assets/*', deps.assets)

  addFeedRoutes(app, service)
  addSiteRoutes(app, service)
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuse })
  addItemRoutes(api, service)
  addTownRoutes(api, service)
  app.route('/api/v1', api)
  app.get('/openapi.json', (c) => {
    const info = { ...INFO, version: deps.version }
    return c.json(app.getOpenAPI31Document({ openapi: '3.1.0', info, servers: [{ url: originOf(deps) }] }))
  })
  addPageRoutes(app, service)

  const tell = (c: Context<AppEnv>, error: ApiError) => tellProblem(c, service, error)
  app.notFound((c) => tell(c, new ApiError('not_found')))
  app.onError((error, c) => {
    const told = toApiError(error)
    if (told.code === 'internal')
      deps.log?.({ level: 'error', msg: 'request failed', reqId: c.get('requestId'), code: told.code, error })
    return tell(c, told)
  })
  return app
}
