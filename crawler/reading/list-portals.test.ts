/** Lists as municipal portals build them, each inside the same portal: menu, path, side column, friendly links, foot. */
import { describe, expect, it } from 'vitest'
import type { ReadList } from '../../domain/page.ts'
import { readList } from './list.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const HOME = 'http://www.town.example/zwgk/tzgg/'
const NEWS = [
  '关于鹿鸣河大桥封闭施工期间交通管制的通告',
  '鹿鸣市2026年第三批公益性岗位招聘公告',
  '白鹭湿地保护规划（草案）公开征求意见',
  '停水通知',
  '市教育局关于秋季学期学生资助工作的公示',
  '鹿鸣市图书馆夜间开放志愿者招募启事',
]
const day = (i: number) => `2026-11-${String(20 - i).padStart(2, '0')}`
const [month, year] = [(i: number) => day(i).slice(5), '2026']
const href = (i: number) => `202611/t20261120_${4100 + i}.html`
const a = (i: number, more = '') => `<a href="./${href(i)}"${more}>${NEWS[i]}</a>`
const each = (make: (i: number) => string) => NEWS.map((_, i) => make(i)).join('\n')
const names = (list: string[], path: string) => list.map((name, i) => `<li><a href="/${path}${i}/">${name}</a></li>`)

const MENU = names(['首页', '走进鹿鸣', '新闻中心', '政务公开', '办事服务', '互动交流', '数据发布'], 'c').join('')
const SIDE = names(
  ['通知公告', '政府文件', '人事信息', '财政预决算信息', '重大建设项目信息', '应急管理'],
  'zwgk/s',
).join('')
const LINKS = Array.from({ length: 30 }, (_, i) => `<a href="http://gov${i}.example/">某某市人民政府门户网站</a>`).join(
  '',
)
const portal = (main: string) => `<!doctype html><title>通知公告_鹿鸣市人民政府</title>
  <div class="header"><ul class="nav">${MENU}</ul></div>
  <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div>
  <div class="left-menu"><ul>${SIDE}</ul></div><div class="right-con">${main}</div>
  <div class="friend-links">${LINKS}</div>
  <div class="footer"><p>主办：鹿鸣市人民政府办公室　网站标识码：9900000004　联系电话：0000-1234567，地址：鹿鸣市桥东街1号。</p></div>`

const read = (html: string, url = HOME): ReadList =>
  readList({ url, contentType: 'text/html', encoding: 'utf-8', text: html, fetchedAt: '' }, context)
const rows = ({ items }: ReadList) => items.map(({ url, title, date }) => [url, title, date?.slice(0, 10)])
const wanted = NEWS.map((title, i) => [HOME + href(i), title, day(i)])

describe('reads address, title and day of every entry, and nothing else,', () => {
  it.each<[string, string]>([
    ['of links and spans', `<ul class="list">${each((i) => `<li>${a(i)}<span>${day(i)}</span></li>`)}</ul>`],
    ['with the day first', `<ul>${each((i) => `<li><span class="date">${day(i)}</span>${a(i)}</li>`)}</ul>`],
    ['with days in brackets', `<ul>${each((i) => `<li>${a(i)}<i>[${month(i)}]</i></li>`)}</ul>`],
    ['with two-digit years', `<ul>${each((i) => `<li>${a(i)}<em>[${day(i).slice(2)}]</em></li>`)}</ul>`],
    [
      'with slashes and times',
      `<ul>${each((i) => `<li>${a(i)}<b>${day(i).replaceAll('-', '/')} 09:05</b></li>`)}</ul>`,
    ],
    ['with dots', `<ul>${each((i) => `<li>${a(i)}<span>${day(i).replaceAll('-', '.')}</span></li>`)}</ul>`],
    ['with 年月日', `<ul>${each((i) => `<li>${a(i)}<span>2026年11月${20 - i}日</span></li>`)}</ul>`],
    [
      'with the day of the month above the month',
      `<ul>${each((i) => `<li><div class="rq"><b>${20 - i}</b><p>${year}-11</p></div>${a(i)}</li>`)}</ul>`,
    ],
    ['of a definition list', `<dl>${each((i) => `<dt>${a(i)}</dt><dd>${day(i)}</dd>`)}</dl>`],
    [
      'of a definition list for each entry',
      each((i) => `<dl><dt>${a(i)}</dt><dd class="zy">办公室发布的信息，全文请点击标题。</dd><dd>${day(i)}</dd></dl>`),
    ],
    [
      'of a table with number, title and day',
      `<table><tr><th>序号</th><th>标题</th><th>发布日期</th></tr>${each((i) => `<tr><td>${i + 1}</td><td>${a(i)}</td><td>${day(i)}</td></tr>`)}</table>`,
    ],
    [
      'of a catalogue with index number, title, file number and day',
      `<table>${each((i) => `<tr><td>LM001-2026-0${i}</td><td>${a(i)}</td><td>鹿政发〔2026〕${i + 1}号</td><td>${day(i)}</td></tr>`)}</table>`,
    ],
    [
      'of tables nested for looks, a row of dots below each',
      `<table><tr><td>${each((i) => `<table width="100%"><tr><td>·</td><td>${a(i)}</td><td>${day(i)}</td></tr><tr><td colspan="3" background="d.gif"></td></tr></table>`)}</td></tr></table>`,
    ],
    [
      'whose first are kept on top',
      `<ul>${each((i) => `<li${i < 2 ? ' class="top"' : ''}>${i < 2 ? '<span class="zd">置顶</span>' : ''}${a(i)}<span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'marked as new by a picture',
      `<ul>${each((i) => `<li>${a(i)}${i < 3 ? '<img src="new.gif" alt="new">' : ''}<span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'with a department before the title',
      `<ul>${each((i) => `<li><span class="bm">[教育局]</span>${a(i)}<span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'with a department that is a link',
      `<ul>${each((i) => `<li><a href="/bm/${i % 3}/">[${['教育局', '交通局', '水务局'][i % 3]}]</a>${a(i)}<span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'with source and readers beside the day',
      `<ul>${each((i) => `<li>${a(i)}<p>来源：市政府办公室　发布时间：${day(i)}　浏览：${300 + i}次</p></li>`)}</ul>`,
    ],
    [
      'with a state',
      `<ul>${each((i) => `<li><span class="badge">${i % 2 ? '已结束' : '报名中'}</span>${a(i)}<span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'with a closing day beside the day of publication',
      `<table>${each((i) => `<tr><td>${a(i)}</td><td>发布：${day(i)}</td><td>截止：2026-12-3${i % 2}</td></tr>`)}</table>`,
    ],
    [
      'of cards with excerpt and 详情',
      each(
        (i) =>
          `<div class="card"><h3>${a(i)}</h3><p>昨日起，施工单位在鼓楼东街分段围挡……</p><span>${day(i)}</span><a href="./${href(i)}">详情&gt;&gt;</a></div>`,
      ),
    ],
    [
      'of cards in which only 查看详情 is a link',
      each(
        (i) =>
          `<div class="card"><h4>${NEWS[i]}</h4><p>${day(i)}</p><a class="btn" href="./${href(i)}">查看详情</a></div>`,
      ),
    ],
    [
      'of cards that are one link',
      each((i) => `<a class="card" href="./${href(i)}"><div class="title">${NEWS[i]}</div><div>${day(i)}</div></a>`),
    ],
    [
      'with a picture that is a link too',
      `<ul>${each((i) => `<li><a href="./${href(i)}"><img src="p${i}.jpg" alt=""></a><div>${a(i)}<span>${day(i)}</span></div></li>`)}</ul>`,
    ],
    ['in lines of text', each((i) => `·${a(i)}（${day(i)}）<br>`)],
    [
      'in groups of three',
      [0, 3]
        .map(
          (from) =>
            `<ul class="g">${[0, 1, 2].map((i) => `<li>${a(from + i)}<span>${day(from + i)}</span></li>`).join('')}</ul>`,
        )
        .join('<div class="line"></div>'),
    ],
    [
      'whose text is cut, the whole title in the attribute',
      `<ul>${each((i) => `<li><a href="./${href(i)}" title="${NEWS[i]}">${NEWS[i]?.slice(0, 3)}...</a><span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'opened by a script in the head of the address',
      `<ul>${each((i) => `<li><a target="_blank" onclick="hit(${i})" href="/zwgk/tzgg/${href(i)}">${NEWS[i]}</a><span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'of volunteer projects with place and state',
      each(
        (i) =>
          `<div class="xm"><p class="tit">${a(i)}</p><p>地点：桥东社区　已报名 ${i}/20</p><p>发布时间：${day(i)}</p><span class="zt">招募中</span></div>`,
      ),
    ],
    [
      'beside days of events in the excerpt',
      `<ul>${each((i) => `<li><h3>${a(i)}</h3><p>活动将于12月3日至12月5日在市文化馆举行，欢迎广大市民朋友积极报名参加，详情咨询社区工作人员。</p><span>${day(i)}</span></li>`)}</ul>`,
    ],
    [
      'kept in a data island of XML',
      `<div><script type="text/xml"><datastore><recordset>${each((i) => `<record><![CDATA[<li>${a(i)}<span>${day(i)}</span></li>]]></record>`)}</recordset></datastore></script></div>`,
    ],
    [
      'kept in a data island of JSON',
      `<div id="app"></div><script>var listData = ${JSON.stringify({ rows: NEWS.map((title, i) => ({ title, url: `./${href(i)}`, pubDate: `${day(i)} 08:00:00` })) })};</script>`,
    ],
  ])('%s', (_, main) => {
    expect(rows(read(portal(main)))).toEqual(wanted)
  })

  it('of jobs in columns, named by the post', () => {
    const posts = ['出纳', '保安', '司机', '护理员', '语文教师', '软件工程师']
    const main = `<table><tr><th>单位</th><th>岗位</th><th>薪资</th><th>日期</th></tr>${posts.map((post, i) => `<tr><td>鹿鸣${'甲乙丙丁戊己'[i]}公司</td><td><a href="./${href(i)}">${post}</a></td><td>${i + 3}000-${i + 5}000元/月</td><td>${month(i)}</td></tr>`).join('')}</table>`
    expect(rows(read(portal(main)))).toEqual(posts.map((post, i) => [HOME + href(i), post, day(i)]))
  })
})

describe('short and equal titles', () => {
  const dl = (titles: string[]) =>
    titles.map((title, i) => `<dt><a href="./${href(i)}">${title}</a></dt><dd>${day(i)}</dd>`).join('')

  it.each<[string, string[]]>([
    [
      'every second of them 停水通知',
      ['停水通知', NEWS[0] ?? '', '停水通知', NEWS[1] ?? '', '停水通知', NEWS[2] ?? ''],
    ],
    ['all of them 停电通知', ['停电通知', '停电通知', '停电通知', '停电通知']],
    ['three short ones', ['停水通知', '停电通知', '停气通知']],
  ])('count when each has a day and the addresses are made alike: %s', (_, titles) => {
    const list = read(portal(`<dl>${dl(titles)}</dl>`))
    expect(list.items.map(({ title }) => title)).toEqual(titles)
  })

  it('do not beat full ones: the offices beside them have days as well', () => {
    const main = each((i) => `<li>${a(i)}<a href="/dw/${i}.html">鹿鸣市水务局</a><span>${day(i)}</span></li>`)
    expect(rows(read(portal(`<ul>${main}</ul>`)))).toEqual(wanted)
  })
})

describe('a list of one entry', () => {
  it.each<[string, string]>([
    ['in a list', `<ul class="list"><li>${a(0)}<span>${day(0)}</span></li></ul>`],
    ['in a table', `<table><tr><td>1</td><td>${a(0)}</td><td>${day(0)}</td></tr></table>`],
  ])('is read %s', (_, main) => {
    expect(rows(read(portal(main)))).toEqual(wanted.slice(0, 1))
  })

  it.each<[string, string]>([
    ['without a day', `<ul><li>${a(0)}</li></ul>`],
    ['that is a file', `<ul><li><a href="f/20261120.docx">报名表下载地址</a><span>${day(0)}</span></li></ul>`],
    [
      'beside a text',
      `<p>${'鼓楼前的脚手架昨天拆去一半，围观的居民说，楼好像直了一点。'.repeat(4)}</p><ul><li>${a(0)}<span>${day(0)}</span></li></ul>`,
    ],
  ])('is not a row %s', (_, main) => {
    expect(read(portal(main)).items).toEqual([])
  })
})

describe('of several lists of one page', () => {
  const other = ['老城墙根的积水点一场雨后现了形', '三路公交车改道后又改了回来', '图书馆夜间开放首周借出四千册书']
  it('the fuller one with days is taken, and 更多 leads to no next page', () => {
    const news = `<div class="box"><h2>要闻 <a href="/xw/">更多&gt;&gt;</a></h2><ul>${other.map((title, i) => `<li><a href="/xw/${i}.html">${title}</a><span>${day(i)}</span></li>`).join('')}</ul></div>`
    const notices = `<div class="list"><h2>公告 <a href="/tzgg/">更多&gt;&gt;</a></h2><ul>${each((i) => `<li>${a(i)}<span>${day(i)}</span></li>`)}</ul></div>`
    const list = read(portal(news + notices))
    expect(rows(list)).toEqual(expect.arrayContaining(wanted))
    expect(list.next).toBeUndefined()
  })

  it('a menu of hundreds of towns without days is not', () => {
    const towns = Array.from(
      { length: 320 },
      (_, i) => `<li><a href="/bus/${i}.html">第${i}号城市公交线路查询</a></li>`,
    )
    const main = `<div class="citys"><ul>${towns.join('')}</ul></div><ul>${each((i) => `<li>${a(i)}<span>${day(i)}</span></li>`)}</ul>`
    expect(rows(read(portal(main)))).toEqual(wanted)
  })
})

describe('there is no item', () => {
  it.each<[string, string]>([
    ['in an empty list', '<div class="list"><p>暂无数据</p></div>'],
    [
      'in an empty table',
      '<table><tr><th>序号</th><th>标题</th><th>日期</th></tr><tr><td colspan="3">没有找到相关记录</td></tr></table>',
    ],
    ['on a page of errors', '<h1>404</h1><p>您访问的页面不存在或已被删除。</p><a href="/">返回首页</a>'],
    [
      'on a page to log in',
      '<form><input name="user"><input type="password"><button>登录</button></form><a href="/reg/1.html">注册账号</a><a href="/pw/1.html">忘记密码</a>',
    ],
    [
      'on a wiki among links to edit',
      each(
        (i) =>
          `<h3>${NEWS[i]}<a href="/w/index.php?title=p&action=edit&section=${i}" title="编辑章节：${NEWS[i]}">编辑</a></h3>`,
      ),
    ],
    [
      'in a sentence that names its sources',
      `<p>本办法所称文件，${each((i) => `以及依照有关规定印发并公布施行的《${a(i)}》，`)}自印发之日起施行。</p>`,
    ],
  ])('%s', (_, main) => {
    expect(read(portal(main)).items).toEqual([])
  })
})

describe('the next page', () => {
  const list = `<ul>${each((i) => `<li>${a(i)}<span>${day(i)}</span></li>`)}</ul>`
  const next = (pager: string, here: string) => read(portal(list + pager), here).next

  it.each<[string, string, string, string | undefined]>([
    [
      'is the older one on a blog',
      '<a href="/b/page/3/">← Older posts</a><a href="/b/page/1/">Newer posts →</a>',
      '/b/page/2/',
      '/b/page/3/',
    ],
    [
      'is the higher number, whatever it is called',
      '<a href="/b/page/2/">« Previous entries</a><a href="/b/page/4/">Next entries »</a>',
      '/b/page/3/',
      '/b/page/4/',
    ],
    ['is not one before', '<a class="next" href="/b/page/2/">→</a>', '/b/page/3/', undefined],
    ['is not the first', '<a class="nav-next" href="/b">下一页</a>', '/b/page/2/', undefined],
    [
      'may have a lower number where pages count down',
      '<a href="/tzgg/22.htm">下页</a>',
      '/tzgg/23.htm',
      '/tzgg/22.htm',
    ],
  ])('%s', (_, pager, here, expected) => {
    expect(next(pager, `http://www.town.example${here}`)).toBe(expected && `http://www.town.example${expected}`)
  })
})
