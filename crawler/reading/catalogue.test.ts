import { load } from 'cheerio'
import type { Element } from 'domhandler'
import { describe, expect, it } from 'vitest'
import { catalogueOf, isWithin } from './catalogue.ts'
import { parseOrderly } from './orderly.ts'

const HTML = `<html><head><meta name="a"><meta name="b"></head><body>
<div id="x" class="one  two"><p class="two">p</p><a href="/">a</a><a>no</a></div>
<form name="f"><h1 class="one">h</h1></form><div class="date-line" itemprop="author"><span class="two"></span></div>
<h2>2</h2><span id="vsb_content_2"></span></body></html>`

const tree = parseOrderly(HTML)
if (!tree) throw new Error('the page is in order')
const { find, findMarked } = catalogueOf(tree)
const $ = load(HTML)
const marked = (selector: string) => ($(selector).toArray() as Element[]).map(({ name, attribs }) => [name, attribs])

describe('a catalogue', () => {
  it.each([
    'meta',
    'META',
    '.two',
    '#x',
    'p.two',
    'h1, h2, p',
    '.two, .one',
    'a[href]',
    'form[name="f"] h1',
    'div > .two',
    'div:not(#x)',
    '[class*="DATE" i], [itemprop~="author"]',
    '[id^="vsb_content"]',
    'nothing',
  ])('finds what a search of the whole tree finds, in its order: %s', (selector) => {
    expect(find(selector).map(({ name, attribs }) => [name, attribs])).toEqual(marked(selector))
  })

  it('asks only elements that hold one of the words', () => {
    expect(findMarked('div', /author/).map(({ attribs }) => attribs.class)).toEqual(['date-line'])
  })

  it('throws for a selector that nobody can read', () => {
    expect(() => find('a[')).toThrow()
  })

  it('knows what an element stands in, itself included', () => {
    const [inner] = find('p')
    expect(inner && [isWithin(inner, '#x'), isWithin(inner, 'p'), isWithin(inner, 'form')]).toEqual([true, true, false])
  })
})
