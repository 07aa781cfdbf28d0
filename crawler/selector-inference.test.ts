import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferSelector, textAt } from './selector-inference.ts'
import { namesOf } from './selector-names.ts'

const AT = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const detail = (title: string, day: string, text: string) =>
  load(`<body><div class="nav"><a href="/">首页</a></div><h1>鹿鸣之窗</h1>
    <div class="main"><p class="headline">${title}</p><div class="info-bar"><span>来源：水务局</span><span>${day}</span></div>
    <div class="css-1x9k2"><div class="words"><p>${text}</p><p>特此通知。</p></div></div></div></body>`)
const PAGES = [
  detail('水库开闸放水的通知', '2026-11-01', '水库定于本周六开闸放水，请居民注意安全。'),
  detail('松岭镇停水的通知', '2026-11-03', '松岭镇明天上午停水三小时，请提前储水。'),
  detail('新桥通车的公告', '2026-11-05', '新桥今天上午正式通车，旧桥同时封闭。'),
]

describe('one right example', () => {
  it.each([
    ['title', '水库开闸放水的通知', '.headline', '水库开闸放水的通知'],
    ['date', '2026年11月1日', '.info-bar > span:nth-of-type(2)', '2026-11-01'],
    ['source', '水务局', '.info-bar > span', '来源：水务局'],
    ['body', '水库定于本周六开闸放水', '.words', '水库定于本周六开闸放水，请居民注意安全。特此通知。'],
  ] as const)('of the %s gives a selector that holds on the other pages', (field, text, selector, found) => {
    const inferred = inferSelector(PAGES, { field, text }, AT)
    expect(inferred).toMatchObject({ holds: 2, of: 2 })
    expect(inferred?.selector).toBe(selector)
    const [page] = PAGES
    expect(page && inferred && textAt(page, inferred.selector)).toBe(found)
  })

  it('of an item gives the links of the list and not those of the menu', () => {
    const items = [1, 2, 3, 4, 5].map(
      (n) => `<li><a href="/${n}.html">鹿鸣市第${n}次白鹭计数</a><i>2026-11-0${n}</i></li>`,
    )
    const menu = ['首页', '要闻', '公告'].map((word) => `<li><a href="/${word}/">${word}</a></li>`)
    const page = load(`<ul class="menu">${menu.join('')}</ul><ul class="list">${items.join('')}</ul>`)
    const inferred = inferSelector([page], { field: 'item', text: '鹿鸣市第2次白鹭计数' }, AT)
    expect(inferred && page(inferred.selector).length).toBe(5)
  })

  it('of an item gives nothing where no selector tells the list from the menu', () => {
    const words = ['首页', '要闻', '公告', '鹿鸣市第1次白鹭计数', '鹿鸣市第2次白鹭计数', '鹿鸣市第3次白鹭计数']
    const page = load(`<ul>${words.map((word, at) => `<li><a href="/${at}.html">${word}</a></li>`).join('')}</ul>`)
    expect(inferSelector([page], { field: 'item', text: '鹿鸣市第2次白鹭计数' }, AT)).toBeUndefined()
  })

  it('that stands nowhere on the page gives nothing', () => {
    expect(inferSelector(PAGES, { field: 'title', text: '别的题目' }, AT)).toBeUndefined()
    expect(inferSelector(PAGES, { field: 'date', text: 'no day at all' }, AT)).toBeUndefined()
    expect(inferSelector([], { field: 'title', text: '水库' }, AT)).toBeUndefined()
  })

  it('prefers what holds on other pages to what is short', () => {
    const [first] = PAGES
    const plain = load('<div class="main"><p class="big">松岭镇停水的通知</p></div>')
    const page = load('<div class="main"><p class="headline">水库开闸放水的通知</p></div>')
    expect(inferSelector([page, plain], { field: 'title', text: '水库开闸放水的通知' }, AT)).toMatchObject({ holds: 1 })
    expect(first).toBeDefined()
  })

  it('never throws, whatever the page and the text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('title', 'date', 'body', 'item', 'source'),
        (html, text, field) => {
          inferSelector([load(html), load(`<p class="a">${html}</p>`)], { field, text }, AT)
        },
      ),
      { numRuns: 500 },
    )
  })
})

it.each([
  ['<p class="title-3bY8Hw-9">', []],
  ['<p class="css-1x9k2 news-title">', ['.news-title', 'p.news-title']],
  ['<p id="zoom" class="TRS_Editor">', ['#zoom', '.TRS_Editor', 'p.TRS_Editor']],
  ['<p id="item20260301" class="odd">', []],
])('%s is called by what will last', (html, names) => {
  const [element] = load(html)('p').toArray()
  expect(element && namesOf(element)).toEqual(names)
})
