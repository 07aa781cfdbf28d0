import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, isLocalTown, limitsOf, readConfig, systemClock, userAgentFor } from './config.ts'
import { testSource, testTown } from './testing/town.ts'

describe('settings', () => {
  it('have defaults, and an empty one counts as absent', () => {
    expect(readConfig({ GULOU_DATA: '', PORT: ' ' })).toEqual({
      dataFolder: resolve('.gulou'),
      contact: undefined,
      startAt: undefined,
      port: 8787,
      logLevel: 'warn',
    })
  })

  it('tell all their problems together', () => {
    const wrong = { GULOU_CONTACT: 'me', GULOU_NOW: 'soon', PORT: '99999', LOG_LEVEL: 'loud' }
    expect(() => readConfig(wrong)).toThrow(ConfigError)
    try {
      readConfig(wrong)
    } catch (error) {
      expect((error as ConfigError).problems.map((line) => line.split(':')[0])).toEqual(Object.keys(wrong))
    }
  })

  it.each(['x@example.org\r\nCookie: 1', 'a (b) c@d', 'javascript:alert(1)'])('a contact cannot be %j', (contact) => {
    expect(() => readConfig({ GULOU_CONTACT: contact })).toThrow('GULOU_CONTACT')
  })
})

describe('the address of a search server', () => {
  it.each(['nonsense', '127.0.0.1:7700', 'redis://127.0.0.1', 'http://x/?key=1'])('cannot be %j', (MEILI_URL) => {
    expect(() => readConfig({ MEILI_URL })).toThrow('MEILI_URL: must be the address of a Meilisearch server')
  })

  it('cannot hold a password, which is not repeated', () => {
    expect(() => readConfig({ MEILI_URL: 'http://me:secret@127.0.0.1:7700' })).toThrow(
      'keys have settings of their own',
    )
    expect(() => readConfig({ MEILI_URL: 'http://me:secret@127.0.0.1:7700' })).not.toThrow('secret@')
  })

  it('is taken without slashes at its end', () => {
    expect(readConfig({ MEILI_URL: 'http://127.0.0.1:7700/', MEILI_WRITE_KEY: 'k' })).toMatchObject({
      meiliUrl: 'http://127.0.0.1:7700',
      meiliWriteKey: 'k',
    })
  })
})

describe('the User-Agent', () => {
  const local = testTown([testSource('city', 8788)])
  const real = testTown([
    testSource('city', 8788),
    testSource('gov', 1, { home: 'https://gov.example/', lists: [], private: undefined }),
  ])

  it('names product, version and contact', () => {
    expect(userAgentFor('1.2.3', 'https://me.example/', real)).toBe('Gulou/1.2.3 (+https://me.example/)')
  })

  it('cannot be made without a contact, but for a town that is all on this machine', () => {
    expect(() => userAgentFor('1', undefined, real)).toThrow('GULOU_CONTACT')
    expect(userAgentFor('1', undefined, local)).toContain('Gulou/1')
  })

  it.each([
    ['a list elsewhere', { lists: [{ url: 'https://gov.example/list' }] }],
    ['another host', { hosts: ['gov.example'] }],
    ['a private place that is not this machine', { private: '10.0.0.1:80' }],
    ['a name that only looks like this machine', { private: 'localhost.example:8788' }],
  ])('a source with %s is not on this machine', (_what, more) => {
    expect(isLocalTown(testTown([testSource('city', 8788, more)]))).toBe(false)
  })
})

it('a town overrides single limits and keeps the others', () => {
  const town = { ...testTown([]), limits: { pauseMs: 7 } }
  expect(limitsOf(town)).toMatchObject({ pauseMs: 7, bodyBytes: 5_000_000 })
})

describe('the clock', () => {
  it('starts where it is told and runs on', async () => {
    const clock = systemClock(new Date('2030-01-01T00:00:00Z'))
    const first = clock.now()
    await clock.sleep(15)
    expect(first.toISOString()).toMatch(/^2030-01-01T00:00:00/)
    expect(clock.now().getTime()).toBeGreaterThan(first.getTime())
  })

  it('sleeping ends with the signal', async () => {
    const stop = new AbortController()
    const asleep = systemClock().sleep(60_000, stop.signal)
    stop.abort(new Error('stopped'))
    await expect(asleep).rejects.toThrow('stopped')
    await expect(systemClock().sleep(60_000, stop.signal)).rejects.toThrow('stopped')
  })
})
