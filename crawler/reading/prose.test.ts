import { expect, it } from 'vitest'
import { isStatement, sizeOf } from './prose.ts'

it.each([
  ['鼓楼正了。', 4],
  ['the drum tower leans', 4],
  ['11月25日停水', 6],
  ['G25次列车', 4],
  ['2026-11-25', 3],
  ['Über 300 Bürger', 3],
  ['〇年、々の本', 5],
  ['', 0],
])('counts characters where no blanks part the words, and words elsewhere: %s', (text, size) => {
  expect(sizeOf(text)).toBe(size)
})

it.each([
  '11月25日图书馆闭馆一天。',
  '因大雪，今日所有班车停运，恢复时间另行通知',
  'The library is closed for one whole day.',
])('takes for a statement: %s', (line) => expect(isStatement(line)).toBe(true))

it.each(['首页', '图书馆的猫铜锣上了二楼窗台', '打印，收藏', 'Read more about the library'])(
  'takes for none: %s',
  (line) => expect(isStatement(line)).toBe(false),
)
