import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isErrorPage } from './soft-error.ts'

const check = (text: string) =>
  isErrorPage({ url: 'http://a.example/', contentType: 'text/html', encoding: 'utf-8', text, fetchedAt: '' })

/** What stands around every page of a portal. */
const furnished = (main: string, title = '鹿鸣市人民政府') =>
  `<html><head><title>${title}</title><script src=/a.js></script></head><body>
  <div class=top><a href=/>首页</a><a href=/zw>政务公开</a><a href=/hd>互动交流</a><a href=/fw>办事服务</a></div>
  ${main}
  <div class=foot><p>主办：鹿鸣市人民政府办公室 承办：鹿鸣市大数据中心</p><p>网站标识码：9901000001 鹿ICP备05000001号 公网安备99010102000001号</p>
  <p>联系电话：0990-1234567 地址：鹿鸣市滨河路1号</p><a href=/map>网站地图</a></div></body></html>`
const paragraph = '鹿鸣市图书馆本周六起延长开放时间，读者可凭身份证办理借阅手续，少儿阅览室同步开放。'.repeat(12)

describe('F6 a page that answered as if it were right is seen to be', () => {
  it.each([
    ['error', '<title>404</title><p>Not Found</p>'],
    ['error', '<title>提示信息</title><p>内容不存在</p>'],
    ['error', '<title>鹿鸣市</title><div>抱歉，您访问的页面不存在或已被删除。</div><a href="/">返回首页</a>'],
    ['error', '<p>系统繁忙，请稍后再试</p>'],
    ['error', furnished('<div class=err>对不起，您要查看的文章已被删除！<a href=/>返回首页</a></div>')],
    ['error', furnished('<h1>404</h1><p>您访问的页面走丢了</p>')],
    ['error', furnished('<p>页面将在 5 秒后跳转</p>', '404 - 页面不存在')],
    ['error', furnished('<p>返回</p>', '鹿鸣市人民政府-404')],
    [
      'error',
      '<title>HTTP Status 404 – Not Found</title><h1>HTTP Status 404</h1><p>Description The origin server did not find it</p>',
    ],
    [
      'error',
      `<title>IIS 8.5 详细错误 - 404.0 - Not Found</title><p>${'最可能的原因：目录或文件不存在。'.repeat(200)}</p>`,
    ],
    ['error', `<title>Server Error in '/' Application.</title><pre>${'at System.Web.Page.Load() '.repeat(300)}</pre>`],
    ['error', '<title>没有找到站点</title><p>您的请求在Web服务器中没有找到对应的站点！</p>'],
    [
      'error',
      '<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the server works.</p>',
    ],
    ['error', '<title>The page</title><h1>Sorry</h1><p>The page you are looking for does not exist.</p>'],
    ['error', '<h1>Error establishing a database connection</h1>'],
    ['error', '<title>网站维护</title><p>网站正在升级，敬请谅解</p>'],
    ['error', '<meta http-equiv="refresh" content="0;url=/404.html">'],
    ['error', '{"code":500,"msg":"系统异常，请联系管理员","data":null}'],
    ['error', '{"success":false,"message":"Unauthorized"}'],
    ['challenge', '<script>var a=eval("1");document.cookie="x="+a;location.reload()</script>'],
    [
      'challenge',
      '<html><head><meta charset=utf-8><script>var _0x1f2a=["a"];location["href"]="/?k="+_0x1f2a</script></head><body></body></html>',
    ],
    ['challenge', '<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>'],
    ['challenge', '<html><script>$_ts=window["$_ts"]||{};</script><body onload="go()"></body></html>'],
    ['challenge', '<title>安全验证</title><div id=slider></div><p>请拖动滑块完成验证</p>'],
    [
      'challenge',
      '<title>405</title><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>'.replace(
        '405',
        '提醒',
      ),
    ],
    [
      'challenge',
      '<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.',
    ],
    [
      'challenge',
      '<div id="challenge"></div><p>请稍候</p><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>',
    ],
    ['challenge', '<p>您的请求过于频繁，请稍后再试，请输入验证码</p><img src=/code>'],
    ['login', '<title>统一身份认证平台</title><form><input name=u></form>'],
    [
      'login',
      '<title>鹿鸣市政务服务网</title><form><input name=u><input type=password name=p><button>确定</button></form>',
    ],
    ['login', '<p>请先登录后再查看</p><a href=/login>去登录</a>'],
  ])('%s: %s', (kind, text) => {
    expect(check(text)).toMatch(new RegExp(`^${kind}: `))
  })
})

describe('what is a page is let through', () => {
  it.each([
    ['a one-sentence notice', '<title>关于停水的通知</title><p>因检修，河湾街道11月5日停水。</p>'],
    [
      'news about errors',
      `<title>404小吃店为何走红</title><p>${'这家小店的名字来自门牌，老板说页面不存在，豆腐存在。'.repeat(60)}</p>`,
    ],
    ['a JSON list', '{"results":[]}'],
    ['a JSON list with nothing in it', '{"code":0,"msg":"success","data":[]}'],
    [
      'a JSON list whose text speaks of errors',
      '{"code":500,"msg":"系统异常","data":[{"title":"系统异常处置演练举行"}]}',
    ],
    [
      'an article of a public body that names a missing page',
      '<meta name="ArticleTitle" content="x"><p>反映信息不存在的回复</p>',
    ],
    [
      'a notice that a system rests',
      furnished(
        '<h1>关于社保系统升级的公告</h1><p>因系统升级，2026年12月1日0时至8时暂停办理社保业务，12月1日8时恢复。给您带来不便，敬请谅解。</p>',
        '关于社保系统升级的公告',
      ),
    ],
    ['a furnished article', furnished(`<h1>图书馆延长开放</h1><p>${paragraph}</p>`)],
    [
      'a list with a log-in in its corner',
      furnished(
        `<form><input type=password></form><ul>${'<li><a href=/1.html>关于公开招聘社区工作者的公告</a><span>2026-11-20</span></li>'.repeat(10)}</ul>`,
      ),
    ],
    [
      'a list under the name of a captcha provider',
      furnished(
        `<ul>${'<li><a href=/1.html>鹿鸣市举办网络安全宣传周活动</a></li>'.repeat(8)}</ul><script src=/g-recaptcha.js></script>`,
      ),
    ],
    [
      'a frame that a script fills',
      '<title>通知公告</title><div id=list></div><script src=/list.js></script><script>loadList("/api/list")</script>',
    ],
    [
      'a store of records',
      '<script type="text/xml"><record><![CDATA[<a href="/1">x</a>]]></record></script><script>location.hash</script>',
    ],
    ['a feed', '<?xml version="1.0"?><rss><channel><item><title>页面不存在</title></item></channel></rss>'],
    ['a list of jobs of an entry office', '<title>招聘信息-鹿鸣市人才网</title><p>会计 1名</p>'],
    ['an article whose number is 404', `<title>鹿政发〔2026〕404号</title><p>${paragraph}</p>`],
    ['an article about logging in', `<title>登录新平台办理业务的指南</title><p>${paragraph}</p>`],
  ])('%s', (_, text) => {
    expect(check(text)).toBeUndefined()
  })
})

it('no text makes it throw, and a page of one line of 5 MB costs little', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, two) => typeof check(`<title>${one}</title>${two}<`) !== 'object'),
  )
  const begun = performance.now()
  check(`<p>${'<b>'.repeat(300_000)}${'页'.repeat(1_000_000)}`)
  check('<a>'.repeat(400_000))
  check(`<title>${' -'.repeat(500_000)}</title>`)
  expect(performance.now() - begun).toBeLessThan(10_000)
})
