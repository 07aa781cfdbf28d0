/** Who published an article and who wrote it. */
import { isWithinBox } from './catalogue.ts'
import { type Element, firstText, type OpenDocument, type ReadingContext, select } from './document.ts'
import type { Family } from './families/family.ts'
import { besideDate, byline, type Label, leadAuthor, readLabels, tidyName } from './info-line.ts'
import { linesOf, squash } from './lines.ts'
import type { Head, Said } from './meta.ts'
import { isFirstNameOnly, isNoPerson, withoutWords } from './person-name.ts'
import { isNameOfSite, siteInTitle } from './site-name.ts'
import type { Zone } from './zone.ts'

export interface Told {
  document: OpenDocument
  context: ReadingContext
  head: Head
  family?: Family
  /** Made when it is first asked for. */
  readonly zone: Zone
  body: string
}

export function readName(told: Told, field: 'source' | 'author'): Said | undefined {
  const names = usable(told, field)
  for (const said of names)
    return field === 'author' && isFirstNameOnly(said.value) ? fuller(said, names, told.zone) : said
  return undefined
}

/** In the order of trust; what a page marks as its author though it is called as the site is comes last. */
function* usable(told: Told, field: 'source' | 'author'): Generator<Said> {
  const asTheSite: Said[] = []
  for (const said of field === 'source' ? sources(told) : authors(told)) {
    const value = tidyName(withoutWords(said.value))
    if (value === '' || /^https?:|^www\.|@/i.test(value)) continue
    if (field === 'source' || said.by === 'element:author' || isPerson({ ...said, value }, told))
      yield { ...said, value }
    else if (said.by.startsWith(MARKED) && !isNoPerson(value)) asTheSite.push({ ...said, value })
  }
  yield* asTheSite
}

/** Heads of pages shorten names: the whole one may stand elsewhere, or begin what is said of the person. */
function fuller(said: Said, others: Iterable<Said>, { far, after }: Zone): Said {
  for (const other of others) if (other.value.startsWith(`${said.value} `)) return other
  const whole = [...far, ...after].flatMap((line) => WHOLE_NAME.exec(line)?.[0] ?? [])
  const value = whole.find((name) => name.startsWith(`${said.value} `))
  return value ? { ...said, value } : said
}

/** First name and family name at the beginning of a line. */
const WHOLE_NAME = /^\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+(?=\s)/u

/** The site is no author of its articles. */
function isPerson({ value: name }: Said, { head, document: { page } }: Told): boolean {
  return !isNameOfSite(name, head, page.url) && !isNoPerson(name)
}

const CORRECT = 'correct:'

function* sources(told: Told): Generator<Said> {
  const { context, head } = told
  if (context.correct?.source) yield bySelector(told, context.correct.source, CORRECT)
  yield* saidBy(head.meta('ContentSource'))
  for (const selector of told.family?.source ?? []) yield bySelector(told, selector, `family:${told.family?.name} `)
  yield* byLabel(told.zone.near, 'source')
  yield { value: besideDate(told.zone.below), by: 'beside date' }
  const { table, far, after } = told.zone
  yield* byLabel([...table, ...far, ...after], 'source')
  const publishers = byLabel([...told.zone.near, ...table, ...far, ...after], 'publisher')
  yield* publishers.filter(({ value }) => isOffice(tidyName(value)))
  yield* namedElements(told.document, SOURCES)
  yield* saidBy(head.meta('source', 'article:source', 'mediaid', 'og:site_name', 'SiteName'))
  yield { value: siteInTitle(firstText(told.document, 'title')), by: 'window title' }
}

/** Those who publish are named by their office or by their own name; a person is no source. */
function isOffice(name: string): boolean {
  return [...name].length > LONGEST_NAME || /[局委厅院办站所台社报网部处科]$/.test(name)
}
/** Of a person, in characters. */
const LONGEST_NAME = 4

function* authors(told: Told): Generator<Said> {
  const { head, family, document } = told
  yield { value: family?.said?.(document.page).author ?? '', by: `family:${family?.name}` }
  for (const selector of family?.author ?? []) yield bySelector(told, selector, `family:${family?.name} `)
  const { zone } = told
  yield* byLabel(zone.near, 'author')
  yield {
    value: byline([...zone.below, ...told.body.split('\n', 3), ...told.body.split('\n').slice(-2)]),
    by: 'byline',
  }
  yield* saidBy(head.jsonLd('author'))
  yield* namedElements(document, CERTAIN, MARKED)
  yield* saidBy(
    head.meta(
      'article:author',
      'og:article:author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'cXenseParse:author',
      'citation_author',
    ),
  )
  yield* namedElements(document, LIKELY)
  yield* saidBy(head.meta('Author', 'dc.creator', 'dc.contributor', 'twitter:creator'))
  yield* byLabel([...zone.far, ...zone.after], 'author')
  yield { value: leadAuthor(told.body), by: 'lead' }
}

/** Publishers within a platform name themselves so. */
const SOURCES =
  '[id="js_name"], [id="source"], [class~="source"], [class*="source-name" i], [class*="media-name" i], [class*="account-name" i], [class*="account_nickname" i], ' +
  '[class*="author-name" i], [class*="authorname" i]'
const CERTAIN =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], [class~="p-author"] [class~="p-name"], [class~="vcard"] [class~="fn"]'
const MARKED = 'marked:'
const LIKELY =
  '[class*="author-name" i], [class*="authorname" i], [class*="author__name" i], [class*="author_name" i], [class*="byline" i], ' +
  '[class~="author" i], [id="author" i], [class*="post-author" i], [class*="article-author" i], [class~="autor" i], [class~="auteur" i], ' +
  '[class~="writer" i], [class*="contributor" i], [class~="username" i], [class~="vcard" i], [class*="author" i], [class*="autor" i], ' +
  '[class*="auth_name" i], a[href*="/author/"], a[href*="/autor/"], a[href*="/auteur/"], a[href*="/authors/"]'
const BESIDE =
  'nav, footer, aside, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="recommend" i], ' +
  '[class*="teaser" i], [class*="listing" i], [class*="popular" i], [class*="kontext" i]'
/** What is marked as an author may stand in the foot of its article. */
const OUTSIDE =
  'nav, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="recommend" i], [class*="teaser" i], [class*="listing" i], [class*="popular" i]'

/** One of these stands in the attributes of every element that the selectors find. */
const WORDS = /source|name|fn|account|author|byline|autor|auteur|writer|contributor|vcard/i

function* namedElements({ findMarked }: OpenDocument, selector: string, by = 'element:'): Generator<Said> {
  for (const element of findMarked(selector, WORDS).slice(0, 30)) {
    if (isWithinBox(element, by === MARKED ? OUTSIDE : BESIDE)) continue
    const text = element.attribs.content ? squash(element.attribs.content) : wordsOf(element)
    if (text.length > 1 && text.length <= 80)
      yield {
        value: text,
        by: `${by}${element.attribs.itemprop ?? element.attribs.rel ?? element.attribs.class ?? element.name}`,
      }
  }
}

/** What follows a label within, else all on one line. */
function wordsOf(element: Element): string {
  const { lines } = linesOf([element], { spaced: true })
  const labelled = readLabels(lines).find(({ label }) => label === 'author')
  return labelled?.value ?? squash(lines.join(' ')).slice(0, 200)
}

function bySelector({ document }: Told, selector: string, by: string): Said {
  const text = by === CORRECT ? select(document.$, selector).first().text() : firstText(document, selector)
  return { value: squash(text), by: `${by}${selector}` }
}

function byLabel(lines: string[], wanted: Label): Said[] {
  return readLabels(lines).flatMap(({ label, value }) => (label === wanted ? [{ value, by: `label:${wanted}` }] : []))
}

function saidBy(said: Said | undefined): Said[] {
  return said ? [said] : []
}
