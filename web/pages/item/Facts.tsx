/** Facts read out of a job or a call. A row whose value the source did not give is not there. */
import type { ComponentChildren } from 'preact'
import type { ItemResponse } from '../../../domain/api.ts'
import type { Job, Volunteer } from '../../../domain/item.ts'
import { educationText, payText } from '../../amounts.ts'
import { seatsText } from '../../components/FactLine.tsx'
import { Time } from '../../components/Time.tsx'
import { type PageContext, usePage } from '../../page-context.ts'
import type { Key } from '../../strings/zh-Hans.ts'

type Fact = [Key, ComponentChildren]
const time = (value: string | undefined) => value && <Time value={value} />

export function Facts({ title, facts, children }: { title: Key; facts: Fact[]; children?: ComponentChildren }) {
  const { t } = usePage()
  const given = facts.filter(([, value]) => value !== undefined && value !== '')
  if (given.length === 0) return null
  return (
    <section class="fact-sheet">
      <h2>{t(title)}</h2>
      <dl>
        {given.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}

export function JobFacts({ item }: { item: ItemResponse }) {
  const page = usePage()
  if (!item.job) return null
  return (
    <Facts title="job.facts" facts={jobFacts(item.job, page)}>
      <RawRow job={item.job} />
    </Facts>
  )
}

function jobFacts(job: Job, { t, frame, regionName }: PageContext): Fact[] {
  return [
    ['job.employer', job.employer],
    ['job.department', job.department],
    ['job.title', job.title],
    ['job.code', job.code],
    ['job.pay', job.pay && <PayFact pay={job.pay} currency={frame.town.currency} />],
    ['job.headcount', job.headcount === undefined ? undefined : t('count.people', { n: job.headcount })],
    ['job.education', job.education && educationText(job.education, t)],
    ['job.degree', job.degree],
    ['job.majors', job.majors?.join(t('list.comma'))],
    ['job.age', job.age],
    ['job.sex', job.sex],
    ['job.conditions', job.conditions],
    ['job.place', job.place],
    ['job.region', job.region && regionName(job.region)],
    ['job.opens', time(job.opens)],
    ['job.closes', time(job.closes)],
    ['job.apply', job.apply],
    ['job.contact', job.contact],
  ]
}

function PayFact({ pay, currency }: { pay: NonNullable<Job['pay']>; currency: string }) {
  const { t } = usePage()
  const read = payText(pay, currency, t)
  return (
    <>
      <b class="pay">{read}</b> {read !== pay.raw && <small>{t('pay.original', { raw: pay.raw })}</small>}
    </>
  )
}

/** The table row as it stands, for whoever doubts our reading of it. */
function RawRow({ job }: { job: Job }) {
  const { t } = usePage()
  if (!job.raw || Object.keys(job.raw).length === 0) return null
  const where = job.row === undefined ? '' : t('job.row', { sheet: job.sheet ? ` ${job.sheet} ` : '', row: job.row })
  return (
    <details class="small">
      <summary>{[t('job.raw'), where].filter(Boolean).join(' · ')}</summary>
      <dl>
        {Object.entries(job.raw).map(([header, cell]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{cell}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

export function VolunteerFacts({ item }: { item: ItemResponse }) {
  const { t } = usePage()
  return item.volunteer ? <Facts title="volunteer.facts" facts={volunteerFacts(item.volunteer, t)} /> : null
}

function volunteerFacts(call: Volunteer, t: PageContext['t']): Fact[] {
  return [
    ['volunteer.status', call.status && t.word('status', call.status)],
    ['volunteer.organizer', call.organizer],
    ['volunteer.place', call.place],
    ['volunteer.starts', time(call.starts)],
    ['volunteer.ends', time(call.ends)],
    ['volunteer.opens', time(call.opens)],
    ['volunteer.closes', time(call.closes)],
    ['volunteer.seats', call.seats === undefined ? undefined : seatsText(call.seats, call.taken, t)],
    ['volunteer.skills', call.skills?.join(t('list.comma'))],
    ['volunteer.age', call.age],
    ['volunteer.signup', call.signup],
  ]
}
