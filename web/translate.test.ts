import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../domain/view.ts'
import { CATALOGUES, nameIn, translator } from './translate.ts'

const base = CATALOGUES['zh-Hans']
const placeholders = (message: string | { other: string }): string[] =>
  [...new Set((typeof message === 'string' ? message : message.other).match(/\{\w+\}/g))].sort()

describe('catalogues', () => {
  for (const language of LANGUAGES) {
    it(`${language} has every key, no other, and the same places to fill`, () => {
      const catalogue = CATALOGUES[language]
      expect(Object.keys(catalogue).sort()).toEqual(Object.keys(base).sort())
      for (const key of Object.keys(base) as (keyof typeof base)[]) {
        expect(catalogue[key], key).not.toBe('')
        expect(placeholders(catalogue[key]), key).toEqual(placeholders(base[key]))
      }
    })
  }

  it('leaves no simplified character in the traditional one', () => {
    expect(JSON.stringify(CATALOGUES['zh-Hant'])).not.toMatch(/[这来时说见闻岗职报数应关览单图网发个为历书务录]/)
  })
})

describe('translator', () => {
  it('chooses the plural of the language and groups figures', () => {
    const t = translator('en')
    expect([1, 2, 5000].map((n) => t('count.jobs', { n }))).toEqual(['1 job', '2 jobs', '5,000 jobs'])
  })
  it('says at least where the count is not exact, and never in the singular', () => {
    expect(translator('en')('count.jobs', { n: { n: 1, exact: false } })).toBe('1+ jobs')
    expect(translator('zh-Hans')('count.items', { n: { n: 5000, exact: false } })).toBe('5,000+ 条')
  })
  it('gives an unknown id back rather than nothing', () => {
    expect(translator('en').word('flag', 'brand-new')).toBe('brand-new')
    expect(translator('en').word('__proto__', 'x')).toBe('x')
  })
  it('falls back to the nearest script, then to any name', () => {
    expect(nameIn({ 'zh-Hant': '鼓樓' }, 'zh-Hans')).toBe('鼓樓')
    expect(nameIn({ fr: 'Tour' }, 'en')).toBe('Tour')
    expect(nameIn({}, 'en')).toBe('')
  })
})
