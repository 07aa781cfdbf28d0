/** Pages in the tiny language of `readers.ts`, and a site of them with validators that follow their content. */
import { type FaultServer, page } from './fault-server.ts'

/** Entries `name.html` with their names as titles, in this order. */
export function listHtml(names: readonly string[], next?: string): string {
  const links = names.map((name) => `<a href="/${name}.html">${name}</a> 2026-11-20`).join('\n')
  return next === undefined ? links : `${links}<next href="${next}">`
}

export function articleHtml(title: string, body = `body of ${title}`): string {
  return `<h1>${title}</h1><p>${body}</p>`
}

/** A list with these entries and an article for each. */
export function putSite({ routes }: FaultServer, host: string, names: readonly string[]): void {
  routes[`${host}/list.html`] = page(listHtml(names), { etag: `"${names.join()}"` })
  for (const name of names) routes[`${host}/${name}.html`] = page(articleHtml(name), { etag: `"${name}"` })
}

/** Pages of ten entries each; answers how many pages. */
export function putPagedSite(server: FaultServer, host: string, names: readonly string[], perPage = 10): number {
  const pages = Math.ceil(names.length / perPage)
  for (let at = 0; at < pages; at += 1) {
    const next = at + 1 < pages ? `/list${at + 1}.html` : undefined
    const place = `${host}/list${at === 0 ? '' : at}.html`
    server.routes[place] = page(listHtml(names.slice(at * perPage, (at + 1) * perPage), next))
  }
  for (const name of names) server.routes[`${host}/${name}.html`] = page(articleHtml(name))
  return pages
}
