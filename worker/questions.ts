/** From parameters of an address to a question that this town can answer. */
import type { ItemQuery } from '../domain/query.ts'
import { parseQuery } from '../domain/query-string.ts'
import { ApiError, type ProblemCode } from './errors.ts'
import type { TownView } from './town-view.ts'

const TOWN_PARAMETERS = {
  region: 'unknown_region',
  category: 'unknown_category',
  position: 'unknown_position',
  source: 'unknown_source',
} as const satisfies Partial<Record<keyof ItemQuery, ProblemCode>>

/** A value that nobody publishes under would quietly answer nothing, and hide a slip of the asker. Throws ApiError. */
export function checkKnown(params: Record<string, string>, view: TownView): void {
  for (const [parameter, code] of Object.entries(TOWN_PARAMETERS)) {
    const known = view.names[parameter as keyof typeof TOWN_PARAMETERS]
    const value = Object.hasOwn(params, parameter) ? params[parameter]?.trim() : undefined
    if (value !== undefined && value !== '' && !known.has(value))
      throw new ApiError(code, { parameter, allowed: [...known.keys()] })
  }
}

export const ASKED_STATES = ['shown', 'all'] as const

/** What is gone or held is for a signed-in editor; nobody can sign in here yet. Throws ApiError. */
function checkState(state: string): void {
  if (state === '' || state === 'shown') return
  if (state === 'all') throw new ApiError('editors_only', { parameter: 'state' })
  throw new ApiError('invalid_query', { parameter: 'state', allowed: ASKED_STATES })
}

/** Throws ApiError or QueryProblem, both the asker's. `fixed` is what the page itself decides, such as its kind. */
export function askItems(
  params: Record<string, string>,
  view: TownView,
  defaults: Partial<ItemQuery> = {},
  fixed: Partial<ItemQuery> = {},
): ItemQuery {
  checkKnown(params, view)
  checkState(Object.hasOwn(params, 'state') ? (params.state?.trim() ?? '') : '')
  return { ...parseQuery({ ...params, ...(fixed.kind && { kind: fixed.kind }) }, defaults), ...fixed }
}
