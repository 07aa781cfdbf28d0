/** Notices of one sentence: what stands around them is longer than they are, and density is led astray. */
import { existsSync } from 'node:fs'
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { expectedBody, loadPage, readManifest } from '../../bench/quality/manifest.ts'
import { bodyF1 } from '../../bench/quality/measures.ts'
import type { Page } from '../../domain/page.ts'
import { readArticle } from './article.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const TITLE = '关于河湾街道计划停水的通知'
const NOTICE = '因管网检修，河湾街道11月25日8时至12时停水。'
const CLAIM =
  '<div class="shuoming"><p>本网站所载信息仅供参考，使用者据此操作，风险自担，本站不承担由此产生的任何责任，敬请广大网友谅解与支持，如有疑问请与我们联系，我们将在三个工作日内予以答复。</p></div>'
const HOT = `<div class="rm"><h3>热门信息</h3><ul>${[
  '鼓楼扶正工程进入第二阶段',
  '图书馆的猫铜锣上了二楼窗台',
  '周六市集照旧举行，雨天顺延',
  '大桥夜间封闭三天',
]
  .map((text, at) => `<li><a href="/x/${at}.html">${text}</a><span>2026-11-0${at + 1}</span></li>`)
  .join('')}</ul></div>`
const MENU =
  '<ul class="menu"><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li><li><a href="/b/">通知公告</a></li></ul>'
const FOOT = '<div class="foot"><p>主办单位：鹿鸣市人民政府 版权所有</p><p>备案号：某ICP备00000000号</p></div>'

const page = (body: string): Page => ({
  url: 'http://www.town.example/tz/1.html',
  contentType: 'text/html',
  encoding: 'utf-8',
  text: `<!doctype html><html><head><title>${TITLE}_鹿鸣市人民政府</title></head><body>${MENU}${body}${FOOT}</body></html>`,
  fetchedAt: '',
})

const INFO = '发布时间：2026-11-20 09:05　来源：水务局　浏览次数：33　字体：[大 中 小]　打印'
const HEADER =
  '<table class="xxgk"><tr><td>索引号：</td><td>000014349/2026-00031</td><td>发布机构：</td><td>水务局</td></tr><tr><td>成文日期：</td><td>2026-11-19</td><td>发布日期：</td><td>2026-11-20</td></tr></table>'
const EXCERPTS = `<div class="xgxw"><h3>相关新闻</h3>${['鼓楼的脚手架昨天拆去一半，围观的居民说楼好像直了一点，又好像没有。', '猫铜锣在窗台上看了一下午，没有发表意见，读者把它拍了下来。'].map((text, at) => `<div><a href="/y/${at}.html">第${at + 1}条旧闻的题目在这里</a><p>${text}</p></div>`).join('')}</div>`
const CLAIMS =
  '<div class="sm"><p>一、本网站所载信息仅供参考，使用者据此操作，风险自担。</p><p>二、本站转载的文字和图片不代表本站观点，本站不承担由此产生的任何责任。</p><p>三、转载本网站的文字和图片，请注明出处，并保持原文完整。</p></div>'

/** Where notices stand: the text is put into each. */
const KINDS: readonly [string, (text: string) => string][] = [
  ['blocks', (text) => `<h1>${TITLE}</h1><div>${INFO}</div><div><p>${text}</p></div>${CLAIM}`],
  [
    'a table',
    (text) =>
      `<table><tr><td><h2>${TITLE}</h2></td></tr><tr><td>${INFO}</td></tr><tr><td>${text}</td></tr></table>${CLAIM}`,
  ],
  ['bare text after line breaks', (text) => `<div class="wz"><b>${TITLE}</b><br>${INFO}<br><br>${text}</div>${CLAIM}`],
  ['a popular list before it', (text) => `${HOT}<h1>${TITLE}</h1><p>${INFO}</p><div class="nr">${text}</div>${CLAIM}`],
  ['a popular list after it', (text) => `<h1>${TITLE}</h1><p>${INFO}</p><div class="nr">${text}</div>${HOT}${CLAIM}`],
  [
    'a head of its own',
    (text) =>
      `<div class="t"><h1>${TITLE}</h1><p>${INFO}</p></div><div class="m"><div class="nr"><p>${text}</p></div></div>${HOT}${CLAIM}`,
  ],
  ['no info line', (text) => `<h3>${TITLE}</h3><div>${text}</div>${CLAIM}${HOT}`],
  [
    'shares and other notices',
    (text) =>
      `<h1>${TITLE}</h1><p>${INFO}</p><div><p>${text}</p><div>分享到：</div><p>上一篇：<a href="/1">关于大桥封闭的通告</a></p><p>下一篇：<a href="/2">关于市集顺延的通告</a></p></div>${CLAIM}`,
  ],
  [
    'a title that is no heading',
    (text) => `<div class="biaoti">${TITLE}</div><div>${INFO}</div><div id="nr"><span>${text}</span></div>${CLAIM}`,
  ],
  [
    'a form around the page',
    (text) =>
      `<form action="/p.aspx"><input type="hidden" name="__VIEWSTATE"><div><h2>${TITLE}</h2><div>${INFO}</div><div><p>${text}</p></div></div></form>${CLAIM}`,
  ],
  [
    'tables in tables',
    (text) =>
      `<table><tr><td><table><tr><td align="center"><font size="5">${TITLE}</font></td></tr><tr><td>${INFO}</td></tr></table></td></tr><tr><td><table><tr><td><p><font>${text}</font></p></td></tr></table></td></tr></table>${CLAIM}${HOT}`,
  ],
  ['a definition list', (text) => `<dl><dt>${TITLE}</dt><dd>${INFO}</dd><dd>${text}</dd></dl>${CLAIM}`],
  [
    'an article with an aside',
    (text) =>
      `<main><article><header><h1>${TITLE}</h1><time>2026-11-20 09:05</time></header><section>${text}</section></article><aside>${HOT}</aside></main>${CLAIM}`,
  ],
  [
    'open information with its header',
    (text) => `${HEADER}<h1>${TITLE}</h1><div class="con"><p>${text}</p></div>${CLAIM}`,
  ],
  [
    'news that are told in short after it',
    (text) => `<h1>${TITLE}</h1><p>${INFO}</p><div class="nr">${text}</div>${EXCERPTS}${CLAIM}`,
  ],
  ['claims of several paragraphs', (text) => `<h1>${TITLE}</h1><p>${INFO}</p><div class="nr">${text}</div>${CLAIMS}`],
  [
    'comments of readers',
    (text) =>
      `<h1>${TITLE}</h1><p>${INFO}</p><div class="nr">${text}</div><div class="comments"><h3>网友评论</h3><p>又停水，上个月才停过一回，能不能一次修好，大家都要做饭的。</p><p>支持检修，希望这回快一点，老人孩子都等着用水呢。</p></div>${CLAIM}`,
  ],
  [
    'a popular list beside it',
    (text) =>
      `<div class="l"><div class="b"><div class="bt">${TITLE}</div><div>${INFO}</div><div class="zw"><div>${text}</div></div></div></div><div class="r">${HOT}<p>咨询服务时间为工作日上午九时至下午五时，节假日请拨打值班电话，谢谢您的理解。</p></div>${CLAIM}`,
  ],
  [
    'a picture below it',
    (text) => `<h1>${TITLE}</h1><p>${INFO}</p><div class="nr"><p>${text}</p><p><img src="/p/1.jpg"></p></div>${CLAIM}`,
  ],
  [
    'a file below it',
    (text) =>
      `<h1>${TITLE}</h1><p>${INFO}</p><div class="nr"><p>${text}</p></div>${CLAIM}<div><a href="/system/_content/download.jsp?id=7">附件【停水范围.doc】</a></div>`,
  ],
]

describe.each(KINDS)('a notice of one sentence in %s', (_, kind) => {
  it.each([
    NOTICE,
    '11月25日图书馆闭馆一天。',
    '2026年11月25日8:00至12:00，河湾街道停水。',
    '因大雪，今日所有班车停运，恢复时间另行通知',
    '经研究，定于11月25日（星期三）下午2:30在市政府三楼会议室召开供水工作会议，请准时参加。',
  ])('is read, and what stands around it is not: %s', (text) => {
    const article = readArticle(page(kind(text)), context)
    expect({ title: article.title, body: article.body }).toEqual({ title: TITLE, body: text })
  })
})

it('keeps the signature of a notice', () => {
  const lines = [NOTICE, '鹿鸣市水务局', '2026年11月20日']
  const text = lines.map((line) => `<p>${line}</p>`).join('')
  expect(readArticle(page(`<h1>${TITLE}</h1><p>${INFO}</p><div>${text}</div>${CLAIM}`), context).body).toBe(
    lines.join('\n'),
  )
})

const folder = '../shared/pages'
const FRAMES = existsSync(folder)
  ? readManifest(folder).filter(
      ({ kind, corpus, expected }) => kind === 'detail' && /^zh/.test(corpus) && expected.body,
    )
  : []
/** The least mean over the frames of captured pages; captions and summaries of the page itself stay in some. */
const FLOOR = 0.94

describe.skipIf(FRAMES.length === 0)('captured pages cut down to a notice', () => {
  it('are still read: their frames hold no more than one sentence', () => {
    const scores = FRAMES.flatMap((entry) => {
      const whole = loadPage(folder, entry)
      const text = cutDown(whole.text, expectedBody(folder, entry) ?? '')
      return text === undefined
        ? []
        : [{ id: entry.id, score: bodyF1(readArticle({ ...whole, text }, context).body, NOTICE) }]
    })
    const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length
    process.stdout.write(`suite notices: ${scores.length} frames, mean F1 ${mean.toFixed(3)}\n`)
    expect(scores.length).toBeGreaterThan(15)
    expect(mean, JSON.stringify(scores.filter(({ score }) => score < 0.5))).toBeGreaterThan(FLOOR)
  })
})

/** The page with one sentence in the place of its text: the smallest element that holds most of the text is emptied for it. */
function cutDown(html: string, body: string): string | undefined {
  const $ = load(html, { scriptingEnabled: false })
  const lines = body.split('\n').filter((line) => line.trim().length > 12)
  const holders = $('body *')
    .toArray()
    .filter((element) => {
      const text = $(element).text()
      return (
        lines.length > 0 && lines.filter((line) => text.includes(line.trim().slice(0, 12))).length >= lines.length * 0.8
      )
    })
  const holder = holders.at(-1)
  if (!holder || /^(?:p|span)$/.test(holder.name)) return undefined
  $(holder).html(`<p>${NOTICE}</p>`)
  // A summary that stays beside the text would be the better part of it.
  const summary = $('meta[name="description" i]').attr('content')?.trim().slice(0, 12) ?? ''
  const rest = $('body').text()
  const isLeft = [summary, ...lines.map((line) => line.trim().slice(0, 12))].some(
    (piece) => piece.length === 12 && rest.includes(piece),
  )
  return isLeft ? undefined : $.html()
}
