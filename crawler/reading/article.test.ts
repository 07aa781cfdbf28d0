import { describe, expect, it } from 'vitest'
import type { Page } from '../../domain/page.ts'
import { readArticle } from './article.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const page = (text: string, url = 'http://www.town.example/xw/1.html'): Page => ({
  url,
  contentType: 'text/html',
  encoding: 'utf-8',
  text,
  fetchedAt: '',
})
const read = (text: string, url?: string) => readArticle(page(text, url), context)

const TITLE = '鼓楼扶正工程进入第二阶段'
const PROSE = [
  '鼓楼前的脚手架昨天拆去一半，围观的居民说，楼好像直了一点，又好像没有。',
  '工程队表示，第二阶段要慢慢来，预计到明年春天结束，其间鼓声照旧。',
  '图书馆的猫铜锣在二楼的窗台上看了一下午，没有发表意见，读者把它拍了下来。',
]
const paragraphs = PROSE.map((text) => `<p>${text}</p>`).join('')
const html = (head: string, body: string) => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

it('believes the national meta tags before what the page shows', () => {
  const article = read(
    html(
      `<title>别的</title><meta name="ArticleTitle" content="${TITLE}"><meta name="pubdate" content="2026-11-03 10:19"><meta name="ContentSource" content="鹿鸣市融媒体中心">`,
      `<h1>别的题目在这里</h1><p>发布时间：2026-11-01 来源：别处</p>${paragraphs}`,
    ),
  )
  expect(article).toMatchObject({
    title: TITLE,
    publishedAt: '2026-11-03T10:19:00+08:00',
    dateOrigin: 'meta',
    source: '鹿鸣市融媒体中心',
  })
  expect(article.evidence).toMatchObject({ title: 'meta:ArticleTitle', source: 'meta:ContentSource' })
})

it('passes over meta tags that say nothing', () => {
  const article = read(
    html(
      `<title>${TITLE}_鹿鸣市人民政府</title><meta name="ContentSource" content="null"><meta name="PubDate" content="">`,
      `<h1>${TITLE}</h1><p>来源：融媒体中心　作者：李四　发布时间：2026-11-01 09:05　浏览：33</p>${paragraphs}`,
    ),
  )
  expect(article).toMatchObject({
    title: TITLE,
    source: '融媒体中心',
    author: '李四',
    publishedAt: '2026-11-01T09:05:00+08:00',
    dateOrigin: 'infoline',
  })
})

it('takes the day of publication and not the day of signing', () => {
  const row = '<tr><td>成文日期：</td><td>2026年10月04日</td><td>发布日期：</td><td>2026年10月06日</td></tr>'
  const article = read(html(`<title>${TITLE}</title>`, `<table>${row}</table><h1>${TITLE}</h1>${paragraphs}`))
  expect(article.publishedAt).toBe('2026-10-06')
})

it('finds the publisher beside the date where no label stands', () => {
  const article = read(
    html(`<title>${TITLE}</title>`, `<h1>${TITLE}</h1><div>2026-11-01 10:56 <a>鹿鸣日报</a></div>${paragraphs}`),
  )
  expect(article).toMatchObject({ source: '鹿鸣日报', publishedAt: '2026-11-01T10:56:00+08:00' })
})

it('falls back to the day in the address', () => {
  const article = read(
    html(`<title>${TITLE}</title>`, `<h1>${TITLE}</h1>${paragraphs}`),
    'http://a.example/202611/t20261103_12.html',
  )
  expect(article).toMatchObject({ publishedAt: '2026-11-03', dateOrigin: 'url' })
})

it('says nothing of what the page does not say', () => {
  const article = read(html(`<title>${TITLE}</title>`, `<h1>${TITLE}</h1>${paragraphs}`))
  expect(Object.keys(article)).not.toContain('publishedAt')
  expect(Object.keys(article)).not.toContain('author')
})

it.each([
  ['UCAP', `<ucaptitle>${TITLE}</ucaptitle><ucapcontent>${paragraphs}</ucapcontent>`],
  ['TRS', `<div class="TRS_Editor">${paragraphs}</div>`],
  ['VSB', `<div id="vsb_content"><div class="v_news_content">${paragraphs}</div></div>`],
  ['e-paper', `<founder-content>${paragraphs}</founder-content>`],
])('finds the text of %s by its container', (_, body) => {
  const aside = '<div><p>版权声明：本站所有文字未经许可不得转载，违者必究，特此声明，敬请留意，谢谢合作。</p></div>'
  const article = read(html(`<title>${TITLE}</title>`, `<h1>${TITLE}</h1>${body}${aside}`))
  expect(article.body).toBe(PROSE.join('\n'))
  expect(article.evidence.body).toMatch(/^family:/)
})

it('finds a notice of one sentence between a menu and a long disclaimer', () => {
  const article = read(
    html(
      '<title>关于停水的通知_鹿鸣市</title>',
      `<ul><li><a href="/">首页</a></li></ul><div class="wz"><h2>关于停水的通知</h2><div>发布时间：2026-11-01 来源：水务局</div>
       <div class="nr"><div>因检修，河湾街道11月5日8时至12时停水。</div></div></div>
       <div class="bottom"><p>免责声明：本网站所载信息仅供参考，使用者据此操作，风险自担，本站不承担任何责任，敬请各位网友谅解。</p></div>`,
    ),
  )
  expect(article.body).toBe('因检修，河湾街道11月5日8时至12时停水。')
  expect(article.source).toBe('水务局')
})

it('leaves the info line and the editor out of the text, and keeps its pictures', () => {
  const article = read(
    html(
      `<title>${TITLE}</title>`,
      `<div id="zoom" class="TRS_Editor"><p>发布时间：2026-11-01 浏览次数：33</p>${paragraphs}<p><img src="./W1.jpg"></p><p>（责任编辑：王五）</p></div>`,
    ),
  )
  expect(article.body).toBe(PROSE.join('\n'))
  expect(article.images).toEqual(['http://www.town.example/xw/W1.jpg'])
})

it('takes the late address of a picture and passes over counters', () => {
  const article = read(
    html(
      `<title>${TITLE}</title>`,
      `<div class="TRS_Editor">${paragraphs}<img src="/blank.gif" data-original="/a.jpg"><img src="/count.gif" width="1" height="1"></div>`,
    ),
  )
  expect(article.images).toEqual(['http://www.town.example/a.jpg'])
})

describe('attachments', () => {
  it('are the files that the text links, and those that call themselves so', () => {
    const article = read(
      html(
        `<title>${TITLE}</title>`,
        `<div class="TRS_Editor">${paragraphs}<a href="./P1.xls">附件1：岗位表.xls</a></div>
         <div><a href="/system/_content/download.jsp?id=7">附件【报名表.doc】</a><a href="/guide.pdf">网站指南</a></div>`,
      ),
    )
    expect(article.attachments).toEqual([
      { name: '附件1：岗位表.xls', url: 'http://www.town.example/xw/P1.xls', type: 'xls' },
      { name: '附件【报名表.doc】', url: 'http://www.town.example/system/_content/download.jsp?id=7', type: '' },
    ])
  })
})

describe('tables', () => {
  it('have their spans written out', () => {
    const table = `<table><tr><th>单位</th><th colspan="2">岗位</th></tr><tr><td rowspan="2">医院</td><td>护士</td><td>3</td></tr><tr><td>会计</td><td>1</td></tr></table>`
    const article = read(html(`<title>${TITLE}</title>`, `<div class="TRS_Editor">${paragraphs}${table}</div>`))
    expect(article.tables).toEqual([
      {
        rows: [
          ['单位', '岗位', '岗位'],
          ['医院', '护士', '3'],
          ['医院', '会计', '1'],
        ],
      },
    ])
  })

  it('whose spans would fill the memory are left out', () => {
    const row = '<tr><td rowspan="99999999" colspan="99999999">x</td></tr>'
    const article = read(
      html(`<title>${TITLE}</title>`, `<div class="TRS_Editor">${paragraphs}<table>${row.repeat(3)}</table></div>`),
    )
    expect(article.tables).toEqual([])
  })
})

it('leaves out an info line without labels at the head of the text', () => {
  const article = read(
    html(`<title>${TITLE}</title>`, `<div class="TRS_Editor"><p>2026-11-01 09:05 鹿鸣日报</p>${paragraphs}</div>`),
  )
  expect(article.body).toBe(PROSE.join('\n'))
})

it('flattens a tree of absurd depth before the reader by density sees it', () => {
  const article = read(html(`<title>${TITLE}</title>`, `${'<div>'.repeat(200)}${paragraphs}`))
  expect(article.body).toBe(PROSE.join('\n'))
})

it('lets an operator set any field right', () => {
  const article = readArticle(
    page(
      html(
        '<title>x</title>',
        `<i class="t">${TITLE}</i><i class="d">2026-11-09</i><i class="s">水务局</i><div class="b">停水。</div>`,
      ),
    ),
    { ...context, correct: { title: '.t', date: '.d', source: '.s', body: '.b' } },
  )
  expect(article).toMatchObject({ title: TITLE, publishedAt: '2026-11-09', source: '水务局', body: '停水。' })
})

describe('abroad', () => {
  const text =
    'The scaffolding around the drum tower came down by half yesterday, and people who watched it all morning say it leans a little less than before. '
  const abroad = (head: string, body: string, url?: string) =>
    read(
      html(
        `<title>The drum tower leans less</title>${head}`,
        `<h1>The drum tower leans less</h1>${body}<p>${text.repeat(3)}</p>`,
      ),
      url,
    )

  it('an instant west of Greenwich has the day that the address names', () => {
    const head = '<meta property="article:published_time" content="2026-11-09T05:30:59Z">'
    expect(abroad(head, '', 'https://news.example/2026/11/08/tower/').publishedAt).toBe('2026-11-08')
    expect(abroad(head, '', 'https://news.example/2026/11/09/tower/').publishedAt).toMatch(/^2026-11-09/)
  })

  it('a first name alone is filled up from what the page says of the person', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"name":"Anna"}}</script>'
    expect(abroad(head, '<p class="author">Anna Berg</p>').author).toBe('Anna Berg')
  })

  it('a label that is written for men and women names nobody', () => {
    expect(abroad('', '<div>Autor:innen und Themen</div><div>von Tim Ehlers</div>').author).toBe('Tim Ehlers')
  })
})
