import { describe, expect, it } from 'vitest'
import { bagF1, bodyF1, quantile, sameText, setF1 } from './measures.ts'

describe('measures of reading', () => {
  it('compare titles by letters and digits, whatever their width and quotes', () => {
    expect(sameText('“２０２４年” 招聘公告', '2024年招聘公告')).toBe(1)
    expect(sameText('招聘公告', '招聘公示')).toBe(0)
    expect(sameText(null, '招聘公告')).toBe(0)
  })

  it('compare Chinese bodies by pairs of characters, blanks aside', () => {
    expect(bodyF1('鼓楼 开放\n了', '鼓楼开放了')).toBe(1)
    expect(bodyF1('鼓楼开', '鼓楼开放')).toBeCloseTo(0.8)
  })

  it('compare spaced bodies by runs of four words', () => {
    expect(bodyF1('one two three four', 'one two three four')).toBe(1)
    expect(bodyF1('one two three four five', 'one two three four six')).toBe(0.5)
    expect(bodyF1('too short', 'too short')).toBe(1)
  })

  it('count a piece as often as it stands', () => {
    expect(bagF1(['a', 'a'], ['a'])).toBeCloseTo(2 / 3)
    expect(setF1(['a', 'a'], ['a'])).toBe(1)
    expect(bagF1([], [])).toBe(1)
  })

  it('take the middle and the slow end by rank', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2)
    expect(quantile([1, 2, 3, 4], 0.95)).toBe(4)
    expect(() => quantile([], 0.5)).toThrow(RangeError)
  })
})
