/** What a text shows of being a list of names, a rule, a call, a deed, a posting: the questions that the rules of `kind.ts` ask. */
import type { Kind } from './item.ts'
import { findPosition, OTHER_POSITION } from './positions.ts'
import { isAboutHiring, isAnnouncement } from './stage.ts'
import type { Words } from './words/words.ts'

export interface KindInput {
  title: string
  body: string
  /** What its source or list mostly holds. */
  listKind?: Kind
  /** True when that was said of the very list: then an occupation alone is a posting. */
  listed?: boolean
  /** Of the town; else the text's own script decides. */
  languages?: readonly string[]
}

export interface Read extends KindInput {
  words: Words
  /** The title without phrases that only look like volunteering. */
  served: string
}

/** Farther down, volunteers only keep order at somebody else's news. */
const DEED_REACH = 60
/** So far into a body it says what happened, or how to apply. */
const LEAD_LENGTH = 200

export function isNames({ title, words: { kind } }: Read): boolean {
  return kind.names.test(title) && (kind.personsListed.test(title) || !kind.thingsListed.test(title))
}

/** A rule named, not written. */
const QUOTED = /[》”"](?:的?(?:通知|决定|公告))?$/u

/** A rule's own text ends like one, and what is done about a rule that it quotes is news; an amendment of a call is none. */
export function isRuleText({ title, words: { kind, hiring, stage } }: Read): boolean {
  if (!kind.ruleForm.test(title) || kind.ruleIssued.test(title)) return false
  if (QUOTED.test(title) && kind.ruleTaught.test(title)) return false
  return !(hiring.says.test(title) && stage.amendment.test(title))
}

export function isPolicy(input: Read): boolean {
  const { kind } = input.words
  if (isRuleText(input)) return true
  return kind.ruleText.test(input.title) && !kind.ruleIssued.test(input.title) && !kind.ruleTaught.test(input.title)
}

const isPaid = ({ title, body, words }: Read) => words.call.paid.test(title) || words.call.paid.test(body)

/** Wages beside volunteers in a title ask for workers, whether or not the title says that it asks. */
export const isPaidCall = (input: Read) =>
  isPaid(input) &&
  (isCall(input) || (input.words.call.volunteer.test(input.served) && input.words.hiring.terms.test(input.title)))

export function isCall(input: Read): boolean {
  const { served, words } = input
  if (!words.call.volunteer.test(served)) return callsInBody(input)
  if (words.call.wanted.test(served)) return !words.call.happened.test(served) || words.call.form.test(served)
  return callsInBody(input)
}

/** A title may hide what it wants; then the text must say both who is wanted and how to come. */
function callsInBody({ title, body, words: { call, kind, hiring } }: Read): boolean {
  if (call.happened.test(title) || kind.names.test(title)) return false
  if (hiring.says.test(title) && !call.unpaidInBody.test(body)) return false
  return call.wantedInBody.test(body) && call.comeInBody.test(body) && !call.overInBody.test(body)
}

export function isStory({ served, body, words: { kind } }: Read): boolean {
  if (kind.notStory.test(served)) return false
  if (kind.deed.test(served)) return true
  return kind.deedInBody.test(body.slice(0, DEED_REACH)) && !kind.notStoryFromLead.test(served)
}

export function isFeature({ title, body, words: { kind } }: Read): boolean {
  if (kind.evergreen.test(title) && !kind.today.test(title)) return true
  return kind.essayOpening.test(body) && !kind.todayInLead.test(body.slice(0, LEAD_LENGTH))
}

const namesPosition = (title: string) => findPosition(title) !== OTHER_POSITION

/** On a list of postings a title that only names an occupation is one. */
export function isPosting(input: Read): boolean {
  const { title, listKind, listed, words } = input
  if (listKind !== 'job' || isAboutHiring(input)) return false
  return words.hiring.says.test(title) || words.hiring.offer.test(title) || (listed === true && namesPosition(title))
}

/** Posts offered without a word of hiring: a list of them, or an occupation beside its number and its pay. */
export function isOffer(input: Read): boolean {
  const { title, words } = input
  if (isAboutHiring(input)) return false
  const taken = words.hiring.otherExam.test(title) ? undefined : words.hiring.bare.exec(title)?.[1]
  if (taken !== undefined && namesPosition(taken)) return true
  return (
    words.hiring.offer.test(title) || (words.hiring.terms.test(title) && namesPosition(title) && appliesInBody(input))
  )
}

const appliesInBody = ({ title, body, words }: Read) => body === '' || words.kind.applyInBody.test(`${title}\n${body}`)

/** A column of news writes about hiring, and a lead may tell what happened; a notice still calls itself one. */
export function isNewsOfHiring(input: Read): boolean {
  if (isAnnouncement(input)) return false
  if (input.listed === true && input.listKind === 'news') return true
  const lead = input.body.slice(0, LEAD_LENGTH)
  return input.words.kind.reportedLead.test(lead) && !input.words.kind.applyInBody.test(input.body)
}

export const onVolunteerList = ({ listKind, listed, title, words }: Read) =>
  listed === true && listKind === 'volunteer' && !words.call.happened.test(title)
