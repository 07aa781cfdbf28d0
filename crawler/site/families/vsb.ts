/** Boda VSB (博达): short list names, older list pages that count down, attachments by a download script. */
import { asPastedTable, type Family, relativeLink } from '../family.ts'

export const vsb: Family = {
  homes: ['/', '/index.htm'],
  detail: (_site, column, _day, id) => `/info/${column.code}/${id}.htm`,
  // The newest is name.htm; of five pages the second is name/4.htm and the oldest name/1.htm.
  list: (column, page, pages) => (page === 1 ? `/${column.id}.htm` : `/${column.id}/${pages - page + 1}.htm`),
  attachment: ({ id }, index) =>
    `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1180421533&wbfileid=${id * 10 + index}`,
  link: relativeLink,
  body: (html) => asPastedTable(html).replaceAll('<p>', '<p class="vsbcontent_start" style="text-indent: 2em;">'),
}
