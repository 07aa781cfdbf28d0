/** What stands in the head of each page: title, address to be known by, feeds, structured data. */

import { formatQuery } from '../domain/query-string.ts'
import type { View } from '../domain/view.ts'
import { canonicalOf, type Feed, feedAddresses, isOwnPath } from './addresses.ts'
import { askedOf } from './components/Filters.tsx'
import { jsonLdOf } from './json-ld.ts'
import type { PageContext } from './page-context.ts'
import { fullDay } from './when.ts'

export interface Head {
  title: string
  description?: string
  canonical: string
  /** Kept out of search engines: lists of people, problems, searches. */
  hidden: boolean
  feeds: Feed[]
  jsonLd?: object | undefined
}

export function headOf(view: View, page: PageContext): Head {
  const { t, townName } = page
  const site = [t('brand.name'), townName].filter((part) => part !== '').join(' · ')
  const title = titleOf(view, page)
  return {
    title: title === '' ? site : `${title} · ${site}`,
    description: view.page === 'item' ? view.item.excerpt : t('brand.tagline'),
    canonical: addressOfPage(view),
    hidden: view.page === 'problem' || view.page === 'search' || (view.page === 'item' && view.item.type === 'names'),
    feeds: feedsOf(view),
    jsonLd: view.page === 'item' ? jsonLdOf(view.item, page) : undefined,
  }
}

function titleOf(view: View, { t, townName, place, regionName, categoryName, positionName }: PageContext): string {
  switch (view.page) {
    case 'home':
      return `${t('home.title', { town: townName })} · ${fullDay(place)}`
    case 'list': {
      const { region, category } = view.answer.query
      return [region && regionName(region), category && categoryName(category), t(`list.${view.kind}`)]
        .filter(Boolean)
        .join(' · ')
    }
    case 'jobs': {
      const { region, position } = view.answer.query
      return [region && regionName(region), position && positionName(position), t('list.job')]
        .filter(Boolean)
        .join(' · ')
    }
    case 'search':
      return view.answer.query.q ? t('search.titleFor', { q: view.answer.query.q }) : t('search.title')
    case 'item':
      return view.item.title
    case 'popular':
      return view.region ? t('popular.titleFor', { region: regionName(view.region) }) : t('popular.title')
    case 'sources':
      return t('sources.title')
    case 'about':
      return t('about.title')
    case 'problem':
      return t('problem.heading')
  }
}

/** One address for one question: fields that a form sent empty, language and large print are no part of it. */
function addressOfPage(view: View): string {
  const asked = canonicalOf(view.url)
  const path = isOwnPath(asked) ? (asked.split('?', 1)[0] ?? '/') : '/'
  if (!('answer' in view)) return path
  const query = formatQuery({ ...askedOf(view.answer, path).query, cursor: view.answer.query.cursor })
  return query === '' ? path : `${path}?${query}`
}

function feedsOf(view: View): Head['feeds'] {
  if ('feed' in view) return isOwnPath(view.feed) ? feedAddresses(view.feed, hasDates(view)) : []
  return view.page === 'home' ? feedAddresses('/news') : []
}

/** Lists of what one can apply for or go to. */
function hasDates(view: View): boolean {
  return view.page === 'jobs' || (view.page === 'list' && view.kind === 'volunteer')
}
