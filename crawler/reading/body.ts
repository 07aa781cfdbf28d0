/** Where the text of an article stands. */
import { Readability } from '@mozilla/readability'
import { type CheerioAPI, load } from 'cheerio'
import { parseHTML } from 'linkedom'
import { type Element, type OpenDocument, type ReadingContext, type Selection, select } from './document.ts'
import { isInfoLine } from './edges.ts'
import type { Family } from './families/family.ts'
import { textOf } from './lines.ts'

export interface Body {
  /** A document of its own, to be cleaned without touching the page. */
  $: CheerioAPI
  by: string
}

/** Containers of many systems; only believed where the reader by density has found next to nothing. */
const CONTAINERS =
  '[itemprop="articleBody"], #zoom, #zoomcon, .article-content, .article_content, .article-con, .news_content, ' +
  '.news-content, .content-txt, .detail-content, .detail_content, .info-content, .view-content, .con_text, ' +
  '.Custom_UnionStyle, #articleContent, #article_content, #artibody, #newsContent, #content, .content, .article, article'
/** A notice of one sentence is shorter than what surrounds it, and density leads astray. */
const SHORT = 160
/** Above this the reader by density is right. */
const DOUBTFUL = 500

export function findBody(document: OpenDocument, context: ReadingContext, title: string, family?: Family): Body {
  const { correct } = context
  return (
    (correct?.body ? fromSelector(document, correct.body, `correct:${correct.body}`) : undefined) ??
    fromFamily(document, family) ??
    fromDensity(document, context, title)
  )
}

function fromFamily(document: OpenDocument, family?: Family): Body | undefined {
  for (const selector of family?.body ?? []) {
    const body = fromSelector(document, selector, `family:${family?.name} ${selector}`)
    if (body) return body
  }
  return undefined
}

/** The match with the most text; undefined when none holds text, picture or link. */
function fromSelector(document: OpenDocument, selector: string, by: string): Body | undefined {
  const { $ } = document
  const best = largest(document, select($, selector))
  return best === undefined || best.weight === 0 ? undefined : { $: load($.html(best.element)), by }
}

function largest({ $ }: OpenDocument, matches: Selection) {
  return matches
    .toArray()
    .slice(0, 200)
    .map((element) => ({
      element,
      weight: textOf([element]).length + $(element).find('img, a[href]').length,
    }))
    .reduce<{ element: Parameters<CheerioAPI['html']>[0] & object; weight: number } | undefined>(
      (one, other) => (one && one.weight >= other.weight ? one : other),
      undefined,
    )
}

function fromDensity(document: OpenDocument, context: ReadingContext, title: string): Body {
  const html = document.$.html().replaceAll('&nbsp;', ' ')
  const parsed = isReadable(document.$) && entitiesIn(html) <= MAX_ENTITIES ? readable(html) : undefined
  const found = parsed === undefined ? undefined : load(parsed)
  const text = found ? textOf(found.root().toArray()) : ''
  const beside = text.length < DOUBTFUL ? underHeadline(document, context, title) : undefined
  if (beside && (text.length < SHORT || !keyOf(text).includes(keyOf(beside.first)))) return beside.body
  if (text.length < SHORT) {
    const box = shortBox(document)
    if (box && !keyOf(text).includes(keyOf(textOf(box.$.root().toArray())))) return box
  }
  if (found && text !== '') return { $: found, by: 'readability' }
  return { $: load(document.$.html('body') || ''), by: 'body' }
}

const FOOTER = /版权所有|版權所有|ICP备|copyright|©|关于我们|联系我们|网站地图|主办单位/i
/** Steps up from a headline to the element that holds its text too. */
const CLIMB = 6

/**
 * What follows the headline in the smallest element around it that has more to say than an info line.
 * A notice of one sentence is found so; density prefers the disclaimer or the box of popular links.
 */
function underHeadline(
  { $ }: OpenDocument,
  context: ReadingContext,
  title: string,
): { body: Body; first: string } | undefined {
  const wanted = keyOf(title)
  if (wanted.length < 4) return undefined
  const says = (element: Element) => keyOf($(element).text()) === wanted
  const headings = [
    ...$('body h1, body h2, body h3').toArray(),
    ...$('body [class*="tit" i], body [id*="tit" i]').toArray(),
  ]
  const headline = headings.find(says)
  let branch = headline ? $(headline) : undefined
  for (
    let step = 0;
    branch && branch.length > 0 && step < CLIMB && !branch.is('body');
    step += 1, branch = branch.parent()
  ) {
    const after = branch.nextAll().not('script, style, nav, footer, aside').toArray()
    const lines = after.flatMap((element) => textOf([element]).split('\n'))
    const first = lines.find((line) => line.length >= 8 && !isInfoLine(line, context) && keyOf(line) !== wanted)
    const linked = $(after).find('a').text().length
    if (first && FOOTER.test(first)) return undefined
    if (first && linked <= lines.join('').length * 0.5)
      return { body: { $: load(after.map((element) => $.html(element)).join('')), by: 'under headline' }, first }
  }
  return undefined
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The smallest known container that holds text and hardly any links. */
function shortBox(document: OpenDocument): Body | undefined {
  const { $ } = document
  const boxes = $(CONTAINERS)
    .toArray()
    .slice(0, 200)
    .map((element) => ({
      element,
      length: textOf([element]).length,
      linked: textOf($(element).find('a').toArray()).length,
    }))
    .filter(({ length, linked }) => length > 0 && length < 3_000 && linked <= length * 0.4)
  const best = boxes.reduce<(typeof boxes)[number] | undefined>(
    (one, other) => (one && one.length <= other.length ? one : other),
    undefined,
  )
  return best ? { $: load($.html(best.element)), by: 'container' } : undefined
}

/** Pages of articles have some thousands of elements, nested some dozens deep; its cost grows faster than either. */
const MAX_ELEMENTS = 10_000
const MAX_DEPTH = 150
const MAX_CHARACTERS = 300_000
/** linkedom makes a text node of every entity. */
const MAX_ENTITIES = 10_000

function entitiesIn(html: string): number {
  return html.split(/&(?:amp|lt|gt);/).length - 1
}

function isReadable($: CheerioAPI): boolean {
  const elements = $('*').toArray()
  if (elements.length > MAX_ELEMENTS || $.root().text().length > MAX_CHARACTERS) return false
  const depths = new Map<unknown, number>()
  // In the order of the page, so a parent is always known before its children.
  for (const element of elements) depths.set(element, (depths.get(element.parent) ?? 0) + 1)
  return Math.max(0, ...depths.values()) <= MAX_DEPTH
}

/**
 * Readability works on linkedom's tree, made from text that parse5 has already put in order:
 * given a captured page as it is, linkedom leaves the body empty on one in twelve.
 */
function readable(html: string): string | undefined {
  try {
    const { document } = parseHTML(html)
    return new Readability(document as unknown as Document, { charThreshold: 100 }).parse()?.content ?? undefined
  } catch {
    // A tree that it cannot digest is read by containers instead.
    return undefined
  }
}
