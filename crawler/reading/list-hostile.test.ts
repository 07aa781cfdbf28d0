/** Whatever comes as a list: reading it ends, throws nothing, and takes no more steps for each character of a long text. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseEntries } from './feeds/feed.ts'
import { parseData, valuesIn } from './json-text.ts'
import { readList } from './list.ts'
import { readOpml } from './opml.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const pageOf = (text: string) => ({
  url: 'http://a.example/x?page=1',
  contentType: '',
  encoding: 'utf-8',
  text,
  fetchedAt: '',
})

const MARKS = [
  '<?xml version="1.0"?>',
  '<rss><channel>',
  '<item>',
  '</item>',
  '<feed>',
  '<entry>',
  '<urlset>',
  '<url><loc>',
  '</loc></url>',
  '<sitemapindex>',
  '<opml><body>',
  '<outline xmlUrl="http://a.example/">',
  '<!DOCTYPE a [',
  ']>',
  '<![CDATA[',
  ']]>',
  '<datastore>',
  '<record>',
  '<link>',
  '<title>',
  '&#x110000;',
  '&l;',
] as const
const DATA = [
  '{"title":"x","url":"',
  '"}',
  '[',
  ']',
  '{',
  '}',
  ',',
  'null',
  '1e999',
  'cb(',
  ')',
  'var a = ',
  '"__proto__":',
  '"total":',
  '"next":"',
  '/Date(',
  '\\u',
  '"',
  '\ud800',
] as const
const HTML = [
  '<ul><li>',
  '<a href="',
  '1.html">',
  '</a>',
  '2026-11-01',
  '标题很长的一条新闻在这里',
  '下一页',
  '<nextgroup>',
  'createPageHTML(',
  '<select><option selected><option value="',
  '<base href="',
  'dataproxy.jsp',
  '<script>',
  '</script>',
] as const
const soup = fc.array(
  fc.oneof(fc.constantFrom(...MARKS, ...DATA, ...HTML), fc.string({ maxLength: 6, unit: 'binary' })),
  { maxLength: 25 },
)

it('no list reader throws on any text', () => {
  fc.assert(
    fc.property(soup, (pieces) => {
      expect(readList(pageOf(pieces.join('')), context).evidence.error).toBeUndefined()
    }),
    { numRuns: 4_000 },
  )
}, 120_000)

it('parsers refuse with an error of a known kind, or answer', () => {
  fc.assert(
    fc.property(soup, (pieces) => {
      const text = pieces.join('')
      parseData(text)
      valuesIn(text)
      for (const parse of [parseEntries, readOpml])
        try {
          parse(text)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
    }),
    { numRuns: 4_000 },
  )
}, 120_000)

const row = (i: number) => `<li><a href="/a/${i}.html">第${i}号关于道路施工的通告</a> 2026-11-01</li>`

/** Every look for a date asks for the time zone, and every address and line costs in proportion to them. */
function looksFor(text: string): number {
  let looks = 0
  const counting = {
    now: context.now,
    get zone() {
      looks += 1
      return context.zone
    },
  }
  readList(pageOf(text), counting)
  return looks
}

it('twice the items take twice the steps', () => {
  const [one, two] = [500, 1_000].map((count) =>
    looksFor(`<ul>${Array.from({ length: count }, (_, i) => row(i)).join('')}</ul>`),
  )
  expect(two).toBeLessThanOrEqual((one ?? 0) * 2.2)
})

it.each([
  ['fifty thousand links', `<ul>${Array.from({ length: 50_000 }, (_, i) => row(i)).join('')}</ul>`],
  [
    'fifty thousand numbers',
    Array.from({ length: 50_000 }, (_, i) => `<a href="?page=${i}">${i}</a>`).join('') + row(1) + row(2) + row(3),
  ],
  ['five million characters in a line', `<p>${'大同，'.repeat(1_700_000)}</p>${row(1)}${row(2)}`],
  ['a hundred thousand nested tags', `${'<div>'.repeat(100_000)}${row(1)}${row(2)}`],
  ['a hundred thousand open records', `<datastore>${'<record>'.repeat(100_000)}`],
  ['scripts that never end', '<script type="text/xml">'.repeat(50_000)],
  ['tags that never end', '<a '.repeat(100_000)],
  ['brackets in a script', `<script>${'x=[{'.repeat(100_000)}</script>`],
  ['quotes in a script', `<script>${'a=["'.repeat(100_000)}</script>`],
  ['comments in a script', `<script>'<a ';${'/*'.repeat(200_000)}</script>`],
  ['escaped quotes in a script', `<script>'<a ';"${'\\\\"'.repeat(200_000)}</script>`],
  ['single quotes in a script', `<script>'<a ';${"a=['".repeat(100_000)}</script>`],
  ['texts that are joined', `<script>${"'<a '+".repeat(100_000)}</script>`],
  ['comments that never end', '<!--'.repeat(100_000)],
])(
  'ends on %s',
  (_, text) => {
    expect(readList(pageOf(text), context).evidence.error).toBeUndefined()
  },
  120_000,
)
