/** The facts that decide whether a reader opens the item, on one line. */
import type { ItemSummary } from '../../domain/api.ts'
import type { Job, Volunteer } from '../../domain/item.ts'
import { educationText, payText } from '../amounts.ts'
import { usePage } from '../page-context.ts'
import { Closing, Range } from './Time.tsx'

export function JobLine({ item, job }: { item: ItemSummary; job: Job }) {
  const { frame, t } = usePage()
  return (
    <p class="facts">
      {job.pay && <b class="pay">{payText(job.pay, frame.town.currency, t)}</b>}
      {job.employer && !isSaid(job.employer, item) && <span>{job.employer}</span>}
      {job.headcount !== undefined && <span>{t('count.people', { n: job.headcount })}</span>}
      {job.education && <span>{educationText(job.education, t)}</span>}
      {job.place && <span>{job.place}</span>}
      <Closing at={item.closesAt ?? job.closes} open={item.open} />
    </p>
  )
}

/** By the headline above or the publisher below. */
function isSaid(employer: string, { title, publisher }: ItemSummary): boolean {
  return employer === publisher || title.includes(employer)
}

export function VolunteerLine({ item, volunteer }: { item: ItemSummary; volunteer: Volunteer }) {
  const { t } = usePage()
  const { starts, ends, place, seats, taken, status } = volunteer
  const over = status === 'finished' || status === 'cancelled' || status === 'full'
  return (
    <p class="facts">
      {status && <b>{t.word('status', status)}</b>}
      {starts && (
        <span>
          <Range from={starts} to={ends} />
        </span>
      )}
      {place && <span>{place}</span>}
      {seats !== undefined && <span>{seatsText(seats, taken, t)}</span>}
      {!over && <Closing at={item.closesAt ?? volunteer.closes} open={item.open} />}
    </p>
  )
}

export function seatsText(seats: number, taken: number | undefined, t: ReturnType<typeof usePage>['t']): string {
  if (taken === undefined) return `${t('volunteer.seats')} ${t.figure(seats)}`
  return t('volunteer.seatsTaken', { n: seats, taken })
}
