/** T24: the cases of Google's own robots.txt tests, put to our gate under the name that each case gives. */
import { userAgentFor } from '../config.ts'
import { testSource, testTown } from '../testing/town.ts'
import { judge } from './robots-rules.ts'
import { runSuite } from './testing/suite.ts'

interface Case {
  type: 'allowed' | 'agent-name'
  robots: string
  agent: string
  url: string
  allowed: boolean
  valid: boolean
  test: string
  line: number
}

const town = testTown([testSource('city', 8788)])

runSuite<Case>({
  name: 'robots',
  cases: 79,
  nameOf: ({ test, line }) => `${test}:${line}`,
  check: (test) => (test.type === 'allowed' ? checkAllowed(test) : checkName(test)),
  expectedMisses: new URL('./robots.misses.json', import.meta.url),
})

/** An address that is none stands for the front page: only those are ever asked about. */
function checkAllowed({ robots, agent, url, allowed }: Case): string | undefined {
  const address = URL.canParse(url) ? new URL(url) : new URL('http://site.example/')
  const { kind } = judge({ status: 200, text: robots }, address, agent)
  return (kind === 'open') === allowed ? undefined : kind
}

function checkName({ agent, valid }: Case): string | undefined {
  return starts(agent) === valid ? undefined : `starts: ${!valid}`
}

function starts(product: string): boolean {
  try {
    userAgentFor('1', 'me@example.org', town, product)
    return true
  } catch {
    return false
  }
}
