import type { View } from '../../domain/view.ts'
import { ActiveFilters, activeCount } from '../components/ActiveFilters.tsx'
import { askedOf, FacetLinks, Panel, RegionTree, SortLinks } from '../components/Filters.tsx'
import { ListHead } from '../components/ListHead.tsx'
import { Answer } from '../components/Rows.tsx'
import { usePage } from '../page-context.ts'

export type SearchView = Extract<View, { page: 'search' }>

export function Search({ view: { answer, feed } }: { view: SearchView }) {
  const { t } = usePage()
  const asked = askedOf(answer, '/search')
  const { q, kind } = asked.query
  return (
    <>
      <ListHead title={q ? t('search.titleFor', { q }) : t('search.title')} answer={answer} count="count.results" />
      {!q && <p>{t('search.start')}</p>}
      <ActiveFilters asked={asked} />
      <div class="aside-list">
        <Panel count={activeCount(asked)}>
          <SortLinks asked={asked} />
          <FacetLinks answer={answer} asked={asked} facet="kind" />
          <RegionTree answer={answer} asked={asked} />
          <FacetLinks answer={answer} asked={asked} facet={kind === 'job' ? 'position' : 'category'} />
          <FacetLinks answer={answer} asked={asked} facet="source" />
        </Panel>
        <section id="list" aria-label={t('search.title')}>
          <Answer answer={answer} asked={asked} feed={feed} showKind />
        </section>
      </div>
    </>
  )
}
