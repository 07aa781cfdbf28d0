/** A page of the app as a file: links lead to files, and what needs a server is taken out. Pure. */
import { load } from 'cheerio/slim'

export interface FilePage {
  html: string
  /** Own addresses that the page links to and that have a file. */
  links: string[]
}

/** Entities stay as they stand: writing them anew would turn every Han character into one. */
const AS_WRITTEN = { xml: { xmlMode: false, decodeEntities: false } } as const

/** `linkTo` answers the link for an own address (path and query), or undefined where no file is. */
export function toFilePage(html: string, linkTo: (address: string) => string | undefined): FilePage {
  const $ = load(html, AS_WRITTEN)
  const links: string[] = []
  $('form').remove()
  $('[href], [src]').each((_, element) => {
    const name = $(element).attr('href') === undefined ? 'src' : 'href'
    const written = ($(element).attr(name) ?? '').replaceAll('&amp;', '&')
    if (!/^\/(?![/\\])/.test(written)) return
    const [address = '', anchor] = written.split('#', 2)
    const link = linkTo(address)
    if (link === undefined) {
      drop($(element), name)
      return
    }
    links.push(address)
    $(element).attr(name, anchor === undefined ? link : `${link}#${anchor}`)
  })
  return { html: $.html(), links }
}

/** Words stay, without a link; what is nothing but a link goes. */
function drop(
  element: { is(selector: string): boolean; remove(): unknown; removeAttr(name: string): unknown },
  name: string,
): void {
  if (element.is('link, img')) element.remove()
  else element.removeAttr(name)
}
