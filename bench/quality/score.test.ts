import { describe, expect, it } from 'vitest'
import type { Entry, Expected } from './manifest.ts'
import { type Answer, scorePage } from './score.ts'
import { meansOf } from './table.ts'

const entry = (kind: Entry['kind'], expected: Expected): Entry => ({
  id: kind,
  corpus: 'made-up',
  kind,
  file: 'page.html',
  url: 'https://town.example/news/',
  expected,
})
const NOTHING: Answer = {
  title: null,
  publishedAt: null,
  source: null,
  author: null,
  body: '',
  images: [],
  items: [],
  next: null,
  error: null,
}
const score = (kind: Entry['kind'], expected: Expected, answer: Partial<Answer>) =>
  scorePage('.', entry(kind, expected), { ...NOTHING, ...answer })

describe('scores of a page', () => {
  it('count the calendar day alone, and say whether one was given', () => {
    expect(score('detail', { date: '2026-03-02' }, { publishedAt: '2026-03-02T23:10:00+08:00' }).fields).toEqual({
      date: 1,
      given: 1,
    })
    expect(score('detail', { date: '2026-03-02' }, {}).fields).toEqual({ date: 0, given: 0 })
  })

  it('hold an empty list against the reader when there were items', () => {
    const wanted = [{ url: 'https://town.example/1.html', title: 'One' }]
    expect(score('list', { items: wanted }, {}).fields).toMatchObject({ precision: 0, recall: 0 })
    expect(score('list', { items: [] }, {}).fields).toMatchObject({ precision: 1, recall: 1 })
  })

  it('tell links too many from links too few', () => {
    const item = (n: number) => ({ url: `https://town.example/${n}.html`, title: `Item ${n}`, date: '2026-03-02' })
    const { fields } = score('list', { items: [item(1), item(2)] }, { items: [item(1), item(3)] })
    expect(fields).toMatchObject({ precision: 0.5, recall: 0.5, titles: 0.5, dates: 0.5 })
  })

  it('take any of several days of an item as right', () => {
    const url = 'https://town.example/1.html'
    const { fields } = score(
      'list',
      { items: [{ url, title: 'One', date: ['2026-03-01', '2026-03-02'] }] },
      { items: [{ url, title: 'One', date: '2026-03-02' }] },
    )
    expect(fields.dates).toBe(1)
  })

  it('name sentences that are missing and sentences that should not be there', () => {
    const { fields, misses } = score(
      'detail',
      { with: ['开放时间', '门票'], without: ['扫一扫'] },
      { body: '开放时间：九点。扫一扫' },
    )
    expect(fields).toEqual({ with: 0.5, without: 0 })
    expect(misses).toEqual({ with: '门票', without: '扫一扫' })
  })

  it('average a field over the pages that have it', () => {
    const scores = [
      score('detail', { title: 'One' }, { title: 'One' }),
      score('detail', { title: 'One' }, {}),
      score('detail', { source: 'Council' }, {}),
    ]
    expect(meansOf(scores).get('')).toMatchObject({ title: { mean: 0.5, pages: 2 }, source: { mean: 0, pages: 1 } })
  })
})
