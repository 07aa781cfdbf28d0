/** Every list once more for programs that follow it: RSS, Atom, JSON Feed, calendar; and the sources as OPML. */
import type { Context, Hono } from 'hono'
import type { ItemSummary } from '../../domain/api.ts'
import type { Kind } from '../../domain/item.ts'
import type { ItemQuery } from '../../domain/query.ts'
import { formatQuery } from '../../domain/query-string.ts'
import type { Names } from '../../domain/town.ts'
import { listSources } from '../../index-config/store/sources.ts'
import { answerItems } from '../answers.ts'
import { type AppEnv, originOf, type Service } from '../deps.ts'
import { toCalendar } from '../feeds/calendar.ts'
import { type FeedContent, toEntry, xmlText } from '../feeds/content.ts'
import { toOpml } from '../feeds/documents.ts'
import { toJsonFeed } from '../feeds/json-feed.ts'
import { toAtom, toRss } from '../feeds/xml-feeds.ts'
import { SHARED_NAMES } from '../names.ts'
import { askItems } from '../questions.ts'
import type { TownView } from '../town-view.ts'

/** Path of a feed without its ending → the page that shows the same, and the kind that the page fixes. */
const LISTS: readonly { path: string; page: string; kind?: Kind }[] = [
  { path: '/api/v1/items', page: '/search' },
  { path: '/search', page: '/search' },
  { path: '/news', page: '/news', kind: 'news' },
  { path: '/jobs', page: '/jobs', kind: 'job' },
  { path: '/volunteer', page: '/volunteer', kind: 'volunteer' },
]

type Write = (content: FeedContent, generator: string, zone: string) => string
const FORMATS: Record<string, { type: string; write: Write }> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: toRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: toAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: toJsonFeed },
  ics: { type: 'text/calendar; charset=utf-8', write: toCalendar },
}

const FEED_LENGTH = 50

/** In the town's own language, else in any. */
function nameIn(names: Names | undefined, language: string): string | undefined {
  return names?.[language] ?? Object.values(names ?? {})[0]
}

/** `Town · Jobs · 平城区 · words searched for`. */
function titleOf(query: ItemQuery, { town, names }: TownView): string {
  const language = town.languages[0] ?? 'zh-Hans'
  const parts = [
    town.names,
    SHARED_NAMES.kind?.get(query.kind ?? ''),
    names.region.get(query.region ?? ''),
    names.category.get(query.category ?? ''),
    names.position.get(query.position ?? ''),
    names.source.get(query.source ?? ''),
  ]
  return [...parts.map((part) => nameIn(part, language)), query.q].filter((part) => part !== undefined).join(' · ')
}

function tagNamer({ town, names }: TownView): (item: ItemSummary) => string[] {
  const language = town.languages[0] ?? 'zh-Hans'
  return ({ regions, categories, positions }) =>
    [
      ...regions.map(({ code }) => names.region.get(code)),
      ...categories.map((id) => names.category.get(id)),
      ...positions.map((id) => names.position.get(id)),
    ]
      .map((found) => nameIn(found, language))
      .filter((name) => name !== undefined)
}

interface Address {
  path: string
  page: string
  ending: string
  kind?: Kind
}

/**
 * Who follows jobs wants what can be applied for: calls and their positions while they are open. The steps that come
 * after are followed by `stage`, everything by `open=0`; a calendar has their dates anyway.
 */
function followed(asked: ItemQuery, ending: string): ItemQuery {
  const all = asked.kind !== 'job' || asked.stage !== undefined || asked.open === false || ending === 'ics'
  return all ? asked : { ...asked, open: true }
}

async function readContent(service: Service, asked: ItemQuery, view: TownView, address: Address): Promise<FeedContent> {
  const { deps } = service
  const origin = originOf(deps)
  const { town } = view
  const answer = await answerItems(deps, view, followed(asked, address.ending))
  const items = [...answer.pins, ...answer.items]
  const entries = items.map((item) => toEntry(item, origin, town.timeZone, tagNamer(view)))
  const query = formatQuery({ ...asked, limit: undefined, ...(address.kind && { kind: undefined }) })
  const tail = query === '' ? '' : `?${query}`
  const times = entries.map(({ published }) => published.getTime())
  const title = xmlText(titleOf(asked, view))
  return {
    title,
    description: title,
    language: town.languages[0] ?? 'zh-Hans',
    page: `${origin}${address.page}${tail}`,
    self: `${origin}${address.path}.${address.ending}${tail}`,
    updated: times.length === 0 ? deps.now() : new Date(Math.max(...times)),
    entries,
  }
}

export function addFeedRoutes(app: Hono<AppEnv>, service: Service): void {
  const answerFeed = async (c: Context<AppEnv>, address: Address): Promise<Response> => {
    const view = await service.getTownView()
    const fixed = address.kind === undefined ? {} : { kind: address.kind }
    const asked = askItems(c.req.query(), view, { limit: FEED_LENGTH }, fixed)
    const content = await readContent(service, asked, view, address)
    const format = FORMATS[address.ending]
    if (format === undefined) return c.notFound()
    const body = format.write(content, `Gulou ${service.deps.version}`, view.town.timeZone)
    return c.body(body, 200, { 'Content-Type': format.type })
  }
  for (const list of LISTS)
    for (const ending of Object.keys(FORMATS))
      app.get(`${list.path}.${ending}`, (c) => answerFeed(c, { ...list, ending }))

  const answerOpml = async (c: Context<AppEnv>): Promise<Response> => {
    const { town } = await service.getTownView()
    const language = town.languages[0] ?? 'zh-Hans'
    const origin = originOf(service.deps)
    const sources = await listSources(service.deps.db, service.deps.now())
    const outlines = sources.map(({ slug, names, home }) => ({
      text: nameIn(names, language) ?? slug,
      feed: `${origin}/api/v1/items.rss?source=${slug}`,
      home,
    }))
    const body = toOpml(nameIn(town.names, language) ?? town.slug, outlines)
    return c.body(body, 200, { 'Content-Type': 'text/x-opml; charset=utf-8' })
  }
  app.get('/sources.opml', answerOpml)
  app.get('/api/v1/sources.opml', answerOpml)
}
