/** Files that belong to an article. */
import { textContent } from 'domutils'
import type { Attachment } from '../../domain/item.ts'
import { isWithin } from './catalogue.ts'
import type { Element, Node, OpenDocument } from './document.ts'
import { squash } from './lines.ts'
import { elementsNamed } from './tree.ts'

const ENDING = /\.(docx?|wps|xlsx?|et|pdf|zip|rar|7z|ofd|pptx?|csv|txt|jpe?g|png)$/i
/** Handed out by a script, the name stands in the text of the link. */
const DOWNLOAD = /download\.jsp|\/download\b|downfile|attach|DownloadServlet|fileDown/i
const NAMED = /^\s*(?:附件|附表|附\s*[:：]|岗位表|职位表|报名表)/

/** Links of the text, then links elsewhere on the page that call themselves 附件 or show a file's name. */
export function readAttachments(body: readonly Node[], { find, absolute }: OpenDocument): Attachment[] {
  const found = new Map<string, Attachment>()
  const take = (links: readonly Element[], everywhere: boolean) => {
    for (const link of links) {
      const name = squash(textContent(link)) || squash(link.attribs.title ?? '')
      // Hardly any link of a page passes, and to read an address takes longer.
      if (everywhere && !NAMED.test(name) && !ENDING.test(name)) continue
      const url = absolute(link.attribs.href)
      const type = url ? typeOf(url, name) : undefined
      if (!url || type === undefined || found.has(url)) continue
      if (everywhere && isWithin(link, 'nav, footer, aside, header')) continue
      found.set(url, { name: name || fileName(url), url, type })
    }
  }
  take(
    elementsNamed(body, 'a').filter(({ attribs }) => attribs.href !== undefined),
    false,
  )
  take(find('a[href]'), true)
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

/** Percent-encoded as UTF-8 or as GBK. */
function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  const bytes = Uint8Array.from(
    Buffer.from(
      last.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ),
  )
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The first of each key, in order. */
export function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  const seen = new Set<string>()
  return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)))
}
