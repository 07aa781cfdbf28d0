/** Every error that a reader can meet, in one table, and the one shape in which it is told: RFC 9457. */
import type { Problem } from '../domain/api.ts'
import { QueryProblem } from '../domain/query-string.ts'
import { QueryError } from '../index-config/engines/engine.ts'

export const PROBLEMS = {
  invalid_query: { status: 400, title: 'A parameter cannot be taken as it stands' },
  unknown_region: { status: 400, title: 'No such region in this town' },
  unknown_category: { status: 400, title: 'No such category in this town' },
  unknown_position: { status: 400, title: 'No such position' },
  unknown_source: { status: 400, title: 'No such source in this town' },
  editors_only: { status: 403, title: 'Only a signed-in editor may ask for this' },
  not_found: { status: 404, title: 'Nothing is kept at this address' },
  item_not_found: { status: 404, title: 'No such item' },
  method_not_allowed: { status: 405, title: 'This address can only be read' },
  item_gone: { status: 410, title: 'The publisher has withdrawn this item' },
  address_too_long: { status: 414, title: 'The address is too long' },
  internal: { status: 500, title: 'Something broke on our side' },
  no_town: { status: 503, title: 'No town has been loaded yet' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

/** Beyond RFC 9457: which parameter it was, and what would have been taken. */
export interface TellingProblem extends Problem {
  parameter?: string
  allowed?: readonly string[]
}

interface Details {
  detail?: string
  parameter?: string
  allowed?: readonly string[]
}

export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ProblemCode
  readonly details: Details
  constructor(code: ProblemCode, details: Details = {}) {
    super(details.detail ?? PROBLEMS[code].title)
    this.code = code
    this.details = details
  }
}

/** The one place where an error of any room becomes one of ours. What is not known becomes `internal`, without its cause. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof QueryProblem) {
    const { message, parameter, allowed } = error
    return new ApiError('invalid_query', { detail: message, parameter, ...(allowed && { allowed }) })
  }
  if (error instanceof QueryError) return new ApiError('invalid_query', { detail: error.message })
  return new ApiError('internal')
}

export function toProblem(error: ApiError): TellingProblem {
  const { status, title } = PROBLEMS[error.code]
  return { type: `urn:gulou:problem:${error.code}`, title, status, code: error.code, ...error.details }
}
