/** Captured pages with fields that people wrote down: a change of reading that makes them worse goes red here. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readManifest } from '../../bench/quality/manifest.ts'
import { readHere } from '../../bench/quality/read-here.ts'
import { type Field, scorePage } from '../../bench/quality/score.ts'
import { meansOf } from '../../bench/quality/table.ts'

const folder = '../shared/pages'

/** A little under what is reached; '' is all pages. */
const FLOORS: Record<string, Partial<Record<Field, number>>> = {
  '': {
    title: 0.97,
    date: 0.97,
    source: 0.9,
    author: 0.8,
    body: 0.975,
    images: 0.9,
    with: 0.9,
    without: 0.9,
    precision: 0.98,
    recall: 0.98,
    titles: 0.98,
    dates: 0.97,
    next: 0.9,
  },
  'zh-gov-policy': { title: 0.99, date: 0.99, source: 0.99, body: 0.99 },
  'zh-gov-hand': { title: 0.99, date: 0.99, source: 0.99, body: 0.99 },
  'zh-news-hand': { title: 0.99, date: 0.99, source: 0.9, body: 0.98 },
  'zh-news-xmu': { title: 0.99, date: 0.99, body: 0.985 },
  'zh-trad-hand': { title: 0.99, date: 0.99, body: 0.98 },
  'list-zh-gov': { precision: 0.99, recall: 0.99, titles: 0.99, dates: 0.99, next: 0.99 },
  'list-zh': { precision: 0.98, recall: 0.98, titles: 0.98, dates: 0.99 },
  'list-other': { precision: 0.98, recall: 0.98, titles: 0.98, dates: 0.95, next: 0.9 },
  'en-news-aeb': { body: 0.97 },
}

describe.skipIf(!existsSync(folder))('captured pages', () => {
  const entries = existsSync(folder) ? readManifest(folder) : []
  const scores = entries.map((entry) => scorePage(folder, entry, readHere(folder, entry)))
  const means = meansOf(scores)

  it.each(Object.entries(FLOORS))('of corpus "%s" are read at least as well as before', (corpus, floors) => {
    const reached = means.get(corpus) ?? {}
    const below = (Object.entries(floors) as [Field, number][]).flatMap(([field, floor]) => {
      const mean = reached[field]?.mean ?? 0
      return mean >= floor ? [] : [`${field} ${mean.toFixed(3)} < ${floor}`]
    })
    expect(below).toEqual([])
  })

  it('none is lost altogether', () => {
    const lost = scores.filter(({ fields: { body = 1, precision = 1, recall = 1 } }) =>
      [body, precision, recall].some((score) => score < 0.5),
    )
    expect(lost.map(({ id }) => id)).toEqual([])
  })
})
