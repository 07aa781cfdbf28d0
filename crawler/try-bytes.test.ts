import { expect, it } from 'vitest'
import { findUnreadable } from './try-bytes.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

it.each([
  ['an empty file', bytes(), /empty/],
  ['blanks alone', Buffer.from(' \r\n\t\n'), /blanks/],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /no page/],
  ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0), /no page/],
  ['bytes of every value', Uint8Array.from({ length: 2_048 }, (_, at) => (at * 167 + 13) % 256), /binary/],
])('%s is no page', (_, body, why) => {
  expect(findUnreadable(body)).toMatch(why)
})

it.each([
  ['UTF-8', Buffer.from('<p>鼓楼开放</p>')],
  ['GB18030', bytes(0x3c, 0x70, 0x3e, 0xb9, 0xc4, 0xc2, 0xa5)],
  ['UTF-16 with its mark', Buffer.from('\ufeff<p>drum tower</p>', 'utf16le')],
  ['ISO-2022-JP', Buffer.from('<p>\u001b$B4qEZ\u001b(B</p>')],
  ['a form feed and a stray zero', Buffer.from(`<p>${'word '.repeat(100)}\u0000\f</p>`)],
])('%s may be a page', (_, body) => {
  expect(findUnreadable(body)).toBeUndefined()
})

it('a type that names no page is believed', () => {
  expect(findUnreadable(Buffer.from('text'), 'image/png')).toMatch(/image\/png/)
})
