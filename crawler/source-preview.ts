/** What a crawl would make of a source that is not there yet: its list, three of its articles, its feeds, what robots.txt says. */
import type { Article, Page, ReadList } from '../domain/page.ts'
import type { Source, Town } from '../domain/town.ts'
import type { FetchFailure, PageFetcher } from './fetch/outcome.ts'
import { readArticle } from './reading/article.ts'
import { decodePage } from './reading/decode.ts'
import { openDocument, type ReadingContext } from './reading/document.ts'
import { readList } from './reading/list.ts'
import { isErrorPage } from './reading/soft-error.ts'
import { type Example, type Inferred, inferSelector } from './selector-inference.ts'
import { feedsOf, siteNameOf } from './source-site.ts'

/** Enough to see whether a reading was luck. */
const DETAILS = 3

export interface Correction extends Example {
  /** Absent when the example stands on none of the pages. */
  inferred?: Inferred
}

export interface SourcePreview {
  /** With the selectors and hosts that were found out. */
  source: Source
  /** `unknown`: it could not be asked, so nothing was fetched. */
  robots: 'allowed' | 'forbidden' | 'unknown'
  /** What its own list page calls the site; '' when it does not say. */
  siteName: string
  encoding: string
  /** Feeds that the page names; the address itself where it is one. */
  feeds: string[]
  list: ReadList
  details: Article[]
  corrections: Correction[]
  /** One line each, for a person. */
  problems: string[]
}

export interface PreviewDeps {
  fetcher: Pick<PageFetcher, 'fetch'>
  town: Pick<Town, 'timeZone'>
  now(): Date
}

/** The source's first list is looked at. Rejects only for faults of our own. */
export async function previewSource(
  draft: Source,
  examples: readonly Example[],
  deps: PreviewDeps,
): Promise<SourcePreview> {
  const at = { now: deps.now(), zone: deps.town.timeZone }
  const fetched = await fetchFor(draft, draft.lists[0]?.url ?? draft.home, deps)
  if (!('page' in fetched)) return unread(draft, fetched)
  const { page } = fetched
  const atList = correctionsOf(examples.filter(isOfList), [page], at)
  const listed = withCorrections(draft, atList)
  const list = readList(page, { ...at, correct: listed.correct })
  const known = withHosts(listed, list)
  const { pages, problems } = await fetchDetails(known, list, deps)
  const atDetails = correctionsOf(
    examples.filter((example) => !isOfList(example)),
    pages,
    at,
  )
  const source = withCorrections(known, atDetails)
  const wrong = isErrorPage(page)
  return {
    source,
    robots: 'allowed',
    siteName: siteNameOf(page),
    encoding: page.encoding,
    feeds: feedsOf(page),
    list,
    details: pages.map((detail) => readArticle(detail, { ...at, correct: source.correct })),
    corrections: [...atList, ...atDetails],
    problems: [
      ...(wrong ? [`the list looks like an error page: ${wrong}`] : []),
      ...problemsOf(list, readArticle(page, at)),
      ...problems,
    ],
  }
}

const isOfList = ({ field }: Example): boolean => field === 'item'

function unread(source: Source, failure: FetchFailure): SourcePreview {
  return {
    source,
    robots: failure.byRobots ? 'forbidden' : 'unknown',
    siteName: '',
    encoding: '',
    feeds: [],
    list: { items: [], evidence: {} },
    details: [],
    corrections: [],
    problems: [`the list cannot be fetched: ${failure.cause}: ${failure.detail}${adviceOn(source, failure)}`],
  }
}

/** Guessed from the address alone: names are looked up only by the fetcher, which refused. */
function adviceOn({ private: own, lists }: Source, { cause, byRobots }: FetchFailure): string {
  const { host } = new URL(lists[0]?.url ?? 'http://unknown/')
  if (own !== undefined || byRobots || cause !== 'not_allowed') return ''
  return `; where the address is not public and yours to crawl, say --private ${host}`
}

async function fetchFor(source: Source, url: string, { fetcher }: PreviewDeps): Promise<{ page: Page } | FetchFailure> {
  const outcome = await fetcher.fetch({ url, source })
  if (outcome.kind === 'page') return { page: decodePage(outcome.page) }
  if (outcome.kind === 'failed') return outcome
  throw new Error(`${url}: unchanged, though nothing was held`)
}

async function fetchDetails(source: Source, list: ReadList, deps: PreviewDeps) {
  const pages: Page[] = []
  const problems: string[] = []
  for (const { url } of list.items.slice(0, DETAILS)) {
    const fetched = await fetchFor(source, url, deps)
    if ('page' in fetched) pages.push(fetched.page)
    else problems.push(`${url}: ${fetched.cause}: ${fetched.detail}`)
  }
  return { pages, problems }
}

/** Letters of a text that is more than the name of a page. */
const TEXT = 40

function problemsOf({ items, evidence }: ReadList, asArticle: Article): string[] {
  if (items.length > 0) return []
  const found = `no items found (${evidence.items ?? evidence.error ?? 'no block of links'})`
  const how = 'show one with --item "its title"'
  return asArticle.body.length >= TEXT
    ? [`${found}: this reads as the article "${asArticle.title}": give the address of its list, or ${how}`]
    : [`${found}: ${how}`]
}

/** The page that holds the example goes first, whichever of them it is. */
function correctionsOf(examples: readonly Example[], pages: readonly Page[], at: ReadingContext): Correction[] {
  const opened = pages.map((page) => openDocument(page).$)
  return examples.map((example) => {
    const found = opened.flatMap((page) => {
      const rest = opened.filter((other) => other !== page)
      return inferSelector([page, ...rest], example, at) ?? []
    })
    return { ...example, ...(found[0] ? { inferred: found[0] } : {}) }
  })
}

function withCorrections(source: Source, corrections: readonly Correction[]): Source {
  const found = corrections.flatMap(({ field, inferred }) => (inferred ? [[field, inferred.selector] as const] : []))
  return { ...source, correct: { ...source.correct, ...Object.fromEntries(found) } }
}

/** Articles that stand on another host are fetched only where the source names it. */
function withHosts(source: Source, { items }: ReadList): Source {
  const own = new Set([source.home, ...source.lists.map(({ url }) => url)].map((url) => new URL(url).host))
  const others = items.slice(0, DETAILS).map(({ url }) => new URL(url).host)
  return { ...source, hosts: [...new Set([...source.hosts, ...others.filter((host) => !own.has(host))])] }
}
