/** How a problem is told: a page to a reader, JSON to a program. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv, Service } from './deps.ts'
import { type ApiError, PROBLEMS, type TellingProblem, toProblem } from './errors.ts'
import { makeFrame } from './frame.ts'

/** By the address alone, so that a cache need not know what the asker would rather have. */
const FOR_PROGRAMS =
  /^\/(api\/|openapi\.json|healthz|readyz|version|robots\.txt|assets\/)|\.(rss|atom|json|ics|opml|xml)$/

function toJson(c: Context<AppEnv>, problem: TellingProblem, status: ContentfulStatusCode): Response {
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json; charset=utf-8' })
}

const EXTRA: Partial<Record<string, Record<string, string>>> = {
  method_not_allowed: { Allow: 'GET, HEAD, OPTIONS' },
  no_town: { 'Retry-After': '10' },
}

/** Never throws: where no page can be made, the problem is told as JSON. */
export async function tellProblem(c: Context<AppEnv>, service: Service, error: ApiError): Promise<Response> {
  const problem = toProblem(error)
  const { status } = PROBLEMS[error.code]
  c.header('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(EXTRA[error.code] ?? {})) c.header(name, value)
  if (FOR_PROGRAMS.test(c.req.path)) return toJson(c, problem, status)
  try {
    const view = await service.getTownView().catch(() => undefined)
    return c.html(service.deps.render({ ...makeFrame(c, service.deps, view), page: 'problem', problem }), status)
  } catch (cause) {
    service.deps.log?.({ level: 'error', msg: 'no page for a problem', reqId: c.get('requestId'), error: cause })
    return toJson(c, problem, status)
  }
}
