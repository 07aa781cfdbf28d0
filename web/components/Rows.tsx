/** A list with what stands above and below it: pins first, notices, the next page, or what to do when it is empty. */
import type { ItemSummary, ItemsResponse } from '../../domain/api.ts'
import { feedAddresses } from '../addresses.ts'
import { usePage } from '../page-context.ts'
import { activeCount } from './ActiveFilters.tsx'
import type { Asked } from './Filters.tsx'
import { Link } from './Link.tsx'
import { Row } from './Row.tsx'

/** Pins on top, each item once. */
export function pinsFirst({ pins, items }: Pick<ItemsResponse, 'pins' | 'items'>): ItemSummary[] {
  const pinned = new Set(pins.map(({ id }) => id))
  return [...pins, ...items.filter(({ id }) => !pinned.has(id))]
}

export function Rows({ items, showKind = false }: { items: ItemSummary[]; showKind?: boolean }) {
  return (
    <ol class="rows">
      {items.map((item) => (
        <Row key={item.id} item={item} showKind={showKind} />
      ))}
    </ol>
  )
}

interface AnswerProps {
  answer: ItemsResponse
  asked: Asked
  feed: string
  showKind?: boolean
}
export function Answer({ answer, asked, feed, showKind = false }: AnswerProps) {
  const items = pinsFirst(answer)
  return (
    <>
      {items.length === 0 ? <Empty asked={asked} feed={feed} /> : <Rows items={items} showKind={showKind} />}
      <Pager answer={answer} asked={asked} />
    </>
  )
}

function Pager({ answer, asked }: { answer: ItemsResponse; asked: Asked }) {
  const { t, to } = usePage()
  if (answer.next === undefined && answer.query.cursor === undefined) return null
  const onward = answer.query.sort === 'new' ? t('pager.next') : t('pager.nextResults')
  return (
    <nav class="pager" aria-label={t('pager.label')}>
      {answer.query.cursor !== undefined && <Link href={to(asked.path, asked.query)}>{t('pager.first')}</Link>}
      {answer.next !== undefined && (
        <Link href={to(asked.path, { ...asked.query, cursor: answer.next })} rel="next">
          {onward} <span aria-hidden="true">→</span>
        </Link>
      )}
    </nav>
  )
}

function Empty({ asked, feed }: { asked: Asked; feed: string }) {
  const { t, to, townName } = usePage()
  const { path, query } = asked
  const kind = query.kind ? { kind: query.kind } : {}
  const ways = [
    query.open && { href: to(path, { ...query, open: undefined }), text: t('empty.closed') },
    query.region && {
      href: to(path, { ...query, region: undefined }),
      text: t('empty.region', { town: townName }),
    },
    query.q && path !== '/search' && { href: to('/search', { q: query.q }), text: t('empty.search', { q: query.q }) },
    activeCount(asked) > 0 && { href: to(path, kind), text: t('empty.clear') },
    { href: feedAddresses(feed)[0]?.href ?? feed, text: t('empty.feed') },
  ]
  return (
    <div class="empty">
      <h2>{t('empty.heading')}</h2>
      {query.q && <p>{t('empty.words')}</p>}
      <ul>
        {ways.map(
          (way) =>
            way && (
              <li key={way.href}>
                <Link href={way.href}>{way.text}</Link>
              </li>
            ),
        )}
      </ul>
    </div>
  )
}
