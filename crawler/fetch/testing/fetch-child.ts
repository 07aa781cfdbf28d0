/** A process that fetches on request and tells how far its memory grew meanwhile, free of whatever a test runner holds. */
import { createHash } from 'node:crypto'
import { TEST_LIMITS, testClock, testSource } from '../../testing/town.ts'
import { createFetcher } from '../fetcher.ts'

export interface Fetched {
  /** Absent where a page came. */
  cause?: string
  bytes?: number
  sha256?: string
  /** Highest resident set so far less the one before the fetch, in bytes: never less than the true growth. */
  growth: number
}

const fetcher = createFetcher({
  limits: { ...TEST_LIMITS, bodyBytes: 5_000_000, connectMs: 5_000, totalMs: 20_000 },
  userAgent: 'Gulou/test (+me@example.org)',
  clock: testClock(),
})

process.on('message', async ({ port }: { port: number }) => {
  const before = process.memoryUsage.rss()
  const outcome = await fetcher.fetch({
    url: `http://city.localhost:${port}/body`,
    source: testSource('city', port),
  })
  const growth = process.resourceUsage().maxRSS * 1_024 - before
  const answer: Fetched = { growth }
  if (outcome.kind === 'failed') answer.cause = outcome.cause
  if (outcome.kind === 'page') {
    answer.bytes = outcome.page.body.length
    answer.sha256 = createHash('sha256').update(outcome.page.body).digest('hex')
  }
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
