/** Of a posting: since when it stands there, how often it was published again, and what its source leaves out. */
import type { ItemResponse } from '../../../domain/api.ts'
import { Time } from '../../components/Time.tsx'
import { usePage } from '../../page-context.ts'
import { whenText } from '../../when.ts'
import { Facts } from './Facts.tsx'

/** Told, never judged: many a good employer leaves something out, and says it when asked. */
export function Posting({ item }: { item: ItemResponse }) {
  const { t, place } = usePage()
  const { kind, type, firstSeenAt, lastSeenOn, reposts, completeness } = item
  if (kind !== 'job' || (type !== 'notice' && type !== 'position')) return null
  const missing = completeness?.missing.map((element) => t.word('element', element)).join(t('list.comma'))
  return (
    <Facts
      title="posting.title"
      facts={[
        [
          'posting.first',
          reposts && t('posting.reposted', { when: whenText(reposts.firstOn, place), n: reposts.times }),
        ],
        ['posting.firstSeen', <Time value={firstSeenAt} />],
        ['posting.lastSeen', lastSeenOn && <Time value={lastSeenOn} />],
        ['posting.missing', missing],
      ]}
    />
  )
}
