/** What one made-up site shows at one instant. */
import { createHash } from 'node:crypto'
import type { SiteArticle } from './article.ts'
import { type Calendar, type DateForms, dateForms, instantAt } from './calendar.ts'
import type { Column, Site } from './load-sites.ts'

export interface Edition {
  site: Site
  /** The site's columns, each with the articles that stand in its list now, newest first. */
  columns: Column[]
  /** Linked from the sidebar of every page. They came before the first day and never go, so pages stay byte for byte. */
  settled: SiteArticle[]
  datesOf(article: SiteArticle): DateForms
}

/** Every instant at which something on the site changes, in order. Between two of them no byte does. */
export function changesOf(site: Site): number[] {
  const instants = site.columns.flatMap(({ articles }) => articles.flatMap(changesOfArticle))
  return instants.sort((a, b) => a - b)
}

export function changesOfArticle(article: SiteArticle): number[] {
  return [article.publishedAt, article.editedAt, article.removedAt].flatMap((date) => (date ? [date.getTime()] : []))
}

/** The last change at or before `now`; `start` when there was none. For Last-Modified. */
export function lastChange(instants: number[], now: number, start: Date): Date {
  const past = instants.filter((instant) => instant <= now)
  return past.length > 0 ? new Date(Math.max(...past)) : start
}

export function isShown(article: SiteArticle, now: number): boolean {
  return article.publishedAt.getTime() <= now && !(article.removedAt && article.removedAt.getTime() <= now)
}

/** The body as it stands at `now`. */
export function bodyAt(article: SiteArticle, now: number): string {
  const edited = article.editedAt && article.editedAt.getTime() <= now
  return edited ? (article.editedHtml ?? article.html) : article.html
}

export function editionAt(site: Site, now: number, calendar: Calendar): Edition {
  const columns = site.columns.map((column) => ({
    ...column,
    articles: column.articles.filter((article) => isShown(article, now)),
  }))
  const dates = new Map<SiteArticle, DateForms>()
  return {
    site,
    columns,
    settled: settledOf(site, instantAt('0 00:00', calendar)),
    datesOf(article) {
      const known = dates.get(article) ?? dateForms(article.publishedAt, calendar.zone)
      dates.set(article, known)
      return known
    },
  }
}

function settledOf(site: Site, firstDay: Date): SiteArticle[] {
  return site.columns
    .flatMap(({ articles }) => articles)
    .filter(({ publishedAt, removedAt, moved, broken }) => publishedAt < firstDay && !removedAt && !moved && !broken)
}

/** A number from 0 to 0xffffffff that is always the same for the same text: counters and choices that never move. */
export function steadyNumber(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}
