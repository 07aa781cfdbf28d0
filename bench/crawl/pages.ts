/**
 * Made-up article pages of portals as they are: a head with the national meta tags, menus, inline scripts and styles, the
 * text in the container of a known publishing system, neighbours and a footer. The same number gives the same page.
 */
import iconv from 'iconv-lite'
import { seeded } from '../../index-config/testing.ts'
import { ASIDE, CLAUSES, COLUMNS, OFFICES, SUBJECTS } from './words.ts'

export interface BenchPage {
  bytes: Uint8Array
  /** Where the seven digits stand that make each address a page of its own. */
  slots: number[]
}

/** Stands in the title and the text; the server writes a number over it. Digits are the same bytes in every encoding here. */
const SLOT = '0000000'
const LEAST_BYTES = 10_000
const MOST_BYTES = 70_000

type Random = () => number

/** One page in three is GB18030 and says so in a meta tag alone. Sizes are between 10 and 70 kB, half of them under 31. */
export function benchPage(index: number): BenchPage {
  const random = seeded(index + 1)
  const charset = index % 3 === 0 ? 'gb18030' : 'utf-8'
  const wanted = Math.round(LEAST_BYTES * (MOST_BYTES / LEAST_BYTES) ** (0.14 + 0.82 * random()))
  let paragraphs = 3
  let bytes = encoded(index, charset, paragraphs)
  const each = Math.max(200, (encoded(index, charset, paragraphs + 8).length - bytes.length) / 8)
  if (bytes.length < wanted) {
    paragraphs += Math.floor((wanted - bytes.length) / each)
    bytes = encoded(index, charset, paragraphs)
  }
  return { bytes, slots: slotsIn(bytes) }
}

function slotsIn(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const slots: number[] = []
  for (let at = buffer.indexOf(SLOT); at >= 0; at = buffer.indexOf(SLOT, at + SLOT.length)) slots.push(at)
  return slots
}

function encoded(index: number, charset: 'gb18030' | 'utf-8', paragraphs: number): Uint8Array {
  const html = pageHtml(seeded(index * 7 + 3), index, charset, paragraphs)
  return charset === 'utf-8' ? Buffer.from(html) : iconv.encode(html, 'gb18030')
}

/** Containers of four publishing systems, as they wrap title, info line and text. */
const LAYOUTS: readonly ((title: string, info: string, text: string) => string)[] = [
  (title, info, text) =>
    `<h1 class="xl-title">${title}</h1><div class="info">${info}</div><div class="view TRS_UEDITOR trs_paper_default trs_web">${text}</div>`,
  (title, info, text) =>
    `<div class="conTitle"><h1><ucaptitle>${title}</ucaptitle></h1></div><div class="info">${info}</div><div id="zoomcon"><ucapcontent>${text}</ucapcontent></div>`,
  (title, info, text) =>
    `<form name="_newscontent_fromname"><h1>${title}</h1><div class="info">${info}</div><div id="vsb_content"><div class="v_news_content">${text}</div></div></form>`,
  (title, info, text) =>
    `<!--<$[信息标题]>begin--><div class="bt-title">${title}</div><!--<$[信息标题]>end--><div class="info">${info}</div><div id="zoom">${text}</div>`,
]

function pageHtml(random: Random, index: number, charset: string, paragraphs: number): string {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const office = pick(OFFICES)
  const column = pick(COLUMNS)
  const title = `${office}关于${pick(SUBJECTS)}的${column}（第${SLOT}号）`
  const day = `2026-${two(1 + Math.floor(random() * 10))}-${two(1 + Math.floor(random() * 28))}`
  const time = `${two(8 + Math.floor(random() * 10))}:${two(Math.floor(random() * 60))}`
  const layout = LAYOUTS[index % LAYOUTS.length] ?? LAYOUTS[0]
  const info = `<span>发布时间：${day} ${time}</span> <span>来源：${office}</span> <span>浏览次数：<i id="hits">0</i></span> <span>字体：[大 中 小]</span>`
  const text = bodyHtml(random, index, paragraphs)
  return `<!DOCTYPE html>
<html lang="zh-CN"><head>
<meta http-equiv="Content-Type" content="text/html; charset=${charset === 'utf-8' ? 'utf-8' : 'gb2312'}">
<title>${title}_城南市人民政府</title>
<meta name="SiteName" content="城南市人民政府"><meta name="SiteDomain" content="www.example.gov.cn"><meta name="SiteIDCode" content="1234567890">
<meta name="ColumnName" content="${column}"><meta name="ColumnType" content="${column}">
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${day} ${time}"><meta name="ContentSource" content="${office}">
<meta name="Keywords" content="${pick(SUBJECTS)};${pick(SUBJECTS)}"><meta name="Description" content="${pick(CLAUSES)}${pick(CLAUSES)}"><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/css/common.css"><link rel="stylesheet" href="/css/article.css">
<style>${styles(random)}</style>
<script>${script(random)}</script></head>
<body><div class="header"><a class="logo" href="/"><img src="/img/logo.png" alt="城南市人民政府"></a>
<form action="/search"><input type="text" name="q"><input type="submit" value="搜索"></form></div>
<div class="nav"><ul>${links(random, 24, COLUMNS, 'class="nav-item"')}</ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/tzgg/">${column}</a></div>
<div class="main"><div class="article">${layout?.(title, info, text)}
<div class="pager">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</div></div>
<div class="side"><h3>相关新闻</h3><ul>${links(random, 12, SUBJECTS, 'target="_blank"')}</ul><h3>热点专题</h3><ul>${links(random, 10, ASIDE, 'target="_blank"')}</ul></div></div>
<div class="footer"><select>${options(random, 30)}</select><p>主办：城南市人民政府办公室 版权所有</p><p>备案号：豫ICP备05000000号 政府网站标识码：1234567890</p></div>
<script>${script(random)}</script><script src="/js/jquery.min.js"></script><script src="/js/article.js"></script></body></html>`
}

function bodyHtml(random: Random, index: number, paragraphs: number): string {
  const parts = Array.from({ length: paragraphs }, () => paragraph(random))
  if (index % 5 === 0) parts.splice(2, 0, table(random))
  if (index % 3 === 1)
    parts.splice(1, 0, `<p style="text-align:center"><img src="/upload/2026/${index}.jpg" alt="" width="600"></p>`)
  if (index % 4 === 0) parts.push(`<p>附件：<a href="/upload/2026/${index}.docx">1.报名登记表.docx</a></p>`)
  return `${parts.join('\n')}<p style="text-align:right">第${SLOT}号文，城南市人民政府办公室</p>`
}

function paragraph(random: Random): string {
  const length = 2 + Math.floor(random() * 5)
  const text = Array.from({ length }, () => CLAUSES[Math.floor(random() * CLAUSES.length)]).join('，')
  const style = 'font-family: 仿宋_GB2312; font-size: 16pt; line-height: 28pt'
  return random() < 0.5
    ? `<p style="text-indent: 2em; ${style}"><span style="${style}">${text}。</span></p>`
    : `<p>&nbsp;&nbsp;&nbsp;&nbsp;${text}。</p>`
}

function table(random: Random): string {
  const rows = Array.from(
    { length: 6 },
    (_, at) =>
      `<tr><td>${at + 1}</td><td>${COLUMNS[Math.floor(random() * COLUMNS.length)]}</td><td>${Math.floor(random() * 90)}</td><td>${OFFICES[Math.floor(random() * OFFICES.length)]}</td></tr>`,
  )
  return `<table border="1"><tr><th>序号</th><th>事项</th><th>数量</th><th>单位</th></tr>${rows.join('')}</table>`
}

function links(random: Random, count: number, words: readonly string[], attribute: string): string {
  const one = () => {
    const word = words[Math.floor(random() * words.length)]
    return `<li><a ${attribute} href="/zwgk/${Math.floor(random() * 1e6)}/index.html" title="${word}">${word}</a></li>`
  }
  return Array.from({ length: count }, one).join('\n')
}

function options(random: Random, count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `<option value="/${at}">${OFFICES[Math.floor(random() * OFFICES.length)]}</option>`,
  ).join('')
}

function styles(random: Random): string {
  return Array.from(
    { length: 16 },
    (_, at) => `.box-${at} { margin: ${Math.floor(random() * 20)}px; color: #333; font-size: 14px; }`,
  ).join('\n')
}

function script(random: Random): string {
  return Array.from(
    { length: 14 },
    (_, at) => `var v${at} = ${Math.floor(random() * 1e6)}; if (v${at} < 10) { window.v${at} = v${at}; }`,
  ).join('\n')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
