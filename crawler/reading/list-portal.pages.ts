/** What tests of lists share: a portal with menu, path, side column, friendly links and foot, and six notices to list in it. */
import type { ReadList } from '../../domain/page.ts'
import { readList } from './list.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
export const HOME = 'http://www.town.example/zwgk/tzgg/'
export const NEWS = [
  '关于鹿鸣河大桥封闭施工期间交通管制的通告',
  '鹿鸣市2026年第三批公益性岗位招聘公告',
  '白鹭湿地保护规划（草案）公开征求意见',
  '停水通知',
  '市教育局关于秋季学期学生资助工作的公示',
  '鹿鸣市图书馆夜间开放志愿者招募启事',
]
export const day = (i: number) => `2026-11-${String(20 - i).padStart(2, '0')}`
export const month = (i: number) => day(i).slice(5)
export const href = (i: number) => `202611/t20261120_${4100 + i}.html`
export const a = (i: number, more = '') => `<a href="./${href(i)}"${more}>${NEWS[i]}</a>`
export const each = (make: (i: number) => string) => NEWS.map((_, i) => make(i)).join('\n')
const names = (list: string[], path: string) => list.map((name, i) => `<li><a href="/${path}${i}/">${name}</a></li>`)

const MENU = names(['首页', '走进鹿鸣', '新闻中心', '政务公开', '办事服务', '互动交流', '数据发布'], 'c').join('')
const SIDE = names(
  ['通知公告', '政府文件', '人事信息', '财政预决算信息', '重大建设项目信息', '应急管理'],
  'zwgk/s',
).join('')
const LINKS = Array.from({ length: 30 }, (_, i) => `<a href="http://gov${i}.example/">某某市人民政府门户网站</a>`).join(
  '',
)
export const portal = (main: string) => `<!doctype html><title>通知公告_鹿鸣市人民政府</title>
  <div class="header"><ul class="nav">${MENU}</ul></div>
  <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 通知公告</div>
  <div class="left-menu"><ul>${SIDE}</ul></div><div class="right-con">${main}</div>
  <div class="friend-links">${LINKS}</div>
  <div class="footer"><p>主办：鹿鸣市人民政府办公室　网站标识码：9900000004　联系电话：0000-1234567，地址：鹿鸣市桥东街1号。</p></div>`

export const read = (html: string, url = HOME): ReadList =>
  readList({ url, contentType: 'text/html', encoding: 'utf-8', text: html, fetchedAt: '' }, context)
export const rows = ({ items }: ReadList) => items.map(({ url, title, date }) => [url, title, date?.slice(0, 10)])
export const wanted = NEWS.map((title, i) => [HOME + href(i), title, day(i)])
