/** The three boxes of a job page: popular positions, popular places, jobs by district. */
import type { ItemsResponse, PopularResponse } from '../../domain/api.ts'
import type { ItemQuery } from '../../domain/query.ts'
import { usePage } from '../page-context.ts'
import { nameIn } from '../translate.ts'
import { countsOf } from './Filters.tsx'
import { Link } from './Link.tsx'
import { Range } from './Time.tsx'

interface BoxesProps {
  positions: PopularResponse
  regions: PopularResponse
  answer: ItemsResponse
  /** What a link of the boxes keeps: the region while a position is chosen, and the other way round. */
  keep?: Partial<ItemQuery>
}

export function Boxes({ positions, regions, answer, keep = {} }: BoxesProps) {
  const { frame, t, to } = usePage()
  const counts = countsOf(answer, 'region')
  const districts = frame.regions.children.map(({ code, names }) => ({ code, names, count: counts.get(code) }))
  return (
    <div class="boxes">
      <Popular title={t('box.positions')} popular={positions} href={(position) => to('/jobs', { ...keep, position })} />
      <Popular title={t('box.regions')} popular={regions} href={(region) => to('/jobs', { ...keep, region })} />
      <section class="box">
        <h2>{t('box.districts')}</h2>
        <ul class="chips">
          {districts.map(({ code, names, count }) => (
            <li key={code}>
              <Link href={to('/jobs', { ...keep, region: code })}>
                {nameIn(names, t.language)} {count && <small>{t.figure(count)}</small>}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Formulas popular={[positions, regions]} />
    </div>
  )
}

interface PopularProps {
  title: string
  popular: PopularResponse
  href(value: string): string
}
function Popular({ title, popular, href }: PopularProps) {
  const { t } = usePage()
  return (
    <section class="box">
      <h2>{title}</h2>
      {popular.values.length === 0 ? (
        <p>{t('box.empty')}</p>
      ) : (
        <ul class="chips">
          {popular.values.slice(0, POPULAR_SHOWN).map(({ value, names, items }) => (
            <li key={value}>
              <Link href={href(value)}>
                {nameIn(names, t.language) || value} <small>{t.figure(items)}</small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
const POPULAR_SHOWN = 8

/** Anyone can count again: the rule and its dates stand beside the result. */
function Formulas({ popular }: { popular: PopularResponse[] }) {
  const { t } = usePage()
  const rules = [...new Map(popular.map((answer) => [answer.formula, answer.window])).entries()]
  return (
    <details class="small">
      <summary>{t('box.formula')}</summary>
      {rules.map(([formula, window]) => (
        <p key={formula}>
          <code>{formula}</code>
          <br />
          <Range from={window.from} to={window.to} words="box.window" />
        </p>
      ))}
    </details>
  )
}
