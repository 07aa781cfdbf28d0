import type { ItemResponse } from '../../../domain/api.ts'
import { languageOf } from '../../components/Row.tsx'
import { usePage } from '../../page-context.ts'

/**
 * What no sanitised text holds. The crawler cleans; should it ever fail, the
 * plain text is shown instead. The policy of the page is the third lock.
 */
const UNCLEAN =
  /<\/?(?:script|iframe|object|embed|form|input|button|style|link|meta|base|svg|math)\b|<[^>]*\s(?:on\w+|style)\s*=|(?:javascript|vbscript|data)\s*:/i

/** The text as far as it may be shown: whole where the source allows it, else its first words; of a list of people nothing. */
export function Body({ item }: { item: ItemResponse }) {
  const { t } = usePage()
  if (item.type === 'names') return <p class="note">{t('item.namesNote')}</p>
  // A position is its facts; of one out of a notice the excerpt only says them again.
  if (item.job && item.bodyHtml === '' && (item.parent !== undefined || item.excerpt === '')) return null
  return (
    <>
      <div class="body prose" lang={languageOf(item.title, t.language)}>
        <Text item={item} />
      </div>
      <Repaired item={item} />
      {item.images.length > 0 && <p class="small">{t('item.images', { n: item.images.length })}</p>}
    </>
  )
}

function Text({ item }: { item: ItemResponse }) {
  const { t } = usePage()
  if (item.bodyHtml !== '' && !UNCLEAN.test(item.bodyHtml)) {
    // The only place where a publisher's HTML goes out as HTML.
    return <div dangerouslySetInnerHTML={{ __html: item.bodyHtml }} />
  }
  const shown = item.bodyHtml === '' ? item.excerpt : item.body
  if (shown === '') return <p>{t('item.noBody')}</p>
  return (
    <>
      {shown.split('\n').map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {item.bodyHtml === '' && <p class="small">{t('item.excerptNote')}</p>}
    </>
  )
}

function Repaired({ item: { repair } }: { item: ItemResponse }) {
  const { t } = usePage()
  if (repair.class === 'none') return null
  const text = repair.class === 'suspect' ? t('item.suspect') : t('item.repaired', { n: repair.notes.length })
  return <p class="note">{text}</p>
}
