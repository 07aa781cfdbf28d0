/** Lists in the shapes that portals give them; what stands around them must not count. */
import { describe, expect, it } from 'vitest'
import { readList } from './list.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const read = (text: string, url = 'http://www.town.example/xw/index.html') =>
  readList({ url, contentType: '', encoding: 'utf-8', text, fetchedAt: '' }, context)

const TITLES = [
  '鼓楼扶正工程进入第二阶段',
  '三路公交车改道后又改了回来',
  '白鹭湿地今年春天数出三十七只白鹭',
  '一场雨让老城墙根的积水点现了形',
  '图书馆夜间开放首周借出四千册书',
]
const MENU = `<ul class="nav">${['首页', '新闻', '政务', '服务', '互动', '专题'].map((name, i) => `<li><a href="/c${i}/">${name}</a></li>`).join('')}</ul>`
const day = (i: number) => `2026-11-0${i + 1}`
const each = (make: (title: string, i: number) => string) => TITLES.map(make).join('')
const urls = (list: ReturnType<typeof read>) => list.items.map(({ url }) => url.replace(/.*\//, ''))
const OWN = TITLES.map((_, i) => `${i}1.html`)

describe('finds the items, all of them and nothing else,', () => {
  it.each([
    [
      'of cards whose picture, title and 详情 lead to one place',
      each(
        (title, i) =>
          `<div class="card"><a href="${i}1.html"><img src="p.jpg" alt=""></a><h3><a href="${i}1.html">${title}</a></h3><p>${title}，昨日起。<a href="${i}1.html">[详情]</a></p><span>${day(i)}</span></div>`,
      ),
    ],
    [
      'of a table with a column of its own for the office',
      `<table>${each((title, i) => `<tr class="${i % 2 ? 'odd' : 'even'}"><td><a href="/col/jtj/">交通局</a></td><td><a href="${i}1.html">${title}</a></td><td>${day(i)}</td></tr>`)}</table>`,
    ],
    [
      'beside names of columns',
      `<ul>${each((title, i) => `<li>[<a href="/col/${i % 2}/">${i % 2 ? '民生' : '要闻'}</a>] <a href="${i}1.html">${title}</a><span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'where what is kept on top is bold and red',
      `<ul>${each((title, i) => (i < 2 ? `<li class="top"><b><font color="red"><a href="${i}1.html">${title}</a></font></b> [置顶] ${day(i)}</li>` : `<li><a href="${i}1.html">${title}</a> ${day(i)}</li>`))}</ul>`,
    ],
    ['in a flat text of lines', each((title, i) => `·<a href="${i}1.html">${title}</a> (${day(i)})<br>`)],
    [
      'inside a wrapper that is called page',
      `<div class="page"><div class="hot-list"><ul>${each((title, i) => `<li><a href="${i}1.html">${title}</a><i>${day(i)}</i></li>`)}</ul></div></div>`,
    ],
    [
      'beside a ranking and friendly links that are longer',
      `<ul>${each((title, i) => `<li><a href="${i}1.html">${title}</a><i>${day(i)}</i></li>`)}</ul><div class="side-rank"><ol>${Array.from({ length: 12 }, (_, i) => `<li><a href="/r/${i}.html">大家都在看的第${i}条旧闻的标题</a></li>`).join('')}</ol></div><div class="flink">${Array.from({ length: 40 }, (_, i) => `<a href="http://site${i}.example/">某某县人民政府门户网站</a>`).join('')}</div>`,
    ],
  ])('%s', (_, body) => {
    const list = read(`${MENU}<div class="main">${body}</div>`)
    expect(urls(list)).toEqual(OWN)
    expect(list.items.map(({ title }) => title)).toEqual(TITLES)
    expect(list.items.map(({ date }) => date)).toEqual(TITLES.map((_, i) => day(i)))
  })

  it('of three hundred', () => {
    const many = Array.from(
      { length: 300 },
      (_, i) => `<li><a href="${i}1.html">第${i}号关于道路施工的通告</a> 2026-11-01</li>`,
    )
    expect(read(`${MENU}<ul>${many.join('')}</ul>`).items).toHaveLength(300)
  })

  it('of a list without days that is most of its page', () => {
    expect(urls(read(`${MENU}<ul>${each((title, i) => `<li><a href="${i}1.html">${title}</a></li>`)}</ul>`))).toEqual(
      OWN,
    )
  })

  it('of a list without days in a wrapper named like a margin', () => {
    const items = each((title, i) => `<li><a href="${i}1.html">${title}</a></li>`)
    expect(urls(read(`${MENU}<div class="hot"><ul>${items}</ul></div>`))).toEqual(OWN)
  })

  it('by their headlines, where the teaser is a link as well', () => {
    const teaser = '昨日起，施工单位在鼓楼东街分段围挡，居民可以从南侧便道通行，预计三周后恢复，其间公交车绕行北关。'
    const list = read(
      `${MENU}<ul>${each((title, i) => `<li><p class="t"><a href="${i}1.html">${title}</a></p><p class="c"><a href="${i}1.html">${i}${teaser}${title}</a></p><i>${day(i)}</i></li>`)}</ul>`,
    )
    expect(list.items.map(({ title }) => title)).toEqual(TITLES)
  })

  it('written into a script', () => {
    const rows = TITLES.map((title, i) => ({
      title,
      url: `${i}1.html`,
      pubDate: `${day(i)} 09:00`,
      tags: [{ name: 'x', url: '/t' }],
    }))
    const list = read(
      `${MENU}<div id="app"></div><script>window.state = {"page":{"list":${JSON.stringify(rows)}}};</script>`,
    )
    expect(urls(list)).toEqual(OWN)
    expect(list.items[0]?.date).toBe('2026-11-01T09:00:00+08:00')
  })

  it('handed to a function', () => {
    const rows = TITLES.map((title, i) => ({
      TITLE: title,
      LINKURL: `/${i}1.html`,
      RELEASE_TIME: `/Date(${Date.UTC(2026, 10, i + 1)})/`,
    }))
    const list = read(
      `jQuery123_4(${JSON.stringify({ code: 0, data: { rows, total: 9 } })});`,
      'http://www.town.example/api?pageNo=1&pageSize=5',
    )
    expect(urls(list)).toEqual(OWN)
    expect(list.items.map(({ date }) => date?.slice(0, 10))).toEqual(TITLES.map((_, i) => day(i)))
    expect(list.next).toBe('http://www.town.example/api?pageNo=2&pageSize=5')
  })

  it('of records in XML of any vocabulary', () => {
    const list = read(
      `<?xml version="1.0"?><data>${each((title, i) => `<row><Title>${title}</Title><Link>${i}1.html</Link><PubDate>${day(i)}</PubDate></row>`)}</data>`,
    )
    expect(list.items[1]).toEqual({ url: 'http://www.town.example/xw/11.html', title: TITLES[1], date: '2026-11-02' })
  })
})

describe('the day of an item', () => {
  const one = (make: (i: number) => string) =>
    read(`${MENU}<ul>${each((title, i) => `<li><a href="${i}1.html">${title}</a>${make(i)}</li>`)}</ul>`).items[1]?.date

  it.each([
    [
      'is the published one, not the closing one',
      () => '<span>截止日期：2026-12-31</span><span>发布日期：2026-11-02</span><span>报名时间：2026-11-10</span>',
      '2026-11-02',
    ],
    [
      'is not one that a teaser tells of',
      () =>
        '<p>市民李先生说，十月二日那天起，也就是2026年10月2日以后，三路公交车就不再经过鼓楼东街了，家里老人出门不便。</p><i>11-05</i>',
      '2026-11-05',
    ],
    ['may have a line for each of its parts', () => '<div>02</div><div>Nov</div><div>2026</div>', '2026-11-02'],
    ['may be relative', () => '<em>3天前</em>', '2026-11-19'],
    ['is the first of two with a stroke between', () => '<em>2026-11-02 - 2026-11-05</em>', '2026-11-02'],
    [
      'is that of the publisher when it names an offset',
      () => '<time datetime="2026-11-02T22:00:00-05:00">x</time>',
      '2026-11-02T22:00:00-05:00',
    ],
  ])('%s', (_, make, expected) => {
    expect(one(make)).toBe(expected)
  })
})

describe('finds no item', () => {
  it.each([
    [
      'on an empty list with a ranking beside it',
      `<div class="main"><p>暂无相关内容</p></div><div class="rank">${['热门', '推荐', '最新'].map((name, i) => `<a href="/r/${i}.html">${name}阅读</a>`).join('')}</div>`,
    ],
    ['on an error page', '<h1>404</h1><p>您访问的页面不存在，可能已被删除，请返回首页。</p>'],
    [
      'in the data of a page that is an article',
      `<p>${'大同鼓楼前的脚手架昨天拆去一半，围观的居民说，楼好像直了一点。'.repeat(20)}</p><script>var hot = {"items":${JSON.stringify(TITLES.map((title, i) => ({ title, url: `/${i}.html`, date: day(i) })))}}</script>`,
    ],
  ])('%s', (_, body) => {
    expect(read(MENU + body).items).toEqual([])
  })
})

describe('the next page', () => {
  const next = (pager: string) =>
    read(
      `${MENU}<ul>${each((title, i) => `<li><a href="${i}1.html">${title}</a><i>${day(i)}</i></li>`)}</ul>${pager}`,
    ).next?.replace('http://www.town.example/xw/', '')

  it.each([
    [
      'of a pager known by its class',
      '<div class="pages"><a class="page-next" href="?p=2"><i></i></a></div>',
      'index.html?p=2',
    ],
    ['by an arrow to an address like this one', '<a href="index_2.html">»</a>', 'index_2.html'],
    [
      'by the number after the one marked',
      '<a class="cur" href="index.html">1</a><a href="index_2.html">2</a>',
      'index_2.html',
    ],
    [
      'by a choice of pages',
      '<select><option value="index.html" selected>1</option><option value="index_2.html">2</option></select>',
      'index_2.html',
    ],
    ['by a script in the link', `<a href="#" onclick="location.href='index_2.html'">下一页</a>`, 'index_2.html'],
  ])('is found %s', (_, pager, expected) => {
    expect(next(pager)).toBe(expected)
  })

  it.each([
    ['a calendar', '<table class="calendar"><caption><a href="?month=2026-12">下一页</a></caption></table>'],
    ['the next article', '<div class="article-nav"><a rel="next" href="991.html">下一篇：别的</a></div>'],
    ['a choice of languages', '<div class="lang"><a href="/en/index.html">»</a></div>'],
    ['an arrow to elsewhere', '<a href="/more/">»</a>'],
    ['a function that only a browser runs', '<a href="javascript:toPage(2)">下一页</a>'],
    ['a form of ASP.NET', `<a href="javascript:__doPostBack('pager','2')">下一页</a>`],
    ['a pager at its end', '<a class="disabled" href="index_9.html">下一页</a>'],
  ])('is not %s', (_, pager) => {
    expect(next(pager)).toBeUndefined()
  })
})
