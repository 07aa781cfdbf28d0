/** The article side of the families: each folder holds a page as its system builds it, with words of our own, and what it says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readKnownArticle } from '../article.ts'

const HERE = new URL('./', import.meta.url)
const FAMILIES = readdirSync(HERE).filter((name) => existsSync(new URL(`${name}/article.html`, HERE)))
const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }

it.each(FAMILIES)('an article of %s is read by its own marks, without reading by density', (name) => {
  const { url, body, ...fields } = JSON.parse(readFileSync(new URL(`${name}/article.json`, HERE), 'utf8'))
  const text = readFileSync(new URL(`${name}/article.html`, HERE), 'utf8')
  const article = readKnownArticle({ url, contentType: 'text/html', encoding: 'utf-8', text, fetchedAt: '' }, context)
  expect(article).toMatchObject({ ...fields, body: body.join('\n') })
  expect(article?.evidence.body).toMatch(new RegExp(`^family:${name}`))
})

it('every family with an article side has such a page', () => {
  const sides = readdirSync(HERE).filter((name) => existsSync(new URL(`${name}/article.ts`, HERE)))
  expect(FAMILIES).toEqual(sides)
})
