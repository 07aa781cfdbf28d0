/** What a link of a list is called: by its own words, or by the heading of the entry that it leads out of. */
import type { CheerioAPI } from 'cheerio'
import { findDates } from '../../domain/dates.ts'
import { type Element, isElement, type ReadingContext } from './document.ts'
import { linesOf, squash } from './lines.ts'
import { widthOf } from './widths.ts'

export interface Name {
  /** Empty for links that name nothing: of pagers, to all that is more, days alone. */
  title: string
  /** What a reader sees of the link, cut as the list cuts it. */
  shown: string
}

/** Links of pagers, and to all that is more. */
const NO_TITLE =
  /^[^\p{L}\p{N}]*(?:\d{1,4}|第?\d*页|首页|尾页|末页|[上下][一1]?[页頁]|more|next|prev(?:ious)?|last|first)?[^\p{L}\p{N}]*$/iu
const GENERIC =
  /^(?:permalink(?: to)?|permanent link to|link to|read more(?: about)?|(?:find out|learn) more about|continue reading)\s*[:：]?\s*/i
const HAS_WORDS = /[\p{L}\p{N}]/u
/** Columns. */
const SAYS_ENOUGH = 12
const MAX_TITLE = 300

export function nameOf($: CheerioAPI, link: Element): Name {
  const name = ownName($, link)
  const says = HAS_WORDS.test(name.title) && !NO_TITLE.test(name.title)
  return says ? name : { ...name, title: '' }
}

/**
 * The `title` attribute when it is longer, since lists cut their text; not when it only puts words before the text
 * ("Permalink to …", "Enlace permanente a …"). In a card that is one link, its heading.
 */
function ownName($: CheerioAPI, link: Element): Name {
  const heading = squash($(link).find('h1, h2, h3, h4, h5, .title').first().text())
  const [line = ''] = linesOf([link]).lines
  const shown = (heading || line || squash($(link).find('img[alt]').first().attr('alt') ?? '')).slice(0, MAX_TITLE)
  const attribute = squash(link.attribs.title ?? '').replace(GENERIC, '')
  const stem = shown.replace(/\s*(?:\.{2,}|…+)\s*$/, '')
  const cut = stem !== shown && attribute.startsWith(stem)
  const longer = attribute.length > shown.length && attribute.length < MAX_TITLE
  const prefixed = longer && widthOf(shown) >= SAYS_ENOUGH && attribute.endsWith(shown)
  return { title: (cut || longer) && !prefixed ? attribute : shown, shown }
}

const LONGEST_DAY = 40

/** A post is often led to by the day below its headline as well; minutes have no other name. */
export function isDay(title: string, context: ReadingContext): boolean {
  if (title.length > LONGEST_DAY || !/\d/.test(title)) return false
  const rest = findDates(title, context).reduce((text, { raw }) => text.replace(raw, ''), title)
  return rest !== title && !/[\p{L}\p{N}]/u.test(rest)
}

/** Words that lead from a teaser to the whole, and say nothing of it. */
const LEADS_IN =
  /^[^\p{L}\p{N}]*(?:(?:点击)?(?:查看|了解|阅读)?(?:详情|详细|全文|更多详情|原文)|[查閱]看(?:詳情|全文|更多)|詳情|詳細|全文|read (?:more|on|the full (?:story|article))|find out more|learn more|(?:full|view|see) (?:details?|article|story)|details?|continue reading|mehr (?:lesen|erfahren)|weiterlesen|lire la suite|en savoir plus|leer más|seguir leyendo|leggi tutto|続きを読む|подробнее|читать далее|czytaj więcej|lees meer)[^\p{L}\p{N}]*$/iu

export function leadsIn({ title }: Name): boolean {
  return LEADS_IN.test(title)
}

const HEADINGS =
  'h1, h2, h3, h4, h5, h6, [class*="title"], [class*="headline"], [class*="tit"], dt, strong, b, [itemprop="name"]'
const MAX_STEPS = 6
const ENTRIES = new Set(['li', 'tr', 'article', 'dl', 'dd'])
/** Columns; a label is shorter. */
const NAME_WIDTH = 6

/**
 * Names links by what is around them: the first heading on the way up, as far as nothing else is led to (`counted`); where
 * the entry ends, its first line that says something. What an element has was looked up once, however many links it holds.
 */
export function namesAround($: CheerioAPI, counted: ReadonlyMap<Element, number>, context: ReadingContext) {
  const isName = (text: string) => widthOf(text) >= NAME_WIDTH && !LEADS_IN.test(text) && !isDay(text, context)
  const namesIn = new Map<Element, string | undefined>()
  const nameIn = (element: Element) => {
    if (!namesIn.has(element)) namesIn.set(element, textsIn($, element).find(isName)?.slice(0, MAX_TITLE))
    return namesIn.get(element)
  }
  return (link: Element): string => {
    let node: Element['parent'] = link.parent
    for (let steps = 0; isElement(node) && counted.get(node) === 1 && steps < MAX_STEPS; steps += 1) {
      const name = nameIn(node)
      if (name || ENTRIES.has(node.name)) return name ?? ''
      node = node.parent
    }
    return ''
  }
}

function textsIn($: CheerioAPI, element: Element): string[] {
  const headings = $(element)
    .find(HEADINGS)
    .toArray()
    .map((heading) => squash($(heading).text()))
  return ENTRIES.has(element.name) ? [...headings, ...linesOf([element]).lines] : headings
}
