import type { View } from '../../domain/view.ts'
import { LIST_PATHS } from '../addresses.ts'
import { Link } from '../components/Link.tsx'
import { usePage } from '../page-context.ts'

export type ProblemView = Extract<View, { page: 'problem' }>

/** What went wrong in plain words, and where to go on; never a cause that only the log should know. */
export function ProblemPage({ view: { problem } }: { view: ProblemView }) {
  const { t, to } = usePage()
  const known = t.word('problem', String(problem.status))
  return (
    <div class="prose">
      <h1>{t('problem.heading')}</h1>
      <p class="lead">{known === String(problem.status) ? problem.title : known}</p>
      {problem.detail && <p>{problem.detail}</p>}
      <h2>{t('problem.next')}</h2>
      <ul class="ways">
        <li>
          <Link href={to('/')}>{t('nav.home')}</Link>
        </li>
        <li>
          <Link href={to(LIST_PATHS.job)}>{t('list.job')}</Link>
        </li>
        <li>
          <Link href={to('/search')}>{t('nav.search')}</Link>
        </li>
      </ul>
      <p class="small">{t('problem.code', { code: `${problem.status} ${problem.code}` })}</p>
    </div>
  )
}
