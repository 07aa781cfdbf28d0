/** Who published a text, for the badge beside it: what the page says, cleaned, else the source's own name. */
import { squash } from './text.ts'
import type { Source, Town } from './town.ts'

const LABEL = /^(?:文章|信息|资讯|稿件)?(?:来源|稿源|来自|发布机构|本文转自|转自)\s*[:：丨|/]?\s*/u
const TAIL = /\s*(?:作者|编辑|责任编辑|责编|记者|审核|校对|时间|发布时间|浏览|点击|阅读|查看)\s*[:：].*$/u
/** Said where a form was left empty. */
const NOTHING = /^(?:null|undefined|未知|本站|本网|网络|互联网|网站|原创|转载|--?|无|其他|暂无)$/iu
const LONGEST_NAME = 40

export function findPublisher(said: string | undefined, source: Source, town: Town): string {
  const name = squash(said ?? '')
    .replace(LABEL, '')
    .replace(TAIL, '')
    .trim()
  if (name && name.length <= LONGEST_NAME && !NOTHING.test(name) && !/^https?:/iu.test(name)) return name
  const first = town.languages[0]
  return (first && source.names[first]) ?? Object.values(source.names).find(Boolean) ?? source.slug
}
