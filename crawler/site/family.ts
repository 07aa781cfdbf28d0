/** What a family of site software decides: addresses, how links are written, how a body is wrapped, further services. */
import type { DateForms } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Column, Site } from './load-sites.ts'
import type { ItemView } from './views.ts'

/** Answers a query on a fixed path, such as a list in JSON. Undefined is "no such thing". */
export type Service = (query: URLSearchParams) => { type: string; text: string } | undefined

/** What a family's own pages and services are made from. */
export interface Desk {
  edition: Edition
  /** `from` is the path of the page on which the items will stand. */
  items(column: Column, from: string): ItemView[]
  render(template: string, view: Record<string, unknown>): string
}

export interface ListPlace {
  desk: Desk
  column: Column
  /** From 1. */
  page: number
  pages: number
  path: string
}

export interface Family {
  homes: string[]
  /** `id` is the article's own, or that of its old address. */
  detail(site: Site, column: Column, day: DateForms, id: number): string
  /** Page 1 is the newest. */
  list(column: Column, page: number, pages: number): string
  /** Further pages have no address of their own. */
  onePage?: boolean
  /** Other addresses of page 1. */
  listAliases?(column: Column): string[]
  /** `index` counts the article's attachments from 0. */
  attachment(article: AttachmentPlace, index: number): string
  /** How a link from one path of the site to another is written; absolute paths when absent. */
  link?(from: string, to: string): string
  /** Markup that the family's editor leaves in a body. */
  body?(html: string): string
  /** More for the list template. */
  listView?(place: ListPlace): Record<string, unknown>
  services?(desk: Desk): [path: string, service: Service][]
}

interface AttachmentPlace {
  /** Path of the article's page. */
  detail: string
  id: number
  file: string
  day: DateForms
}

/** `../` and `./` forms, as old site software writes them, never empty. Both are absolute paths. */
export function relativeLink(from: string, to: string): string {
  const folders = from.split('/').slice(1, -1)
  const parts = to.split('/').slice(1)
  let shared = 0
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared += 1
  return '../'.repeat(folders.length - shared) + parts.slice(shared).join('/') || './'
}

/** Tables as pasted from a word processor: no header cells, a border. */
export function asPastedTable(html: string): string {
  return html
    .replace(/<\/?(?:thead|tbody)>\n?/g, '')
    .replace(/<(\/?)th\b/g, '<$1td')
    .replaceAll('<table>', '<table border="1" cellspacing="0" cellpadding="0" width="100%">')
}
