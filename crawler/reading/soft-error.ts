/** Pages that answer 200 and are none: errors, log-ins, challenges. */
import type { Page } from '../../domain/page.ts'
import { openDocument } from './document.ts'
import { squash, textOf } from './lines.ts'

/** What a title must say; pages about such things say more than that. */
const TITLES: readonly [RegExp, string][] = [
  [
    /^(?:\W*(?:404|403|500|502|503)\b|.{0,12}(?:404|403|500|502|503)\s*(?:错误|頁面|页面|error|not found|forbidden))/i,
    'error',
  ],
  [
    /^(?:页面|頁面|网页|您访问的页面|您要访问的页面|文章|信息|内容)(?:不存在|未找到|找不到|已删除|无法访问|出错)/,
    'error',
  ],
  [
    /^(?:出错啦?了?|错误提示|系统错误|访问出错|提示信息|系统提示|page not found|not found|error|access denied|forbidden|server error)[\s!！。.-]*$/i,
    'error',
  ],
  [
    /^(?:just a moment|attention required|安全验证|人机验证|访问验证|滑动验证|验证码|请稍候|security check)/i,
    'challenge',
  ],
  [/^(?:统一身份认证|用户登录|登录|登陆|login|sign in|log in)[\s_|-]*.{0,20}$/i, 'login'],
]
/** Only believed on a page that says little else. */
const SENTENCES: readonly [RegExp, string][] = [
  [
    /(?:您|你)?(?:访问|请求|查看|浏览)的(?:页面|网页|信息|文章|内容|资源|地址|栏目).{0,12}(?:不存在|未找到|找不到|已被?删除|无法访问|已下线|出错)/,
    'error',
  ],
  [
    /(?:页面|頁面|网页|文章|信息|内容)(?:不存在|已被?删除|找不到了|走丢了|未找到)|系统(?:繁忙|错误|异常|维护中|正在维护)|服务器(?:内部)?错误|数据库(?:连接)?(?:错误|失败)/,
    'error',
  ],
  [
    /(?:page|resource|file|document).{0,40}(?:not found|could not be found|does not exist)|internal server error|HTTP (?:Status|Error) (?:4|5)\d\d/i,
    'error',
  ],
  [
    /(?:enable|开启|启用).{0,12}(?:javascript|cookies?).{0,40}(?:continue|继续|浏览|访问)|正在(?:进行)?(?:安全|浏览器)(?:检查|验证)|请完成.{0,8}验证|checking your browser|访问过于频繁|请求过于频繁/i,
    'challenge',
  ],
  [/请(?:先)?(?:登录|登陆)(?:后|再)?|(?:登录|登陆)(?:后|超时|已过期)/, 'login'],
]
/** A notice of one sentence is as short, so words are needed too. */
const SHORT = 400

/** What is wrong, in one word and the words read (`error: 页面不存在`), or undefined for a page that can be one. */
export function isErrorPage(page: Page): string | undefined {
  try {
    if (/^\s*[[{]/.test(page.text)) return undefined
    const { $ } = openDocument(page)
    const title = squash($('title').first().text())
    const titled = TITLES.find(([pattern]) => pattern.test(title))
    const text = textOf($.root().toArray())
    if (titled && text.length < SHORT * 3) return `${titled[1]}: ${title}`
    if (isScriptAlone(page.text, text)) return 'challenge: nothing but a script'
    if (text.length > SHORT || $('meta[name="ArticleTitle" i]').length > 0) return undefined
    for (const [pattern, kind] of SENTENCES) {
      const match = pattern.exec(text)
      if (match) return `${kind}: ${match[0]}`
    }
    return undefined
  } catch {
    return 'error: page cannot be parsed'
  }
}

/** Challenges send a script that computes a cookie and loads the page again. */
function isScriptAlone(html: string, text: string): boolean {
  return (
    text === '' &&
    /<script/i.test(html) &&
    /location|cookie|eval|\$_ts/.test(html) &&
    !/type=["']?text\/xml/i.test(html)
  )
}
