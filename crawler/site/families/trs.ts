/** TRS WCM (拓尔思): dated file names, links that start with `./`, a script call that writes the pager. */
import { asPastedTable, type Family, relativeLink } from '../family.ts'

export const trs: Family = {
  homes: ['/', '/index.html'],
  detail: (_site, column, day, id) => `/${column.id}/${day.month}/t${day.compact}_${id}.html`,
  list: (column, page) => `/${column.id}/index${page === 1 ? '' : `_${page - 1}`}.html`,
  listAliases: (column) => [`/${column.id}/`],
  attachment: ({ detail, id, file, day }, index) =>
    `${detail.slice(0, detail.lastIndexOf('/'))}/P0${day.compact}${id}${index}${file.slice(file.lastIndexOf('.'))}`,
  link: (from, to) => {
    const link = relativeLink(from, to)
    return link.startsWith('.') ? link : `./${link}`
  },
  body: (html) => asPastedTable(html).replaceAll('<p>', '<p align="justify">　　'),
  listView: ({ page, pages }) => ({ pages, currentIndex: page - 1 }),
}
