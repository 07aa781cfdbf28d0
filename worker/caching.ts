/**
 * What may be kept, by whom, for how long. The tag of an answer is known before any work is done for it: the version
 * of the data, the moment it is valid for, the build. An answer whose tag the asker has costs one point read.
 */
import type { MiddlewareHandler } from 'hono'
import { dataVersion } from '../index-config/store/meta.ts'
import { listPins } from '../index-config/store/pins.ts'
import type { AppEnv, Deps } from './deps.ts'
import { askedLanguages } from './language.ts'

interface Rule {
  /** Beginning of the path. */
  path: string
  control: string
  /** `data` changes with the data, `page` also with the reader's languages, `build` with the program; absent: no tag. */
  tag?: 'data' | 'page' | 'build'
}

const READ = 'public, max-age=60, stale-while-revalidate=600'
const FEED = 'public, max-age=300, stale-while-revalidate=3600'

/** The first whose beginning fits. A page is asked for again each time, since its tag makes that cheap. */
const RULES: readonly Rule[] = [
  { path: '/healthz', control: 'no-store' },
  { path: '/readyz', control: 'no-store' },
  { path: '/version', control: 'no-store' },
  // Its name says its content.
  { path: '/assets/find-', control: 'public, max-age=31536000, immutable' },
  { path: '/assets/', control: 'public, max-age=86400' },
  { path: '/openapi.json', control: 'public, max-age=3600', tag: 'build' },
  { path: '/api/', control: READ, tag: 'data' },
  { path: '/robots.txt', control: FEED, tag: 'build' },
  { path: '/sitemap.xml', control: FEED, tag: 'data' },
  { path: '/', control: 'public, no-cache', tag: 'page' },
]
const FEED_ENDING = /\.(rss|atom|json|ics|opml)$/

function ruleFor(path: string): Rule {
  const rule = RULES.find((known) => path.startsWith(known.path)) ?? { path: '', control: 'no-store' }
  return rule.tag !== 'build' && FEED_ENDING.test(path) ? { ...rule, control: FEED, tag: 'data' } : rule
}

const HOUR_MS = 3_600_000

/** What time alone changes in the answers of one data version; holds from `last` until `next`, epoch seconds. */
interface Moment {
  version: number
  edges: number[]
  last: number | null
  next: number | null
}

/**
 * Time changes answers too: pins begin and end, what could be applied for closes, and "in nine days" becomes eight. The
 * tag carries the hour, how many edges of pins have passed, and the last closing; the next closing is remembered, so
 * that most requests read the data version alone.
 */
function createMoments(deps: Deps): () => Promise<string> {
  let known: Moment | undefined
  return async () => {
    const version = await dataVersion(deps.db)
    const at = deps.now().getTime()
    const seconds = Math.floor(at / 1000)
    const holds = known?.version === version && seconds >= (known.last ?? 0) && seconds < (known.next ?? seconds + 1)
    if (!known || !holds) known = await readMoment(deps, version, seconds)
    const passed = known.edges.filter((edge) => edge <= at).length
    const marks = [Math.floor(at / HOUR_MS), passed, known.last ?? 0].map((mark) => mark.toString(36))
    return [version, ...marks].join('.')
  }
}

async function readMoment({ db }: Deps, version: number, seconds: number): Promise<Moment> {
  const pins = await listPins(db)
  const [closing] = await db.all<{ last: number | null; next: number | null }>(
    `select (select max(closes) from facet where open = 1 and closes <= ?1) as last,
      (select min(closes) from facet where open = 1 and closes > ?1) as next`,
    [seconds],
  )
  const edges = pins.flatMap((pin) => [Date.parse(pin.from), Date.parse(pin.until)])
  return { version, edges, last: closing?.last ?? null, next: closing?.next ?? null }
}

/** RFC 9110 13.1.2: a list of tags, weak ones compared as strong. `*` asks whether anything is there, which is not known here. */
function holds(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/** Answers 304 before any query of the route, and marks what is answered otherwise. Errors are never kept, nor what the reserve answers. */
export function caching(deps: Deps): MiddlewareHandler<AppEnv> {
  const currentMoment = createMoments(deps)
  return async (c, next) => {
    const rule = ruleFor(c.req.path)
    const languages = rule.tag === 'page' ? askedLanguages(c.req.query('lang'), c.req.header('Accept-Language')) : []
    const moment = rule.tag === undefined || rule.tag === 'build' ? [] : [await currentMoment()]
    const tag = rule.tag && `"${[...moment, deps.version, ...languages].join('-')}"`
    const known = tag !== undefined && holds(c.req.header('If-None-Match'), tag)
    if (known) c.res = new Response(null, { status: 304 })
    else await next()
    const lasting = c.res.status < 400 && !(rule.tag !== undefined && deps.engine.isReplaced?.())
    c.res.headers.set('Cache-Control', lasting ? rule.control : 'no-store')
    if (lasting && tag !== undefined) c.res.headers.set('ETag', tag)
    if (rule.tag === 'page') c.res.headers.append('Vary', 'Accept-Language')
  }
}
