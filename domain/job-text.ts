/** Jobs out of a notice that has no table: one per position that its text names. */
import { findEmployer } from './employer.ts'
import type { Job } from './item.ts'
import { findLabelled } from './labelled.ts'
import {
  findInSentences,
  findInTitle,
  findLabelledPositions,
  findListed,
  MOST_JOBS,
  type Named,
} from './named-positions.ts'
import { findPay } from './pay.ts'
import { findPosition } from './positions.ts'
import { findAge, findEducation, parseHeadcount, parseMajors } from './requirements.ts'
import { type PostingWords, postingWordsFor } from './words/posting.ts'

interface JobTextInput {
  title: string
  body: string
  currency: string
}

function sameOnce(named: Named[]): Named[] {
  const seen = new Map<string, Named>()
  for (const each of named) if (!seen.has(each.title)) seen.set(each.title, each)
  return [...seen.values()]
}

function fieldsOf(text: string, currency: string, words: PostingWords): Partial<Job> {
  const majors = findLabelled(text, words.majorsLabel, '\\n。')
  return {
    education: findEducation(text),
    ...(majors && { majors: parseMajors(majors) }),
    age: findAge(text),
    pay: findPay(text, currency),
    place: findLabelled(text, words.placeLabel, '\\n。；;'),
  }
}

const defined = (fields: Partial<Job>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Job>

function findHeadcount(body: string, { headcountLabel }: PostingWords): number | undefined {
  const labelled = findLabelled(body, headcountLabel, '\\n。；;，,')
  return labelled ? parseHeadcount(labelled) : undefined
}

/** What the whole notice says; with several positions only the place is common to all. */
interface Shared {
  employer?: string
  fields: Partial<Job>
  words: PostingWords
}

function toJob(named: Named, input: JobTextInput, { employer, fields: shared, words }: Shared, alone: boolean): Job {
  const own = defined(fieldsOf(named.context, input.currency, words))
  const headcount = named.headcount ?? findHeadcount(alone ? input.body : named.context, words)
  return {
    title: named.title,
    position: findPosition(named.title),
    ...defined({ employer, headcount }),
    ...(alone ? shared : defined({ place: shared.place })),
    ...own,
  }
}

/** Empty when the text names no position. The first way of naming that finds one is taken, so that nothing counts twice. */
export function readJobText(input: JobTextInput): Job[] {
  const { title, body } = input
  const words = postingWordsFor(title, body)
  const ways = [
    () => findLabelledPositions(body, words),
    () => findListed(body, words),
    () => findInSentences(body, words),
    () => findInTitle(title, words),
  ]
  for (const way of ways) {
    const named = sameOnce(way()).slice(0, MOST_JOBS)
    if (named.length === 0) continue
    const fields = defined(fieldsOf(body, input.currency, words))
    const shared: Shared = { employer: findEmployer(title, body), fields, words }
    return named.map((each) => toJob(each, input, shared, named.length === 1))
  }
  return []
}
