/** The page after this one in a list, when the page itself links to it. */
import type { Candidate } from '../../domain/page.ts'
import { type Element, isElement, type OpenDocument } from './document.ts'
import { squash } from './lines.ts'
import { byScript, byStore } from './next-script.ts'
import { isStepBack } from './page-number.ts'

export interface Next {
  url: string
  by: string
}

const WORDS =
  /^[\s[【<«‹←(›»>→]*(?:下一页|下一頁|下页|下頁|后一页|后页|後頁|下[1-9]?\d?页|后[1-9]\d?页|next(?: (?:page|entries|posts))?|next \d{1,3}|older(?: posts| entries| stories| articles)?|previous (?:posts|entries)|weiter|nächste(?: seite)?|siguientes?|página siguiente|pagina successiva|strona następna|следующая страница|suivante?s?|page suivante|successiv[ao]|avanti|następn[ay]|dalej|další|volgende|nästa|neste|próxim[ao]|seguinte|следующ(?:ая|ие)|вперед|вперёд|далее|sonraki|berikutnya|次へ|次のページ|次ページ|次頁|다음|trang sau|ถัดไป|επόμεν[ηο])(?: page| seite| página| страница)?[\s\]】>»›→)⇒▶….]*$/i
const SIGNS = /^\s*(?:>|»|›|→|>>|⟩|❯|▶)\s*$/
/** Links that say "next" of something else than a list. */
const OTHER_NAMES =
  /calendar|kalender|datepicker|slide|carousel|swiper|lang(?:uage)?|article-?nav|post-?nav|prev-?next-?(?:post|article)|player|gallery/i

/** A link that says so first, since systems number their pages differently and some count down; then what scripts say. */
export function findNext(document: OpenDocument, items: Candidate[]): Next | undefined {
  const taken = new Set(items.map(({ url }) => url))
  const usable = (next: Next | undefined) =>
    next && next.url !== document.page.url && !taken.has(next.url) ? next : undefined
  const here = document.page.url
  const links = document
    .$('a')
    .toArray()
    .filter((link) => !isStepBack(document.absolute(pageAddress(link)), here))
  return (
    usable(byRelation(document)) ??
    usable(byText(document, links, WORDS)) ??
    usable(byClass(document, links)) ??
    usable(byScript(document)) ??
    usable(byStore(document)) ??
    usable(byNumber(document, links)) ??
    usable(bySign(document, links)) ??
    usable(byOption(document))
  )
}

function byRelation({ $, absolute }: OpenDocument): Next | undefined {
  for (const link of $('link[rel~="next"], a[rel~="next"]').toArray()) {
    const url = isElsewhere(link) ? undefined : absolute(link.attribs.href)
    if (url) return { url, by: 'rel=next' }
  }
  return undefined
}

/** Of several, the one whose address looks most like this page's. */
function byText({ $, page, absolute }: OpenDocument, links: Element[], words: RegExp): Next | undefined {
  let first: Next | undefined
  for (const link of links) {
    const text =
      squash($(link).text()) ||
      squash(link.attribs.title ?? link.attribs['aria-label'] ?? '') ||
      squash($(link).find('img').attr('alt') ?? '')
    if (!words.test(text) || isOff(link) || isElsewhere(link)) continue
    const url = absolute(pageAddress(link))
    if (!url || url === page.url) continue
    if (isPageOf(url, page.url)) return { url, by: `link:${text}` }
    first ??= { url, by: `link:${text}` }
  }
  return first
}

const NEXT_CLASS = /^(?:next|next-?page|.*[-_]next|(?:.*[-_])?next[-_](?:page|link|btn)|nextpostslink)$/i

/** Pagers say it to their style sheet in every language. */
function byClass({ absolute, page }: OpenDocument, links: Element[]): Next | undefined {
  for (const link of links) {
    const names = upwards(link, 2).flatMap(({ attribs }) => (attribs.class ?? '').split(/\s+/))
    const name = names.find((one) => NEXT_CLASS.test(one))
    if (!name || isOff(link) || isElsewhere(link)) continue
    const url = absolute(pageAddress(link))
    if (url && isPageOf(url, page.url)) return { url, by: `class:${name}` }
  }
  return undefined
}

/** An arrow alone may lead to the next month or picture: it counts beside page numbers, or to an address like this one's. */
function bySign(document: OpenDocument, links: Element[]): Next | undefined {
  const next = byText(document, links, SIGNS)
  return next && isPageOf(next.url, document.page.url) ? next : undefined
}

/** `tagname` and `data-*` hold the address in pagers that a script drives. */
function pageAddress(link: Element): string | undefined {
  const { href, tagname, onclick } = link.attribs
  const spare =
    link.attribs['data-href'] ?? link.attribs['data-url'] ?? (/[./]/.test(tagname ?? '') ? tagname : undefined)
  if (href && !/^\s*(?:javascript:|#)/i.test(href)) return href
  return spare ?? /location(?:\.href)?\s*=\s*['"]([^'"]+)/.exec(`${onclick ?? ''} ${href ?? ''}`)?.[1]
}

const STEPS_UP = 4

function isOff(link: Element): boolean {
  return upwards(link, 2).some(({ attribs }) => /(?:^|\s)(?:disabled|is-disabled)(?:\s|$)/.test(attribs.class ?? ''))
}

function isElsewhere(link: Element): boolean {
  return upwards(link, STEPS_UP).some(({ attribs }) => OTHER_NAMES.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`))
}

function upwards(link: Element, steps: number): Element[] {
  const way: Element[] = []
  for (let node: Element['parent'] = link; isElement(node) && way.length < steps; node = node.parent) way.push(node)
  return way
}

const PAGING =
  /(?:^|[?&/_-])(?:p|pg|page|paged|pagina|seite|start|offset|from|pn|pageno|pageindex|curpage|s|index|list)[_=/-]?\d+/i

/** Same host, and the address says a number of a page, or differs from this one's in its last number alone. */
function isPageOf(url: string, here: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(here)) return false
  const [one, other] = [new URL(url), new URL(here)]
  if (one.host !== other.host) return false
  const place = `${one.pathname}${one.search}`
  return PAGING.test(place) || shapeOf(place) === shapeOf(`${other.pathname}${other.search}`)
}

function shapeOf(place: string): string {
  return place.replace(/\d+/g, '0')
}

const CURRENT =
  /(?:^|\s)(?:current|active|cur|on|thisclass|selected|now|nonce|this-page|is-active|page-?current|current-?page)(?:\s|$)/i

/** A row of page numbers without words: the link that says one more than the place where the number is no link. */
function byNumber({ $, page, absolute }: OpenDocument, links: Element[]): Next | undefined {
  for (const link of links) {
    const number = shortText($, link)
    if (!/^\[?\d{1,4}\]?$/.test(number) || Number(number.replace(/\D/g, '')) < 2 || isElsewhere(link)) continue
    const before = neighbour(link)
    if (!before || shortText($, before).replace(/[[\]|\s·-]/g, '') !== String(Number(number.replace(/\D/g, '')) - 1))
      continue
    const url = absolute(pageAddress(link))
    if (url && (isHere($, before) || absolute(firstAddress($, before)) === page.url))
      return { url, by: `number:${number}` }
  }
  return undefined
}

function isHere($: OpenDocument['$'], element: Element): boolean {
  if (CURRENT.test(element.attribs.class ?? '') || /^(?:strong|b|em)$/.test(element.name)) return true
  if (element.name !== 'a' && $(element).find('a[href]').length === 0) return true
  return $(element).find('.current, .active, .cur, .on, .selected, strong, b, em').length > 0
}

function firstAddress($: OpenDocument['$'], element: Element): string | undefined {
  return element.attribs.href ?? $(element).find('a[href]').attr('href')
}

/** The element before it, or before the cell that holds it alone. */
function neighbour(link: Element): Element | undefined {
  for (let node: Element = link, steps = 0; steps < 3; steps += 1) {
    for (let before = node.prev; before; before = before.prev) {
      if (isElement(before)) return before
      if (before.type === 'text' && /\d/.test(before.data)) return undefined
    }
    if (!isElement(node.parent) || !/^(?:li|span|td|div|b|strong)$/.test(node.parent.name)) return undefined
    node = node.parent
  }
  return undefined
}

/** Long texts are no numbers, and need not be put together. */
function shortText($: OpenDocument['$'], element: Element): string {
  return element.children.length > 6 ? '' : squash($(element).text())
}

/** A choice of pages: the one after the chosen, when its value is an address. */
function byOption({ $, absolute }: OpenDocument): Next | undefined {
  for (const option of $('select option[selected] + option[value]').toArray()) {
    const value = option.attribs.value ?? ''
    if (!/[./?]/.test(value) || !/\d/.test($(option).text())) continue
    const url = absolute(value)
    if (url) return { url, by: 'option' }
  }
  return undefined
}
