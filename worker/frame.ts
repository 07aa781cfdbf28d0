/** What every page shows around its own content. */
import type { Context } from 'hono'
import { QUERY_NAMES } from '../domain/query-string.ts'
import { type Frame, LANGUAGES, type Language } from '../domain/view.ts'
import type { AppEnv, Deps } from './deps.ts'
import { askedLanguages, chooseLanguage } from './language.ts'
import type { TownView } from './town-view.ts'

const DISPLAY: Record<string, readonly string[]> = { lang: LANGUAGES, elder: ['1'] }

/** Path and the parameters that we know. An unknown one is not carried into links, or it could fill a shared cache with them. */
function knownAddress(path: string, params: Record<string, string>): string {
  const known = new URLSearchParams()
  for (const name of QUERY_NAMES) {
    const value = Object.hasOwn(params, name) ? params[name]?.trim() : undefined
    if (value !== undefined && value !== '') known.set(name, value)
  }
  for (const [name, allowed] of Object.entries(DISPLAY))
    if (allowed.includes(params[name] ?? '')) known.set(name, params[name] ?? '')
  return known.size === 0 ? path : `${path}?${known}`
}

function languageOf(c: Context<AppEnv>, spoken: readonly Language[]): Language {
  const lang = c.req.query('lang')
  return chooseLanguage(askedLanguages(lang, c.req.header('Accept-Language')), spoken, lang)
}

/** Without a town, when that is what went wrong: a page that can say so. */
const NO_TOWN = {
  town: { slug: '', names: {}, timeZone: 'UTC', currency: 'XXX', root: '' },
  regions: { code: '', names: {}, level: 'city', n: 0, children: [] },
  categories: [],
  positions: [],
  sources: {},
}

function townParts({ town, root, categories, positions, sources }: TownView) {
  const { slug, names, timeZone, currency, about } = town
  return {
    town: { slug, names, timeZone, currency, root: town.root, about },
    regions: root,
    categories,
    positions,
    sources,
  }
}

export function makeFrame(c: Context<AppEnv>, deps: Deps, view: TownView | undefined): Frame {
  const params = c.req.query()
  return {
    ...(view === undefined ? NO_TOWN : townParts(view)),
    url: knownAddress(c.req.path, params),
    language: languageOf(c, view?.town.languages ?? LANGUAGES),
    elder: params.elder === '1',
    at: deps.now().toISOString(),
    nonce: c.get('secureHeadersNonce') ?? '',
    version: deps.version,
  }
}
