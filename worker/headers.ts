/** Headers that every answer carries, errors included. */
import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { requestId } from 'hono/request-id'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './deps.ts'
import { ApiError } from './errors.ts'

/**
 * Nothing runs or styles but what the page was made with. `form-action` lets the search forms go nowhere else;
 * framing is refused, so that nobody can lay a page of ours under a button of theirs.
 */
export const guardHeaders: MiddlewareHandler<AppEnv> = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: [NONCE],
    styleSrc: [NONCE],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  strictTransportSecurity: 'max-age=15552000',
  crossOriginResourcePolicy: 'cross-origin',
})

/** Anyone may read from anywhere, without credentials; nothing else is open. */
export const openReads: MiddlewareHandler<AppEnv> = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD'],
  exposeHeaders: ['ETag', 'X-Request-Id'],
  maxAge: 86_400,
})

// The asker's own id is not taken over: it would come back in a header that a cache then keeps for others.
const named = requestId({ headerName: '' })
export const nameRequest: MiddlewareHandler<AppEnv> = async (c, next) => {
  const answer = await named(c, next)
  c.res.headers.set('X-Request-Id', c.get('requestId'))
  return answer
}

/**
 * A 304 replaces headers of the copy that the asker holds. With a policy of its own it would bring a new nonce, and
 * the style of the kept page would be refused.
 */
export const dropPolicyFrom304: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (c.res.status === 304) c.res.headers.delete('Content-Security-Policy')
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
const MAX_ADDRESS = 4_000

/** There is nothing to write here, and no question that needs a longer address. */
export const readOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!READS.has(c.req.method)) throw new ApiError('method_not_allowed')
  if (c.req.url.length > MAX_ADDRESS) throw new ApiError('address_too_long')
  await next()
}
