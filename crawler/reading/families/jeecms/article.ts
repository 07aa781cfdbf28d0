import type { Family } from '../family.ts'

/** jeecms and its like: addresses end in `.jhtml`. */
export const jeecms: Family = {
  name: 'jeecms',
  fits: ({ url }) => /\.jhtml(?:$|\?)/.test(url),
  title: ['.article-title', '.content-title'],
  date: [],
  source: [],
  body: ['.article-content', '.content-txt', '.article_content'],
}
