/** Whether a page is a list of articles or an article, for those who have not been told. */
import type { Article, ReadList } from '../../domain/page.ts'

/** An article's own headline in the head outweighs the lists beside it; a list that a script fills shows next to no text. */
export function looksLikeList(list: ReadList, article: Article): boolean {
  if (/^meta:ArticleTitle/i.test(article.evidence.title ?? '')) return false
  if (list.items.length > 0) return true
  return list.evidence.items?.startsWith('json') === true || (list.next !== undefined && article.body.length < 200)
}
