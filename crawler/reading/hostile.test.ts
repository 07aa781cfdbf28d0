/** Whatever bytes come, reading ends, throws nothing, and lets nothing through that could run. */
import { existsSync, readFileSync } from 'node:fs'
import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArticle } from './article.ts'
import { sanitizeBody } from './clean.ts'
import { decodePage } from './decode.ts'
import { isElement } from './document.ts'
import { readList } from './list.ts'
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
    { numRuns: 300 },
  )
}, 60_000)

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

const payloads = '../shared/cases/xss.jsonl'
describe.skipIf(!existsSync(payloads))('payloads of others', () => {
  it('come out without a script, a handler or a scheme that runs', () => {
    const rows = readFileSync(payloads, 'utf8').trim().split('\n')
    const alive = rows
      .map((row) => (JSON.parse(row) as { payload: string }).payload)
      .filter((payload) => isAlive(sanitizeBody(payload)))
    expect(alive).toEqual([])
    expect(rows).toHaveLength(1_245)
  })
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
