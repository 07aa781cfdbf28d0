import type { Trend } from '../../domain/popularity.ts'
import { usePage } from '../page-context.ts'

const ARROWS: Record<Trend, string> = { up: '↑', down: '↓', same: '', new: '' }

/** Against the window before: a word, with an arrow for the eye; no colour says it. */
export function TrendWord({ trend }: { trend: Trend | undefined }) {
  const { t } = usePage()
  if (trend === undefined) return null
  return (
    <small class="trend">
      {ARROWS[trend] && <span aria-hidden="true">{ARROWS[trend]}</span>}
      {t(`trend.${trend}`)}
    </small>
  )
}
