/** jeecms and its kin: `.jhtml` pages, lists as cards. */
import type { Family } from '../family.ts'

export const jeecms: Family = {
  homes: ['/', '/index.jhtml'],
  detail: (_site, column, _day, id) => `/${column.id}/${id}.jhtml`,
  list: (column, page) => `/${column.id}/index${page === 1 ? '' : `_${page}`}.jhtml`,
  listAliases: (column) => [`/${column.id}/`],
  attachment: ({ id, file }, index) => `/u/cms/www/${id}/${index}-${file}`,
}
