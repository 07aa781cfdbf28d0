/** What the templates see. Plain data; the same edition and page give the same view. */
import { load } from 'cheerio'
import type { SiteArticle } from './article.ts'
import type { DateForms } from './calendar.ts'
import { bodyAt, type Edition, steadyNumber } from './edition.ts'
import type { Family } from './family.ts'
import { FILE_IN_BODY, filePath } from './file-links.ts'
import type { Column } from './load-sites.ts'

/** Portals of the recruitment family cut their teasers here, in the middle of a word or number if need be. */
const TEASER_LENGTH = 44
const SHORT_TITLE_LENGTH = 26
const HOT_LENGTH = 8
/** An old address has the article's id plus this, which no article may reach. */
const OLD_ID_OFFSET = 8_000_000

export interface ItemView extends DateForms {
  id: number
  title: string
  /** Cut as lists do it; the whole title is in the link's `title` attribute. */
  short: string
  href: string
  /** Path of the page, from the root. */
  path: string
  teaser: string
  source: string
  columnName: string
}

export interface Views {
  /** What every page of the site needs; `from` is the page's own path. */
  frame(from: string, current?: Column): Record<string, unknown>
  item(article: SiteArticle, from: string): ItemView
  detail(article: SiteArticle): Record<string, unknown>
  /** How `from` writes a link to `to`; both are paths. */
  link(from: string, to: string): string
  detailPath(article: SiteArticle, old?: boolean): string
  attachmentPath(article: SiteArticle, index: number): string
}

/** `now` in milliseconds decides which body an edited article shows. */
export function viewsOf(edition: Edition, family: Family, now: number): Views {
  const { site } = edition
  const link = (from: string, to: string) => family.link?.(from, to) ?? to
  const detailPath = (article: SiteArticle, old = false) =>
    family.detail(site, columnOf(edition, article), edition.datesOf(article), article.id + (old ? OLD_ID_OFFSET : 0))
  const attachmentPath = (article: SiteArticle, index: number) =>
    family.attachment(
      {
        detail: detailPath(article),
        id: article.id,
        file: article.files[index]?.file ?? '',
        day: edition.datesOf(article),
      },
      index,
    )

  const item = (article: SiteArticle, from: string): ItemView => {
    const path = detailPath(article, article.moved)
    return {
      ...edition.datesOf(article),
      id: article.id,
      title: article.title,
      short: cut(article.title, SHORT_TITLE_LENGTH, '…'),
      href: link(from, path),
      path,
      teaser: cut(plainText(bodyAt(article, now)), TEASER_LENGTH, ' ...'),
      source: article.source ?? site.name,
      columnName: columnOf(edition, article).name,
    }
  }

  const nav = (from: string, current?: Column) =>
    edition.columns.map((column) => ({
      name: column.name,
      href: link(from, family.list(column, 1, pagesOf(column))),
      current: column.id === current?.id,
    }))

  const frame = (from: string, current?: Column) => ({
    site: { name: site.name, host: site.host },
    charset: site.declare === 'meta' || site.declare === 'both' ? site.encoding : undefined,
    home: link(from, family.homes[0] ?? '/'),
    nav: nav(from, current),
    column: current && {
      id: current.id,
      code: current.code,
      name: current.name,
      href: link(from, family.list(current, 1, 1)),
    },
    hot: hotOf(edition).map((article) => item(article, from)),
  })

  const detail = (article: SiteArticle) => {
    const path = detailPath(article)
    const column = columnOf(edition, article)
    const body = bodyAt(article, now)
    return {
      ...frame(path, column),
      ...item(article, path),
      author: article.author,
      body: (family.body?.(body) ?? body).replace(
        FILE_IN_BODY,
        (_, start, file) => `${start}${link(path, filePath(file))}`,
      ),
      lead: cut(plainText(body), 80, ''),
      views: 40 + (steadyNumber(`views ${site.host} ${article.id}`) % 900),
      hasFiles: article.files.length > 0,
      files: article.files.map(({ name }, index) => ({
        name,
        number: index + 1,
        href: link(path, attachmentPath(article, index)),
      })),
      ...neighbours(edition, article, (other) => item(other, path)),
    }
  }
  return { frame, item, detail, link, detailPath, attachmentPath }
}

export function pagesOf(column: Column): number {
  return Math.max(1, Math.ceil(column.articles.length / column.perPage))
}

function columnOf(edition: Edition, article: SiteArticle): Column {
  const column = edition.columns.find(({ id }) => id === article.column)
  if (!column) throw new Error(`${edition.site.host} has no column ${article.column}`)
  return column
}

function hotOf(edition: Edition): SiteArticle[] {
  const rank = (article: SiteArticle) => steadyNumber(`hot ${edition.site.host} ${article.id}`)
  return edition.settled.toSorted((a, b) => rank(a) - rank(b)).slice(0, HOT_LENGTH)
}

/** The settled articles just before and after in the column, so that a new article leaves old pages as they are. */
function neighbours(edition: Edition, article: SiteArticle, view: (other: SiteArticle) => ItemView) {
  const column = edition.settled.filter((other) => other.column === article.column)
  const place = column.indexOf(article)
  const newer = place > 0 ? column[place - 1] : undefined
  const older = place >= 0 ? column[place + 1] : undefined
  return { newer: newer && view(newer), older: older && view(older) }
}

function cut(text: string, length: number, mark: string): string {
  const chars = [...text]
  return chars.length > length ? chars.slice(0, length).join('') + mark : text
}

export function plainText(html: string): string {
  return load(html, undefined, false).root().text().replace(/\s+/g, ' ').trim()
}
