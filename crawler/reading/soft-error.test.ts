import { expect, it } from 'vitest'
import { isErrorPage } from './soft-error.ts'

const check = (text: string) =>
  isErrorPage({ url: 'http://a.example/', contentType: 'text/html', encoding: 'utf-8', text, fetchedAt: '' })

it.each([
  ['error', '<title>404</title><p>Not Found</p>'],
  ['error', '<title>提示信息</title><p>内容不存在</p>'],
  ['error', '<title>鹿鸣市</title><div>抱歉，您访问的页面不存在或已被删除。</div><a href="/">返回首页</a>'],
  ['error', '<p>系统繁忙，请稍后再试</p>'],
  ['challenge', '<script>var a=eval("1");document.cookie="x="+a;location.reload()</script>'],
  ['challenge', '<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>'],
  ['login', '<title>统一身份认证平台</title><form><input name=u></form>'],
])('sees a page of kind %s that answered as if it were right', (kind, text) => {
  expect(check(text)).toMatch(new RegExp(`^${kind}:`))
})

it.each([
  ['a one-sentence notice', '<title>关于停水的通知</title><p>因检修，河湾街道11月5日停水。</p>'],
  [
    'news about errors',
    `<title>404小吃店为何走红</title><p>${'这家小店的名字来自门牌，老板说页面不存在，豆腐存在。'.repeat(60)}</p>`,
  ],
  ['a JSON list', '{"results":[]}'],
  [
    'an article of a public body that names a missing page',
    '<meta name="ArticleTitle" content="x"><p>反映信息不存在的回复</p>',
  ],
])('lets %s through', (_, text) => {
  expect(check(text)).toBeUndefined()
})
