/** Who hires, where no table says it: a label, the head of the title, the lead, the name under the notice. */
import { findLabelled } from './labelled.ts'
import { squash } from './text.ts'
import { type PostingWords, postingWordsFor } from './words/posting.ts'

/** So much of a text is its lead. */
const LEAD_LENGTH = 400
/** So much of its end may hold the signature. */
const END_LENGTH = 160
const LONGEST_NAME = 40
const DAY_LINE = /^\s*(?:\d{4}|[〇零一二三四五六七八九]{4})\s*[年./-].{2,8}$/u

/** The name as the source has it; absent when the text names nobody who hires. */
export function findEmployer(title: string, body: string): string | undefined {
  const words = postingWordsFor(title, body)
  const headline = title.replace(/^[【[][^】\]]*[】\]]/u, '').trim()
  const ways = [
    () => findLabelled(body, words.employerLabel, '\\n。；;，,'),
    () => words.employerInTitle.exec(headline)?.[1],
    () => words.employerInLead.exec(body.slice(0, LEAD_LENGTH))?.[1],
    () => findSigned(body, words),
  ]
  for (const way of ways) {
    const name = squash(way() ?? '')
    if (name.length >= 2 && name.length <= LONGEST_NAME && !words.noEmployer.test(name)) return name
  }
  return undefined
}

/** A line of its own under the notice, with or without the day below it. */
function findSigned(body: string, { employerEnd }: PostingWords): string | undefined {
  const lines = body.slice(-END_LENGTH).split('\n').slice(1)
  const last = lines.findLastIndex((line) => line.trim() !== '' && !DAY_LINE.test(line))
  const name = lines[last]?.trim() ?? ''
  const signed = /^[\p{L}（）()·\s]{4,30}$/u.test(name) && employerEnd.test(name)
  return signed ? name : undefined
}
