/** A commercial recruitment portal with a news column: numbered lists and details, teasers cut in mid-word. */
import type { Family } from '../family.ts'

export const portal: Family = {
  homes: ['/', '/index.html'],
  detail: (_site, _column, _day, id) => `/news/newsdetail-${id}.html`,
  list: (column, page) => `/news/list_${column.code}_${page}.html`,
  attachment: ({ id, file }, index) => `/upload/${id}/${index}-${file}`,
  body: (html) => html.replaceAll('<p>', '<p>　　'),
}
