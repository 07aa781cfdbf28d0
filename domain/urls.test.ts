import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalUrl, hasSafeScheme } from './urls.ts'

it.each([
  ['drops the fragment', 'http://a.example/b.html#top', 'http://a.example/b.html'],
  ['lower-cases the host alone', 'HTTP://A.Example/B.html', 'http://a.example/B.html'],
  ['drops the default port', 'https://a.example:443/b', 'https://a.example/b'],
  [
    'drops how the reader came',
    'http://a.example/b?utm_source=x&id=3&spm=1.2&from=timeline',
    'http://a.example/b?id=3',
  ],
  ['keeps the order of what is left', 'http://a.example/b?z=1&a=2', 'http://a.example/b?z=1&a=2'],
  ['drops a session in the path', 'http://a.example/b.jsp;jsessionid=1F2?id=3', 'http://a.example/b.jsp?id=3'],
  ['drops credentials', 'http://u:p@a.example/', 'http://a.example/'],
])('%s', (_, url, expected) => {
  expect(canonicalUrl(url)).toBe(expected)
})

it('resolves a relative address against the page', () => {
  expect(canonicalUrl('./t20240811_1.html', 'http://a.example/b/index.html')).toBe(
    'http://a.example/b/t20240811_1.html',
  )
})

it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example/', 'not an address', '//', 'mailto:a@b.example'])(
  '%s is no address of a page',
  (url) => {
    expect(canonicalUrl(url)).toBeUndefined()
  },
)

it('cleaning twice equals cleaning once, whatever the address', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = canonicalUrl(url)
      expect(once === undefined ? undefined : canonicalUrl(once)).toBe(once)
    }),
  )
})

it('lets only web, mail and telephone into a link', () => {
  expect(['http://a/', 'https://a/', 'mailto:a@b', 'tel:110'].map(hasSafeScheme)).toEqual([true, true, true, true])
  expect(['javascript:x', ' javascript:x', 'data:,', 'vbscript:x', '/relative'].some(hasSafeScheme)).toBe(false)
})
