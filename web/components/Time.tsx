import { usePage } from '../page-context.ts'
import { daysAhead, daysUntil, findWhen, isPast, whenText } from '../when.ts'

type Part = 'day' | 'clock' | 'zone'
interface TimeProps {
  value: string
  /** What a neighbour already says may be left out; the element keeps the whole in `datetime`. */
  without?: Part
}

/** Day, clock and zone. A value that is no time is shown as the source wrote it. */
export function Time({ value, without }: TimeProps) {
  const { place } = usePage()
  const when = findWhen(value, place)
  if (when === undefined) return <span>{value}</span>
  return (
    <time dateTime={when.iso}>
      {without !== 'day' && when.day} {when.clock && <b>{when.clock}</b>}{' '}
      {without !== 'zone' && <small>{when.zone}</small>}
    </time>
  )
}

interface RangeProps {
  from?: string | undefined
  to?: string | undefined
  /** Words around the two times. */
  words?: 'until' | 'box.window' | 'popular.windowBefore'
}
/** One time when both ends are the same or one is missing; within one day the day is said once. */
export function Range({ from, to, words = 'until' }: RangeProps) {
  const { t, place } = usePage()
  if (from === undefined || to === undefined || from === to) return <Time value={from ?? to ?? ''} />
  const [start, end] = [findWhen(from, place), findWhen(to, place)]
  const sameDay = start?.clock !== undefined && end?.clock !== undefined && start.day === end.day
  const sameZone = start?.zone === end?.zone
  const [before, between, after] = t(words, { from: '\u0000', to: '\u0000' }).split('\u0000')
  return (
    <>
      {before}
      <Time value={from} {...(sameZone && { without: 'zone' })} />
      {between}
      <Time value={to} {...(sameDay && { without: 'day' })} />
      {after}
    </>
  )
}

const SOON_DAYS = 3
const NEAR_DAYS = 30

/** Until when one can still apply: how long it is yet, and the very time. Words, not colour alone. */
export function Closing({ at, open }: { at: string | undefined; open?: boolean | undefined }) {
  const { t, place } = usePage()
  if (open === false || (at !== undefined && isPast(at, place))) return <span class="closed">{t('job.closed')}</span>
  if (at === undefined) return <span class="open-end">{t('job.noDeadline')}</span>
  const days = daysUntil(at, place)
  const near = days !== undefined && days <= NEAR_DAYS
  return (
    <span class={near && days <= SOON_DAYS ? 'soon' : 'closes'}>
      {near ? `${t('job.closesIn', { when: daysAhead(days, place.language) })} ` : ''}
      <time dateTime={at}>{near ? whenText(at, place) : t('job.closesOn', { when: whenText(at, place) })}</time>
    </span>
  )
}
