/** Whatever bytes come, reading ends, throws nothing, and lets nothing through that could run. */
import { existsSync, readFileSync } from 'node:fs'
import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArticle } from './article.ts'
import { decodePage } from './decode.ts'
import { isElement } from './document.ts'
import { readList } from './list.ts'
import { sanitizeBody } from './sanitize.ts'
import { isErrorPage } from './soft-error.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const pageOf = (text: string) => ({
  url: 'http://a.example/x.html',
  contentType: '',
  encoding: 'utf-8',
  text,
  fetchedAt: '',
})

/** Pieces of pages in any order, since random letters rarely make a tag. */
const PIECES = [
  '<div class="content">',
  '</div>',
  '<p>',
  '<a href="',
  '">',
  '</a>',
  '<table><tr><td rowspan=9>',
  '</table>',
  '<li>',
  '<ul>',
  '<script>',
  '</script>',
  '<script type="text/xml"><record><![CDATA[',
  ']]></record>',
  '<meta name="PubDate" content="',
  '<title>',
  '</title>',
  '<img src=',
  '<base href="',
  '{"results":[{"title":"x","url":"',
  '"}]}',
  '来源：',
  '发布时间：',
  '2026-11-01',
  '2026年13月45日',
  '下一页',
  'createPageHTML(',
  '"index","html")',
  'http://[',
  '%E4%B8',
  '\u0000',
  '\ud800',
  '&#x110000;',
  '<!--',
  'x'.repeat(50),
  '标题很长的一条新闻在这里',
] as const
const soup = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8, unit: 'binary' })), {
  maxLength: 30,
})

it('no reader throws on any text', () => {
  fc.assert(
    fc.property(soup, (pieces) => {
      const page = pageOf(pieces.join(''))
      expect(readArticle(page, context).evidence.error).toBeUndefined()
      expect(readList(page, context).evidence.error).toBeUndefined()
      isErrorPage(page)
    }),
    { numRuns: 10_000 },
  )
}, 300_000)

it('no bytes are refused, whatever the label', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('utf-8', 'gbk', 'big5', 'utf-16', 'iso-2022-jp', 'replacement', 'none'),
      fc.constantFrom('text/html', 'text/xml', 'application/rss+xml', 'application/json', ''),
      (body, label, type) => {
        const headers = { 'content-type': `${type}; charset=${label}` }
        expect(typeof decodePage({ url: 'http://a.example/', status: 200, headers, body, fetchedAt: '' }).text).toBe(
          'string',
        )
      },
    ),
  )
})

it.each([
  ['nested blocks', '<div>'.repeat(20_000)],
  ['nested tables', '<table><tr><td>'.repeat(5_000)],
  ['nested lists', '<ul><li>'.repeat(5_000)],
  ['links that never close', '<a href=/x>y'.repeat(5_000)],
  ['brackets without end', '['.repeat(50_000)],
])(
  'ends on %s',
  (_, text) => {
    expect(readArticle(pageOf(text), context).evidence.error).toBeUndefined()
    expect(readList(pageOf(text), context).evidence.error).toBeUndefined()
  },
  60_000,
)

/** Far beyond any page: what is kept ends at the caps, and time grows with the size. */
it.each([
  ['one line of 5 MB', '鼓楼'.repeat(850_000)],
  ['100,000 nested tags', '<div>'.repeat(100_000)],
  ['a storm of entities', '&amp;&#x4e00;'.repeat(200_000)],
])(
  'ends on %s',
  (_, text) => {
    expect(readArticle(pageOf(`<title>x</title><h1>鼓楼扶正工程</h1>${text}`), context).evidence.error).toBeUndefined()
  },
  120_000,
)

const payloads = '../shared/cases/xss.jsonl'
const CASES = 1_245
describe.skipIf(!existsSync(payloads))('payloads of others', () => {
  it('come out without a script, a handler or a scheme that runs', () => {
    const rows = readFileSync(payloads, 'utf8').trim().split('\n')
    const alive = rows
      .map((row) => JSON.parse(row) as { payload: string; kind: string })
      .filter(({ payload, kind }) => {
        const html = kind === 'attribute-name' ? `<p ${payload}="1">x</p>` : payload
        const article = readArticle(
          pageOf(`<title>鼓楼扶正工程</title><div class="TRS_Editor"><p>鼓楼前的脚手架昨天拆去一半。</p>${html}</div>`),
          context,
        )
        return isAlive(sanitizeBody(html)) || isAlive(article.bodyHtml)
      })
    process.stdout.write(`suite xss: ${rows.length} cases, ${rows.length - alive.length} passed, 0 expected misses\n`)
    expect(alive).toEqual([])
    expect(rows).toHaveLength(CASES)
  }, 120_000)
})

const ACTIVE = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'svg', 'math', 'link', 'meta', 'base'])

function isAlive(html: string): boolean {
  const $ = load(html, null, false)
  return $('*')
    .toArray()
    .filter(isElement)
    .some(({ name, attribs }) => {
      const handler = Object.keys(attribs).some((key) => /^on|^style$|^srcdoc$/i.test(key))
      const addresses = [attribs.href, attribs.src].filter((value) => value !== undefined)
      return ACTIVE.has(name) || handler || addresses.some((value) => /^\s*(?:javascript|data|vbscript):/i.test(value))
    })
}
