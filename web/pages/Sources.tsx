import type { SourceHealth } from '../../domain/api.ts'
import type { View } from '../../domain/view.ts'
import { hostOf } from '../addresses.ts'
import { Link } from '../components/Link.tsx'
import { Time } from '../components/Time.tsx'
import { usePage } from '../page-context.ts'
import { nameIn } from '../translate.ts'

export type SourcesView = Extract<View, { page: 'sources' }>

/** In trouble first: that is what a reader comes for. */
const ORDER = ['failing', 'blocked', 'silent', 'new', 'paused', 'ok'] as const

export function Sources({ view: { health } }: { view: SourcesView }) {
  const { t } = usePage()
  const sorted = [...health].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  const ok = health.filter(({ state }) => state === 'ok').length
  return (
    <>
      <h1>{t('sources.title')}</h1>
      <p class="lead">{health.length === 0 ? t('sources.none') : t('sources.lead', { ok, all: health.length })}</p>
      <ul class="sources">
        {sorted.map((source) => (
          <SourceCard key={source.slug} source={source} />
        ))}
      </ul>
      <p class="all">
        <Link href="/sources.opml">{t('sources.opml')}</Link>
      </p>
    </>
  )
}

function SourceCard({ source }: { source: SourceHealth }) {
  const { frame, t, to, regionName } = usePage()
  return (
    <li class="source">
      <h2>
        <Link href={to('/search', { source: source.slug })}>{nameIn(source.names, t.language) || source.slug}</Link>
        {source.official && <small class="official"> {t('row.official')}</small>}
        {frame.sources[source.slug]?.plainHttp && <small class="plain-http"> {t('sources.plainHttp')}</small>}
      </h2>
      <p class={`state state-${source.state}`}>{t.word('state', source.state)}</p>
      <p class="by">
        <Link class="out" href={source.home}>
          <span class="host">{hostOf(source.home)}</span>
        </Link>
        <span>{regionName(source.region)}</span>
        <span>{t('count.items', { n: source.items })}</span>
      </p>
      <dl class="inline">
        <Moment label={t('sources.lastOk')} at={source.lastOkAt} />
        {source.lastTryAt !== source.lastOkAt && <Moment label={t('sources.lastTry')} at={source.lastTryAt} />}
        {source.lastError && source.state !== 'ok' && (
          <div>
            <dt>{t('sources.error')}</dt>
            <dd>{source.lastError}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}

function Moment({ label, at }: { label: string; at: string | undefined }) {
  const { t } = usePage()
  return (
    <div>
      <dt>{label}</dt>
      <dd>{at === undefined ? t('sources.never') : <Time value={at} />}</dd>
    </div>
  )
}
