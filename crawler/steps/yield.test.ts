import { describe, expect, it } from 'vitest'
import { judgeYield, readYields, withYield, type Yield } from './yield.ts'

const entries = (count: number, more: { title?: string; date?: string | undefined; path?: string } = {}) =>
  Array.from({ length: count }, (_, at) => ({
    url: `http://x.example/${more.path ?? 'art'}/${at}.html`,
    title: more.title ?? `title ${at}`,
    ...('date' in more ? (more.date === undefined ? {} : { date: more.date }) : { date: '2026-11-20' }),
  }))
const runs = (count: number, one: Yield = [20, 20, 20, 20]): Yield[] => Array.from({ length: count }, () => one)
const known = entries(20).map(({ url }) => url)

describe('F10 a yield', () => {
  it.each([
    ['is not judged before the fifth run', 3, 1, false],
    ['below 30 % of the usual is suspect from the fifth run on', 4, 5, true],
    ['of 30 % and more is believed', 4, 6, false],
    ['of nothing is suspect', 4, 0, true],
  ])('%s', (_, before, now, suspect) => {
    expect(judgeYield(runs(before), entries(now), known) !== undefined).toBe(suspect)
  })

  it('is measured against the middle of the last 14 runs, not against one odd day', () => {
    const history = [...runs(13), [200, 200, 200, 200] as Yield]
    expect(judgeYield(history, entries(20), known)).toBeUndefined()
    let kept: string | null = null
    for (let run = 0; run < 20; run += 1) kept = withYield(readYields(kept), [run, run, run, run])
    expect(readYields(kept).map(([count]) => count)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  })

  it('without the dates or titles that the list always had is suspect; one that never had them is not', () => {
    expect(judgeYield(runs(4), entries(20, { date: undefined }), known)).toContain('no date')
    expect(judgeYield(runs(4, [20, 20, 20, 0]), entries(20, { date: undefined }), known)).toBeUndefined()
    expect(judgeYield(runs(4), entries(20, { title: '' }), known)).toContain('no title')
    expect(judgeYield(runs(4, [20, 0, 0, 20]), entries(20, { title: '' }), known)).toBeUndefined()
  })
})

describe('F11 an explosion', () => {
  it('of one title is suspect on any run, unless the list was always so', () => {
    expect(judgeYield([], entries(20, { title: 'more' }), [])).toContain('repeat the title')
    expect(judgeYield(runs(1, [20, 1, 20, 20]), entries(20, { title: 'more' }), [])).toBeUndefined()
    expect(judgeYield([], entries(5, { title: 'more' }), [])).toBeUndefined()
  })

  it('of addresses that no entry ever had is suspect; sixty articles at once are a busy day', () => {
    expect(judgeYield(runs(4, [10, 10, 10, 10]), entries(120, { path: 'menu' }), known)).toContain('120 entries')
    expect(judgeYield(runs(4, [10, 10, 10, 10]), entries(60), known)).toBeUndefined()
  })
})
