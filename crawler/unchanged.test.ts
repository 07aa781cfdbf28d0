/** What a page costs that is as it was. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DAY_MS, openTestCrawl, type TestCrawl } from './testing/crawl.ts'
import { type FaultServer, openFaultServer, page } from './testing/fault-server.ts'
import { articleHtml, listHtml } from './testing/site.ts'
import { testSource } from './testing/town.ts'

let server: FaultServer
beforeEach(async () => {
  server = await openFaultServer()
})
afterEach(() => server.close())

/** Every way from the bytes of a page leads over its decoding; each is counted by address. */
function countDecoded({ deps }: TestCrawl): Map<string, number> {
  const counts = new Map<string, number>()
  const { decodePage: decode } = deps.readers
  deps.readers = {
    ...deps.readers,
    decodePage(raw) {
      counts.set(raw.url, (counts.get(raw.url) ?? 0) + 1)
      return decode(raw)
    },
  }
  return counts
}

it('is not parsed again when its bytes are the same, though the server does not say so', async () => {
  server.routes['city/list.html'] = page(listHtml(['a', 'b']))
  for (const name of ['a', 'b']) server.routes[`city/${name}.html`] = page(articleHtml(name))
  const crawl = await openTestCrawl([testSource('city', server.port)])
  await crawl.run()
  const decoded = countDecoded(crawl)
  server.hits.length = 0
  crawl.clock.advance(2 * DAY_MS)
  server.routes['city/b.html'] = page(articleHtml('b', 'body of b, corrected'))
  const report = await crawl.visit('city', { all: true })
  expect(server.hits.map(({ path }) => path)).toEqual(expect.arrayContaining(['/a.html', '/b.html']))
  expect(report.changed).toBe(1)
  expect(decoded.get(server.url('city/a.html'))).toBeUndefined()
  expect(decoded.get(server.url('city/b.html'))).toBe(1)
})
