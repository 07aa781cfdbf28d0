/**
 * Our own functions, pauses off: the fetcher by all its rules, decoded, looked at for errors, read, sanitised, hashed,
 * stored with its raw bytes and indexed. What an article is about is left out here (`whole.ts` puts it in), since
 * understanding has a budget of its own.
 */
import { excerptOf } from '../../domain/text.ts'
import { crawlPages } from './product.ts'
import { measure } from './variant.ts'

await measure((orders) =>
  crawlPages(orders, ({ title, body, bodyHtml, attachments, tables }) => ({
    title,
    body,
    bodyHtml,
    excerpt: excerptOf(body),
    kind: 'news',
    type: 'report',
    categories: [],
    regions: [],
    positions: [],
    dates: [],
    jobs: [],
    flags: [],
    holds: [],
    publisher: '',
    attachments,
    tables,
    repair: { class: 'none', notes: [] },
    evidence: {},
  })),
)
