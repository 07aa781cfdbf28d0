/**
 * Readers of a tiny page language, so that the crawler's own tests do not depend on how real pages are read:
 * a list is lines of `<a href="…">title</a> date`, an article `<h1>`, `<p>` and rows `<tr>title|employer|code</tr>`.
 */
import type { Article, Page, RawPage, ReadList } from '../../domain/page.ts'
import type { Context, Understood } from '../../domain/understand.ts'
import type { Readers, ReadingContext } from '../steps/visit.ts'

const pick = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? ''

export const tinyReaders: Readers = {
  decodePage: (raw: RawPage): Page => ({
    url: raw.url,
    contentType: 'text/html',
    encoding: 'utf-8',
    text: new TextDecoder().decode(raw.body),
    fetchedAt: raw.fetchedAt,
  }),
  isErrorPage: (page: Page) => (page.text.includes('<title>error') ? 'the page says error' : undefined),
  readList(page: Page): ReadList {
    const links = [...page.text.matchAll(/<a href="([^"]+)">([^<]+)<\/a>\s*(\d{4}-\d\d-\d\d)?/g)]
    const next = pick(page.text, /<next href="([^"]+)"/)
    return {
      items: links.map(([, href = '', title = '', date]) => ({ url: new URL(href, page.url).href, title, date })),
      next: next === '' ? undefined : new URL(next, page.url).href,
      evidence: {},
    }
  },
  readArticle(page: Page, _context: ReadingContext): Article {
    if (page.text.includes('<boom>')) throw new Error('the reader choked')
    const rows = [...page.text.matchAll(/<tr>([^<]*)<\/tr>/g)].map(([, cells = '']) => cells.split('|'))
    return {
      url: page.url,
      title: pick(page.text, /<h1>([^<]*)/),
      body: [...page.text.matchAll(/<p>([^<]*)/g)].map(([, text]) => text ?? '').join('\n'),
      bodyHtml: '',
      images: [],
      attachments: page.text.includes('<file>') ? [{ name: 'a', url: `${page.url}.xls`, type: 'xls' }] : [],
      tables: rows.length > 0 ? [{ rows }] : [],
      evidence: {},
    }
  },
  understand(article: Article, { source }: Context): Understood {
    const names = article.title.includes('名单')
    const jobs = names
      ? []
      : (article.tables[0]?.rows ?? []).map(([title = '', employer, code], at) => ({
          title,
          employer,
          code,
          row: at + 1,
        }))
    return {
      title: article.title,
      body: article.body,
      bodyHtml: `<p>${article.body}</p>`,
      excerpt: article.body.slice(0, 100),
      kind: jobs.length > 0 || names ? 'job' : 'news',
      type: names ? 'names' : jobs.length > 0 ? 'notice' : 'report',
      categories: [],
      regions: [{ code: source.region, by: 'source' }],
      positions: [],
      dates: [],
      jobs,
      flags: [],
      holds: [],
      publisher: source.slug,
      repair: { class: 'none', notes: [] },
      evidence: {},
      tables: article.tables,
      attachments: article.attachments,
    }
  },
}
