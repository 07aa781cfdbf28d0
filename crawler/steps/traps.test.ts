import { expect, it } from 'vitest'
import { findTrap, shapeOf } from './traps.ts'

it.each([
  ['http://x.example/2024/11/11/art_11.html', false],
  ['http://x.example/a/b/c/d.html', false],
  ['http://x.example/11/11/11/t.html', false],
  ['http://x.example/news/list/news/list/news/a.html', true],
  [`http://x.example/${Array.from({ length: 21 }, (_, at) => `d${at}`).join('/')}`, true],
])('F5 %s is a trap: %s', (url, trap) => expect(findTrap(url) !== undefined).toBe(trap))

it('two articles of a column have one shape, its menu another', () => {
  expect(shapeOf('http://x.example/a/202411/0123456789abcdef.html')).toBe(
    shapeOf('http://x.example/a/202501/fedcba9876543210.html'),
  )
  expect(shapeOf('http://x.example/a/1.html')).not.toBe(shapeOf('http://x.example/b/1.html'))
})
