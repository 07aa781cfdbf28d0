import { describe, expect, it } from 'vitest'
import { type Part, partsWithin, wordsSpelled } from './spelling.ts'

const part = (spelled: string, word: string, rank = 5): Part => ({
  key: spelled.replaceAll(' ', ''),
  word,
  spelled,
  rank,
  since: 0,
})
const PARTS = [
  part('da tong', '大同', 1),
  part('zhao pin', '招聘', 0),
  part('xi an', '西安'),
  part('xian', '县'),
  part('fan gan', '反感'),
  part('fang an', '方案'),
  part('zhao pin hui', '招聘会'),
  part('hui chang', '会场'),
]

describe('pinyin taken apart', () => {
  const cases: [asked: string, words: string[]][] = [
    ['datong', ['大同']],
    ['datongzhaopin', ['大同 招聘']],
    ['xian', ['西安', '县']],
    ['xi an', ['西安']],
    ['fangan', ['反感', '方案']],
    ['fan gan', ['反感']],
    ['zhaopinhuichang', ['招聘 会场']],
    ['datongx', []],
    ['', []],
    [' ', []],
    ['da'.repeat(5_000), []],
  ]
  it.each(cases)('%j is %j', (asked, words) => {
    expect(wordsSpelled(asked, PARTS)).toEqual(words)
  })

  it('is looked up by few parts, none longer than a word', () => {
    const parts = partsWithin('abcdefghijklmnopqrstuvwxyzabcdefghijklmn')
    expect(parts.length).toBeLessThanOrEqual(40 * 14)
    expect(Math.max(...parts.map(({ length }) => length))).toBe(16)
    expect(partsWithin('a'.repeat(41))).toEqual([])
  })
})
