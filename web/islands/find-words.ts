/** What a page tells the suggestions under its search field: names, and where each kind leads in this language and size. */
import type { Suggestion } from '../../domain/api.ts'
import { withParameter } from '../addresses.ts'
import type { PageContext } from '../page-context.ts'

export interface FindWords {
  /** Name of the list. */
  list: string
  /** Read aloud when a list has come; `{n}` is how many. */
  told: string
  /** `{}` in `href` stands for the value. */
  kinds: Record<Suggestion['what'], { name: string; href: string }>
}

const VALUE = '{}'

export function findWords({ t, to }: PageContext): FindWords {
  // Braces must not be escaped: they are looked for.
  const kind = (name: string, path: string, parameter?: string) => ({
    name,
    href: (parameter === undefined ? path : withParameter(path, parameter, VALUE)).replace(
      encodeURIComponent(VALUE),
      VALUE,
    ),
  })
  return {
    list: t('suggest.list'),
    told: t('suggest.told'),
    kinds: {
      position: kind(t('filter.position'), to('/jobs', { open: true }), 'position'),
      region: kind(t('filter.region'), to('/search'), 'region'),
      category: kind(t('filter.category'), to('/news'), 'category'),
      employer: kind(t('job.employer'), to('/jobs', { open: true }), 'q'),
      item: kind(t('suggest.item'), to(`/items/${VALUE}`)),
    },
  }
}
