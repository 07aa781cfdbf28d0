/** What a crawl of the sample town must find, told by the article files and not by anything that reads pages. */
import type { SiteArticle } from '../../crawler/site/article.ts'
import { isShown } from '../../crawler/site/edition.ts'
import { loadSites, type Site } from '../../crawler/site/load-sites.ts'
import { openPress } from '../../crawler/site/press.ts'
import { localDay } from '../../domain/dates.ts'
import { CALENDAR, SITES_FOLDER } from './sample-town.ts'

export interface ExpectedItem {
  /** Where the article stands, past all redirects. */
  url: string
  title: string
  /** `YYYY-MM-DD` in the town. */
  day: string
  article: SiteArticle
  site: Site
}

/** Every article that stands on a site at `at` and can be read there. */
export async function expectedItems(at: Date): Promise<ExpectedItem[]> {
  const sites = await loadSites(SITES_FOLDER, CALENDAR)
  return sites.flatMap((site) => {
    const { views } = openPress(site, at.getTime(), CALENDAR)
    const readable = site.columns
      .flatMap(({ articles }) => articles)
      .filter((article) => isShown(article, at.getTime()) && !article.broken)
    return readable.map((article) => ({
      url: `http://${site.host}:8788${views.detailPath(article)}`,
      title: article.title,
      day: localDay(article.publishedAt, CALENDAR.zone),
      article,
      site,
    }))
  })
}
