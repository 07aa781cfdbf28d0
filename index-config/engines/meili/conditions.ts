/** A question as a filter: which documents match. Nothing else decides that. */
import { EDUCATION } from '../../../domain/item.ts'
import type { ItemQuery } from '../../../domain/query.ts'
import type { Alternative } from '../../analyse.ts'
import { DIMENSION_NAMES, educationKey } from '../../filter-tokens.ts'
import type { Plan } from '../../query-sql.ts'
import { toValue, toWord } from './documents.ts'
import { all, any, compares, equals, type Filter, startsWith } from './filter.ts'

/** The town always, the rest as asked; joined in brackets, so that nothing asked can widen it. */
export function matchesOf(town: string, query: ItemQuery, plan: Plan): Filter {
  return all([ofTown(town), ...dimensionsOf(query), ...rangesOf(plan), ...plan.terms.map(termOf)])
}

export function ofTown(town: string): Filter {
  return equals('town', town)
}

function dimensionsOf(query: ItemQuery): Filter[] {
  const chosen = DIMENSION_NAMES.flatMap((name) => {
    const value = query[name]
    return value === undefined ? [] : [equals(name, toValue(value))]
  })
  if (query.education === undefined) return chosen
  const levels = EDUCATION.slice(0, EDUCATION.indexOf(query.education) + 1)
  return [...chosen, any(levels.map((level) => equals('education', educationKey(level).slice(1))))]
}

function rangesOf({ lowest, highest, payMin, openAt }: Plan): Filter[] {
  return [
    ...(lowest > 0 ? [compares('n', '>=', lowest)] : []),
    ...(highest < Number.MAX_SAFE_INTEGER ? [compares('n', '<=', highest)] : []),
    ...(payMin === undefined ? [] : [compares('payMax', '>=', payMin)]),
    ...(openAt === undefined ? [] : [compares('closes', '>', openAt)]),
  ]
}

function termOf(alternatives: readonly Alternative[]): Filter {
  return any(alternatives.map(alternativeOf))
}

function alternativeOf({ tokens, prefixes }: Alternative): Filter {
  return all([
    ...tokens.map((token) => equals('g', toWord(token))),
    ...prefixes.map((beginning) => startsWith('g', toWord(beginning))),
  ])
}
