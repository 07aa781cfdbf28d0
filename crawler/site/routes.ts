/** Every address of one made-up site at one instant. */
import { type Answer, textAnswer } from './answer.ts'
import type { Calendar } from './calendar.ts'
import type { Site } from './load-sites.ts'
import { articlePages, filePages, homePage, listPages, type SitePage } from './pages.ts'
import { openPress, type Press } from './press.ts'

/** Undefined when the query asks for what is not there. */
export type Route = (query: URLSearchParams) => Answer | undefined

/** By path, or by path and query where the address of an attachment has one. `now` in milliseconds. */
export function routesOf(site: Site, now: number, calendar: Calendar): Map<string, Route> {
  const press = openPress(site, now, calendar)
  const pages = [
    homePage(press),
    ...press.edition.columns.flatMap((column) => listPages(press, column)),
    ...press.edition.columns.flatMap((column) => column.articles.flatMap((article) => articlePages(press, article))),
    ...filePages(press),
    robotsPage(press),
  ]
  const routes = new Map<string, Route>()
  for (const { paths, make } of pages) {
    const route = once(make)
    for (const path of paths) routes.set(path, route)
  }
  for (const [path, service] of press.family.services?.(press.desk) ?? []) {
    routes.set(path, (query) => {
      const said = service(query)
      return said && textAnswer(said.type, said.text, press.changed)
    })
  }
  return routes
}

function once(make: () => Answer): Route {
  let made: Answer | undefined
  return () => {
    made ??= make()
    return made
  }
}

function robotsPage({ site, start }: Press): SitePage {
  const rules = site.disallow.length > 0 ? site.disallow.map((path) => `Disallow: ${path}`) : ['Allow: /']
  const text = `${['User-agent: *', ...rules].join('\n')}\n`
  return { paths: ['/robots.txt'], make: () => textAnswer('text/plain', text, start) }
}
