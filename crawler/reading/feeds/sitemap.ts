/** Sitemaps by the protocol of sitemaps.org: pages, news with title and day, and indexes that name further sitemaps. */
import { Parser } from 'htmlparser2'
import type { Candidate, Page, ReadList } from '../../../domain/page.ts'
import { canonicalUrl } from '../../../domain/urls.ts'
import type { ReadingContext } from '../document.ts'
import { squash } from '../lines.ts'
import { readStamp } from './stamp.ts'
import { rootOf, withoutDoctype } from './xml.ts'

/** Entries by the names of their fields, without prefixes. */
type Fields = Record<string, string>

const ROOTS: Record<string, string> = { urlset: 'url', sitemapindex: 'sitemap' }
/** Parent and name: pictures and films inside an entry have addresses and titles of their own. */
const KEPT = new Set(['url/loc', 'url/lastmod', 'sitemap/loc', 'news/publication_date', 'news/title'])

/** Undefined when the text is no sitemap. Titles stand in news sitemaps only; elsewhere they are ''. */
export function readSitemap(page: Page, context: ReadingContext): ReadList | undefined {
  const root = rootOf(page.text)
  const entry = root && Object.hasOwn(ROOTS, root) ? ROOTS[root] : undefined
  if (!entry) return undefined
  const entries = entriesOf(withoutDoctype(page.text), entry)
  if (entry === 'url')
    return { items: entries.flatMap((fields) => toCandidate(fields, page, context)), evidence: { items: 'sitemap' } }
  const more = entries.flatMap(({ loc }) => (loc && canonicalUrl(loc, page.url)) || [])
  return { items: [], more: [...new Set(more)], evidence: { items: 'none: sitemap index', more: 'sitemap index' } }
}

function entriesOf(xml: string, wanted: string): Fields[] {
  const entries: Fields[] = []
  let fields: Fields | undefined
  const open: string[] = []
  const parser = new Parser(
    {
      onopentagname(name) {
        open.push(localName(name))
        if (open.at(-1) === wanted) fields = {}
      },
      ontext(data) {
        const [name = ''] = open.slice(-1)
        if (fields && KEPT.has(open.slice(-2).join('/'))) fields[name] = (fields[name] ?? '') + data
      },
      onclosetag(name) {
        open.pop()
        if (localName(name) !== wanted || !fields) return
        entries.push(fields)
        fields = undefined
      },
    },
    { xmlMode: true, recognizeCDATA: true, decodeEntities: true },
  )
  parser.end(xml)
  return entries
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

function toCandidate(fields: Fields, page: Page, context: ReadingContext): Candidate[] {
  const url = fields.loc && canonicalUrl(squash(fields.loc), page.url)
  if (!url) return []
  const date = readStamp(fields.publication_date ?? fields.lastmod ?? '', context)
  return [{ url, title: squash(fields.title ?? ''), ...(date ? { date } : {}) }]
}
