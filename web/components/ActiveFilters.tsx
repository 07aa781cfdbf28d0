import type { ItemQuery } from '../../domain/query.ts'
import { type PageContext, usePage } from '../page-context.ts'
import { whenText } from '../when.ts'
import type { Asked } from './Filters.tsx'
import { Link } from './Link.tsx'

type Label = (query: Partial<ItemQuery>, page: PageContext) => string | undefined
const when = <Value,>(value: Value | undefined, label: (value: Value) => string): string | undefined =>
  value === undefined || value === false ? undefined : label(value)

/** What a condition is called once it is in force; order of the table is order on the page. */
const LABELS: [keyof ItemQuery, Label][] = [
  ['q', ({ q }) => when(q, (words) => `“${words}”`)],
  ['region', ({ region }, { regionName }) => when(region, regionName)],
  ['category', ({ category }, { categoryName }) => when(category, categoryName)],
  ['position', ({ position }, { positionName }) => when(position, positionName)],
  ['source', ({ source }, { sourceName }) => when(source, sourceName)],
  ['stage', ({ stage }, { t }) => when(stage, (id) => t.word('stage', id))],
  [
    'education',
    ({ education }, { t }) => when(education, (id) => `${t('filter.education')} ${t.word('education', id)}`),
  ],
  ['payMin', ({ payMin }, { t }) => when(payMin, (n) => `≥ ${t.figure(n)}`)],
  ['from', ({ from }, { t, place }) => when(from, (day) => `${t('filter.from')} ${whenText(day, place)}`)],
  ['to', ({ to }, { t, place }) => when(to, (day) => `${t('filter.to')} ${whenText(day, place)}`)],
  ['open', ({ open }, { t }) => when(open, () => t('filter.open'))],
]

/** How many conditions narrow this list. */
export function activeCount({ query }: Asked): number {
  return LABELS.filter(([name]) => query[name] !== undefined && query[name] !== false).length
}

/** Each condition in force, with the way to take it off. */
export function ActiveFilters({ asked }: { asked: Asked }) {
  const page = usePage()
  const { t, to } = page
  const active = LABELS.flatMap(([name, label]) => {
    const text = label(asked.query, page)
    return text === undefined ? [] : [{ name, text, href: to(asked.path, { ...asked.query, [name]: undefined }) }]
  })
  if (active.length === 0) return null
  return (
    <ul class="active" aria-label={t('filter.active')}>
      {active.map(({ name, text, href }) => (
        <li key={name}>
          <Link href={href} label={t('filter.remove', { what: text })}>
            {text} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Link class="plain" href={to(asked.path, asked.query.kind ? { kind: asked.query.kind } : {})}>
            {t('filter.clear')}
          </Link>
        </li>
      )}
    </ul>
  )
}
