/** `/items`, `/items/{id}` and `/popular`. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answerItems } from '../answers.ts'
import type { AppEnv, Service } from '../deps.ts'
import { ApiError } from '../errors.ts'
import { answerItem, isMoved } from '../items.ts'
import { askItems, checkKnown } from '../questions.ts'
import { answers } from '../responses.ts'
import { itemSchema, itemsSchema } from '../schemas/items.ts'
import { itemsParameters, popularParameters } from '../schemas/parameters.ts'
import { popularSchema } from '../schemas/town.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/items',
  summary: 'Items, newest first, with counts to narrow by',
  request: { query: itemsParameters },
  responses: answers(itemsSchema, 'One page of items', [400, 403]),
})
const itemRoute = createRoute({
  method: 'get',
  path: '/items/{id}',
  summary: 'One item with its versions and its evidence',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    ...answers(itemSchema, 'The item', [404, 410]),
    301: { description: 'Another publisher’s item tells the same story and stands for it' },
  },
})
const popularRoute = createRoute({
  method: 'get',
  path: '/popular',
  summary: 'What is wanted most among open positions, the window before beside it, with the formula',
  request: { query: popularParameters },
  responses: answers(popularSchema, 'The ranking', [400]),
})

const RANKED = ['position', 'region', 'employer'] as const

function parseRanked(raw: string): (typeof RANKED)[number] {
  const by = RANKED.find((known) => known === raw)
  if (by === undefined) throw new ApiError('invalid_query', { parameter: 'by', allowed: RANKED })
  return by
}

export function addItemRoutes(api: OpenAPIHono<AppEnv>, service: Service): void {
  const { deps, getTownView, getPopular } = service
  api.openapi(listRoute, async (c) => {
    const view = await getTownView()
    return c.json(await answerItems(deps, view, askItems(c.req.query(), view)), 200)
  })
  api.openapi(itemRoute, async (c) => {
    const answer = await answerItem(service, c.req.param('id'))
    return isMoved(answer)
      ? c.redirect(`/api/v1/items/${encodeURIComponent(answer.movedTo)}`, 301)
      : c.json(answer, 200)
  })
  api.openapi(popularRoute, async (c) => {
    const view = await getTownView()
    const { by = '', region = '' } = c.req.query()
    checkKnown({ region }, view)
    return c.json(await getPopular(view, parseRanked(by || 'position'), region.trim() || undefined), 200)
  })
}
