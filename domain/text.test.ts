import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, sentencesOf, squash, toNarrow } from './text.ts'

it('narrows full-width signs one for one, so that offsets hold', () => {
  expect(toNarrow('１３９－０１Ａ　（）')).toBe('139-01A ()')
  fc.assert(fc.property(fc.string(), (text) => toNarrow(text).length === text.length))
})

it('squashes every kind of blank and drops what cannot be seen', () => {
  expect(squash('　a\u00a0\n b\u200b\ufeff ')).toBe('a b')
})

describe('excerptOf', () => {
  it.each([
    ['本报讯（记者 某某）河边的新桥今天通车。', '河边的新桥今天通车。'],
    ['青石新闻网讯 河边的新桥今天通车。', '河边的新桥今天通车。'],
    ['第一段。\n第二段。', '第一段。 第二段。'],
    ['', ''],
  ])('of %s is %s', (body, excerpt) => {
    expect(excerptOf(body)).toBe(excerpt)
  })

  it('ends after a sentence where one ends in the second half', () => {
    expect(excerptOf(`${'甲'.repeat(70)}。${'乙'.repeat(70)}`)).toBe(`${'甲'.repeat(70)}。`)
  })

  it('is never longer than asked and never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const excerpt = excerptOf(text.repeat(4), max)
        return [...excerpt].length <= max && excerpt.isWellFormed()
      }),
    )
  })
})

it('splits a text without stops into pieces of bounded length', () => {
  expect(Math.max(...sentencesOf('字'.repeat(5_000)).map((piece) => piece.length))).toBeLessThanOrEqual(500)
})
