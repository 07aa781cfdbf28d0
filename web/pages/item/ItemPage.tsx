/** One item: what it says, who says it, until when it holds, and how we know. */
import type { ItemResponse, ItemSummary } from '../../../domain/api.ts'
import type { View } from '../../../domain/view.ts'
import { hostOf, LIST_PATHS } from '../../addresses.ts'
import { Link } from '../../components/Link.tsx'
import { languageOf, Places, Publisher } from '../../components/Row.tsx'
import { Closing, Time } from '../../components/Time.tsx'
import { usePage } from '../../page-context.ts'
import { whenText } from '../../when.ts'
import { Body } from './Body.tsx'
import { JobFacts, VolunteerFacts } from './Facts.tsx'
import { Positions, Unparsed } from './Positions.tsx'
import { Posting } from './Posting.tsx'
import { AlsoAt, Attachments, Flags, Versions, Why } from './Provenance.tsx'
import { Dates, Steps } from './Steps.tsx'
import { Changes, Timeline } from './Thread.tsx'

export type ItemView = Extract<View, { page: 'item' }>

export function ItemPage({ view: { item, parent } }: { view: ItemView }) {
  const { t } = usePage()
  return (
    <article class="item">
      <Crumbs item={item} />
      <h1 lang={languageOf(item.title, t.language)}>{item.title}</h1>
      <div class="item-side">
        <Byline item={item} />
        {parent && <Parent parent={parent} />}
        <Status item={item} />
        <Changes item={item} />
        <ReadOriginal url={item.url} />
        <Flags item={item} />
      </div>
      <div class="item-main">
        <JobFacts item={item} />
        <VolunteerFacts item={item} />
        <Steps item={item} />
        <Dates item={item} />
        <Body item={item} />
        <Positions positions={item.children} />
        <Unparsed item={item} />
        <Timeline item={item} />
        <Attachments item={item} />
        <Posting item={item} />
        <AlsoAt item={item} />
        <Versions item={item} />
        <Why item={item} />
        <Correct />
      </div>
    </article>
  )
}

function Crumbs({ item }: { item: ItemResponse }) {
  const { t, to, categoryName } = usePage()
  const path = LIST_PATHS[item.kind]
  const category = item.kind === 'job' ? undefined : item.categories[0]
  return (
    <nav class="crumbs" aria-label={t('nav.here')}>
      <ol>
        <li>
          <Link href={to('/')}>{t('nav.home')}</Link>
        </li>
        <li>
          <Link href={to(path)}>{t(`kind.${item.kind}`)}</Link>
        </li>
        {category && (
          <li>
            <Link href={to(path, { category })}>{categoryName(category)}</Link>
          </li>
        )}
        <li>{t(`type.${item.type}`)}</li>
      </ol>
    </nav>
  )
}

function Byline({ item }: { item: ItemResponse }) {
  const { t, frame, sourceName } = usePage()
  const { names = {}, plainHttp } = frame.sources[item.source] ?? {}
  const isSource = Object.values(names).includes(item.publisher)
  return (
    <dl class="byline">
      <div>
        <dt>{t('item.publisher')}</dt>
        <dd>
          <Publisher item={item} />
          {!isSource && <small class="origin">{t('item.via', { source: sourceName(item.source) })}</small>}
          {plainHttp && item.url.startsWith('http:') && <small class="origin">{t('item.plainHttp')}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('item.time')}</dt>
        <dd>
          <Time value={item.publishedAt} /> <small class="origin">{t(`origin.${item.dateOrigin}`)}</small>
        </dd>
      </div>
      <div>
        <dt>{t('item.region')}</dt>
        <dd>
          <Places item={item} />
        </dd>
      </div>
      {item.author && (
        <div>
          <dt>{t('item.author')}</dt>
          <dd>{item.author}</dd>
        </div>
      )}
    </dl>
  )
}

/** Only where there is something to apply or sign up for. */
function Status({ item }: { item: ItemResponse }) {
  const { t, place } = usePage()
  const applies = item.closesAt !== undefined || item.open !== undefined || item.type === 'position'
  if (!applies && item.stage !== 'cancelled' && !item.pinned) return null
  return (
    <p class="status">
      {item.pinned && (
        <>
          <span class="seal">{t('row.pinned')}</span>
          <span>{t('row.pinnedUntil', { until: whenText(item.pinned.until, place), reason: item.pinned.reason })}</span>
        </>
      )}
      {item.stage === 'cancelled' && <strong>{t('stage.cancelled')}</strong>}
      {applies && item.stage !== 'cancelled' && <Closing at={item.closesAt} open={item.open} />}
    </p>
  )
}

function ReadOriginal({ url }: { url: string }) {
  const { t } = usePage()
  const host = hostOf(url)
  if (host === '') return <p class="note">{t('item.noLink')}</p>
  return (
    <p>
      <Link class="button" href={url}>
        <span>
          {t('item.read')} <span aria-hidden="true">↗</span>
        </span>
        <small>{host}</small>
      </Link>
    </p>
  )
}

function Parent({ parent }: { parent: ItemSummary }) {
  const { t, to } = usePage()
  return (
    <p>
      {t('job.parent')} <Link href={to(`/items/${encodeURIComponent(parent.id)}`)}>{parent.title}</Link>
    </p>
  )
}

function Correct() {
  const { t, to } = usePage()
  return (
    <p class="small">
      <Link href={`${to('/about')}#privacy`}>{t('item.correct')}</Link>
    </p>
  )
}
