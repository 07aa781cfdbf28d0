import type { ItemsResponse } from '../../domain/api.ts'
import { usePage } from '../page-context.ts'
import { Link } from './Link.tsx'
import { Notices } from './Notices.tsx'

interface ListHeadProps {
  title: string
  answer: ItemsResponse
  count: 'count.items' | 'count.results'
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
      <AlsoSearched answer={answer} />
      <Notices notices={answer.notices} />
    </>
  )
}

const WORDS_SHOWN = 6

/** Nobody should wonder why something without his words was found; each word can be asked for alone. */
function AlsoSearched({ answer: { alsoSearched = [] } }: { answer: ItemsResponse }) {
  const { t, to } = usePage()
  if (alsoSearched.length === 0) return null
  const [before, after] = t('search.also', { words: '\u0000' }).split('\u0000')
  return (
    <p class="also">
      {before}
      {alsoSearched.slice(0, WORDS_SHOWN).map((word, index) => (
        <>
          {index > 0 && t('list.comma')}
          <Link href={to('/search', { q: word })}>{word}</Link>
        </>
      ))}
      {after}
    </p>
  )
}
