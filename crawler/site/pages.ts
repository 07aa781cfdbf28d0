/** The kinds of page that every site has: home, lists, articles with their attachments and old addresses. */
import { type Answer, brokenAnswer, fileAnswer, movedAnswer } from './answer.ts'
import type { SiteArticle } from './article.ts'
import { bodyAt, changesOfArticle, lastChange } from './edition.ts'
import { filePath } from './file-links.ts'
import type { Column } from './load-sites.ts'
import type { Press } from './press.ts'
import { type ItemView, pagesOf, plainText } from './views.ts'

export interface SitePage {
  paths: string[]
  make: () => Answer
}

const ITEMS_ON_HOME = 6

export function homePage({ site, family, edition, views, desk, changed, print }: Press): SitePage {
  const [path = '/'] = family.homes
  const make = () => {
    const blocks = edition.columns.map((column) => ({
      ...views.frame(path, column),
      items: desk.items(column, path).slice(0, ITEMS_ON_HOME),
    }))
    const core = `${site.name}\n${coreOf(blocks.flatMap(({ items }) => items))}`
    return print({ template: 'home', path, view: { ...views.frame(path), blocks }, core, changed })
  }
  return { paths: family.homes, make }
}

export function listPages(press: Press, column: Column): SitePage[] {
  const { family } = press
  const pages = family.onePage ? 1 : pagesOf(column)
  return Array.from({ length: pages }, (_, index) => {
    const path = family.list(column, index + 1, pages)
    const aliases = index === 0 ? (family.listAliases?.(column) ?? []) : []
    return { paths: [path, ...aliases], make: () => listPage(press, column, index + 1, pages) }
  })
}

function listPage({ family, views, desk, changed, print }: Press, column: Column, page: number, pages: number): Answer {
  const path = family.list(column, page, pages)
  const link = (to: number) => (to < 1 || to > pages ? undefined : views.link(path, family.list(column, to, pages)))
  const items = desk.items(column, path).slice((page - 1) * column.perPage, page * column.perPage)
  const view = {
    ...views.frame(path, column),
    ...{ page, pages, first: link(1), last: link(pages), previous: link(page - 1), next: link(page + 1) },
    ...{ items, total: column.articles.length },
    ...family.listView?.({ desk, column, page, pages, path }),
  }
  return print({ template: 'list', path, view, core: coreOf(items), changed })
}

/** The article itself, its attachments, and the old address if it has moved. */
export function articlePages({ site, views, now, start, print }: Press, article: SiteArticle): SitePage[] {
  const path = views.detailPath(article)
  const changed = lastChange(changesOfArticle(article), now, start)
  const detail = () => {
    if (article.broken) return brokenAnswer(site, changed)
    const core = `${article.title}\n${plainText(bodyAt(article, now))}`
    return print({ template: 'detail', path, view: views.detail(article), core, changed })
  }
  const files = article.files.map(({ name, file }, index) => ({
    paths: [views.attachmentPath(article, index)],
    make: () => fileAnswer(name, file, site.files.get(file) ?? new Uint8Array(), changed),
  }))
  const old = article.moved ? [{ paths: [views.detailPath(article, true)], make: () => movedAnswer(path) }] : []
  return [{ paths: [path], make: detail }, ...files, ...old]
}

function coreOf(items: ItemView[]): string {
  return items.map(({ title, teaser }) => `${title}\n${teaser}`).join('\n')
}

/** What bodies show from `files/`. */
export function filePages({ site, start }: Press): SitePage[] {
  return [...site.files].map(([file, bytes]) => ({
    paths: [filePath(file)],
    make: () => fileAnswer(file, file, bytes, start),
  }))
}
