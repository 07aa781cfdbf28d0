import { describe, expect, it } from 'vitest'
import { testSource } from '../testing/town.ts'
import { checkTarget, hostKey, isPrivatePlace, placeOf, REFUSED, type Refusal } from './target.ts'

const gov = testSource('gov', 1, {
  home: 'https://gov.example/',
  lists: [{ url: 'https://gov.example:8443/list' }],
  hosts: ['img.example'],
  private: undefined,
})

describe('an address that the source names', () => {
  it.each([
    ['its home', 'https://gov.example/a?b=1', 'https://gov.example/a?b=1'],
    ['a port that its entry writes down', 'https://gov.example:8443/a', 'https://gov.example:8443/a'],
    ['a further host', 'https://img.example/a', 'https://img.example/a'],
    ['plain http, made https', 'http://gov.example/a', 'https://gov.example/a'],
    ['a fragment, cut', 'https://gov.example/a#b', 'https://gov.example/a'],
  ])('is fetched: %s', (_what, url, target) => {
    expect(checkTarget(url, gov).href).toBe(target)
  })

  it('keeps plain http where the source allows it', () => {
    expect(checkTarget('http://gov.example/a', { ...gov, allowHttp: true }).href).toBe('http://gov.example/a')
  })
})

describe('an address is refused for', () => {
  it.each([
    ['its scheme', 'gopher://gov.example/', REFUSED],
    ['its scheme', 'file:///etc/passwd', REFUSED],
    ['its credentials', 'https://me:secret@gov.example/', REFUSED],
    ['its port', 'https://gov.example:22/', REFUSED],
    ['its length', `https://gov.example/${'a'.repeat(2_000)}`, REFUSED],
    ['saying nothing', 'gov.example', REFUSED],
    [
      'a host that is not named',
      'https://gov.example.evil.example/',
      'the source does not name the host gov.example.evil.example',
    ],
    ['plain http on a port of its own', 'http://gov.example:8443/', 'the source does not allow plain http'],
  ])('%s: %s', (_what, url, message) => {
    expect(() => checkTarget(url, gov)).toThrow(message)
    try {
      checkTarget(url, gov)
    } catch (error) {
      expect((error as Refusal).name).toBe('Refusal')
    }
  })
})

it('a private place is one host and one port', () => {
  const source = testSource('city', 8080)
  expect(isPrivatePlace(source, 'CITY.localhost', '8080')).toBe(true)
  expect(isPrivatePlace(source, 'city.localhost', '80')).toBe(false)
  expect(isPrivatePlace(gov, 'gov.example', '443')).toBe(false)
  expect(placeOf(new URL('https://gov.example/'))).toBe('gov.example:443')
})

it('http and https of a name are one host, a port of its own is another', () => {
  const keys = ['http://gov.example/', 'https://gov.example/a', 'http://gov.example:443/', 'http://gov.example:81/']
  expect(keys.map((url) => hostKey(new URL(url)))).toEqual([
    'gov.example',
    'gov.example',
    'gov.example',
    'gov.example:81',
  ])
})
