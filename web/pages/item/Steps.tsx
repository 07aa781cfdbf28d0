/** Where a recruitment stands, and the dates that matter. */
import type { ItemResponse } from '../../../domain/api.ts'
import type { Stage } from '../../../domain/item.ts'
import { Range } from '../../components/Time.tsx'
import { usePage } from '../../page-context.ts'

/** `amendment` and `cancelled` are no steps of the way: they happen to it. */
const WAY: Stage[] = ['open', 'review', 'exam', 'interview', 'medical', 'publication']

/** What the newest notice of the recruitment is about, or this one where it stands alone. */
function presentStage({ stage, thread }: ItemResponse): Stage | undefined {
  return thread.findLast((entry) => entry.stage !== undefined && WAY.includes(entry.stage))?.stage ?? stage
}

export function Steps({ item }: { item: ItemResponse }) {
  const { t } = usePage()
  const stage = presentStage(item)
  if (item.cancelledBy !== undefined) return null
  if (stage === undefined || !WAY.includes(stage)) return null
  return (
    <section>
      <h2 class="unseen">{t('item.steps')}</h2>
      <ol class="steps">
        {WAY.map((step) => (
          <li key={step} aria-current={step === stage ? 'step' : undefined}>
            {t(`stage.${step}`)}
            {step === stage && <small> {t('item.stepNow')}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Each date with the words that it was read from. */
export function Dates({ item: { dates } }: { item: ItemResponse }) {
  const { t } = usePage()
  if (dates.length === 0) return null
  return (
    <section class="fact-sheet">
      <h2>{t('item.dates')}</h2>
      <dl>
        {dates.map(({ what, from, to, raw }) => (
          <div key={`${what} ${raw}`}>
            <dt>{t(`date.${what}`)}</dt>
            <dd>
              {(from ?? to) && <Range from={from} to={to} />} <q>{raw}</q>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
