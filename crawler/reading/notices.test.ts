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

it.each([
  ['blocks', `<h1>${TITLE}</h1><div>${INFO}</div><div><p>${NOTICE}</p></div>${CLAIM}`],
  [
    'a table',
    `<table><tr><td><h2>${TITLE}</h2></td></tr><tr><td>${INFO}</td></tr><tr><td>${NOTICE}</td></tr></table>${CLAIM}`,
  ],
  ['bare text after line breaks', `<div class="wz"><b>${TITLE}</b><br>${INFO}<br><br>${NOTICE}</div>${CLAIM}`],
  ['a popular list before it', `${HOT}<h1>${TITLE}</h1><p>${INFO}</p><div class="nr">${NOTICE}</div>${CLAIM}`],
  ['a popular list after it', `<h1>${TITLE}</h1><p>${INFO}</p><div class="nr">${NOTICE}</div>${HOT}${CLAIM}`],
  [
    'a head of its own',
    `<div class="t"><h1>${TITLE}</h1><p>${INFO}</p></div><div class="m"><div class="nr"><p>${NOTICE}</p></div></div>${HOT}${CLAIM}`,
  ],
  ['no info line', `<h3>${TITLE}</h3><div>${NOTICE}</div>${CLAIM}${HOT}`],
  [
    'shares and other notices',
    `<h1>${TITLE}</h1><p>${INFO}</p><div><p>${NOTICE}</p><div>分享到：</div><p>上一篇：<a href="/1">关于大桥封闭的通告</a></p><p>下一篇：<a href="/2">关于市集顺延的通告</a></p></div>${CLAIM}`,
  ],
  [
    'a title that is no heading',
    `<div class="biaoti">${TITLE}</div><div>${INFO}</div><div id="nr"><span>${NOTICE}</span></div>${CLAIM}`,
  ],
  [
    'a signature',
    `<h1>${TITLE}</h1><p>${INFO}</p><div><p>${NOTICE}</p><p>鹿鸣市水务局</p><p>2026年11月20日</p></div>${CLAIM}`,
  ],
])('a notice of one sentence in %s is read, and what stands around it is not', (_, body) => {
  const wanted = body.includes('<p>鹿鸣市水务局</p>') ? `${NOTICE}\n鹿鸣市水务局\n2026年11月20日` : NOTICE
  const article = readArticle(page(body), context)
  expect({ title: article.title, body: article.body }).toEqual({ title: TITLE, body: wanted })
})

const folder = '../shared/pages'
const FRAMES = existsSync(folder)
  ? readManifest(folder).filter(
      ({ kind, corpus, expected }) => kind === 'detail' && /^zh/.test(corpus) && expected.body,
    )
  : []
/** The least mean over the frames of captured pages; captions and summaries of the page itself stay in some. */
const FLOOR = 0.8

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
