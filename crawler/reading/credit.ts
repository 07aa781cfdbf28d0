/** Who published an article and who wrote it. */
import { isWithinBox } from './catalogue.ts'
import { type Element, firstText, type OpenDocument, type ReadingContext, select } from './document.ts'
import type { Family } from './families/family.ts'
import { besideDate, byline, type Label, leadAuthor, readLabels, tidyName } from './info-line.ts'
import { linesOf, squash } from './lines.ts'
import type { Head, Said } from './meta.ts'
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
  for (const said of field === 'source' ? sources(told) : authors(told)) {
    const value = tidyName(withoutWords(said.value))
    if (value === '' || /^https?:|^www\.|@/i.test(value)) continue
    if (field === 'source' || said.by === 'element:author' || isPerson({ ...said, value }, told))
      return { ...said, value }
  }
  return undefined
}

const BEFORE =
  /^(?:(?:来源|來源|作者|记者|記者|文|author|source|written by|posted by|published by|reported by|story by|by|von|por|par|di|door|av|af|door|przez|автор|текст|作成者|執筆|글|기자)(?:\s*[:：]\s*|\s+)|✍\s*|[-–—|•·]\s*)+/iu
const AFTER =
  /\s*(?:[|•·–—]|\s-\s|\bam\b|\bon\b|,?\s*(?:senior |staff |contributing |chief )?(?:editor|reporter|correspondent|contributor|writer|journalist)\b).*$/iu

/** `Zeige alle Beiträge von NAME`, `Posted on September 21, 2020 by NAME`, `Autor: NAME`; `Anna von Berg` is a name. */
const LEADING =
  /^(?:.{0,30}\b(?:posts?|articles?|beiträge|beitrag|artikel|posted|published|written|created|veröffentlicht|geschrieben|verfasst|erstellt|publié|écrit|publicado|escrito|pubblicato|scritto|geplaatst|geschreven)\b.{0,40}?\b(?:by|von|par|por|da|de|door)\s+|.{0,40}?(?:autor|autorin|auteur|autore|author|text|von|by)\s*[:：]\s*)(?=\p{L})/iu
/** `Gastautorin NAME`, `ZEITUNG-Experte NAME`. */
const ROLE =
  /^(?:[\p{L}-]+-)?(?:expert(?:e|in)|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|(?:gast)?autor(?:in)?|correspondent|editor|columnist|journalist(?:e|in)?)\s+(?=\p{Lu})/iu

function withoutWords(value: string): string {
  const name = value.replace(BEFORE, '').replace(/→\s*$/, '')
  return /\p{sc=Han}/u.test(name) ? name : name.replace(LEADING, '').replace(ROLE, '').replace(AFTER, '')
}

/** The site is no author of its articles, unless it marks a person who is called as the site is; nor is who made it. */
function isPerson({ value: name, by }: Said, { head, document: { page } }: Told): boolean {
  if (!by.startsWith(MARKED) && isNameOfSite(name, head, page.url)) return false
  if (/^(?:admin|administrator|editor|webmaster|redaktion|管理员|编辑)$/i.test(name)) return false
  return !/^(?:published|posted|updated|zuletzt|veröffentlicht|aktualisiert|geschrieben|modified)\b|\d{4}|\b(?:gmbh|ltd|inc|llc|s\.?a\.?|ag|e\.\s?v)\b\.?$|^(?:more|view|all|read|follow|share|comments?|about|skip)\b|\.(?:com|cn|net|org|de|at|ch)\b/i.test(
    name,
  )
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
  yield* namedElements(told.document, SOURCES)
  yield* saidBy(head.meta('source', 'article:source', 'mediaid', 'og:site_name', 'SiteName'))
  yield { value: siteInTitle(firstText(told.document, 'title')), by: 'window title' }
}

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
  '[id="source"], [class~="source"], [class*="source-name" i], [class*="media-name" i], [class*="account-name" i], [class*="account_nickname" i], ' +
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
