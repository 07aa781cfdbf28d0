/** Hanweb jpage (大汉): the first records lie as XML in a script of the list page, the others come from a proxy. */
import type { Desk, Family, ListPlace, Service } from '../family.ts'
import type { Column } from '../load-sites.ts'

const PROXY = '/module/web/jpage/dataproxy.jsp'
const MOST_RECORDS = 200

function proxyUrl(desk: Desk, column: Column, start: number): string {
  const query = new URLSearchParams({
    startrecord: `${start}`,
    endrecord: `${start + column.perPage - 1}`,
    perpage: `${column.perPage}`,
    col: '1',
    appid: '1',
    webid: '3',
    path: '/',
    columnid: `${column.code}`,
    sourceContentType: '1',
    unitid: unitOf(column),
    webname: desk.edition.site.name,
    permissiontype: '0',
  })
  return `${PROXY}?${query}`
}

const unitOf = (column: Column) => `${40_000 + column.code}`

function datastore(desk: Desk, column: Column, start: number, end: number): string {
  const total = column.articles.length
  const path = listPath(column)
  const records = desk.items(column, path).slice(start - 1, end)
  const next = end < total ? `<a href="${proxyUrl(desk, column, end + 1)}"></a>` : ''
  return [
    '<datastore>',
    `<nextgroup><![CDATA[${next}]]></nextgroup>`,
    `<totalrecord>${total}</totalrecord><totalpage>${Math.ceil(total / column.perPage)}</totalpage>`,
    '<recordset>',
    ...records.map((item) => `<record><![CDATA[${desk.render('record', { ...item })}]]></record>`),
    '</recordset></datastore>',
  ].join('\n')
}

function proxy(desk: Desk): Service {
  return (query) => {
    const column = desk.edition.columns.find(({ code }) => `${code}` === query.get('columnid'))
    const start = Number(query.get('startrecord') ?? 1)
    const end = Number(query.get('endrecord') ?? start + (column?.perPage ?? 1) - 1)
    if (!column || !Number.isInteger(start) || !Number.isInteger(end) || start < 1) return undefined
    return { type: 'text/xml', text: datastore(desk, column, start, Math.min(end, start + MOST_RECORDS - 1)) }
  }
}

const listPath = (column: Column) => `/col/col${column.code}/index.html`

export const jpage: Family = {
  homes: ['/', '/index.html'],
  detail: (_site, column, day, id) => `/art/${day.path}/art_${column.code}_${id}.html`,
  // Later pages are drawn by script on the same address.
  onePage: true,
  list: (column) => listPath(column),
  listAliases: (column) => [`/col/col${column.code}/`],
  attachment: ({ id, file }, index) => `/module/download/downfile.jsp?classid=0&filename=${id}${index}-${file}`,
  listView: ({ desk, column }: ListPlace) => ({
    datastore: datastore(desk, column, 1, column.perPage),
    unit: unitOf(column),
    total: column.articles.length,
    perPage: column.perPage,
  }),
  services: (desk) => [[PROXY, proxy(desk)]],
}
