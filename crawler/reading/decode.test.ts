import { existsSync, readFileSync } from 'node:fs'
import sniffHtmlEncoding from 'html-encoding-sniffer'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes, decodePage } from './decode.ts'

const TEXT = '<title>鹿鸣市图书馆</title><p>图书馆的猫今天在书架上睡了一天，读者都很高兴，还书的人也多了。</p>'
const TRADITIONAL =
  '<title>旅臺鹿鳴同鄉會</title><p>本會於今年春天舉行大會，請各位鄉親準時出席，並請帶來家鄉的消息。</p>'
const decode = (body: Uint8Array, contentType = 'text/html') =>
  decodePage({ url: 'http://a.example/', status: 200, headers: { 'content-type': contentType }, body, fetchedAt: '' })

it.each([
  ['declared in the header', iconv.encode(TEXT, 'gbk'), 'text/html; charset=GBK', 'gb18030'],
  ['declared as gb2312 in a meta element', iconv.encode(`<meta charset=gb2312>${TEXT}`, 'gbk'), 'text/html', 'gb18030'],
  ['declared nowhere', iconv.encode(TEXT, 'gbk'), 'text/html', 'gb18030'],
  ['under a header that says utf-8', iconv.encode(TEXT, 'gbk'), 'text/html; charset=utf-8', 'gb18030'],
  ['under a meta element that says utf-8', iconv.encode(`<meta charset=utf-8>${TEXT}`, 'gbk'), 'text/html', 'gb18030'],
])('reads GBK %s', (_, body, contentType, encoding) => {
  const page = decode(body, contentType)
  expect(page.text).toContain('图书馆的猫今天')
  expect(page.encoding).toBe(encoding)
})

it.each([
  ['declared', 'text/html; charset=big5'],
  ['declared nowhere', 'text/html'],
])('reads Big5 %s', (_, contentType) => {
  expect(decode(iconv.encode(TRADITIONAL, 'big5'), contentType).text).toContain('家鄉的消息')
})

it('reads UTF-8 under a label that says GB2312', () => {
  expect(decode(Buffer.from(`<meta charset=gb2312>${TEXT}`)).text).toContain('图书馆的猫今天')
})

it('drops a byte order mark and believes it before the header', () => {
  const page = decode(Buffer.from(`\ufeff${TEXT}`), 'text/html; charset=gbk')
  expect(page.text.startsWith('<title>鹿鸣市')).toBe(true)
})

it('keeps a declared UTF-8 page in which one character was cut', () => {
  const body = Buffer.concat([Buffer.from(TEXT.repeat(3)), Buffer.from([0xe9, 0xb9])])
  expect(decode(body, 'text/html; charset=utf-8').encoding).toBe('utf-8')
})

it('reads XML, whose declaration counts where no header speaks', () => {
  const body = iconv.encode('<?xml version="1.0" encoding="GBK"?><recordset>鹿鸣市</recordset>', 'gbk')
  expect(decode(body, 'text/xml').text).toContain('鹿鸣市')
})

it('gives the media type without its parameters', () => {
  expect(decode(Buffer.from('{}'), 'Application/JSON; charset=utf-8').contentType).toBe('application/json')
})

const cases = '../shared/cases'
describe.skipIf(!existsSync(cases))('tables of others', () => {
  const lines = (file: string) =>
    readFileSync(`${cases}/${file}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>)

  it.each([
    ['gb18030', 1_000],
    ['big5', 981],
  ])('decodes all of %s', (encoding, count) => {
    const rows = lines(`${encoding}.jsonl`)
    const wrong = rows.filter((row) => decodeBytes(Buffer.from(row.bytes_hex ?? '', 'hex'), encoding) !== row.text)
    expect(wrong).toEqual([])
    expect(rows).toHaveLength(count)
  })

  it('finds the label of every page head, as deep as we look', () => {
    const rows = lines('charset.jsonl')
    const wrong = rows.filter((row) => {
      const bytes = Buffer.from(row.bytes_base64 ?? '', 'base64')
      return sniffHtmlEncoding(bytes, { maxPrescanBytes: 16_384 })?.toLowerCase() !== row.expected_label
    })
    expect(wrong).toEqual([])
    expect(rows).toHaveLength(41)
  })
})
