/** The other notices of the same recruitment: all of them in time order, and what they did to this call. */
import type { ItemResponse, ThreadEntry } from '../../../domain/api.ts'
import { Link } from '../../components/Link.tsx'
import { languageOf } from '../../components/Row.tsx'
import { Time } from '../../components/Time.tsx'
import { usePage } from '../../page-context.ts'
import { whenText } from '../../when.ts'

export function Timeline({ item: { id, thread } }: { item: ItemResponse }) {
  const { t } = usePage()
  if (thread.length < 2) return null
  return (
    <section aria-labelledby="thread">
      <h2 id="thread">{t('item.thread')}</h2>
      <ol class="thread">
        {thread.map((entry, at) => (
          <Entry key={entry.id} entry={entry} here={entry.id === id} now={at === thread.length - 1} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry, here, now }: { entry: ThreadEntry; here: boolean; now: boolean }) {
  const { t } = usePage()
  return (
    <li aria-current={here ? 'page' : undefined} class={now ? 'now' : undefined}>
      <p class="by">
        <Time value={entry.publishedAt} />
        {entry.stage && <span class="stage">{t(`stage.${entry.stage}`)}</span>}
        {now && <span>{t('item.stepNow')}</span>}
        {here && <span>{t('item.threadHere')}</span>}
      </p>
      {here ? <span lang={languageOf(entry.title, t.language)}>{entry.title}</span> : <Notice entry={entry} />}
    </li>
  )
}

function Notice({ entry: { id, title } }: { entry: Pick<ThreadEntry, 'id' | 'title'> }) {
  const { t, to } = usePage()
  return (
    <span lang={languageOf(title, t.language)}>
      <Link href={to(`/items/${encodeURIComponent(id)}`)}>{title}</Link>
    </span>
  )
}

/** On a call and its positions: given up, put off, or otherwise amended, each with the notice that says so. */
export function Changes({ item }: { item: ItemResponse }) {
  const { t, place } = usePage()
  const { thread, cancelledBy, extended, stage, closesAt } = item
  const notice = (id: string) => <Notice entry={thread.find((entry) => entry.id === id) ?? { id, title: id }} />
  const own = thread.findIndex(({ id }) => id === item.id)
  const amendments = thread.filter(
    (entry, at) => entry.stage === 'amendment' && stage === 'open' && at > own && entry.id !== extended?.by,
  )
  if (cancelledBy === undefined && extended === undefined && amendments.length === 0) return null
  return (
    <div class="note">
      {cancelledBy !== undefined && (
        <p>
          <strong>{t('item.cancelledBy')}</strong> {notice(cancelledBy)}
        </p>
      )}
      {extended && closesAt !== undefined && (
        <p>
          {t('item.extended', { when: whenText(closesAt, place) })} {notice(extended.by)}
          {extended.from !== undefined && (
            <small> {t('item.extendedFrom', { when: whenText(extended.from, place) })}</small>
          )}
        </p>
      )}
      {amendments.map(({ id }) => (
        <p key={id}>
          {t('item.amendedBy')} {notice(id)}
        </p>
      ))}
    </div>
  )
}
