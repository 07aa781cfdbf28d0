/** Articles whose text is no running text: files, pictures, a table, pages in one, a header of open information. */
import { describe, expect, it } from 'vitest'
import type { Article } from '../../domain/page.ts'
import { readArticle } from './article.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const TITLE = '关于河湾街道公开招聘社区工作者的公告'
const INFO = '发布时间：2026-11-20 09:05　来源：人社局　浏览次数：33　字体：[大 中 小]'
const MENU =
  '<ul class="menu"><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li><li><a href="/b/">通知公告</a></li></ul>'
const FOOT = '<div class="foot"><p>主办单位：鹿鸣市人民政府 版权所有</p><p>备案号：某ICP备00000000号</p></div>'

function read(body: string, head = ''): Article {
  const text = `<!doctype html><html><head><title>${TITLE}_鹿鸣市人民政府</title>${head}</head><body>${MENU}${body}${FOOT}</body></html>`
  const page = {
    url: 'http://www.town.example/tz/1.html',
    contentType: 'text/html',
    encoding: 'utf-8',
    text,
    fetchedAt: '',
  }
  return readArticle(page, context)
}

const SHAPES: readonly [string, (text: string) => string][] = [
  ['a container of its own', (text) => `<h1>${TITLE}</h1><div>${INFO}</div><div class="nr">${text}</div>`],
  [
    'a table of layout',
    (text) => `<table><tr><td><h2>${TITLE}</h2></td></tr><tr><td>${INFO}</td></tr><tr><td>${text}</td></tr></table>`,
  ],
  ['a container that is known', (text) => `<h1>${TITLE}</h1><div>${INFO}</div><div class="TRS_Editor">${text}</div>`],
]

describe.each(SHAPES)('in %s', (_, shape) => {
  it('a page of files alone gives its files, and no furniture for a text', () => {
    const article = read(
      shape('<p><a href="/f/1.xls">附件1：岗位表.xls</a></p><p><a href="/f/2.docx">附件2：报名表.docx</a></p>'),
    )
    expect(article.attachments).toEqual([
      { name: '附件1：岗位表.xls', url: 'http://www.town.example/f/1.xls', type: 'xls' },
      { name: '附件2：报名表.docx', url: 'http://www.town.example/f/2.docx', type: 'docx' },
    ])
    expect(article.title).toBe(TITLE)
    expect(article.body).not.toMatch(/主办单位|备案号|浏览次数|首页/)
  })

  it('a gallery gives its pictures', () => {
    const pictures = [1, 2, 3].map((n) => `<p><img src="/p/${n}.jpg"></p><p>图${n}</p>`).join('')
    const article = read(shape(pictures))
    expect(article.images).toEqual([1, 2, 3].map((n) => `http://www.town.example/p/${n}.jpg`))
    expect(article.body).not.toMatch(/主办单位|备案号|浏览次数|首页/)
  })

  it('a table that is the whole text is read with its cells', () => {
    const rows = [
      ['岗位', '人数', '学历'],
      ['社区工作者', '3', '大专'],
      ['网格员', '2', '高中'],
      ['文书', '1', '本科'],
    ]
    const table = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
    const article = read(shape(table))
    expect(article.tables.map((one) => one.rows)).toEqual([rows])
    expect(article.body.split('\n')).toEqual(rows.map((row) => row.join('\t')))
  })
})

it('a table of thousands of rows is read to its end', () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, n) => `<tr>${Array.from({ length: 8 }, (_, c) => `<td><p>${n}-${c}</p></td>`).join('')}</tr>`,
  )
  const article = read(`<h1>${TITLE}</h1><div>${INFO}</div><div class="nr"><table>${rows.join('')}</table></div>`)
  expect(article.tables[0]?.rows.length).toBe(3_000)
  expect(article.body).toContain('2999-7')
})

it('pages in one are read as one text, without the mark between them', () => {
  const [first, second] = [
    '鼓楼街道的社区工作者招聘从今天开始，报名到月底为止。',
    '笔试定于下月中旬举行，地点在图书馆二楼，猫铜锣也在那里。',
  ]
  const text = `<p>${first}</p><p>#PAGE_BREAK#</p><p>${second}</p>`
  expect(read(`<h1>${TITLE}</h1><div id="UCAP-CONTENT">${text}</div>`).body).toBe(`${first}\n${second}`)
  expect(read(`<h1>${TITLE}</h1><div>${INFO}</div><div>${text}</div>`).body).toBe(`${first}\n${second}`)
})

it.each([
  [
    'cells',
    '<tr><td>索引号：</td><td>000014349/2026-00031</td><td>信息分类：</td><td>人事</td></tr><tr><td>发布机构：</td><td>鹿鸣市人社局</td><td>发布日期：</td><td>2026年11月20日</td></tr><tr><td>成文日期：</td><td>2026年11月18日</td><td>时效：</td><td>有效</td></tr>',
  ],
  [
    'one cell each',
    '<tr><td>索引号：000014349/2026-00031</td><td>信息分类：人事</td></tr><tr><td>发布机构：鹿鸣市人社局</td><td>发布日期：2026-11-20</td></tr><tr><td>成文日期：2026-11-18</td><td>时效：有效</td></tr>',
  ],
])('a header of open information in %s tells day and publisher, and is no text', (_, rows) => {
  const text = '为充实社区工作力量，鹿鸣市人社局决定面向社会公开招聘社区工作者六名，现将有关事项公告如下。'
  const article = read(
    `<table class="xxgk">${rows}</table><h1>${TITLE}</h1><div class="nr"><p>${text}</p><p>报名从即日起到本月底为止，逾期不予受理，请带身份证原件。</p></div>`,
  )
  expect(article).toMatchObject({ title: TITLE, publishedAt: '2026-11-20', source: '鹿鸣市人社局' })
  expect(article.body).toMatch(/^为充实/)
  expect(article.body).not.toContain('索引号')
  expect(article.tables).toEqual([])
})
