/** What the crawler makes of one page, field by field, with reasons: for a person who adds a source, and for programs. */
import { findDate, instantOf } from '../domain/dates.ts'
import type { Article, Page, RawPage } from '../domain/page.ts'
import { isTraditional } from '../domain/script.ts'
import { type Source, sourceSchema, type Town } from '../domain/town.ts'
import { understand } from '../domain/understand.ts'
import { readArticle } from './reading/article.ts'
import { decodePage } from './reading/decode.ts'
import type { ReadingContext } from './reading/document.ts'
import { readList } from './reading/list.ts'
import { looksLikeList } from './reading/page-kind.ts'
import { isErrorPage } from './reading/soft-error.ts'
import { findUnreadable } from './try-bytes.ts'
import { type GivenText, parseTryInput, type TryInput } from './try-input.ts'
import { articleOutput, failedOutput, listOutput, type TryOutput } from './try-output.ts'

export interface TryDeps {
  /** Name or path of a town's folder → the town. */
  towns: (name: string) => Promise<Town>
  readFile: (path: string) => Promise<Uint8Array>
  /** Asked only for input without `file` and `text`; without it such input is an error. */
  fetchPage?: (url: string) => Promise<RawPage>
  /** Another way to read an article, such as a thread that can be ended; rejects when the page cannot be read. */
  readArticle?: (page: Page, context: ReadingContext) => Article | Promise<Article>
  now?: () => Date
  /** For input that names no town. */
  defaultTown: string
}

/** Stands in for an address that was not given; links of the page are resolved against it. */
const NOWHERE = 'http://localhost/'

/** Rejects when the file, the page or the town cannot be had. */
export async function tryOne(input: TryInput, deps: TryDeps): Promise<TryOutput> {
  const town = await deps.towns(input.town ?? deps.defaultTown)
  const now = momentOf(input, deps)
  if (input.text) return tryText(input.text, input.url ?? '', town, now)
  const page = decodePage(await obtain(input, deps, now))
  const source = sourceFor(page.url, town)
  const isForeign = !input.town && !town.sources.includes(source)
  return tryPage(page, input.as ?? 'auto', {
    town,
    source,
    now,
    isForeign,
    readArticle: deps.readArticle ?? readArticle,
  })
}

/** One answer a line, in order; a line that cannot be used gives a line with `error`. Blank lines are passed over. */
export async function* tryLines(lines: AsyncIterable<string>, deps: TryDeps): AsyncIterable<string> {
  for await (const line of lines) {
    const text = line.replace(/^\ufeff/, '').trim()
    if (text !== '') yield JSON.stringify(await tryLine(text, deps))
  }
}

async function tryLine(line: string, deps: TryDeps): Promise<TryOutput> {
  let url: string | null = null
  try {
    const value: unknown = JSON.parse(line)
    url = addressOf(value)
    return await tryOne(parseTryInput(value), deps)
  } catch (error) {
    return failedOutput(url, error)
  }
}

function addressOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('url' in value)) return null
  return typeof value.url === 'string' ? value.url : null
}

function momentOf({ fetchedAt }: TryInput, deps: TryDeps): Date {
  const moment = fetchedAt ? new Date(fetchedAt) : (deps.now?.() ?? new Date())
  if (Number.isNaN(moment.getTime())) throw new TypeError(`fetchedAt: no time: ${fetchedAt}`)
  return moment
}

async function obtain(input: TryInput, deps: TryDeps, now: Date): Promise<RawPage> {
  const { file, url, contentType } = input
  const headers: Record<string, string> = contentType ? { 'content-type': contentType } : {}
  if (file) {
    const body = await deps.readFile(file)
    const unreadable = findUnreadable(body, contentType ?? undefined)
    if (unreadable) throw new TypeError(`${file}: ${unreadable}`)
    return { url: url || NOWHERE, status: 200, headers, body, fetchedAt: now.toISOString() }
  }
  if (!deps.fetchPage || !url) throw new Error('url: nothing here can fetch it')
  return deps.fetchPage(url)
}

interface Trial {
  town: Town
  source: Source
  now: Date
  /** Of no source of the town, and nobody said that it is the town's. */
  isForeign: boolean
  readArticle: NonNullable<TryDeps['readArticle']>
}

async function tryPage(page: Page, as: 'list' | 'detail' | 'auto', trial: Trial): Promise<TryOutput> {
  const { town, source, now } = trial
  const reading = { now, zone: town.timeZone, correct: source.correct }
  const list = as === 'detail' ? undefined : readList(page, reading)
  const article = as === 'list' ? undefined : await trial.readArticle(page, reading)
  const isList = list && (article === undefined || looksLikeList(list, article))
  const output = isList
    ? listOutput(page.url, list)
    : articleOf(article ?? (await trial.readArticle(page, reading)), trial)
  const wrong = isErrorPage(page)
  return wrong ? { ...output, evidence: { ...output.evidence, page: wrong } } : output
}

/** A page from elsewhere stays in the script of its publisher, unless it is a damaged copy: those were never written so. */
function articleOf(article: Article, { town, source, now, isForeign }: Trial): TryOutput {
  const output = understood(article, source, town, now)
  if (!isForeign || town.script !== 'hans' || output.repair.class !== 'none') return output
  if (!isTraditional(`${article.title}\n${article.body}`)) return output
  return understood(article, source, { ...town, script: 'hant' }, now)
}

function understood(article: Article, source: Source, town: Town, now: Date): TryOutput {
  return articleOutput(article, understand(article, { town, source, now }))
}

/** Only understood: the text is taken as it stands, and the teaser helps to understand but is never the body. */
function tryText(text: GivenText, url: string, town: Town, now: Date): TryOutput {
  const body = text.body ?? ''
  const article: Article = {
    url,
    title: text.title,
    body: body === '' ? wholeWords(text.teaser ?? '') : body,
    bodyHtml: '',
    images: [],
    attachments: [],
    tables: [],
    evidence: { text: 'given' },
    ...publicationOf(text.publishedAt ?? '', town, now),
    ...(text.source ? { source: text.source } : {}),
  }
  const source = sourceFor(url, town, { name: text.source ?? undefined, region: text.region ?? undefined })
  const output = understood(article, source, town, now)
  return body === '' ? { ...output, body: '', bodyHtml: '' } : output
}

/** An ISO date stands as it was given, another way of writing one is put so. Throws TypeError for what is no date. */
function publicationOf(
  given: string,
  { timeZone: zone }: Town,
  now: Date,
): Pick<Article, 'publishedAt' | 'dateOrigin'> {
  const told = given.trim()
  if (told === '') return {}
  const publishedAt = isIsoDate(told, zone) ? told : findDate(told, { now, zone })?.value
  if (publishedAt === undefined) throw new TypeError(`text.publishedAt: no date: ${given}`)
  return { publishedAt, dateOrigin: 'text' }
}

function isIsoDate(text: string, zone: string): boolean {
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return false
  try {
    instantOf(text, zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Teasers are cut anywhere, so the last word or number before the dots says nothing. */
function wholeWords(teaser: string): string {
  return teaser.replace(/[^，。！？；、,.!?;\s]*\s*(?:\.{2,}|…+)\s*$/, '')
}

/** The town's own source for the host, else one made up for this page alone. */
function sourceFor(url: string, town: Town, given: { name?: string; region?: string } = {}): Source {
  const host = URL.canParse(url) ? new URL(url).host : ''
  const known = town.sources.find((source) => host !== '' && hostsOf(source).includes(host))
  if (known && given.name === undefined && given.region === undefined) return known
  const language = town.languages[0] ?? 'zh-Hans'
  return sourceSchema.parse({
    ...known,
    slug: known?.slug ?? slugOf(host),
    names: given.name ? { [language]: given.name } : (known?.names ?? { [language]: host || given.name || 'page' }),
    home: known?.home ?? (host === '' ? NOWHERE : new URL(url).origin),
    // A host that is none of the town's speaks of some other place, and so does a region that the town does not know.
    region: given.region || known?.region || (host === '' ? town.root : ''),
  })
}

function hostsOf({ home, lists, hosts }: Source): string[] {
  return [new URL(home).host, ...lists.map(({ url }) => new URL(url).host), ...hosts]
}

function slugOf(host: string): string {
  return (
    host
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'page'
  )
}
