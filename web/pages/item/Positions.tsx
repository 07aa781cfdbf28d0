/** The table of a recruitment notice, as positions of our own. On a phone each row stands alone. */
import type { ItemResponse, ItemSummary } from '../../../domain/api.ts'
import { educationText, payText } from '../../amounts.ts'
import { Link } from '../../components/Link.tsx'
import { Closing } from '../../components/Time.tsx'
import { usePage } from '../../page-context.ts'

const COLUMNS = ['job.title', 'job.employer', 'job.headcount', 'job.education', 'job.pay', 'job.closes'] as const

export function Positions({ positions }: { positions: ItemSummary[] }) {
  const { t } = usePage()
  if (positions.length === 0) return null
  // A column that says the same in every row says nothing.
  const many = new Set(positions.map(({ job }) => job?.employer)).size > 1
  return (
    <section class="positions" aria-labelledby="positions">
      <h2 id="positions">
        {t('job.positions')} <small>{t('count.jobs', { n: positions.length })}</small>
      </h2>
      <p class="small">{t('job.positionsNote')}</p>
      <table>
        <thead>
          <tr>
            {COLUMNS.filter((column) => many || column !== 'job.employer').map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {positions.map((position) => (
            <Position key={position.id} position={position} withEmployer={many} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Position({ position, withEmployer }: { position: ItemSummary; withEmployer: boolean }) {
  const { frame, t, to } = usePage()
  const { job } = position
  const cells = [
    ...(withEmployer ? [job?.employer] : []),
    job?.headcount === undefined ? undefined : t('count.people', { n: job.headcount }),
    job?.education && educationText(job.education, t),
    job?.pay && payText(job.pay, frame.town.currency, t),
    <Closing at={position.closesAt} open={position.open} />,
  ]
  return (
    <tr>
      <th scope="row">
        <Link href={to(`/items/${encodeURIComponent(position.id)}`)}>{job?.title ?? position.title}</Link>
      </th>
      {cells.map((cell) => (
        <td>{cell}</td>
      ))}
    </tr>
  )
}

/** A table that stands in a file which could not be read: said so, and the file is one click away. */
export function Unparsed({ item: { evidence, attachments } }: { item: ItemResponse }) {
  const { t } = usePage()
  if (!evidence.positions?.startsWith('unparsed')) return null
  const unread = attachments.filter(({ hash, problem }) => hash === undefined || problem !== undefined)
  return (
    <div class="note">
      <p>{t('item.unparsed')}</p>
      <ul class="files">
        {unread.map(({ name, url }) => (
          <li key={url}>
            <Link href={url}>{name}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
