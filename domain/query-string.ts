/** An item query in an address, both ways: what a reader may write after `?`, and the one way in which we write it. */
import { EDUCATION, KINDS, STAGES } from './item.ts'
import { type ItemQuery, SORTS } from './query.ts'

/** A parameter that cannot be taken as it stands. The message is for the asker; `allowed` lists what would do, where that is a list. */
export class QueryProblem extends Error {
  override name = 'QueryProblem'
  readonly parameter: string
  readonly allowed: readonly string[] | undefined
  constructor(parameter: string, message: string, allowed?: readonly string[]) {
    super(message)
    this.parameter = parameter
    this.allowed = allowed
  }
}

export const QUERY_DEFAULTS = { sort: 'new', limit: 20 } as const satisfies Partial<ItemQuery>
export const QUERY_LIMITS = { characters: 64, terms: 8, page: 50, pay: 10_000_000, code: 64, cursor: 256 } as const

/** Text of a search: well-formed, control characters as blanks, one blank between terms. Throws when too long. */
function parseWords(raw: string): string | undefined {
  const words = raw
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  if ([...words].length > QUERY_LIMITS.characters)
    throw new QueryProblem('q', `q has more than ${QUERY_LIMITS.characters} characters`)
  if (words.split(' ').length > QUERY_LIMITS.terms)
    throw new QueryProblem('q', `q has more than ${QUERY_LIMITS.terms} terms`)
  return words === '' ? undefined : words
}

function parseChoice<Value extends string>(name: string, raw: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === raw)
  if (found === undefined) throw new QueryProblem(name, `${name} is not one of the known values`, allowed)
  return found
}

function parseWhole(name: string, raw: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN
  if (!(value >= least && value <= most))
    throw new QueryProblem(name, `${name} must be a whole number from ${least} to ${most}`)
  return value
}

function parseDay(name: string, raw: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? new Date(`${raw}T00:00:00Z`) : undefined
  // A Date rolls 31 February over into March, so the day must come back as it went in.
  if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== raw)
    throw new QueryProblem(name, `${name} must be a day, YYYY-MM-DD`)
  return raw
}

function parseSwitch(name: string, raw: string): boolean {
  if (['1', 'true', 'on'].includes(raw)) return true
  if (['0', 'false'].includes(raw)) return false
  throw new QueryProblem(name, `${name} must be 1 or 0`, ['1', '0'])
}

function parseCode(name: string, raw: string): string {
  if (!/^[0-9A-Za-z][0-9A-Za-z_-]*$/.test(raw) || raw.length > QUERY_LIMITS.code)
    throw new QueryProblem(name, `${name} is not a known code`)
  return raw
}

function parseCursor(raw: string): string {
  if (!/^[\w.~=:+-]+$/.test(raw) || raw.length > QUERY_LIMITS.cursor)
    throw new QueryProblem('cursor', 'cursor is not one that was given out here')
  return raw
}

type Parsers = { [Name in keyof ItemQuery]-?: (raw: string) => ItemQuery[Name] }

/** In the order in which addresses are written, so that one question has one address. */
const PARSERS: Parsers = {
  kind: (raw) => parseChoice('kind', raw, KINDS),
  region: (raw) => parseCode('region', raw),
  category: (raw) => parseCode('category', raw),
  position: (raw) => parseCode('position', raw),
  q: parseWords,
  source: (raw) => parseCode('source', raw),
  stage: (raw) => parseChoice('stage', raw, STAGES),
  from: (raw) => parseDay('from', raw),
  to: (raw) => parseDay('to', raw),
  open: (raw) => parseSwitch('open', raw),
  payMin: (raw) => parseWhole('payMin', raw, 0, QUERY_LIMITS.pay),
  education: (raw) => parseChoice('education', raw, EDUCATION),
  sort: (raw) => parseChoice('sort', raw, SORTS),
  limit: (raw) => parseWhole('limit', raw, 1, QUERY_LIMITS.page),
  cursor: parseCursor,
}

/** Every parameter that belongs to a question; all others are ignored. */
export const QUERY_NAMES = Object.keys(PARSERS) as (keyof ItemQuery)[]

/**
 * Parameters of an address as a query. An empty value counts as absent, since forms send their empty fields;
 * unknown names are ignored. Whether a region or category exists is for the town to say. Throws QueryProblem.
 */
export function parseQuery(params: Record<string, string>, defaults: Partial<ItemQuery> = {}): ItemQuery {
  const asked: [string, unknown][] = []
  for (const name of QUERY_NAMES) {
    const raw = Object.hasOwn(params, name) ? params[name]?.trim() : undefined
    if (raw !== undefined && raw !== '') asked.push([name, PARSERS[name](raw)])
  }
  const said = Object.fromEntries(asked.filter(([, value]) => value !== undefined))
  const query: ItemQuery = { ...QUERY_DEFAULTS, ...defaults, ...said }
  if (query.from !== undefined && query.to !== undefined && query.from > query.to)
    throw new QueryProblem('from', 'from must not be after to')
  return query
}

/** `region=140225&open=1`: no `?` in front, '' when nothing is asked, names in fixed order, defaults left out. */
export function formatQuery(query: Partial<ItemQuery>): string {
  const params = new URLSearchParams()
  for (const name of QUERY_NAMES) {
    const value = query[name]
    if (value === undefined || value === '' || value === false) continue
    if (name in QUERY_DEFAULTS && value === QUERY_DEFAULTS[name as keyof typeof QUERY_DEFAULTS]) continue
    params.set(name, value === true ? '1' : String(value))
  }
  return params.toString()
}
