import type { ItemsResponse } from '../../domain/api.ts'
import { usePage } from '../page-context.ts'
import { Notices } from './Notices.tsx'

interface ListHeadProps {
  title: string
  answer: ItemsResponse
  count: 'count.items' | 'count.jobs' | 'count.results'
}

/** What is listed, how much of it there is, and what to know before trusting it. */
export function ListHead({ title, answer, count }: ListHeadProps) {
  const { t } = usePage()
  return (
    <>
      <div class="list-head">
        <h1>{title}</h1>
        <p class="total">{t(count, { n: answer.total })}</p>
      </div>
      <Notices notices={answer.notices} />
    </>
  )
}
