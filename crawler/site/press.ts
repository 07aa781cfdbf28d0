/** Turns what a site shows at one instant into pages: templates, damage where the site has it, bytes. */
import { type Answer, pageAnswer } from './answer.ts'
import { type Calendar, instantAt } from './calendar.ts'
import { chooseNoted, damage } from './damage.ts'
import { changesOf, type Edition, editionAt, lastChange } from './edition.ts'
import { FAMILIES } from './families/all.ts'
import type { Desk, Family } from './family.ts'
import type { Site } from './load-sites.ts'
import { createRender } from './render.ts'
import { type Views, viewsOf } from './views.ts'

interface Sheet {
  template: string
  path: string
  view: Record<string, unknown>
  /** The page's own text without its frame; damage is measured out on it. */
  core: string
  changed: Date
}

export interface Press {
  site: Site
  family: Family
  edition: Edition
  views: Views
  desk: Desk
  now: number
  /** Midnight before the first day: the age of what never changes. */
  start: Date
  /** Last change anywhere on the site. */
  changed: Date
  print(sheet: Sheet): Answer
}

/** `now` in milliseconds. */
export function openPress(site: Site, now: number, calendar: Calendar): Press {
  const family = FAMILIES[site.family]
  const edition = editionAt(site, now, calendar)
  const views = viewsOf(edition, family, now)
  const render = createRender(site)
  const print = ({ template, path, view, core, changed }: Sheet) => {
    const html = render(template, view)
    const damaged = site.script === 'damaged' ? damage(html, chooseNoted(core, `${site.host}${path}`)) : html
    return pageAnswer(site, damaged, changed)
  }
  const desk: Desk = {
    edition,
    render,
    items: (column, from) => column.articles.map((article) => views.item(article, from)),
  }
  const start = instantAt('0 00:00', calendar)
  return { site, family, edition, views, desk, now, start, changed: lastChange(changesOf(site), now, start), print }
}
