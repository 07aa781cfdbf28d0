/** Every trouble of RELIABILITY section 4 that a site can make, as a change of what it would have answered. */
import { BodyError } from '../../crawler/fetch/body.ts'
import type { Answer } from '../../crawler/fetch/exchange.ts'
import { answerHtml, statusOf } from './chaos-world.ts'

interface Asked {
  path: string
  now: number
  answer: Answer
  conditional: boolean
}

/** Throws what the network would throw, or answers. */
export type Trouble = (asked: Asked) => Answer

const fails =
  (code: string): Trouble =>
  () => {
    throw Object.assign(new Error(code), { code })
  }
const isList = (path: string) => /^\/list/.test(path)
const isStory = (path: string) => /^\/xw/.test(path)
const isRobots = (path: string) => path === '/robots.txt'
const page = (title: string, text: string) =>
  answerHtml(`<html><head><meta charset="utf-8"><title>${title}</title></head><body><div>${text}</div></body></html>`)
const textOf = ({ body }: Answer) => new TextDecoder().decode(body)
const rewrite = (answer: Answer, change: (html: string) => string): Answer =>
  answer.status === 200 ? { ...answerHtml(change(textOf(answer))) } : answer
const only =
  (where: (path: string) => boolean, trouble: Trouble): Trouble =>
  (asked) =>
    where(asked.path) ? trouble(asked) : asked.answer
const links = (count: number, href: (at: number) => string, title: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `<li><a href="${href(at)}">${title(at)}</a></li>`).join('')
const menu = links(
  6,
  (at) => `/menu/${at}.html`,
  (at) => `办事指南栏目导航第${at}类`,
)

const PARKED = '您访问的域名可以转让，如有意向请与经纪人联系，价格面议，交易安全有保障。'.repeat(6)
const WELCOME = 'This is the default page of the web server, shown until somebody puts something here. '.repeat(6)
/** A page that looks like every other of the site and tells something else. */
const retold = (html: string, title: string, text: string) =>
  html
    .replace(/<title>.*<\/title>/, `<title>${title}</title>`)
    .replace(/<h1>.*<\/h1>/, `<h1>${title}</h1>`)
    .replace(/<p>[\s\S]*<\/p>/, `<p>${text}</p>`)

/** By name, each with the number of the fault that it stands for. */
export const TROUBLES: Record<string, Trouble> = {
  'F1 refused': fails('ECONNREFUSED'),
  'F1 unknown host': fails('ENOTFOUND'),
  'F1 bad certificate': fails('CERT_HAS_EXPIRED'),
  'F1 hangs up': fails('UND_ERR_SOCKET'),
  'F2 500': () => statusOf(500),
  'F2 502 for lists': only(isList, () => statusOf(502)),
  'F2 503 with seconds': () => statusOf(503, { 'retry-after': '7200' }),
  'F2 429 with a date': ({ now }) => statusOf(429, { 'retry-after': new Date(now + 5 * 3_600_000).toUTCString() }),
  'F2 429 bare': only(isStory, () => statusOf(429)),
  'F3 slow': fails('UND_ERR_HEADERS_TIMEOUT'),
  'F3 drips': () => {
    throw new DOMException('the deadline', 'TimeoutError')
  },
  'F4 circle': ({ path }) => statusOf(302, { location: path }),
  'F4 chain': ({ path }) => statusOf(302, { location: `${path}x` }),
  'F4 other host': () => statusOf(301, { location: 'http://elsewhere.example/' }),
  'F4 loopback': () => statusOf(302, { location: 'http://127.0.0.1:22/' }),
  'F4 front page': only(isStory, () => statusOf(302, { location: '/' })),
  'F4 list': only(isStory, () => statusOf(301, { location: '/list.html' })),
  'F5 endless pages': only(isList, ({ answer, path }) =>
    rewrite(answer, (html) =>
      html.replace(
        /<div class="page">.*?<\/div>/,
        `<div class="page"><a href="${path}?p=${Math.abs(path.length)}">下一页</a></div>`,
      ),
    ),
  ),
  'F5 calendar': only(isList, ({ answer }) =>
    rewrite(answer, (html) =>
      html.replace('</ul>', '</ul><a href="/rili/202612.html">下月</a><a href="/rili/202611.html">22</a>'),
    ),
  ),
  'F5 sessions': only(isList, ({ answer, now }) =>
    rewrite(answer, (html) => html.replaceAll(/(t\d{8}_\d+\.html)"/g, `$1;jsessionid=${now}?PHPSESSID=${now}"`)),
  ),
  'F6 error page': () => page('系统错误', '服务器内部错误，请稍后再试'),
  'F6 not found that says 200': only(isStory, () => page('提示信息', '您访问的页面不存在或已被删除')),
  'F6 login': () => page('用户登录', '请先登录后再访问 用户名 密码'),
  'F6 challenge': () => answerHtml('<html><script>document.cookie="x";location.reload()</script></html>'),
  'F6 412': () => statusOf(412),
  'F6 202': () => statusOf(202),
  'F6 maintenance': only(isStory, () =>
    page('试县人民政府', `门户网站正在升级改造，给您带来不便敬请谅解，${'感谢您的理解与支持。'.repeat(30)}`),
  ),
  'F6 empty': () => answerHtml(''),
  'F6 hijacked': only(isStory, () =>
    page('棋牌游戏下载', '注册送体验金，电子游艺平台上线，天天返现，百家娱乐。'.repeat(20)),
  ),
  'F6 parked': only(isStory, ({ answer }) => rewrite(answer, (html) => retold(html, '域名转让', PARKED))),
  'F6 another language': only(isStory, ({ answer }) => rewrite(answer, (html) => retold(html, 'Welcome', WELCOME))),
  'F7 label lies': only(isStory, ({ answer }) => ({
    ...answer,
    headers: { ...answer.headers, 'content-type': 'text/html; charset=gbk' },
  })),
  'F8 too large': () => {
    throw new BodyError('too_large', 'over the cap')
  },
  'F8 cut off': () => {
    throw new BodyError('broken', 'shorter than promised')
  },
  'F8 a picture': () => ({
    ...statusOf(200, { 'content-type': 'image/png' }),
    body: new Uint8Array([137, 80, 78, 71]),
  }),
  'F10 list redesigned': only(isList, ({ answer }) =>
    rewrite(answer, (html) => html.replace(/<ul[\s\S]*<\/ul>/, `<ul class="list">${menu}</ul>`)),
  ),
  'F10 list empty': only(isList, ({ answer }) =>
    rewrite(answer, (html) => html.replace(/<ul[\s\S]*<\/ul>/, '<div id="app"></div>')),
  ),
  'F10 texts cut': only(isStory, ({ answer }) =>
    rewrite(answer, (html) => html.replace(/(<div class="TRS_Editor"><p>.{12})[\s\S]*?<\/div>/, '$1</p></div>')),
  ),
  'F10 texts empty': only(isStory, ({ answer }) =>
    rewrite(answer, (html) =>
      html.replace(/<div class="TRS_Editor">[\s\S]*?<\/div>/, '<div class="TRS_Editor"></div>'),
    ),
  ),
  'F10 all one title': only(isStory, ({ answer }) =>
    rewrite(answer, (html) =>
      html
        .replace(/<title>.*<\/title>/, '<title>试县人民政府</title>')
        .replace(/<h1>.*<\/h1>/, '<h1>试县人民政府</h1>')
        .replace(/<p>[\s\S]*<\/p>/, '<p>欢迎访问试县人民政府门户网站，请从栏目进入。</p>'),
    ),
  ),
  'F11 explosion': only(isList, ({ answer }) =>
    rewrite(answer, (html) =>
      html.replace(
        '</ul>',
        `${links(
          180,
          (at) => `/map/${at}.html`,
          (at) => `网站地图里的栏目名称第${at}个`,
        )}</ul>`,
      ),
    ),
  ),
  'F11 one title': only(isList, ({ answer }) =>
    rewrite(answer, (html) => html.replaceAll(/(html">)[^<]+(<\/a><span>)/g, '$1点击查看详细内容$2')),
  ),
  'F13 dates to come': ({ answer }) => rewrite(answer, (html) => html.replaceAll(/2026-(\d\d-\d\d)/g, '2036-$1')),
  'F24 lists gone': only(isList, () => statusOf(404)),
  'F24 stories gone for an hour': only(isStory, () => statusOf(404)),
  'robots 500': only(isRobots, () => statusOf(500)),
  'robots closed': only(isRobots, () => answerHtml('User-agent: *\nDisallow: /')),
  'blocked 403': () => statusOf(403),
  'blocked 451': only(isList, () => statusOf(451)),
  '304 for ever': ({ answer, conditional }) => (conditional ? statusOf(304) : answer),
}
