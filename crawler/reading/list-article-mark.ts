/** An article with little text and long lists beside it is told by its head, or by an info line under its own headline. */
import type { OpenDocument } from './document.ts'
import { readLabels } from './info-line.ts'
import { linesOf, squash } from './lines.ts'
import { readHead } from './meta.ts'
import { withoutSite } from './site-name.ts'
import { widthOf } from './widths.ts'

/** How the page says that it is one article; undefined when it does not. */
export function findArticleMark(document: OpenDocument): string | undefined {
  const head = readHead(document)
  const said = head.meta('ArticleTitle', 'PubDate', 'article:published_time')
  if (said) return said.by
  if (isOneArticle(document)) return 'one article in its data'
  const { $ } = document
  const title = squash($('title').first().text())
  return hasInfoLine(document, title, withoutSite(title, head)) ? 'info line' : undefined
}

const ARTICLE_TYPE = /"@type"\s*:\s*"(?:\w*Article|BlogPosting)"/g
const LIST_TYPE = /"@type"\s*:\s*"(?:ItemList|CollectionPage|Blog)"/

/** Data for search engines, or the text marked as that of an article, once in the page; lists have one for each entry. */
function isOneArticle({ $, page }: OpenDocument): boolean {
  const inData = page.text.match(ARTICLE_TYPE)?.length === 1 && !LIST_TYPE.test(page.text)
  return inData || ($('[itemprop="articleBody"]').length === 1 && $('article').length <= 1)
}

/** Columns; names of columns are shorter than headlines. */
const HEADLINE_WIDTH = 20
/** A shorter headline has its info line right below; what stands there on a list is the first entry. */
const SHORT_WIDTH = 10
const NEAR = 5

function hasInfoLine({ $ }: OpenDocument, whole: string, title: string): boolean {
  if (widthOf(title) < SHORT_WIDTH) return false
  const { lines } = linesOf($('body').toArray(), { spaced: true })
  const at = lines.findIndex((line) => line === title || (widthOf(line) >= HEADLINE_WIDTH && whole.startsWith(line)))
  const reach = widthOf(lines[at] ?? '') >= HEADLINE_WIDTH ? NEAR : 1
  const labels = at < 0 ? [] : readLabels(lines.slice(at + 1, at + 1 + reach))
  return labels.some(({ label }) => label === 'published' || label === 'source')
}

/** Some systems call every page an article: it counts where no entries with days, and no several articles, speak against it. */
export function isCalledArticle(document: OpenDocument): boolean {
  const said = readHead(document).meta('og:type')?.value
  return said?.toLowerCase() === 'article' && document.$('article').length <= 1
}
