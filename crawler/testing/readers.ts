/**
 * Readers of a tiny page language, so that the crawler's own tests do not depend on how real pages are read:
 * a list is lines of `<a href="…">title</a> date`, pages of an index `<more href>`, an article `<h1>`, `<time>`, `<p>`,
 * rows `<tr>title|employer|code</tr>`, a further part `<part href>`, a file `<file href>` whose lines are such rows.
 */
import type { Article, Page, RawPage, ReadList } from '../../domain/page.ts'
import type { Context, Understood } from '../../domain/understand.ts'
import type { Readers, ReadingContext } from '../steps/visit.ts'

const pick = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? ''

export const tinyReaders: Readers = {
  version: 'tiny 1',
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
      more: [...page.text.matchAll(/<more href="([^"]+)"/g)].map(([, href = '']) => new URL(href, page.url).href),
      evidence: {},
    }
  },
  readArticle(page: Page, _context: ReadingContext): Article {
    if (page.text.includes('<boom>')) throw new Error('the reader choked')
    const rows = [...page.text.matchAll(/<tr>([^<]*)<\/tr>/g)].map(([, cells = '']) => cells.split('|'))
    const part = pick(page.text, /<part href="([^"]+)"/)
    const published = pick(page.text, /<time>([^<]*)/)
    const files = [...page.text.matchAll(/<file(?: href="([^"]+)")?>/g)]
    return {
      url: page.url,
      title: pick(page.text, /<h1>([^<]*)/),
      ...(published !== '' && { publishedAt: published, dateOrigin: 'infoline' }),
      ...(part !== '' && { nextPart: new URL(part, page.url).href }),
      body: [...page.text.matchAll(/<p>([^<]*)/g)].map(([, text]) => text ?? '').join('\n'),
      bodyHtml: '',
      images: [],
      attachments: files.map(([, href = `${page.url}.xls`]) => ({
        name: '岗位表',
        url: new URL(href, page.url).href,
        type: 'xls',
      })),
      tables: rows.length > 0 ? [{ rows }] : [],
      evidence: {},
    }
  },
  joinParts(parts: Article[]): Article {
    const [first] = parts
    if (!first) throw new RangeError('no parts')
    return { ...first, body: parts.map(({ body }) => body).join('\n'), tables: parts.flatMap(({ tables }) => tables) }
  },
  async openAttachment({ bytes }) {
    const text = new TextDecoder().decode(bytes)
    const rows = text.split('\n').map((line) => line.split('|'))
    return text.startsWith('locked')
      ? { type: 'xls', tables: [], text: '', problem: 'password' }
      : { type: 'xls', tables: [{ rows }], text }
  },
  understand(article: Article, { source }: Context): Understood {
    const names = article.title.includes('名单')
    const hiring = article.tables.length > 0 || article.title.includes('招聘')
    const jobs = names
      ? []
      : article.tables.flatMap(({ rows, file }) =>
          rows.map(([title = '', employer, code], at) => ({
            title,
            employer,
            code,
            row: at + 1,
            ...(file && { file }),
          })),
        )
    return {
      title: article.title,
      body: article.body,
      bodyHtml: `<p>${article.body}</p>`,
      excerpt: article.body.slice(0, 100),
      kind: hiring || names ? 'job' : 'news',
      type: names ? 'names' : hiring ? 'notice' : 'report',
      categories: [],
      regions: [{ code: source.region, by: 'source' }],
      positions: [],
      dates: [],
      jobs,
      flags: article.title.includes('hijack') ? [{ id: 'hijacked', raw: 'hijack' }] : [],
      holds: [],
      publisher: source.slug,
      repair: { class: 'none', notes: [] },
      evidence: {},
      tables: article.tables,
      attachments: article.attachments,
    }
  },
}
