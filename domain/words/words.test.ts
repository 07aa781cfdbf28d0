import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { wordsFor } from './languages.ts'
import { anyOf } from './words.ts'
import { zh } from './zh.ts'

/** Every expression and every label of a table, with the path to it. */
function sourcesOf(value: unknown, path: string): [string, string][] {
  if (value instanceof RegExp) return [[path, value.source]]
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => sourcesOf(inner, `${path}.${name}`))
}

const bare = (source: string) => source.replace(/\\./gu, 'x').replace(/\[[^\]]*\]/gu, 'x')

describe.each([zh, en])('the words of $tag', (words) => {
  it('have no quantifier without a bound, so that a text costs no more than its length', () => {
    const unbounded = sourcesOf(words, words.tag).filter(([, source]) => /[*+]|\{\d+,\}/u.test(bare(source)))
    expect(unbounded).toEqual([])
  })

  it('have a word for every idea', () => {
    const mute = sourcesOf(words, words.tag).filter(([, source]) => source === '')
    expect(mute).toEqual([])
  })
})

it('finds nothing where a language has no lines for an idea', () => {
  expect(anyOf({}).test('')).toBe(false)
})

it.each<[string, string, string[], string]>([
  ['图书馆招募志愿者', '', ['zh-Hans', 'en'], 'zh'],
  ['Volunteers needed', '', ['zh-Hans', 'en'], 'en'],
  ['Volunteers needed', '', ['en', 'zh-Hans'], 'en'],
  ['大同 IT 公司招聘 Java 工程师', '', ['zh-Hans', 'en'], 'zh'],
  ['Volunteers needed', '', [], 'en'],
  ['2026', '', ['en', 'zh-Hans'], 'en'],
  ['', '', [], 'zh'],
  ['Bénévoles', '', ['fr'], 'en'],
])('reads %s%s of a town of %s with the words of %s', (title, body, languages, tag) => {
  expect(wordsFor(title, body, languages).tag).toBe(tag)
})
