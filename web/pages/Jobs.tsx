/** Jobs by region and position, with the conditions a job seeker has. */
import type { ItemsResponse, RegionNode } from '../../domain/api.ts'
import { EDUCATION } from '../../domain/item.ts'
import { SORTS } from '../../domain/query.ts'
import type { View } from '../../domain/view.ts'
import { LIST_PATHS } from '../addresses.ts'
import { ActiveFilters, activeCount } from '../components/ActiveFilters.tsx'
import { Boxes } from '../components/Boxes.tsx'
import { type Asked, askedOf, countsOf, FacetLinks, Panel } from '../components/Filters.tsx'
import { Carry, Field, type Option, Select, Tick } from '../components/Form.tsx'
import { ListHead } from '../components/ListHead.tsx'
import { Answer } from '../components/Rows.tsx'
import { type PageContext, usePage } from '../page-context.ts'
import { nameIn } from '../translate.ts'

export type JobsView = Extract<View, { page: 'jobs' }>

export function Jobs({ view: { answer, feed, popularPositions, popularRegions } }: { view: JobsView }) {
  const { t } = usePage()
  const asked = askedOf(answer, LIST_PATHS.job)
  const { open, region, position } = asked.query
  const keep = { open }
  return (
    <>
      <ListHead title={t('list.job')} answer={answer} count="count.items" />
      <ActiveFilters asked={asked} />
      <div class="aside-list">
        <Panel count={activeCount(asked)}>
          <Conditions answer={answer} asked={asked} />
          <FacetLinks answer={answer} asked={asked} facet="stage" />
        </Panel>
        <div>
          {region === undefined && position === undefined && (
            <Boxes positions={popularPositions} regions={popularRegions} answer={answer} keep={keep} />
          )}
          <section id="list" aria-label={t('list.job')}>
            <Answer answer={answer} asked={asked} feed={feed} />
          </section>
          {(region !== undefined || position !== undefined) && (
            <Boxes positions={popularPositions} regions={popularRegions} answer={answer} keep={keep} />
          )}
        </div>
      </div>
    </>
  )
}

function Conditions({ answer, asked: { path, query } }: { answer: ItemsResponse; asked: Asked }) {
  const page = usePage()
  const { t, frame } = page
  const words = (group: string, ids: readonly string[]): Option[] =>
    ids.map((id) => ({ value: id, label: t.word(group, id) }))
  return (
    <form action={path} class="conditions">
      <Field label={t('filter.region')}>
        <Select name="region" value={query.region} any={page.townName} options={regionOptions(page, answer)} />
      </Field>
      <Field label={t('filter.position')}>
        <Select name="position" value={query.position} any={t('filter.any')} options={positionOptions(page, answer)} />
      </Field>
      <Field label={t('filter.education')}>
        <Select
          name="education"
          value={query.education}
          any={t('filter.any')}
          options={words('education', EDUCATION.slice(1))}
        />
      </Field>
      <Field label={t('filter.payMin', { currency: frame.town.currency })}>
        <input type="number" name="payMin" value={query.payMin} min={0} step={100} inputMode="numeric" />
      </Field>
      <Field label={t('filter.q')}>
        <input type="search" name="q" value={query.q} maxLength={64} />
      </Field>
      <Field label={t('filter.sort')}>
        <Select
          name="sort"
          value={query.sort}
          options={words('sort', query.q === undefined ? SORTS.filter((sort) => sort !== 'relevance') : SORTS)}
        />
      </Field>
      <Tick name="open" checked={query.open === true} label={t('filter.open')} />
      <Carry
        keep={{ stage: query.stage, source: query.source, category: query.category, from: query.from, to: query.to }}
      />
      <button type="submit">{t('filter.apply')}</button>
    </form>
  )
}

/** The whole tree, each level set in by an ideographic blank, since a select has no other indent. */
function regionOptions({ frame, t }: PageContext, answer: ItemsResponse): Option[] {
  const counts = countsOf(answer, 'region')
  const options = (node: RegionNode, depth: number): Option[] => {
    const count = counts.get(node.code)
    const name = `${'\u3000'.repeat(depth)}${nameIn(node.names, t.language)}`
    const own = { value: node.code, label: count ? `${name} (${t.figure(count)})` : name }
    return [own, ...node.children.flatMap((child) => options(child, depth + 1))]
  }
  return frame.regions.children.flatMap((child) => options(child, 0))
}

/** Positions that have jobs here, then those that have some elsewhere; the rest of the taxonomy would only find nothing. */
function positionOptions({ frame, t, positionName }: PageContext, answer: ItemsResponse): Option[] {
  const counts = countsOf(answer, 'position')
  const present = [...counts].map(([value, count]) => ({
    value,
    label: `${positionName(value)} (${t.figure(count)})`,
  }))
  const chosen = answer.query.position
  const rest = frame.positions.filter(({ id, n }) => !counts.has(id) && (n > 0 || id === chosen))
  return [...present, ...rest.map(({ id, names }) => ({ value: id, label: nameIn(names, t.language) }))]
}
