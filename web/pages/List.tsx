/** News or calls for volunteers, by region and category. */
import type { View } from '../../domain/view.ts'
import { LIST_PATHS } from '../addresses.ts'
import { ActiveFilters, activeCount } from '../components/ActiveFilters.tsx'
import { type Asked, askedOf, FacetLinks, Panel, RegionTree } from '../components/Filters.tsx'
import { Carry, Field, Select, Tick } from '../components/Form.tsx'
import { ListHead } from '../components/ListHead.tsx'
import { Answer } from '../components/Rows.tsx'
import { usePage } from '../page-context.ts'

export type ListView = Extract<View, { page: 'list' }>

export function List({ view: { kind, answer, feed } }: { view: ListView }) {
  const { t } = usePage()
  const asked = askedOf(answer, LIST_PATHS[kind])
  return (
    <>
      <ListHead title={t(`list.${kind}`)} answer={answer} count="count.items" />
      <ActiveFilters asked={asked} />
      <div class="aside-list">
        <Panel count={activeCount(asked)}>
          <RegionTree answer={answer} asked={asked} />
          <FacetLinks answer={answer} asked={asked} facet="category" />
          <MoreFilters asked={asked} withOpen={kind === 'volunteer'} />
        </Panel>
        <section id="list" aria-label={t(`list.${kind}`)}>
          <Answer answer={answer} asked={asked} feed={feed} />
        </section>
      </div>
    </>
  )
}

function MoreFilters({ asked: { path, query }, withOpen }: { asked: Asked; withOpen: boolean }) {
  const { t } = usePage()
  const sorts = (['new', 'relevance', ...(withOpen ? ['deadline'] : [])] as const).filter(
    (sort) => sort !== 'relevance' || query.q !== undefined,
  )
  return (
    <form action={path} class="conditions">
      <Field label={t('filter.q')}>
        <input type="search" name="q" value={query.q} maxLength={64} />
      </Field>
      <Field label={t('filter.from')}>
        <input type="date" name="from" value={query.from} />
      </Field>
      <Field label={t('filter.to')}>
        <input type="date" name="to" value={query.to} />
      </Field>
      {sorts.length > 1 && (
        <Field label={t('filter.sort')}>
          <Select
            name="sort"
            value={query.sort}
            options={sorts.map((sort) => ({ value: sort, label: t.word('sort', sort) }))}
          />
        </Field>
      )}
      {withOpen && <Tick name="open" checked={query.open === true} label={t('filter.open')} />}
      <Carry keep={{ region: query.region, category: query.category, source: query.source, stage: query.stage }} />
      <button type="submit">{t('filter.apply')}</button>
    </form>
  )
}
