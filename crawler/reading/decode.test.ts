import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodePage } from './decode.ts'

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

const JAPANESE =
  '<title>鹿鳴市役所</title><p>本日、図書館の猫が書架の上で一日中眠っていました。市民の皆様には、ご来館をお待ちしております。会社案内と求人情報もご覧ください。</p>'
const KOREAN =
  '<title>시청</title><p>도서관의 고양이가 오늘 하루 종일 서가 위에서 잠을 잤습니다. 시민 여러분의 많은 관심을 부탁드립니다.</p>'
const RUSSIAN =
  '<title>Город</title><p>Сегодня кошка библиотеки весь день спала на полке, и читатели были очень рады этому.</p>'
const FRENCH =
  '<title>Mairie</title><p>Le chat de la bibliothèque a dormi toute la journée ; les lecteurs étaient très contents, même à midi.</p>'

describe('F7 an encoding that is declared or not', () => {
  it.each([
    ['shift_jis', JAPANESE, 'ご来館をお待ち'],
    ['euc-jp', JAPANESE, 'ご来館をお待ち'],
    ['euc-kr', KOREAN, '고양이가 오늘'],
    ['big5', TRADITIONAL, '家鄉的消息'],
    ['gbk', TEXT, '图书馆的猫今天'],
    ['windows-1251', RUSSIAN, 'кошка библиотеки'],
    ['windows-1252', FRENCH, 'bibliothèque'],
  ])('%s is read right: in the header, in a meta element, late, and not at all', (label, text, words) => {
    const bytes = (html: string) => iconv.encode(html, label)
    const late = `<html><head><script>${'var a = 1;'.repeat(9_000)}</script><meta charset="${label}">${text}`
    expect(decode(bytes(text), `text/html; charset=${label}`).text).toContain(words)
    expect(decode(bytes(`<meta charset=${label}>${text}`)).text).toContain(words)
    expect(decode(bytes(late)).text).toContain(words)
    expect(decode(bytes(text)).text).toContain(words)
  })

  it.each([
    ['big5', TRADITIONAL, 'gb2312', '家鄉的消息'],
    ['gbk', TEXT, 'big5', '图书馆的猫今天'],
    ['gbk', TEXT, 'iso-8859-1', '图书馆的猫今天'],
    ['shift_jis', JAPANESE, 'utf-8', 'ご来館をお待ち'],
    ['euc-jp', JAPANESE, 'iso-8859-1', 'ご来館をお待ち'],
    ['euc-kr', KOREAN, 'utf-8', '고양이가 오늘'],
    ['utf8', TEXT, 'big5', '图书馆的猫今天'],
    ['utf8', TEXT, 'utf-16', '图书馆的猫今天'],
    ['utf8', JAPANESE, 'shift_jis', 'ご来館をお待ち'],
  ])('%s under a header that lies is read all the same', (encoding, text, lie, words) => {
    expect(decode(iconv.encode(text, encoding), `text/html; charset=${lie}`).text).toContain(words)
    expect(decode(iconv.encode(`<meta charset=${lie}>${text}`, encoding)).text).toContain(words)
  })

  it('a meta element after 200 kB of script is believed, where the words are too few to judge by', () => {
    const html = `<script>${'var a = 1;'.repeat(20_000)}</script><meta charset=shift_jis><p>猫</p>`
    expect(decode(iconv.encode(html, 'shift_jis'))).toMatchObject({ encoding: 'shift_jis' })
  })

  it('a header that lies over a meta element that does not: the meta element is believed', () => {
    const page = decode(iconv.encode(`<meta charset=euc-jp>${JAPANESE}`, 'euc-jp'), 'text/html; charset=utf-8')
    expect(page.encoding).toBe('euc-jp')
  })

  it.each(['utf-16le', 'utf-16be'])('%s is read with its mark, by its header, and by its zeros', (encoding) => {
    const html = `<html lang="zh"><head><title>x</title></head>${TEXT}`
    const bytes = iconv.encode(html, encoding)
    const marked = iconv.encode(`\ufeff${html}`, encoding)
    for (const page of [
      decode(marked, 'text/html; charset=gbk'),
      decode(bytes, `text/html; charset=${encoding}`),
      decode(bytes),
    ])
      expect(page).toMatchObject({ encoding, text: html })
  })

  it('ISO-2022-JP, seven bits and escapes, is read whether it says so or not', () => {
    const kanji = Buffer.from('<p>\x1b$B?^=q4[\x1b(B</p>', 'latin1')
    expect(decode(kanji, 'text/html; charset=iso-2022-jp').text).toBe('<p>図書館</p>')
    expect(decode(kanji).text).toBe('<p>図書館</p>')
  })

  it.each(['GB2312-80', 'gb_2312', 'utf8gb', 'GBK,utf-8'])('the label %s, which is none, hurts nobody', (label) => {
    expect(decode(iconv.encode(TEXT, 'gbk'), `text/html; charset=${label}`).text).toContain('图书馆的猫今天')
  })
})

describe('F7 what only looks like a declaration', () => {
  it.each([
    ['a comment', '<!-- <meta charset=big5> -->'],
    ['a script', '<script>document.write("<meta charset=big5>")</script>'],
    ['a style', '<style>/* <meta charset=big5> */</style>'],
    ['a text area', '<textarea><meta charset=big5></textarea>'],
  ])('in %s does not count', (_, decoy) => {
    const page = decode(iconv.encode(`${decoy}<meta charset=shift_jis><p>猫</p>`, 'shift_jis'))
    expect(page).toMatchObject({ encoding: 'shift_jis' })
    expect(page.text).toContain('<p>猫</p>')
  })

  it('in a string of JSON does not count', () => {
    const page = decode(Buffer.from(JSON.stringify({ html: '<meta charset=gbk>鹿' })), 'application/json')
    expect(page.text).toContain('鹿')
  })

  it('after the first declaration does not count', () => {
    const page = decode(iconv.encode('<meta charset=big5><meta charset=gbk><p>鹿鳴</p>', 'big5'))
    expect(page.text).toContain('鹿鳴')
  })
})

it('UTF-8 with broken bytes here and there stays UTF-8, whatever its label', () => {
  const broken = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe9, 0xb9]), Buffer.from(TEXT), Buffer.from([0xff])])
  for (const label of ['utf-8', 'gb2312', 'big5', 'iso-8859-1'])
    expect(decode(broken, `text/html; charset=${label}`).encoding).toBe('utf-8')
})

it('no bytes under no header make it throw, and no mark of byte order is left', () => {
  const label = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'utf-8',
      'gbk',
      'big5',
      'utf-16',
      'utf-16be',
      'iso-2022-jp',
      'shift_jis',
      'hz-gb-2312',
      'x-user-defined',
    ),
  )
  const head = fc.constantFrom(
    '',
    '<meta charset=big5>',
    '<?xml version="1.0" encoding="utf-16"?>',
    '\ufeff',
    '<!--',
    '<script>',
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), head, label, (bytes, start, charset) => {
      const page = decode(Buffer.concat([Buffer.from(start), bytes]), `text/html; charset=${charset}`)
      return typeof page.text === 'string' && !page.text.startsWith('\ufeff\ufeff') && page.encoding !== ''
    }),
    { numRuns: 2_000 },
  )
})
