/** The index is put together again by night, not by every crawl. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DAY_MS, openTestCrawl } from './testing/crawl.ts'
import { type FaultServer, openFaultServer } from './testing/fault-server.ts'
import { putSite } from './testing/site.ts'
import { testSource } from './testing/town.ts'

let server: FaultServer
beforeEach(async () => {
  server = await openFaultServer()
})
afterEach(() => server.close())

it('merges the index at the first crawl of a night and at no other', async () => {
  let merges = 0
  const crawl = await openTestCrawl([testSource('city', server.port)], {
    disturb: (db) => ({
      all: db.all,
      batch: (statements) => {
        if (statements.some(({ sql }) => sql.includes(`'merge'`))) merges += 1
        return db.batch(statements)
      },
    }),
  })
  const mergesOf = async (names: string[]) => {
    merges = 0
    putSite(server, 'city', names)
    await crawl.run({ all: true })
    return merges
  }
  expect(await mergesOf(['a'])).toBeGreaterThan(0)
  expect(await mergesOf(['b', 'a'])).toBe(0)
  crawl.clock.advance(DAY_MS)
  expect(await mergesOf(['c', 'b', 'a'])).toBeGreaterThan(0)
  expect(await mergesOf(['d', 'c', 'b', 'a'])).toBe(0)
})
