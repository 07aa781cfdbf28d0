/** What stands beside the list of a portal, or in its place; and which page comes next. */
import { describe, expect, it } from 'vitest'
import { a, day, each, NEWS, portal, read, rows, wanted } from './list-portal.pages.ts'

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
      (_, i) => `<li><a href="/bus/${i}.html">第${i}号城市公交线路走向、站点与首末班时刻查询</a></li>`,
    )
    const main = `<div class="citys"><ul>${towns.join('')}</ul></div><ul>${each((i) => `<li>${a(i)}<span>${day(i)}</span></li>`)}</ul>`
    expect(rows(read(portal(main)))).toEqual(wanted)
  })
})

describe('long lines of the margin are no article:', () => {
  const bare = `<ul>${each((i) => `<li>${a(i)}</li>`)}</ul>`
  const lines = [
    '桥东社区老旧小区改造昨日开工，',
    '图书馆夜间开放首周借出图书四千册，',
    '白鹭湿地今年春天数出三十七只白鹭，',
  ]
  const more = '记者走访了附近居民和施工单位，了解到工程预计三周完成，其间公交车绕行'

  it.each<[string, (line: string, i: number) => string]>([
    ['teasers', (line) => `<div>${line}${more}...</div>`],
    ['headlines of others', (line, i) => `<div><a href="http://other${i}.example/x">${line}${more}</a></div>`],
  ])('%s', (_, make) => {
    const margin = [...lines, ...lines, ...lines].map(make).join('')
    expect(rows(read(portal(bare + margin))).map(([, title]) => title)).toEqual(NEWS)
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
      [0, 6, 12]
        .map((from) =>
          each(
            (i) =>
              `<h3>${NEWS[i]}<a href="/w/index.php?title=p&action=edit&section=${from + i}" title="编辑${NEWS[i]}${from}">改</a></h3>`,
          ),
        )
        .join(''),
    ],
    [
      'in sentences that name where to read on',
      [0, 6]
        .map((from) =>
          each(
            (i) =>
              `<p>有关施工期间公交绕行的具体安排，请参阅《<a href="/gf/${from + i}.html">${NEWS[i]}${from}</a>》一文的说明。</p>`,
          ),
        )
        .join(''),
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
