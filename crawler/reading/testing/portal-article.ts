/** One article of a portal that no family knows. */
import { readArticle } from '../article.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
/** A headline, its text as paragraphs, and the same as HTML. */
export const TITLE = '鼓楼扶正工程进入第二阶段'
export const PROSE = [
  '鼓楼前的脚手架昨天拆去一半，围观的居民说，楼好像直了一点，又好像没有，大家看了一个上午。',
  '工程队表示，第二阶段要慢慢来，预计到明年春天结束，其间鼓声照旧，卖粥的摊子也照旧。',
  '图书馆的猫铜锣在二楼的窗台上看了一下午，没有发表意见，读者把它拍了下来，发在了网上。',
  '广场上铺设石板八百三十块，天气转晴以后速度又快了一些，路过的行人纷纷停下来拍照留念。',
]
export const TEXT = PROSE.map((text) => `<p>${text}</p>`).join('')

/** Lines of the body that is read out of `html` between the navigation and the foot of a portal. */
export function bodyOf(html: string): string[] {
  const text = `<!doctype html><html><head><title>${TITLE} | 鹿鸣门户</title></head><body><ul class="nav"><li><a href="/">首页</a></li></ul>${html}<div class="footer"><p>主办：鹿鸣门户编辑部</p></div></body></html>`
  const page = {
    url: 'http://www.town.example/xw/1.html',
    contentType: 'text/html',
    encoding: 'utf-8',
    text,
    fetchedAt: '',
  }
  return readArticle(page, context).body.split('\n')
}
