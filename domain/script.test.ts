import { describe, expect, it } from 'vitest'
import { foldScript, isTraditional, toSimplified, toTraditional } from './script.ts'

describe('toSimplified', () => {
  it.each([
    ['隨著旅遊旺季到來', '随着旅游旺季到来'],
    ['著名的前後里面', '著名的前后里面'],
    ['離退休干部', '离退休干部'],
    ['为什么这么说', '为什么这么说'],
    ['plain text 123', 'plain text 123'],
  ])('turns %s into %s', (traditional, simplified) => {
    expect(toSimplified(traditional)).toBe(simplified)
  })
})

it('shows official text in traditional script without changing its words', () => {
  expect(toTraditional('软件和头发')).toBe('軟件和頭髮')
})

describe('isTraditional', () => {
  it.each([
    ['各縣區認真開展離退休干部黨建工作', true],
    ['各县区认真开展党建工作', false],
    ['显著成绩、名著、乾隆年间、什么', false],
    ['本报记者陳某昨日从市图书馆获悉新馆本月底开放，市民可凭身份证入馆', false],
    ['Nothing Chinese', false],
    ['', false],
  ])('%s → %s', (text, answer) => {
    expect(isTraditional(text)).toBe(answer)
  })
})

describe('foldScript', () => {
  it.each([
    ['崗位', '岗位'],
    ['志愿者協會', '志愿者协会'],
    ['羣山之峯', '群山之峰'],
    ['氣象臺', '气象台'],
    ['ＡＢＣ１２３', 'abc123'],
  ])('finds %s when asked for %s', (typed, stored) => {
    expect(foldScript(typed)).toBe(foldScript(stored))
  })
})
