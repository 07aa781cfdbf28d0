/** The page after this one in a list. */
import type { Candidate } from '../../domain/page.ts'
import type { Element, OpenDocument } from './document.ts'
import { squash } from './lines.ts'

export interface Next {
  url: string
  by: string
}

const WORDS =
  /^[\s[【<«(]*(?:下一页|下一頁|下页|下頁|后一页|后页|next(?: page)?|older(?: posts| entries)?|weiter|siguiente|suivante?|successiva|następna|следующая|вперед|次へ|次のページ|다음)[\s\]】>»›→)]*$/i
const SIGNS = /^[\s]*(?:>|»|›|→|>>)[\s]*$/

/** A link that says so first, since systems number their pages differently and some count down; then what scripts say. */
export function findNext(document: OpenDocument, items: Candidate[]): Next | undefined {
  const taken = new Set(items.map(({ url }) => url))
  const usable = (next: Next | undefined) =>
    next && next.url !== document.page.url && !taken.has(next.url) ? next : undefined
  return (
    usable(byRelation(document)) ??
    usable(byWords(document)) ??
    usable(byScript(document)) ??
    usable(byStore(document)) ??
    usable(byNumber(document))
  )
}

function byRelation({ $, absolute }: OpenDocument): Next | undefined {
  const url = absolute($('link[rel~="next"], a[rel~="next"]').first().attr('href'))
  return url ? { url, by: 'rel=next' } : undefined
}

function byWords(document: OpenDocument): Next | undefined {
  const links = document.$('a').toArray()
  return byText(document, links, WORDS) ?? byText(document, links, SIGNS)
}

function byText({ $, absolute }: OpenDocument, links: Element[], words: RegExp): Next | undefined {
  for (const link of links) {
    const text =
      squash($(link).text()) || squash(link.attribs.title ?? '') || squash($(link).find('img').attr('alt') ?? '')
    if (!words.test(text) || $(link).closest('.disabled').length > 0) continue
    const url = absolute(pageAddress(link))
    if (url) return { url, by: `link:${text}` }
  }
  return undefined
}

/** `tagname` and `data-*` hold the address in pagers that a script drives. */
function pageAddress(link: Element): string | undefined {
  const { href, tagname, onclick } = link.attribs
  const spare =
    link.attribs['data-href'] ?? link.attribs['data-url'] ?? (/[./]/.test(tagname ?? '') ? tagname : undefined)
  if (href && !/^\s*(?:javascript:|#)/i.test(href)) return href
  return spare ?? /location(?:\.href)?\s*=\s*['"]([^'"]+)/.exec(`${onclick ?? ''} ${href ?? ''}`)?.[1]
}

/**
 * `createPageHTML(total, current, "index", "html")` of TRS counts from 0 and names its second page index_1;
 * `createPageHTML('box', total, current, 'list', 'shtml', …)` of UCAP counts from 1 and names it list_2.
 */
function byScript({ page, absolute }: OpenDocument): Next | undefined {
  for (const [, list = ''] of page.text.matchAll(/createPageHTML\s*\(([^()]{1,300})\)/g)) {
    const parts = list.split(',').map((part) => part.trim())
    const numbers = parts.filter((part) => /^["']?\d+["']?$/.test(part)).map((part) => Number(part.replace(/\D/g, '')))
    const names = parts.flatMap((part) => /^["']([^"'\d][^"']*)["']$/.exec(part)?.[1] ?? [])
    const [total = 0, current = 0] = numbers
    const [name, ending] = names.slice(-2)
    if (!name || !ending || !/^\.?s?html?$|^jhtml$/.test(ending)) continue
    const fromOne = names.length > 2
    if (fromOne ? current >= total : current + 1 >= total) continue
    const url = absolute(`${name}_${current + 1}.${ending.replace(/^\./, '')}`)
    if (url) return { url, by: 'script:createPageHTML' }
  }
  return undefined
}

const CURRENT = '.current, .active, .cur, .on, strong, b, em'

/** A row of page numbers without words: the link that says one more than the place where the number is no link. */
function byNumber({ $, absolute }: OpenDocument): Next | undefined {
  for (const link of $('a[href]').toArray()) {
    const number = squash($(link).text())
    if (!/^\d{1,4}$/.test(number) || Number(number) < 2) continue
    const before = squash($(link).prevAll().first().text()) || squash($(link).parent().prevAll().first().text())
    const previous = $(link).prevAll().first().add($(link).parent('li, span, td').prevAll().first())
    const isLink = previous.is('a[href]') || previous.find('a[href]').length > 0
    const marked = !isLink || previous.is(CURRENT) || previous.find(CURRENT).length > 0
    const url = absolute(pageAddress(link))
    if (url && marked && before === String(Number(number) - 1)) return { url, by: `number:${number}` }
  }
  return undefined
}

/** The record store of jpage names the address of the records that follow. */
function byStore({ page, absolute }: OpenDocument): Next | undefined {
  const group = /<nextgroup>([\s\S]{0,4000}?)<\/nextgroup>/i.exec(page.text)?.[1] ?? ''
  const href = /href\s*=\s*["']([^"']+)["']/i.exec(group)?.[1]
  const url = absolute(href?.replace(/&amp;/g, '&'))
  return url ? { url, by: 'store:nextgroup' } : undefined
}

/** A list that a script of UCAP fills: the address that it asks, with what such scripts add to it. */
export function findSearchAddress({ $, page, absolute }: OpenDocument): Next | undefined {
  const named = /["'`]([^"'`\s]{0,200}\/search\/[0-9a-f]{32}[^"'`\s]{0,200})["'`]/i.exec(page.text)?.[1]
  const channel = $('meta[name="channelId" i]').attr('content')
  if (!named || (channel && !named.includes(channel))) return undefined
  const query = 'page=1&_pageSize=20&_isAgg=true&_isJson=true&_template=index'
  const url = absolute(named.includes('?') ? named.replace(/&amp;/g, '&') : `${named}?${query}`)
  return url ? { url, by: 'script:search' } : undefined
}
