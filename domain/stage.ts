/**
 * Which step of a recruitment a notice is about (DOMAIN sections 9 and 17). The
 * title decides; the body is asked only whether the text is of a recruitment at
 * all, and whether the whole call has been given up.
 */
import type { Stage } from './item.ts'
import { wordsFor } from './words/languages.ts'
import type { Words } from './words/words.ts'

interface StageInput {
  title: string
  body?: string
  /** Of the town; else the text's own script decides. */
  languages?: readonly string[]
  /** What a caller already looked up. */
  words?: Words
}

/** So far into a body it says what its title is about. */
const LEAD_LENGTH = 200

const wordsOf = ({ title, body = '', languages, words }: StageInput): Words => words ?? wordsFor(title, body, languages)
/** Quotation marks part words that belong together: “青年人才”引进. */
const QUOTES = /[“”‘’"「」]/gu
/** A longer piece in brackets is a condition, not a step, unless it ends as an announcement does. */
const ASIDE = /[（(【[][^）)】\]]{6,60}(?<!公告|公示|通知|名单|版|notice|list)[）)】\]]/giu

const plainOf = (title: string, words: Words) => title.replace(QUOTES, '').replace(words.hiring.harmless, '')
const stepsOf = (title: string, words: Words) => {
  const plain = plainOf(title, words)
  const rest = plain.replace(ASIDE, '')
  return words.hiring.says.test(rest) ? rest : plain
}

/** True when the title calls itself an announcement. */
export const isAnnouncement = (input: StageInput): boolean => {
  const words = wordsOf(input)
  return words.hiring.form.test(plainOf(input.title, words))
}

export const isFair = (input: StageInput): boolean => wordsOf(input).hiring.fair.test(input.title)

/** A fair that already was is news; one told of with a verb of the past may still name a day to come. */
export function hasHappened(input: StageInput): boolean {
  const { title, body = '' } = input
  const { hiring, kind } = wordsOf(input)
  const ahead = hiring.fairAhead.test(title) || hiring.form.test(title)
  if (hiring.fairHappened.test(title)) return !ahead
  const lead = body.slice(0, LEAD_LENGTH)
  return kind.reportedLead.test(lead) && !kind.applyInBody.test(lead) && !hiring.form.test(title)
}

/** Warnings, statistics and reports about hiring ask nobody to apply. */
export function isAboutHiring(input: StageInput): boolean {
  const { hiring } = wordsOf(input)
  return hiring.never.test(input.title) || hiring.about.test(input.title)
}

/** True when the text is a step of hiring people: by its title's own words, or a step whose lead says of what. */
export function isRecruitment(input: StageInput): boolean {
  const words = wordsOf(input)
  const { hiring } = words
  const plain = plainOf(input.title, words)
  if (hiring.never.test(plain) && !words.stage.cancelled.test(plain)) return false
  const says = hiring.says.test(plain)
  const step = hiring.step.test(plain)
  if (!says && hiring.otherExam.test(plain)) return false
  const announces = hiring.form.test(plain)
  const isReport = !announces && hiring.about.test(plain)
  if (says) return announces || (!isReport && asksToApply(input, plain, words))
  if (announces && words.stage.amendment.test(plain) && citesHiring(input, words)) return true
  if (step) return !isReport && (hiring.employers.test(plain) || citesHiring(input, words))
  return hiring.programme.test(plain) && !hiring.about.test(plain)
}

/** Without the form of an announcement, a title still is of a recruitment: it asks, names a step, or its text says how to apply. */
function asksToApply({ body = '' }: StageInput, plain: string, { hiring, stage, kind }: Words): boolean {
  return (
    [hiring.asks, hiring.step, stage.amendment, stage.cancelled].some((says) => says.test(plain)) ||
    kind.applyInBody.test(body)
  )
}

function citesHiring({ body = '' }: StageInput, { hiring }: Words): boolean {
  const lead = body.slice(0, LEAD_LENGTH)
  return hiring.citedInBody.test(lead) && !hiring.never.test(lead)
}

function stageAhead(plain: string, { stage }: Words): Stage | undefined {
  const step = stage.steps.findLast(([, words]) => words.test(plain))?.[0]
  const [filled, succession] = stage.succession
  return step ?? (succession.test(plain) ? filled : undefined)
}

/**
 * The stage of a text known to be a recruitment; absent for statistics and internal transfers. A further round
 * (第二次招聘, 补充招聘) is a call unless its title goes on to a step or an amendment of it.
 */
export function findStage(input: StageInput): Stage | undefined {
  const words = wordsOf(input)
  const { stage } = words
  const plain = stepsOf(input.title, words)
  if (stage.none.test(plain)) return undefined
  if (stage.cancelled.test(plain) || stage.cancelledInBody.test(input.body ?? '')) return 'cancelled'
  if (stage.inOne.test(plain)) return 'open'
  const beside = plain.replace(stage.newCall, '')
  if (stage.amendment.test(beside)) return 'amendment'
  return stageAhead(beside, words) ?? 'open'
}
