/** Files that belong to an article. */
import type { CheerioAPI } from 'cheerio'
import type { Attachment } from '../../domain/item.ts'
import type { OpenDocument } from './document.ts'
import { squash } from './lines.ts'

const ENDING = /\.(docx?|wps|xlsx?|et|pdf|zip|rar|7z|ofd|pptx?|csv|txt|jpe?g|png)$/i
/** Handed out by a script, the name stands in the text of the link. */
const DOWNLOAD = /download\.jsp|\/download\b|downfile|attach|DownloadServlet|fileDown/i
const NAMED = /^\s*(?:附件|附表|附\s*[:：]|岗位表|职位表|报名表)/

/** Links of the text, then links elsewhere on the page that call themselves 附件 or show a file's name. */
export function readAttachments(body: CheerioAPI, { $, absolute }: OpenDocument): Attachment[] {
  const found = new Map<string, Attachment>()
  const take = ($of: CheerioAPI, everywhere: boolean) => {
    for (const link of $of('a[href]').toArray()) {
      const url = absolute(link.attribs.href)
      const name = squash($of(link).text()) || squash(link.attribs.title ?? '')
      const type = url ? typeOf(url, name) : undefined
      if (!url || type === undefined || found.has(url)) continue
      if (everywhere && !NAMED.test(name) && !ENDING.test(name)) continue
      if (everywhere && $of(link).closest('nav, footer, aside, header').length > 0) continue
      found.set(url, { name: name || fileName(url), url, type })
    }
  }
  take(body, false)
  take($, true)
  return [...found.values()]
}

/** Ending in lower case, '' for a download whose ending is not shown, undefined for what is no file. */
function typeOf(url: string, name: string): string | undefined {
  const { pathname, search } = new URL(url)
  const ending = ENDING.exec(pathname) ?? ENDING.exec(name) ?? ENDING.exec(search)
  const picture = /^(?:jpe?g|png|txt)$/i.test(ending?.[1] ?? '')
  if (ending?.[1] && (!picture || NAMED.test(name))) return ending[1].toLowerCase()
  return DOWNLOAD.test(pathname) && /附件|附表|\.\w{2,4}$/.test(name) ? '' : undefined
}

function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    // Percent-encoded GBK: shown as it stands.
    return last
  }
}
