/** The three boxes of a job page: popular positions, popular places, jobs by district. */
import type { ItemsResponse, PopularResponse } from '../../domain/api.ts'
import type { ItemQuery } from '../../domain/query.ts'
import { usePage } from '../page-context.ts'
import { nameIn } from '../translate.ts'
import { countsOf } from './Filters.tsx'
import { Link } from './Link.tsx'
import { Range } from './Time.tsx'
import { TrendWord } from './TrendWord.tsx'

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
      <More answer={positions} />
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
  const shown = popular.values.slice(0, POPULAR_SHOWN)
  // Where everything is new, saying so of each says nothing.
  const moved = shown.some(({ trend }) => trend !== 'new')
  return (
    <section class="box">
      <h2>{title}</h2>
      {popular.values.length === 0 ? (
        <p>{t('box.empty')}</p>
      ) : (
        <ul class="chips">
          {shown.map(({ value, names, items, trend }) => (
            <li key={value}>
              <Link href={href(value)}>
                {nameIn(names, t.language) || value} <small>{t.figure(items)}</small>
                {moved && trend !== 'same' && <TrendWord trend={trend} />}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
const POPULAR_SHOWN = 8

/** Anyone can count again: the rule and its dates stand beside the result, the figures and the formula a click away. */
function More({ answer }: { answer: PopularResponse }) {
  const { t, to } = usePage()
  return (
    <div class="more">
      <p class="all">
        <Link href={to('/popular')}>
          {t('popular.all')} <span aria-hidden="true">→</span>
        </Link>
      </p>
      <details class="small">
        <summary>{t('box.formula')}</summary>
        <p>
          {t('popular.scoreText')} <Range from={answer.window.from} to={answer.window.to} words="box.window" />
        </p>
      </details>
    </div>
  )
}
