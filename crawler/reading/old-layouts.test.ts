/** Pages of old or plain make: the headline is told by where it stands, and what names nobody is no source. */
import { describe, expect, it } from 'vitest'
import { readArticle } from './article.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const read = (head: string, body: string) =>
  readArticle(
    {
      url: 'http://www.town.example/xw/1.html',
      contentType: 'text/html',
      encoding: 'utf-8',
      text: `<html><head>${head}</head><body>${body}</body></html>`,
      fetchedAt: '',
    },
    context,
  )

const TITLE = '鼓楼扶正工程进入第二阶段'
const TEXT =
  '<p>鼓楼前的脚手架昨天拆去一半，围观的居民说，楼好像直了一点，又好像没有。</p><p>工程队表示，第二阶段要慢慢来，预计到明年春天结束，其间鼓声照旧。</p>'
const INFO = '发布时间：2026-05-08 来源：融媒体中心'
const MENU = ['首页', '本地要闻', '政务公开', '公告公示', '便民服务']
  .map((name, i) => `<tr><td><a href="/c${i}/">${name}</a></td></tr>`)
  .join('')
const TABLES = `<table><tr><td>鹿鸣新闻网</td></tr></table><table><tr><td width=200><table>${MENU}</table></td><td><table>
  <tr><TD align=center height=50><FONT size=4 color=red><B>${TITLE}</B></FONT></TD></tr>
  <tr><td align=center>${INFO}</td></tr><tr><td>${TEXT}</td></tr></table></td></tr></table>`
const SITE = '<title>鹿鸣县人民政府</title>'

describe('where the window names no more than the site, the headline is what stands out above the info line:', () => {
  it.each([
    ['in a row of a table', '<title>鹿鸣新闻网</title>', TABLES],
    ['in a row of a table, under no title at all', '<title></title>', TABLES],
    [
      'in large letters',
      '<title></title>',
      `<p align=center><strong><span style='font-size:24px'>${TITLE}</span></strong></p><p align=center>${INFO}</p>${TEXT}`,
    ],
    [
      'in a heading under a word of welcome',
      '<title>欢迎访问鹿鸣县人民政府网站</title>',
      `<h2>${TITLE}</h2><p>${INFO}</p>${TEXT}`,
    ],
    ['in a heading below that of the site', SITE, `<h1>鹿鸣县人民政府</h1><h3>${TITLE}</h3><p>${INFO}</p>${TEXT}`],
    ['by its class', SITE, `<div>鹿鸣县人民政府</div><p class='con-title'>${TITLE}</p><p>${INFO}</p>${TEXT}`],
    ['by a short class', SITE, `<div class="bt">${TITLE}</div><div>2026-05-08</div>${TEXT}`],
    ['with a line of the second rank between', SITE, `<h2>${TITLE}</h2><p>——记工程队的一天</p><p>${INFO}</p>${TEXT}`],
  ])('%s', (_, head, body) => {
    expect(read(head, body).title).toBe(TITLE)
  })
})

it.each(['鹿鸣县人民政府 公告公示 ', '鹿鸣县人民政府_公告公示_'])(
  'a window that ends in the headline is cut to it: %s',
  (before) => {
    const logo = '<div class="logo">鹿鸣县人民政府</div>'
    const body = `${logo}<p class='con-title'>${TITLE}</p><p>${INFO}</p>${TEXT}`
    expect(read(`<title>${before}${TITLE}</title>`, body).title).toBe(TITLE)
  },
)

it('the day in the head of a page, and rows of a margin, lend their neighbours no rank', () => {
  const body = `<div>鹿鸣县政务服务平台欢迎您的到来</div><div>今天是2026年11月22日 星期日</div>
    <ul><li>三路公交车改道后又改了回来</li><li>2026-05-01</li></ul><h2>${TITLE}</h2><p>${INFO}</p>${TEXT}`
  expect(read(SITE, body).title).toBe(TITLE)
})

it('a headline that ends as a site is called stays the headline', () => {
  const body = `<h1>市民代表走进鹿鸣县人民政府</h1><p>${INFO}</p>${TEXT}`
  expect(read('<title>市民代表走进鹿鸣县人民政府</title>', body).title).toBe('市民代表走进鹿鸣县人民政府')
})

describe('a source that is none', () => {
  it.each([
    '发布时间：2026-05-08 来源：null',
    '发布时间：2026-05-08 来源：未知',
    '发布时间：2026-05-08 来源：undefined 浏览：3',
    '发布时间：2026-05-08 来源：无',
    '【时间：2026-5-8】【来源：】【作者：】',
  ])('is not stated: %s', (info) => {
    const article = read(`<title>${TITLE}</title>`, `<h1>${TITLE}</h1><p>${info}</p>${TEXT}`)
    expect(article).not.toHaveProperty('source')
    expect(article).not.toHaveProperty('author')
    expect(article.publishedAt).toBe('2026-05-08')
  })

  it('does not keep another from being read', () => {
    const info = '来源：未知 发布人：县水务局 发布时间：2026-05-08'
    const article = read(`<title>${TITLE}_鹿鸣新闻网</title>`, `<h1>${TITLE}</h1><p>${info}</p>${TEXT}`)
    expect(article.source).toBe('县水务局')
  })
})

it('who put a page up is its source where that is an office, and not a person', () => {
  const from = (info: string) =>
    read(`<title>${TITLE}_鹿鸣新闻网</title>`, `<h1>${TITLE}</h1><p>${info}</p>${TEXT}`).source
  expect(from('发布时间：2026-05-08 发布人：县水务局')).toBe('县水务局')
  expect(from('发布时间：2026-05-08 发布人：王五')).toBe('鹿鸣新闻网')
})

it('an account names itself as the source', () => {
  const own = `<h1>${TITLE}</h1><div><a id="js_name">鹿鸣发布</a> <em>2026-05-08 09:05</em></div>${TEXT}`
  expect(read(`<title>${TITLE}</title>`, own).source).toBe('鹿鸣发布')
})

describe('the day', () => {
  it.each([
    ['with two digits for the year', '<p>时间 : 26-05-08</p>'],
    ['of making, where no other stands', '<p>生成日期：2026-05-08</p>'],
    ['before its year', '<div><span>05/08</span><span>2026</span></div>'],
  ])('%s', (_, info) => {
    expect(read(`<title>${TITLE}</title>`, `<h1>${TITLE}</h1>${info}${TEXT}`).publishedAt).toBe('2026-05-08')
  })

  it('of making gives way to that of publication', () => {
    const info = '<p>生成日期：2026-05-01 发布日期：2026-05-08</p>'
    expect(read(`<title>${TITLE}</title>`, `<h1>${TITLE}</h1>${info}${TEXT}`).publishedAt).toBe('2026-05-08')
  })
})
