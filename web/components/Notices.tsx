import type { Notice } from '../../domain/api.ts'
import { usePage } from '../page-context.ts'
import { whenText } from '../when.ts'

/** What a reader should know before he trusts a list: the silent sources above all. Each notice once. */
export function Notices({ notices }: { notices: Notice[] }) {
  const { t, place, sourceName, townName } = usePage()
  const once = [...new Map(notices.map((notice) => [`${notice.code} ${notice.source ?? ''}`, notice])).values()]
  if (once.length === 0) return null
  return (
    <ul class="notices">
      {once.map(({ code, source, since }) => (
        <li key={`${code} ${source}`}>
          {t(`notice.${code}`, {
            source: sourceName(source ?? ''),
            since: since ? whenText(since, place) : t('sources.never'),
            town: townName,
          })}
        </li>
      ))}
    </ul>
  )
}
