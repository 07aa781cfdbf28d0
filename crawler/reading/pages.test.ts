/** Captured pages with fields that people wrote down: a change of reading that makes them worse goes red here. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { meansOf, readManifest, scorePage } from '../../bench/page-scores.ts'

const folder = '../shared/pages'

/** A little under what is reached; '' is all pages. */
const FLOORS: Record<string, Record<string, number>> = {
  '': {
    title: 0.97,
    date: 0.97,
    source: 0.9,
    author: 0.8,
    body: 0.975,
    images: 0.9,
    with: 0.9,
    without: 0.9,
    items: 0.98,
    titles: 0.98,
    dates: 0.97,
    next: 0.9,
  },
  'zh-gov-policy': { title: 0.99, date: 0.99, source: 0.99, body: 0.99 },
  'zh-gov-hand': { title: 0.99, date: 0.99, source: 0.99, body: 0.99 },
  'zh-news-hand': { title: 0.99, date: 0.99, source: 0.9, body: 0.98 },
  'zh-news-xmu': { title: 0.99, date: 0.99, body: 0.985 },
  'zh-trad-hand': { title: 0.99, date: 0.99, body: 0.98 },
  'list-zh-gov': { items: 0.99, titles: 0.99, dates: 0.99, next: 0.99 },
  'list-zh': { items: 0.98, titles: 0.98, dates: 0.99 },
  'list-other': { items: 0.98, titles: 0.98, dates: 0.95, next: 0.9 },
  'en-news-aeb': { body: 0.97 },
}

describe.skipIf(!existsSync(folder))('captured pages', () => {
  const scores = existsSync(folder) ? readManifest(folder).map((entry) => scorePage(folder, entry)) : []
  const means = meansOf(scores)

  it.each(Object.entries(FLOORS))('of corpus "%s" are read at least as well as before', (corpus, floors) => {
    const reached = means.get(corpus) ?? {}
    const below = Object.entries(floors).filter(([field, floor]) => !((reached[field]?.mean ?? 0) >= floor))
    expect(below.map(([field, floor]) => `${field} ${reached[field]?.mean.toFixed(3)} < ${floor}`)).toEqual([])
  })

  it('none is lost altogether', () => {
    expect(
      scores.filter(({ fields }) => (fields.body ?? 1) < 0.5 || (fields.items ?? 1) < 0.5).map(({ id }) => id),
    ).toEqual([])
  })
})
