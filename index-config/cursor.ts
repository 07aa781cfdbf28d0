/** Places to go on from. A cursor serves only the question that gave it out. */
import type { ItemQuery } from '../domain/query.ts'
import { QueryError } from './engines/engine.ts'
import { hashOf } from './store/hash.ts'

/** Where a page ended. `top`, `at` and `key` are 0 for `sort=new`. */
export interface Place {
  n: number
  /** Sort key of the last item; smaller comes first. */
  key: number
  /** Highest n that the first page knew, so that later arrivals do not shift what was ranked. */
  top: number
  /** Epoch seconds of the first page. */
  at: number
}

export function toCursor(query: ItemQuery, { n, key, top, at }: Place): string {
  return [query.sort, fingerprint(query), n, key, top, at].join('.')
}

/** Undefined for a first page. Throws QueryError for a cursor of another question or of nobody. */
export function parseCursor(query: ItemQuery): Place | undefined {
  if (query.cursor === undefined) return undefined
  const [sort, asked, ...numbers] = query.cursor.split('.')
  const [n, key, top, at] = numbers.map((text) => (/^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN))
  const whole = [n, key, top, at].every((number) => Number.isSafeInteger(number))
  if (sort !== query.sort || asked !== fingerprint(query) || !whole || numbers.length !== 4)
    throw new QueryError('the cursor does not belong to this question')
  return { n, key, top, at } as Place
}

function fingerprint(query: ItemQuery): string {
  const { cursor: _, limit: __, ...question } = query
  const said = Object.entries(question).filter(([, value]) => value !== undefined && value !== false && value !== '')
  return hashOf(JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1))))
}
