import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testClock, testSource } from '../testing/town.ts'
import { createHostMemory } from './host-memory.ts'
import { failed } from './outcome.ts'
import { type AskRobots, createRobotsGate, judge, ROBOTS_NAME } from './robots.ts'

const url = new URL('http://city.localhost:1/a.html')
const source = testSource('city', 1)

describe('the robots gate', () => {
  it('keeps a copy for a day, then asks again, and closes when the new answer fails', async () => {
    const clock = testClock()
    const answers = [{ status: 200, text: 'User-agent: *\nDisallow: /b' }, failed('server_error', 'answered 500')]
    let asked = 0
    const ask: AskRobots = async () => {
      asked += 1
      return answers.shift() ?? failed('down', 'nothing left')
    }
    const gate = createRobotsGate(ask, clock, createHostMemory())
    expect(await gate.permit(url, source)).toMatchObject({ kind: 'open' })
    clock.advance(23 * 3_600_000)
    expect(await gate.permit(url, source)).toMatchObject({ kind: 'open' })
    expect(asked).toBe(1)
    clock.advance(2 * 3_600_000)
    expect(await gate.permit(url, source)).toMatchObject({
      kind: 'failed',
      cause: 'server_error',
      detail: 'robots.txt: answered 500',
    })
  })
})

interface Case {
  type: string
  robots: string
  agent: string
  url: string
  allowed: boolean
  google_only: boolean
}
const CASES = '../shared/cases/robots.jsonl'

it.skipIf(!existsSync(CASES))('answers every case of RFC 9309 that names an agent', () => {
  const all = readFileSync(CASES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)
  const cases = all.filter(
    (test) => test.type === 'allowed' && !test.google_only && test.agent !== '' && URL.canParse(test.url),
  )
  const wrong = cases.filter((test) => {
    const text = test.robots.replaceAll(new RegExp(test.agent, 'gi'), ROBOTS_NAME)
    return (judge({ status: 200, text }, new URL(test.url)).kind === 'open') !== test.allowed
  })
  console.log(`robots, ${cases.length} cases, ${cases.length - wrong.length} passed, ${wrong.length} accepted misses`)
  expect(wrong.map((test) => test.robots)).toEqual([])
})
