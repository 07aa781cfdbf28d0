/** What stands in a text and around it, told apart from the text itself. */
import { describe, expect, it } from 'vitest'
import { bodyOf, PROSE, TEXT, TITLE } from './testing/portal-article.ts'

describe('words of a sentence stay, whatever they are called by', () => {
  it.each([
    [
      'in the middle',
      `昨天<a class="keyword" href="/k/1">鹿鸣水务</a>宣布，河湾街道的管网检修提前完成，居民可以放心用水。`,
    ],
    [
      'at the beginning',
      `<a class="keyword" href="/k/1">鹿鸣水务</a>昨天宣布，河湾街道的管网检修提前完成，居民可以放心用水。`,
    ],
    [
      'at the end',
      `河湾街道的管网检修提前完成，居民可以放心用水，据<span class="tag"><a class="hot" href="/k/1">鹿鸣水务</a></span>。`,
    ],
    [
      'beside an empty element',
      `昨天<span id="s1"><a class="keyword">鹿鸣水务</a></span><span id="q1"></span>宣布，检修提前完成了。`,
    ],
  ])('%s', (_, sentence) => {
    const wanted = sentence.replace(/<[^>]*>/g, '')
    expect(bodyOf(`<h1>${TITLE}</h1><div class="c">${TEXT}<p>${sentence}</p></div>`)).toEqual([...PROSE, wanted])
  })

  it('and what stands after the sentence goes', () => {
    const share = '<span class="share"><a class="share-a" href="#">微博好友圈</a></span>'
    const marked = TEXT.replace('。</p>', `。${share}</p>`)
    expect(bodyOf(`<h1>${TITLE}</h1><div class="c">${marked}</div>`)).toEqual(PROSE)
  })
})

describe('a summary in a box before the text', () => {
  const below = (box: string) => bodyOf(`<h1>${TITLE}</h1>${box}<div class="nr">${TEXT}</div>`)

  it('goes where it calls itself so', () => {
    expect(below('<div class="j">简介：鼓楼的扶正已经做完一半，其余要等到明年，居民议论纷纷。</div>')).toEqual(PROSE)
  })

  it('goes where a paragraph says it again', () => {
    expect(below(`<div class="dy"><p>${PROSE[0]?.slice(0, 24)}。</p></div>`)).toEqual(PROSE)
  })

  it('stays where nothing says it again', () => {
    const lead = '编者按：本报从今天起连续刊登鼓楼扶正工程的通讯，敬请读者留意，欢迎来信。'
    expect(below(`<div class="dy"><p>${lead}</p></div>`)).toEqual([lead, ...PROSE])
  })

  it('is passed over where the text is one paragraph', () => {
    const long = `${PROSE[0]?.slice(0, -1)}，据说还要再看几天才有结论。`
    const box = `<div class="dy"><p>${PROSE[0]}</p></div>`
    expect(bodyOf(`<h1>${TITLE}</h1>${box}<div class="nr"><p>${long}</p></div>`)).toEqual([long])
  })
})

describe('after one sentence', () => {
  const afterOne = (html: string) => bodyOf(`<h1>${TITLE}</h1><div class="nr"><p>${PROSE[0]}</p>${html}</div>`)

  it('links to other pages of the site go, however many they are', () => {
    const links = ['大桥夜间封闭三天', '周六市集照旧举行', '图书馆的猫上了窗台']
    expect(afterOne(links.map((text, at) => `<p><a href="/x/${at}.html"><b>${text}</b></a></p>`).join(''))).toEqual([
      PROSE[0],
    ])
  })

  it('links to files stay', () => {
    expect(afterOne('<p><a href="/f/1.pdf">鼓楼扶正工程图纸.pdf</a></p>')).toEqual([PROSE[0], '鼓楼扶正工程图纸.pdf'])
  })
})

describe('a code to scan', () => {
  const endingWith = (line: string) => bodyOf(`<div><h1>${TITLE}</h1><div>${TEXT}<p>${line}</p></div></div>`)

  it.each([
    '扫码下载鹿鸣客户端',
    '想了解更多关于鼓楼扶正工程的消息，就扫码下载鹿鸣客户端阅读吧。',
    '扫一扫，关注鹿鸣发布',
  ])('of the publisher goes: %s', (line) => expect(endingWith(line)).toEqual(PROSE))

  it.each(['扫描二维码报名', '志愿者请扫描下方二维码填写登记表。', '长按二维码进群'])(
    'to register by stays: %s',
    (line) => expect(endingWith(line)).toEqual([...PROSE, line]),
  )
})

it('ends where the buttons that stood before the text come again', () => {
  const shares = '<div>WhatsApp Facebook Pinterest</div>'
  const others = '<div><p>另一篇旧文说的是大桥，夜间封闭三天，请大家绕行，不要着急。</p></div>'
  expect(bodyOf(`<div><h1>${TITLE}</h1>${shares}<div>${TEXT}</div>${shares}${others}${shares}${others}</div>`)).toEqual(
    PROSE,
  )
})
