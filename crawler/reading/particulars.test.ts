/** Lines around a text that state nothing are no text, however a page is built. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, PROSE, TEXT, TITLE } from './testing/portal-article.ts'

const SHAPES: readonly [string, (info: string) => string][] = [
  [
    'a header of its own',
    (info) =>
      `<section><header class="d-hd"><h1>${TITLE}</h1><div class="d-mt">${info}</div></header><div class="d-bd">${TEXT}</div></section>`,
  ],
  ['one box with the text', (info) => `<div><h1>${TITLE}</h1><div>${info}</div>${TEXT}</div>`],
  ['a title that is no heading', (info) => `<div><div>${TITLE}</div><div>${info}</div><div>${TEXT}</div></div>`],
  ['the text itself', (info) => `<h1>${TITLE}</h1><div class="article-content"><p>${info}</p>${TEXT}</div>`],
  [
    'a table of layout',
    (info) =>
      `<table><tr><td><b>${TITLE}</b></td></tr><tr><td align="center">${info}</td></tr><tr><td>${TEXT}</td></tr></table>`,
  ],
  ['a list of its own', (info) => `<article><h2>${TITLE}</h2><ul><li>${info}</li></ul>${TEXT}</article>`],
  ['a box above the headline', (info) => `<div><div>${info}</div><h1>${TITLE}</h1><div>${TEXT}</div></div>`],
  [
    'lines broken by hand',
    (info) => `<div><h3>${TITLE}</h3>${info}<br><br>${PROSE.map((text) => `${text}<br>`).join('')}</div>`,
  ],
]

const PARTS = [
  '2026-05-25 15:20',
  '来源：鹿鸣日报',
  '作者：张三',
  '浏览次数：33次',
  '字体：[大 中 小]',
  '【打印】',
  '责任编辑：王五',
  '审核：赵六',
]
const JOINTS = ['', ' ', '　', '&nbsp;&nbsp;', '|', ' · ', '丨', '</span><span>', '</span> <span>', '</p><p>']

describe.each(SHAPES)('an info line in %s', (_, shape) => {
  it.each([
    '2026-05-25 15:20鹿鸣门户',
    '<span>2026-05-25 15:20</span><span>鹿鸣门户</span>',
    '<p>2026年5月25日</p><p>鹿鸣门户</p>',
    '鹿鸣门户 · 3小时前',
    '昨天 15:20 鹿鸣门户',
    '2026-05-25 15:20 | 来源 | 鹿鸣门户 | 浏览：33次',
    '转自：鹿鸣门户　作者：张三',
    '最后更新：2026-05-25 15:20',
    '文 | 张三',
    '<i>123</i> 阅读 <i>4</i> 评论',
    '[大 中 小]',
    'A+ A- A',
    '字号 <a href="#">大</a> <a href="#">中</a> <a href="#">小</a>',
    '05-25 15:20鹿鸣市人民政府办公室',
    '鹿鸣市人民政府办公室　2小时前',
    '[打印本页] [关闭窗口]',
    '打印 收藏 关闭',
    '我要分享　我要纠错',
    '听新闻 00:00/03:20',
  ])('is no text: %s', (info) => {
    expect(bodyOf(shape(info))).toEqual(PROSE)
  })

  it('is no text, whatever it says in whatever order, glued or apart', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PARTS, { minLength: 2 }), fc.constantFrom(...JOINTS), (parts, joint) => {
        expect(bodyOf(shape(`<span>${parts.join(joint)}</span>`))).toEqual(PROSE)
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

describe('after a text', () => {
  const endingWith = (line: string) => bodyOf(`<div><h1>${TITLE}</h1><div>${TEXT}<p>${line}</p></div></div>`)

  it.each(['2026-05-25 15:20 鹿鸣门户', '发布时间：2026-05-25', '浏览次数：33次', '阅读 1.2万', '[大 中 小]'])(
    'particulars go: %s',
    (line) => expect(endingWith(line)).toEqual(PROSE),
  )

  it.each([
    '2026年5月25日',
    '鹿鸣市水务局 2026年5月25日',
    '来源：鹿鸣晚报',
    '17:00 闭幕',
    '开标时间：2026年5月25日 9:00',
  ])('signatures, credits and programmes stay: %s', (line) => expect(endingWith(line)).toEqual([...PROSE, line]))
})

it.each(['时间：2026年12月25日 9:00', '开标时间：2026年5月25日 9:00', '核心阅读'])(
  'what begins a text with a time or a word of the furniture stays: %s',
  (line) => expect(bodyOf(`<div><h1>${TITLE}</h1><div><p>${line}</p>${TEXT}</div></div>`)).toEqual([line, ...PROSE]),
)
