import { expect, it } from 'vitest'
import { readList } from '../list.ts'
import { readOpml } from '../opml.ts'
import { withoutDoctype } from './xml.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const read = (text: string, contentType = 'text/html') =>
  readList({ url: 'http://www.town.example/x.html', contentType, encoding: 'utf-8', text, fetchedAt: '' }, context)
const item = { url: 'http://www.town.example/1', title: '鼓楼 & 城墙', date: '2026-11-02T09:00:00+08:00' }

it.each([
  [
    'RSS',
    '<rss version="2.0"><channel><item><title>鼓楼 &amp;amp; 城墙</title><link>/1</link><pubDate>Mon, 02 Nov 2026 09:00:00 +0800</pubDate></item></channel></rss>',
  ],
  [
    'Atom, its links by xml:base',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://www.town.example/"><entry><title>鼓楼 &amp; 城墙</title><link href="1"/><updated>2026-11-02T01:00:00Z</updated></entry></feed>',
  ],
  [
    'RDF',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="http://www.town.example/1"><title>鼓楼 &amp; 城墙</title><link>http://www.town.example/1</link><dc:date>2026-11-02T09:00:00+08:00</dc:date></item></rdf:RDF>',
  ],
  [
    'JSON Feed',
    '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","url":"/1","title":"鼓楼 & 城墙","date_published":"2026-11-02T09:00:00+08:00"}]}',
  ],
])('reads %s by its content, whatever the server calls it', (_, text) => {
  expect(read(text).items).toEqual([item])
})

it('reads a sitemap, leaving out the addresses of its pictures', () => {
  const list = read(
    '<?xml version="1.0"?><urlset xmlns:image="i"><url><loc>http://www.town.example/1</loc><lastmod>2026-11-02</lastmod><image:image><image:loc>http://www.town.example/p.jpg</image:loc><image:title>图</image:title></image:image></url></urlset>',
  )
  expect(list.items).toEqual([{ url: 'http://www.town.example/1', title: '', date: '2026-11-02' }])
})

it('takes title and day out of a sitemap for news', () => {
  const list = read(
    '<urlset xmlns:news="n"><url><loc>http://www.town.example/1</loc><news:news><news:publication><news:name>报</news:name></news:publication><news:publication_date>2026-11-02T09:00:00+08:00</news:publication_date><news:title><![CDATA[鼓楼 & 城墙]]></news:title></news:news></url></urlset>',
  )
  expect(list.items).toEqual([item])
})

it('names the sitemaps of an index as more of the list', () => {
  const list = read(
    '<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>',
  )
  expect(list).toMatchObject({ items: [], more: ['http://www.town.example/a.xml', 'http://www.town.example/b.xml'] })
})

it('says why a feed gives nothing', () => {
  expect(read('<rss version="2.0"><channel></rss>')).toMatchObject({
    items: [],
    evidence: { items: expect.stringMatching(/^none: /) },
  })
})

it('reads the feeds of an OPML file in all its folders, each once', () => {
  const feed = '<outline text="日报" type="rss" xmlUrl="http://a.example/f.xml" htmlUrl="http://a.example/"/>'
  const opml = `<?xml version="1.0"?><opml version="2.0"><head/><body>${feed}<outline text="组"><outline xmlUrl="http://b.example/f.xml" text=""/>${feed}</outline></body></opml>`
  expect(readOpml(opml)).toEqual([
    { title: '日报', url: 'http://a.example/f.xml', home: 'http://a.example/' },
    { title: 'b.example', url: 'http://b.example/f.xml' },
  ])
  expect(() => readOpml('<html></html>')).toThrow(TypeError)
})

const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
it.each([
  ['entities that grow', `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]>`, '&l20;'],
  ['an entity of its own', '<!DOCTYPE r [<!ENTITY l20 "haha">]>', '&l20;'],
  ['entities from elsewhere', '<!DOCTYPE r [<!ENTITY l20 SYSTEM "file:///etc/passwd">]>', '&l20;'],
  ['a declaration without end', '<!DOCTYPE r [<!ENTITY '.repeat(1_000), 'x'],
])('never expands %s', (_, declaration, title) => {
  const list = read(
    `<?xml version="1.0"?>${declaration}<rss version="2.0"><channel><item><title>${title}</title><link>/1</link></item></channel></rss>`,
  )
  expect(JSON.stringify(list).length).toBeLessThan(1_000)
  expect(JSON.stringify(list)).not.toMatch(/haha|root:/)
})

it.each(['rss', 'urlset', 'opml', 'records'])('refuses a hundred thousand nested elements in <%s>', (root) => {
  const text = `<?xml version="1.0"?><${root} version="2.0">${'<a>'.repeat(100_000)}`
  expect(read(text).items).toEqual([])
  if (root === 'opml') expect(() => readOpml(text)).toThrow(RangeError)
})

it.each([
  ['<!DOCTYPE r [<!ENTITY a "x">]><r/>', '<r/>'],
  ['<!DOCTYPE r SYSTEM "r.dtd"><r/>', '<r/>'],
  ['<!DOCTYPE r [<!ENTITY a "x"', ''],
])('hands no parser the declarations of %s', (xml, left) => {
  expect(withoutDoctype(xml)).toBe(left)
})
