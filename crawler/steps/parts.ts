/** One article out of the page it begins on and the pages it goes on over. A part that fails makes the whole fail. */
import type { Article, RawPage } from '../../domain/page.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import { getCapture, hashBody } from '../keep/capture.ts'
import type { PageRow } from '../keep/pages.ts'
import { awaitReading, fetchFor, isTrouble, readingContext, type Trouble, type Visit } from './visit.ts'

/** Longer than any article that is split; an endless one ends here. */
const MAX_PARTS = 20

/** Where further parts come from: the network, or the bytes kept of the last visit. */
export type GetPart = (url: string) => Promise<RawPage | Trouble>

export interface WholeArticle {
  article: Article
  /** Pages after the first, in order. */
  further: RawPage[]
}

/** `title`: that of the list entry, which stands in where the page has none. */
export async function readWholeArticle(
  visit: Visit,
  title: string | null,
  first: RawPage,
  getPart: GetPart,
): Promise<WholeArticle | Trouble> {
  const parts: Article[] = []
  const further: RawPage[] = []
  const met = new Set([canonicalUrl(first.url)])
  for (let raw: RawPage = first; ; ) {
    const article = await readPart(visit, raw)
    if (isTrouble(article)) return article
    parts.push(article)
    const next = nextOf(article, raw, met)
    if (next === undefined) break
    if (parts.length >= MAX_PARTS) return { cause: 'unreadable', detail: `more than ${MAX_PARTS} parts` }
    met.add(next)
    const page = await getPart(next)
    if (isTrouble(page)) return { ...page, detail: `part ${parts.length + 1}: ${page.detail}` }
    further.push(page)
    raw = page
  }
  const joined = await awaitReading(() => join(visit, parts))
  if (isTrouble(joined)) return joined
  const article = { ...joined, title: titleOf(joined.title, title ?? '') }
  return article.title === '' || isEmpty(article)
    ? { cause: 'unreadable', detail: 'no article found in the page' }
    : { article, further }
}

function join({ deps }: Visit, parts: Article[]): Article {
  const [only] = parts
  return only && parts.length === 1 ? only : deps.readers.joinParts(parts)
}

/** The next part is on the same host and was not read yet. */
function nextOf({ nextPart }: Article, { url }: RawPage, met: ReadonlySet<string | undefined>): string | undefined {
  const next = nextPart === undefined ? undefined : canonicalUrl(nextPart, url)
  return next === undefined || met.has(next) || new URL(next).host !== new URL(url).host ? undefined : next
}

/** Decode, soft error?, read. */
async function readPart(visit: Visit, raw: RawPage): Promise<Article | Trouble> {
  const { readers } = visit.deps
  return awaitReading(() => {
    const page = readers.decodePage(raw)
    const reason = readers.isErrorPage(page)
    return reason === undefined
      ? readers.readArticle(page, readingContext(visit))
      : ({ cause: 'soft_error', detail: reason } as Trouble)
  })
}

/** What stands around the title of an article in the title of its page. */
const BETWEEN = /^[\s_|>»·:：–—-]|[\s_|>»·:：–—-]$/u
const LEAST_WITNESS = 6

/** The list's title stands in where the page has none, and where the page's is that title with its site and column around it. */
function titleOf(read: string, entry: string): string {
  if (read === '' || (entry.length >= LEAST_WITNESS && isFramed(read, entry))) return entry
  return read
}

function isFramed(read: string, entry: string): boolean {
  const at = read.indexOf(entry)
  if (at < 0 || read === entry) return false
  const [before, after] = [read.slice(0, at), read.slice(at + entry.length)]
  return (before === '' || BETWEEN.test(before.slice(-1))) && (after === '' || BETWEEN.test(after.slice(0, 1)))
}

function isEmpty({ body, images, attachments, tables }: Article): boolean {
  return body.trim() === '' && images.length + attachments.length + tables.length === 0
}

export function partFromNetwork(visit: Visit): GetPart {
  return async (url) => {
    const outcome = await fetchFor(visit, { url })
    if (outcome.kind === 'failed') return outcome
    return outcome.kind === 'page' ? outcome.page : { cause: 'server_error', detail: 'answered 304 to a plain request' }
  }
}

/** A part as `page.parts` remembers it. */
interface KeptPart {
  url: string
  hash: string
  type: string
}

export function partsText(further: RawPage[]): string | null {
  if (further.length === 0) return null
  const kept = further.map(
    ({ url, body, headers }): KeptPart => ({ url, hash: hashBody(body), type: headers['content-type'] ?? '' }),
  )
  return JSON.stringify(kept)
}

/** The bytes as they came last; undefined where they are not kept. */
export async function keptPage({ deps }: Visit, row: PageRow): Promise<RawPage | undefined> {
  const body = row.hash === null ? undefined : await getCapture(deps.db, row.hash)
  return body && rawPage(row.read_url ?? row.url, body, row.content_type ?? '', row.whole_at ?? row.first_at)
}

export function partFromCapture({ deps }: Visit, row: PageRow): GetPart {
  const kept = new Map((JSON.parse(row.parts ?? '[]') as KeptPart[]).map((part) => [part.url, part]))
  return async (url) => {
    const part = kept.get(url)
    const body = part && (await getCapture(deps.db, part.hash))
    if (!part || !body) return { cause: 'unreadable', detail: 'the bytes of a part are not kept' }
    return rawPage(part.url, body, part.type, row.whole_at ?? row.first_at)
  }
}

function rawPage(url: string, body: Uint8Array, type: string, fetchedAt: string): RawPage {
  return { url, status: 200, headers: type === '' ? {} : { 'content-type': type }, body, fetchedAt }
}
