import { describe, expect, it } from 'vitest'
import { judge } from './robots-rules.ts'

const url = new URL('http://city.example/a/b.html')
const kindOf = (text: string, status = 200) => judge({ status, text }, url).kind

describe('the status of robots.txt', () => {
  it.each([
    [404, 'open'],
    [410, 'open'],
    [200, 'open'],
    [204, 'open'],
    [401, 'failed'],
    [403, 'failed'],
    [451, 'failed'],
    [400, 'failed'],
    [202, 'failed'],
    [304, 'failed'],
  ])('%i: %s', (status, kind) => {
    expect(kindOf('', status)).toBe(kind)
  })
})

describe('what owners write and mean', () => {
  it.each([
    ['a name in capitals with a version', 'User-agent: Gulou/1.0\nDisallow: /'],
    ['two words', 'User-agent: gulou bot\nDisallow: /'],
    ['no colon', 'user-agent gulou\ndisallow /a'],
    ['a misspelt directive', 'User agent: *\nDissalow: /a'],
    ['a byte after a comment', 'User-agent: * # all\nDisallow: /a # this'],
    ['lines of an old Macintosh', 'User-agent: *\rDisallow: /a\r'],
    ['several groups for one name', 'User-agent: gulou\nDisallow: /x\n\nUser-agent: gulou\nDisallow: /a'],
    [
      'several names in a group, with a line between them',
      'User-agent: x\nSitemap: /s\nUser-agent: gulou\nDisallow: /a',
    ],
    ['a wildcard and an end', 'User-agent: *\nDisallow: /*.html$'],
    ['a delay longer than a minute', 'User-agent: *\nCrawl-delay: 120'],
    ['a delay longer than a minute, with its unit', 'User-agent: *\nCrawl-delay: 120 seconds'],
  ])('%s closes', (_, text) => {
    expect(kindOf(text)).toBe('failed')
  })

  it.each([
    ['the longest rule wins', 'User-agent: *\nDisallow: /a\nAllow: /a/b'],
    ['a group for us alone counts, not the one for all', 'User-agent: *\nDisallow: /\nUser-agent: gulou\nAllow: /'],
    ['a rule for others', 'User-agent: gulouette\nDisallow: /'],
    ['an empty rule', 'User-agent: *\nDisallow:'],
    ['an error page instead', '<!doctype html><title>404</title>'],
    ['a rule before any name', 'Disallow: /'],
  ])('%s leaves it open', (_, text) => {
    expect(kindOf(text)).toBe('open')
  })

  it('a delay of up to a minute is kept', () => {
    expect(judge({ status: 200, text: 'User-agent: *\nCrawl-delay: 60' }, url)).toEqual({
      kind: 'open',
      delayMs: 60_000,
    })
    expect(judge({ status: 200, text: 'User-agent: *\nCrawl-delay: 1.5s' }, url)).toEqual({
      kind: 'open',
      delayMs: 1_500,
    })
  })
})
