/** UCAP (开普), the software of most county governments: hashed names, custom tags, the list in JSON. */
import { createHash } from 'node:crypto'
import type { Desk, Family, Service } from '../family.ts'
import type { Column } from '../load-sites.ts'

const MOST_PER_PAGE = 100

const hash = (text: string) => createHash('md5').update(text).digest('hex')
const channelId = (column: Column) => hash(`channel ${column.code}`)
const searchPath = (column: Column) => `/search/${channelId(column)}`

/** Asked for a page past the end, it answers an empty list, as the original does. */
function search(desk: Desk, column: Column): Service {
  return (query) => {
    const rows = Math.min(MOST_PER_PAGE, positive(query.get('_pageSize'), column.perPage))
    const page = positive(query.get('page'), 1)
    const results = desk
      .items(column, '/')
      .slice((page - 1) * rows, page * rows)
      .map(({ id, title, path, seconds, source, teaser }) => ({
        manuscriptId: hash(`manuscript ${id}`),
        title,
        subTitle: '',
        url: path,
        publishedTimeStr: seconds,
        channelName: column.name,
        source,
        memo: teaser,
      }))
    const data = { page, rows, total: column.articles.length, channelId: channelId(column), results }
    return { type: 'application/json', text: JSON.stringify({ code: '200', msg: '操作成功', data }) }
  }
}

function positive(text: string | null, fallback: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : fallback
}

const folderOf = (column: Column) => `/lms/${column.id}`

export const ucap: Family = {
  homes: ['/', '/index.shtml'],
  detail: (site, column, day, id) => `${folderOf(column)}/${day.month}/${hash(`${site.host} ${id}`)}.shtml`,
  list: (column, page) => `${folderOf(column)}/list${page === 1 ? '' : `_${page}`}.shtml`,
  listAliases: (column) => [`${folderOf(column)}/`],
  attachment: ({ detail, id, file }, index) =>
    `${detail.slice(0, detail.lastIndexOf('/'))}/files/${hash(`file ${id} ${index}`)}${file.slice(file.lastIndexOf('.'))}`,
  body: (html) => html.replaceAll('<p>', '<p style="text-indent: 2em; text-align: justify;">'),
  // The first page of a list is an empty frame that a script fills; the older ones are static.
  listView: ({ column, page }) => ({
    channelId: channelId(column),
    filledByScript: page === 1,
    searchUrl: `${searchPath(column)}?page=1&_pageSize=${column.perPage}&_isAgg=true&_isJson=true&_template=index`,
  }),
  services: (desk) => desk.edition.columns.map((column) => [searchPath(column), search(desk, column)]),
}
