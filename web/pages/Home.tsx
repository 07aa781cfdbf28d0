import type { ItemSummary, Notice } from '../../domain/api.ts'
import type { Kind } from '../../domain/item.ts'
import type { View } from '../../domain/view.ts'
import { LIST_PATHS } from '../addresses.ts'
import { Boxes } from '../components/Boxes.tsx'
import { Link } from '../components/Link.tsx'
import { Notices } from '../components/Notices.tsx'
import { pinsFirst, Rows } from '../components/Rows.tsx'
import { Time } from '../components/Time.tsx'
import { usePage } from '../page-context.ts'
import type { Key } from '../strings/zh-Hans.ts'
import { fullDay } from '../when.ts'

export type HomeView = Extract<View, { page: 'home' }>

export function Home({ view }: { view: HomeView }) {
  const { t, townName, place } = usePage()
  const answers = [view.news, view.jobs, view.volunteer]
  // One list of pins: a pin of the whole town comes with each of the three answers.
  const pins = [...new Map(answers.flatMap((answer) => answer.pins).map((pin) => [pin.id, pin])).values()]
  const unpinned = (items: ItemSummary[]) => items.filter(({ id }) => !pins.some((pin) => pin.id === id))
  return (
    <>
      <div class="dateline">
        <h1>{t('home.heading', { town: townName, day: fullDay(place) })}</h1>
        <Figures view={view} />
      </div>
      <Notices notices={telling(answers.flatMap(({ notices }) => notices))} />
      <div class="front">
        <Section
          kind="news"
          title="home.news"
          empty="home.noNews"
          items={pinsFirst({ pins, items: view.news.items })}
        />
        <section class="hiring" aria-labelledby="home-job">
          <h2 id="home-job">{t('home.jobs')}</h2>
          <Boxes positions={view.popularPositions} regions={view.popularRegions} answer={view.jobs} />
          <Listed kind="job" empty="home.noJobs" items={unpinned(view.jobs.items)} />
        </section>
        <Section
          kind="volunteer"
          title="home.volunteer"
          empty="home.noVolunteer"
          items={unpinned(view.volunteer.items)}
        />
      </div>
    </>
  )
}

/** There are no counts here that could stop short. */
const telling = (notices: Notice[]): Notice[] => notices.filter(({ code }) => code !== 'facets_partial')

interface SectionProps {
  kind: Kind
  title: Key
  empty: Key
  items: ItemSummary[]
}
function Section({ kind, title, empty, items }: SectionProps) {
  const { t } = usePage()
  return (
    <section class={`front-${kind}`} aria-labelledby={`home-${kind}`}>
      <h2 id={`home-${kind}`}>{t(title)}</h2>
      <Listed kind={kind} empty={empty} items={items} />
    </section>
  )
}

function Listed({ kind, empty, items }: Omit<SectionProps, 'title'>) {
  const { t, to } = usePage()
  return (
    <>
      {items.length === 0 ? <p class="empty">{t(empty)}</p> : <Rows items={items} />}
      <p class="all">
        <Link href={to(LIST_PATHS[kind])}>
          {t(`home.all.${kind}`)} <span aria-hidden="true">→</span>
        </Link>
      </p>
    </>
  )
}

function Figures({ view: { stats } }: { view: HomeView }) {
  const { t, to } = usePage()
  return (
    <p class="figures">
      <Link href={to('/jobs', { open: true })}>{t('home.openJobs', { n: stats.openJobs })}</Link>
      <span>{t('home.headcount', { n: stats.openHeadcount })}</span>
      <Link href={to('/sources')}>{t('home.sources', { ok: stats.sources.ok, all: stats.sources.all })}</Link>
      {stats.newestAt && (
        <span>
          {t('home.newest')} <Time value={stats.newestAt} />
        </span>
      )}
    </p>
  )
}
