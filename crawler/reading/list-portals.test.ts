/** Lists as municipal portals build them: every shape holds the same notices. */
import { describe, expect, it } from 'vitest'
import { a, day, each, HOME, href, month, NEWS, portal, read, rows, wanted } from './list-portal.pages.ts'

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
      `<ul>${each((i) => `<li><div class="rq"><b>${20 - i}</b><p>2026-11</p></div>${a(i)}</li>`)}</ul>`,
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
    const titles = ['鹿鸣河清淤工程公告', '水厂水质月报公示', '三路公交改道通告', '夜间开放试行通知']
    const entry = (title: string, i: number) =>
      `<li><a href="./${href(i)}">${title}</a><a href="/dw/${i}.html">${i % 2 ? '桥东自来水集团有限责任公司' : '老城区供热集团有限责任公司'}</a><span>${day(i)}</span></li>`
    expect(read(portal(`<ul>${titles.map(entry).join('')}</ul>`)).items.map(({ title }) => title)).toEqual(titles)
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
