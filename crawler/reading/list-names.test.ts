/** What entries are called, on which day they say they were published, and what marks a page as one article. */
import { describe, expect, it } from 'vitest'
import { readList } from './list.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const read = (text: string, url = 'https://www.town.example/news/') =>
  readList({ url, contentType: '', encoding: 'utf-8', text, fetchedAt: '' }, context)
const TITLES = ['Bridge closed for repairs until spring', 'Library opens at night', 'Herons counted in the marsh']
const each = (make: (title: string, i: number) => string) => TITLES.map(make).join('\n')
const titles = (html: string) => read(html).items.map(({ title }) => title)

describe('an entry is called', () => {
  it.each<[string, string]>([
    [
      'by its heading where only "Read more" is a link',
      each((title, i) => `<article><h2>${title}</h2><p>2 May 2026</p><a href="/n/${i}1">Read more</a></article>`),
    ],
    [
      'by its first line where it has no heading',
      `<ul>${each((title, i) => `<li>2026-05-0${i + 1}<p>${title}</p><a href="/n/${i}1">Find out more</a></li>`)}</ul>`,
    ],
    [
      'by what a link to more says it is about',
      each(
        (title, i) =>
          `<div><a href="/n/${i}1" title="Find out more about ${title}">${title.slice(0, 9)}...</a> 2 May 2026</div>`,
      ),
    ],
  ])('%s', (_, html) => {
    expect(titles(html)).toEqual(TITLES)
  })

  it('by its headline and not by the day that is a link too', () => {
    const posts = ['Devblog 86', 'Update 65', 'Devblog 85', 'Update 64', 'Devblog 84']
    const post = (title: string, i: number) =>
      `<article><header><h1><a href="/n/${i}1">${title}</a></h1><div><a href="/n/${i}1"><time datetime="2026-05-0${i + 1}T08:00:00+08:00">${i + 1} September 2026, 8:00</time></a></div></header></article>`
    expect(titles(posts.map(post).join(''))).toEqual(posts)
  })

  it('by a day where it has no other name, as minutes do', () => {
    const months = 'January February March April May June July August September October'.split(' ')
    const days = [2023, 2024, 2025, 2026].flatMap((year) => months.map((month, i) => `${month} ${i + 10}, ${year}`))
    expect(
      titles(`<ul>${days.map((one, i) => `<li><a href="/minutes/${i}1.pdf">${one}</a></li>`).join('')}</ul>`),
    ).toEqual(days)
  })
})

describe('the day of an entry', () => {
  const dates = (time: string) =>
    read(each((title, i) => `<article><h2><a href="/n/${i}1">${title}</a></h2>${time}</article>`)).items[0]?.date

  it('is the one shown where the time is given in UTC', () => {
    expect(dates('<time datetime="2026-05-02T20:04:45+00:00">2 May 2026</time>')).toBe('2026-05-02')
    expect(dates('<time datetime="2026-05-02T20:04:45Z">3 May 2026</time>')).toBe('2026-05-03T04:04:45+08:00')
  })

  it('is not that of the last change', () => {
    const changed = '<time class="updated" datetime="2026-06-09">9 June</time>'
    expect(dates(`${changed}<time class="entry-date published" datetime="2026-05-02">2 May</time>`)).toBe('2026-05-02')
    expect(dates(changed)).toBe('2026-06-09')
  })
})

describe('a page is no list', () => {
  const list = `<ul>${each((title, i) => `<li><a href="/n/${i}1">${title}</a> 2 May 2026</li>`)}</ul>`
  const bare = `<ul>${each((title, i) => `<li><a href="/n/${i}1">${title}</a></li>`)}</ul>`
  const article = '{"@type":"NewsArticle","headline":"x"}'

  it.each<[string, string, number]>([
    ['when its data describe one article', `<script type="application/ld+json">${article}</script>${list}`, 0],
    ['unless they describe several', `<script type="application/ld+json">[${article},${article}]</script>${list}`, 3],
    ['when one text is marked as an article', `<div itemprop="articleBody">Closed.</div>${list}`, 0],
    [
      'when it calls itself an article and its links have no days',
      `<meta property="og:type" content="article">${bare}`,
      0,
    ],
    ['unless they have', `<meta property="og:type" content="article">${list}`, 3],
    [
      'when a short headline stands right above its source',
      `<title>图书馆夜间开放</title><h1>图书馆夜间开放</h1><p>2026-05-02 来源：桥东社区</p><p>自即日起。</p>${list}`,
      0,
    ],
    [
      'when the title of the page begins with a headline that has its source below',
      `<title>关于鹿鸣河大桥封闭施工的通告 要闻频道 鹿鸣在线</title><h1>关于鹿鸣河大桥封闭施工的通告</h1><p>来源：交通局</p>${list}`,
      0,
    ],
    [
      'unless it is the name of a column, with entries that name theirs',
      `<title>鹿鸣市要闻动态</title><h1>鹿鸣市要闻动态</h1><ul>${each((title, i) => `<li><a href="/n/${i}1">${title}</a><p>来源：桥东社区 2026-05-02</p></li>`)}</ul>`,
      3,
    ],
  ])('%s', (_, html, count) => {
    expect(read(html).items).toHaveLength(count)
  })
})

describe('data that comes by number', () => {
  const next = (page: number, rows: number, total: number, more = {}) => {
    const articles = Array.from({ length: rows }, (_, i) => ({
      title: `${page}-${i} ${TITLES[0]}`,
      url: `/n/${page}${i}.html`,
    }))
    return read(JSON.stringify({ total, articles, ...more }), `https://www.town.example/api?page=${page}&sid=7`).next
  }

  it.each<[string, number, number, number, object, boolean]>([
    ['goes on after a full page', 1, 10, 14, {}, true],
    ['ends with a page that holds the rest', 2, 4, 14, {}, false],
    ['goes on where a page of that size may be full', 2, 10, 35, {}, true],
    ['ends where the data say how many a page holds', 2, 5, 20, { pageSize: 15 }, false],
    ['goes on where nothing says how many', 3, 7, 70, {}, true],
  ])('%s', (_, page, rows, total, more, goesOn) => {
    expect(next(page, rows, total, more)?.slice(-12)).toBe(goesOn ? `page=${page + 1}&sid=7` : undefined)
  })
})
