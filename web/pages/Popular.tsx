/** What is wanted most, with the figures of both windows and the rule, so that anyone can count again. */
import type { PopularFigures, PopularResponse, PopularValue } from '../../domain/api.ts'
import type { View } from '../../domain/view.ts'
import { Link } from '../components/Link.tsx'
import { Range } from '../components/Time.tsx'
import { TrendWord } from '../components/TrendWord.tsx'
import { type PageContext, usePage } from '../page-context.ts'
import { nameIn } from '../translate.ts'

export type PopularView = Extract<View, { page: 'popular' }>

const SHOWN = 20

export function Popular({ view }: { view: PopularView }) {
  const { popularPositions, popularRegions, popularEmployers, region } = view
  const { t, to, regionName } = usePage()
  const jobs = (query: object) => to('/jobs', { ...(region && { region }), ...query, open: true })
  return (
    <>
      <h1>{region ? t('popular.titleFor', { region: regionName(region) }) : t('popular.title')}</h1>
      <p class="lead">{t('popular.lead')}</p>
      <Districts chosen={region} />
      <div class="rankings">
        <Ranking title={t('box.positions')} ranking={popularPositions} href={(position) => jobs({ position })} />
        <Ranking title={t('box.regions')} ranking={popularRegions} href={(code) => jobs({ region: code })} />
        <Ranking
          title={t('box.employers')}
          ranking={popularEmployers}
          href={(q) => (fits(q) ? jobs({ q }) : undefined)}
        />
      </div>
      <section class="prose" id="how">
        <h2>{t('box.formula')}</h2>
        <Rule answer={popularPositions} />
        <details>
          <summary>{t('popular.formula')}</summary>
          {[popularPositions, popularEmployers].map(({ by, formula }) => (
            <p key={by}>
              <code lang="en">{formula}</code>
            </p>
          ))}
        </details>
      </section>
    </>
  )
}

/** In words; of all rankings of one moment it is the same. */
function Rule({ answer: { window, windowBefore } }: { answer: PopularResponse }) {
  const { t } = usePage()
  return (
    <>
      <p>
        {t('popular.scoreText')} {t('popular.countedText')}
      </p>
      <p>
        <Range from={window.from} to={window.to} words="box.window" />
        <br />
        <Range from={windowBefore.from} to={windowBefore.to} words="popular.windowBefore" />
      </p>
    </>
  )
}

/** A name longer than a question may be cannot be asked for. */
const fits = (words: string): boolean => words.length <= 64

function Districts({ chosen }: { chosen: string | undefined }) {
  const { frame, t, to } = usePage()
  const { children, code: root, names } = frame.regions
  const links = [{ code: undefined, names }, ...children]
  if (root === '' || children.length === 0) return null
  return (
    <nav aria-label={t('filter.region')}>
      <ul class="chips">
        {links.map(({ code, names }) => (
          <li key={code ?? ''}>
            <Link href={to('/popular', code === undefined ? {} : { region: code })} current={current(code, chosen)}>
              {nameIn(names, t.language)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
const current = (code: string | undefined, chosen: string | undefined) => (code === chosen ? 'page' : undefined)

interface RankingProps {
  title: string
  ranking: PopularResponse
  href(value: string): string | undefined
}
function Ranking({ title, ranking: { values, by }, href }: RankingProps) {
  const { t } = usePage()
  return (
    <section aria-labelledby={`popular-${by}`}>
      <h2 id={`popular-${by}`}>{title}</h2>
      {values.length === 0 && <p>{t('box.empty')}</p>}
      <ol class="ranking">
        {values.slice(0, SHOWN).map((one) => (
          <Place key={one.value} by={by} one={one} href={href(one.value)} />
        ))}
      </ol>
    </section>
  )
}

interface PlaceProps {
  by: PopularResponse['by']
  one: PopularValue
  href: string | undefined
}
function Place({ by, one, href }: PlaceProps) {
  const { t } = usePage()
  const name = nameIn(one.names, t.language) || one.value
  return (
    <li>
      <p class="by">
        <b>{href === undefined ? name : <Link href={href}>{name}</Link>}</b>
        <TrendWord trend={one.trend} />
      </p>
      <p class="small">
        {figuresText(by, one, t)}
        {one.before.items > 0 && (
          <>
            <br />
            {t('popular.before', { figures: figuresText(by, one.before, t) })}
          </>
        )}
      </p>
    </li>
  )
}

function figuresText(
  by: PopularResponse['by'],
  { headcount, employers, items }: PopularFigures,
  t: PageContext['t'],
): string {
  return [
    t('count.people', { n: headcount }),
    ...(by === 'employer' ? [] : [t('count.employers', { n: employers })]),
    t('count.jobs', { n: items }),
  ].join(t('list.comma'))
}
