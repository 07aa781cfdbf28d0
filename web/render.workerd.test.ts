/** The same pages on the edge: another engine's Intl, no Node. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../domain/view.ts'
import { render } from './render.tsx'
import { sampleViews } from './testing/views.ts'

describe('on workerd', () => {
  for (const language of LANGUAGES) {
    it(`every page is made, with the zone of the town on it, in ${language}`, () => {
      for (const [name, view] of Object.entries(sampleViews({ language }))) {
        const html = render(view)
        expect(html, name).toMatch(/^<!doctype html><html lang="[^"]+">.*<\/html>$/s)
        expect(html, name).toContain('UTC+8')
      }
    })
  }
  it('figures and times read as on Node', () => {
    const { home } = sampleViews()
    const html = home ? render(home) : ''
    expect(html).toContain('鹿鸣市，11月22日星期日')
    expect(html).toContain('¥4,500 - ¥6,500/月')
    expect(html).toContain('11月22日 <b>09:05</b> <small>UTC+8</small>')
  })
})
