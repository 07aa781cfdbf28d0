/** A page made by hand, years ago: tables, definition lists, no software behind it. */
import { type Family, relativeLink } from '../family.ts'

export const plain: Family = {
  homes: ['/', '/index.htm'],
  detail: (_site, column, _day, id) => `/${column.id}/n${id}.htm`,
  list: (column, page) => `/${column.id}/${page === 1 ? 'index' : `page${page}`}.htm`,
  listAliases: (column) => [`/${column.id}/`],
  attachment: ({ id, file }, index) => `/file/${id}-${index}-${file}`,
  link: relativeLink,
}
