import { describe, expect, it } from 'vitest'
import type { Article } from '../../domain/page.ts'
import { readArticle } from './article.ts'
import { isNextPart, joinParts } from './split.ts'

const HOST = 'http://a.example'

it.each([
  ['/t20261103_12.html', '/t20261103_12_1.html', true],
  ['/t20261103_12_1.html', '/t20261103_12_2.html', true],
  ['/news/3456.html', '/news/3456_2.html', true],
  ['/news/3456', '/news/3456/2', true],
  ['/view?id=7', '/view?id=7&page=2', true],
  ['/view?id=7&page=2', '/view?id=7&page=3', true],
  ['/news/2', '/news/3', false],
  ['/view?id=7', '/view?id=8', false],
  ['/news/3456.html', '/news/3457.html', false],
  ['/t1_2.html', '/t1_4.html', false],
  ['/view?id=7&page=3', '/view?id=7&page=2', false],
])('whether after %s comes %s as its next part: %s', (from, to, expected) => {
  expect(isNextPart(HOST + from, HOST + to)).toBe(expected)
})

it('a part on another host is none of ours', () => {
  expect(isNextPart(`${HOST}/1.html`, 'http://b.example/1_2.html')).toBe(false)
})

it('an article names its next part, and a link to the next article is none', () => {
  const read = (link: string) =>
    readArticle(
      {
        url: `${HOST}/x/3456.html`,
        contentType: 'text/html',
        encoding: 'utf-8',
        text: `<h1>鼓楼扶正工程</h1><p>鼓楼前的脚手架昨天拆去一半。</p>${link}`,
        fetchedAt: '',
      },
      { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' },
    ).nextPart
  expect(read('<a href="3456_2.html">下一页</a>')).toBe(`${HOST}/x/3456_2.html`)
  expect(read('<a href="3457.html">下一页</a>')).toBeUndefined()
  expect(read('<a href="3456_2.html">下一篇</a>')).toBeUndefined()
})

describe('parts in one', () => {
  const part = (body: string, fields: Partial<Article> = {}): Article => ({
    url: HOST,
    title: '题',
    body,
    bodyHtml: `<p>${body}</p>`,
    images: [],
    attachments: [],
    tables: [],
    evidence: {},
    ...fields,
  })
  const file = { name: '附件', url: `${HOST}/1.xls`, type: 'xls' }

  it('keep the fields of the first, all text in order, and each picture and file once', () => {
    const joined = joinParts([
      part('一', { nextPart: `${HOST}/2`, images: ['a'], attachments: [file], publishedAt: '2026-11-03' }),
      part('题\n二', { images: ['a', 'b'], attachments: [file] }),
    ])
    expect(joined).toMatchObject({ body: '一\n二', images: ['a', 'b'], attachments: [file], publishedAt: '2026-11-03' })
    expect(Object.keys(joined)).not.toContain('nextPart')
  })

  it('are at least one', () => {
    expect(() => joinParts([])).toThrow(RangeError)
  })
})
