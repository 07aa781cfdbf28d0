import { describe, expect, it } from 'vitest'
import type { Page } from '../../domain/page.ts'
import { readList } from './list.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const page = (text: string, url = 'http://www.town.example/xw/index.html', contentType = 'text/html'): Page => ({
  url,
  contentType,
  encoding: 'utf-8',
  text,
  fetchedAt: '',
})
const read = (text: string, url?: string) => readList(page(text, url), context)

const TITLES = ['鼓楼扶正工程进入第二阶段', '三路公交车改道后又改了回来', '白鹭湿地今年春天数出三十七只白鹭']
const MENU = `<ul class="nav">${['首页', '新闻', '政务', '服务', '互动', '专题'].map((name, i) => `<li><a href="/c${i}/">${name}</a></li>`).join('')}</ul>`
const items = (make: (title: string, index: number) => string) =>
  `${MENU}<div class="main"><ul>${TITLES.map(make).join('')}</ul></div>`

it('finds three items beside a menu, with their dates', () => {
  const list = read(
    items((title, i) => `<li><a href="./t2026112${i}_${i}.html">${title}</a><span>2026-11-0${i + 1}</span></li>`),
  )
  expect(list.items).toEqual(
    TITLES.map((title, i) => ({
      url: `http://www.town.example/xw/t2026112${i}_${i}.html`,
      title,
      date: `2026-11-0${i + 1}`,
    })),
  )
})

it('takes the title attribute where the list cuts its text', () => {
  const list = read(
    items(
      (title, i) =>
        `<li><a href="${i}1.html" title="${title}">${title.slice(0, 8)}...</a><span>11-0${i + 1}</span></li>`,
    ),
  )
  expect(list.items.map(({ title }) => title)).toEqual(TITLES)
})

it('takes the date beside a title and not the one inside it', () => {
  const list = read(items((title, i) => `<li><a href="${i}1.html">2026年1月5日${title}</a><i>2026/11/1${i}</i></li>`))
  expect(list.items.map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-11', '2026-11-12'])
})

it('takes the date before a title and not the one inside it', () => {
  const list = read(items((title, i) => `<li><i>2026/11/1${i}</i><a href="${i}1.html">${title}2026年1月5日</a></li>`))
  expect(list.items.map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-11', '2026-11-12'])
})

it('joins a day and a month that stand in nodes of their own', () => {
  const list = read(items((title, i) => `<li><b>1${i}</b><em>2026-08</em><a href="${i}1.html">${title}</a></li>`))
  expect(list.items.map(({ date }) => date)).toEqual(['2026-08-10', '2026-08-11', '2026-08-12'])
})

it('takes a date out of the definition after a term', () => {
  const list = read(
    `${MENU}<dl>${TITLES.map((title, i) => `<dt><a href="${i}1.html">${title}</a></dt><dd>民國115年11月${i + 1}日</dd>`).join('')}</dl>`,
  )
  expect(list.items.map(({ date }) => date)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
})

it('marks items on another host', () => {
  const list = read(
    items(
      (title, i) => `<li><a href="http://${i === 1 ? 'other' : 'www.town'}.example/${i}1.html">${title}</a> 11-01</li>`,
    ),
  )
  expect(list.items.map(({ external }) => external)).toEqual([undefined, true, undefined])
})

it('opens the records that a jpage list keeps in a script', () => {
  const record = (title: string, i: number) =>
    `<record><![CDATA[<li><a href="/art/2026/11/${i + 1}/art_1_${i}.html">${title}</a><span>2026-11-0${i + 1}</span></li>]]></record>`
  const list = read(
    `${MENU}<div id="1"><script type="text/xml"><datastore><recordset>${TITLES.map(record).join('')}</recordset></datastore></script></div>`,
  )
  expect(list.items.map(({ title, date }) => [title, date])).toEqual(
    TITLES.map((title, i) => [title, `2026-11-0${i + 1}`]),
  )
})

it('reads the XML of a dataproxy', () => {
  const record = (title: string, i: number) =>
    `<record><![CDATA[<li><a href="/art/2026/11/${i + 1}/art_1_${i}.html">${title}</a><span>2026-11-0${i + 1}</span></li>]]></record>`
  const list = read(
    `<?xml version="1.0" encoding="utf-8"?><datastore><recordset>${TITLES.map(record).join('')}</recordset></datastore>`,
  )
  expect(list.items).toHaveLength(3)
})

it('reads the JSON list of UCAP and asks for the next page while there is one', () => {
  const url = 'http://www.town.example/search/0123456789abcdef0123456789abcdef?page=1&_pageSize=3&_isJson=true'
  const results = TITLES.map((title, i) => ({
    title: `<em>${title}</em>`,
    url: `/xw/202611/${i}.shtml`,
    publishedTimeStr: `2026-11-0${i + 1} 09:30:00`,
  }))
  const list = readList(page(JSON.stringify({ data: { total: 7, results } }), url, 'application/json'), context)
  expect(list.items[1]).toEqual({
    url: 'http://www.town.example/xw/202611/1.shtml',
    title: TITLES[1],
    date: '2026-11-02T09:30:00+08:00',
  })
  expect(list.next).toBe(url.replace('page=1', 'page=2'))
  const last = readList(page(JSON.stringify({ data: { total: 3, results } }), url), context)
  expect(last.next).toBeUndefined()
})

it('reads seconds since 1970 where a list gives numbers', () => {
  const articles = TITLES.map((title, i) => ({ title, url: `/a/${i}.html`, create_time: 1_793_600_000 + i }))
  expect(read(JSON.stringify({ articles })).items[0]?.date).toBe('2026-11-02T14:13:20+08:00')
})

it('names the address from which a script will fill the list', () => {
  const list = read(
    `${MENU}<div id="list"></div><script>load("/common/search/0123456789abcdef0123456789abcdef")</script>`,
  )
  expect(list.items).toEqual([])
  expect(list.next).toMatch(/^http:\/\/www\.town\.example\/common\/search\/0123456789abcdef0123456789abcdef\?page=1&/)
})

it('names it too where other links stand in the margin', () => {
  const side = TITLES.map((title, i) => `<li><a href="/s/${i}1.html">${title}</a> 11-0${i + 1}</li>`).join('')
  const list = read(
    `<ul>${side}</ul><script>var u = '/search/0123456789abcdef0123456789abcdef?page=1&_isJson=true'</script>`,
  )
  expect(list).toMatchObject({
    items: [],
    next: 'http://www.town.example/search/0123456789abcdef0123456789abcdef?page=1&_isJson=true',
  })
})

it('follows the record store to the records after it', () => {
  const record = (title: string, i: number) =>
    `<record><![CDATA[<li><a href="/art/2026/11/1/art_1_${i}.html">${title}</a><span>2026-11-0${i + 1}</span></li>]]></record>`
  const list = read(
    `<datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?startrecord=4&endrecord=6"></a>]]></nextgroup><recordset>${TITLES.map(record).join('')}</recordset></datastore>`,
  )
  expect(list.items).toHaveLength(3)
  expect(list.next).toBe('http://www.town.example/module/web/jpage/dataproxy.jsp?startrecord=4&endrecord=6')
})

it('gives no items on an article with other news beside it', () => {
  const prose = '大同鼓楼前的脚手架昨天拆去一半，围观的居民说，楼好像直了一点，又好像没有。'.repeat(20)
  const list = read(
    `<h1>鼓楼</h1><p>${prose}</p><ul>${TITLES.map((title, i) => `<li><a href="${i}1.html">${title}</a> 11-01</li>`).join('')}</ul>`,
  )
  expect(list.items).toEqual([])
})

it('gives no items on a short notice that has its own info line', () => {
  const title = '关于三路公交车临时改道的通知公告'
  const list = read(
    `<title>${title}_鹿鸣市</title><h1>${title}</h1><p>来源：交通局 发布时间：2026-11-01</p><p>即日起改道。</p>
     <ul>${TITLES.map((other, i) => `<li><a href="${i}1.html">${other}</a> 11-01</li>`).join('')}</ul>`,
  )
  expect(list.items).toEqual([])
})

it('gives no items where there is but a menu', () => {
  expect(read(MENU).items).toEqual([])
})

it('lets an operator say what an item is', () => {
  const list = readList(page(`${MENU}<p class="x"><a href="/1.html">短</a> 2026-11-01</p>`), {
    ...context,
    correct: { item: '.x' },
  })
  expect(list.items).toEqual([{ url: 'http://www.town.example/1.html', title: '短', date: '2026-11-01' }])
})

describe('next page', () => {
  const body = items((title, i) => `<li><a href="${i}1.html">${title}</a><span>2026-11-0${i + 1}</span></li>`)
  it.each([
    ['follows 下一页', '<a href="index_1.html">下一页</a>', 'index_1.html'],
    [
      'follows 下页 where pages count down',
      '<a href="xw/23.htm">上页</a><a href="index/22.htm">下页</a>',
      'index/22.htm',
    ],
    [
      'reads the script of TRS, which counts from 0',
      '<script>createPageHTML(5, 0, "index", "html");</script>',
      'index_1.html',
    ],
    [
      'reads the script of UCAP, which counts from 1',
      "<script>createPageHTML('page', 9, 1, 'list', 'shtml', 170)</script>",
      'list_2.shtml',
    ],
    [
      'takes the number after the one that is no link',
      '<span>1</span><a href="p2.html">2</a><a href="p3.html">3</a>',
      'p2.html',
    ],
    ['believes the head', '<link rel="next" href="/page/2/">', '/page/2/'],
  ])('%s', (_, pager, expected) => {
    expect(read(body + pager).next).toBe(new URL(expected, 'http://www.town.example/xw/').href)
  })

  it.each([
    ['at the last page of TRS', '<script>createPageHTML(1, 0, "index", "html");</script>'],
    ['where the link leads to the page itself', '<a href="index.html">下一页</a>'],
    ['where the link is a script', '<a href="javascript:void(0)">下一页</a>'],
  ])('there is none %s', (_, pager) => {
    expect(read(body + pager).next).toBeUndefined()
  })
})
