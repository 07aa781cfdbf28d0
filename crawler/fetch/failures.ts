/** From whatever was thrown on the way to a cause with a name. */
import { BodyError } from './body.ts'
import { HostRests } from './host-queue.ts'
import { type FetchCause, type FetchFailure, failed } from './outcome.ts'
import { Refusal } from './target.ts'

/** Error codes of undici and of Node's sockets that are not simply "down". */
const CAUSES: Record<string, FetchCause> = {
  TimeoutError: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too_large',
  HPE_HEADER_OVERFLOW: 'too_large',
}

/** Answers that are no HTTP come from llhttp; certificates nobody vouches for from OpenSSL. */
const FAMILIES: readonly [RegExp, FetchCause, string][] = [
  [/^HPE_/, 'server_error', 'the answer is no HTTP'],
  [/CERT|^ERR_(?:TLS|SSL)_|^EPROTO$|SIGNATURE|ISSUER/, 'down', 'no secure connection'],
]

/** Whatever was thrown on the way to a server; never throws itself. */
export function causeOf(error: unknown): FetchFailure {
  if (error instanceof Refusal) return failed('not_allowed', error.message)
  if (error instanceof HostRests) return failed('retry_later', error.message, { retryAfterMs: error.forMs })
  if (error instanceof BodyError) return failed(error.trouble === 'too_large' ? 'too_large' : 'down', error.message)
  const name = codeOf(error)
  const known = CAUSES[name]
  if (known === 'timeout') return failed(known, 'no whole answer within the deadline')
  const family = FAMILIES.find(([pattern]) => pattern.test(name))
  return failed(known ?? family?.[1] ?? 'down', `${family?.[2] ?? 'no answer'}: ${name}`)
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = (error as NodeJS.ErrnoException).code
  return typeof code === 'string' ? code : error.name
}
