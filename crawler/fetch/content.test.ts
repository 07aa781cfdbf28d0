import { expect, it } from 'vitest'
import { findNoPage } from './content.ts'

const html = Buffer.from('<!doctype html><p>鹿鸣市</p>')

it.each([
  'text/html; charset=utf-8',
  'TEXT/HTML',
  'application/xhtml+xml',
  'application/rss+xml',
  'application/vnd.made-up+json',
  'application/json',
  'text/plain',
  'application/octet-stream',
  'html',
  'charset=gbk',
  '',
  undefined,
])('a body that says %j may be a page', (type) => {
  expect(findNoPage(type, html)).toBeUndefined()
})

it.each(['image/png', 'application/pdf', 'application/zip', 'application/vnd.ms-excel', 'video/mp4', 'font/woff2'])(
  'a body that says %j is none',
  (type) => {
    expect(findNoPage(type, html)).toContain('is no page')
  },
)

it.each([
  ['a zip', '504b0304'],
  ['an office file', 'd0cf11e0a1b11ae1'],
  ['a picture', '89504e470d0a1a0a'],
  ['a PDF', '255044462d312e37'],
])('%s is no page, whatever its header says', (_, hex) => {
  expect(findNoPage('text/html', Buffer.concat([Buffer.from(hex, 'hex'), html]))).toContain('archive or a file')
})

it('binary junk under the name of a page is none', () => {
  const junk = Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 7919) % 32))
  expect(findNoPage('text/html', junk)).toBe('the content is binary, no page')
})

it.each([
  ['UTF-16 of either order', Buffer.from('<p>news</p>'.repeat(50), 'utf16le')],
  ['GBK, where every byte may be high', Buffer.from('c4fabac3'.repeat(200), 'hex')],
  ['ISO-2022-JP, which is full of escapes', Buffer.from('\x1b$B%K%e!<%9\x1b(B '.repeat(100), 'latin1')],
  ['a stray control character', Buffer.from(`${'<p>news</p>'.repeat(20)}\x00\x08`)],
])('text stays text: %s', (_, body) => {
  expect(findNoPage('text/html', body)).toBeUndefined()
})
