/**
 * What a text is: kind, type and stage (DOMAIN sections 9, 10 and 17). Rules in
 * order, the first that holds decides and its name is the evidence. The words
 * they ask for stand in `words/`, one table per language.
 */
import type { ItemType, Kind, Stage } from './item.ts'
import { findPosition, OTHER_POSITION } from './positions.ts'
import { findStage, hasHappened, isAboutHiring, isAnnouncement, isFair, isRecruitment } from './stage.ts'
import { wordsFor } from './words/languages.ts'
import type { Words } from './words/words.ts'

interface KindInput {
  title: string
  body: string
  /** What its source or list mostly holds. */
  listKind?: Kind
  /** True when that was said of the very list: then an occupation alone is a posting. */
  listed?: boolean
  /** Of the town; else the text's own script decides. */
  languages?: readonly string[]
}

interface Read extends KindInput {
  words: Words
  /** The title without phrases that only look like volunteering. */
  served: string
}

export interface Verdict {
  kind: Kind
  type: ItemType
  stage?: Stage
  /** `rule:<name>` */
  reason: string
}

/** Farther down, volunteers only keep order at somebody else's news. */
const DEED_REACH = 60
/** So far into a body it says what happened, or how to apply. */
const LEAD_LENGTH = 200

interface Rule {
  name: string
  holds: (input: Read) => boolean
  verdict: (input: Read) => Omit<Verdict, 'reason'>
}

const news = (type: ItemType) => () => ({ kind: 'news' as const, type })
const call = () => ({ kind: 'volunteer' as const, type: 'call' as const })
const job = (type: ItemType) => (input: Read) => {
  const stage = findStage(input)
  return { kind: 'job' as const, type, ...(stage && { stage }) }
}
/** A list of people ends a recruitment, whatever else its title says. */
const namesOfRecruitment = (input: Read) => {
  const stage = findStage(input)
  return { ...job('names')(input), stage: stage === undefined || stage === 'open' ? ('publication' as const) : stage }
}

function isNames({ title, words: { kind } }: Read): boolean {
  return kind.names.test(title) && (kind.personsListed.test(title) || !kind.thingsListed.test(title))
}

/** A rule named, not written. */
const QUOTED = /[》”"]/u

/** A rule's own text ends like one, and what is done about a rule that it quotes is news; an amendment of a call is none. */
function isRuleText({ title, words: { kind, hiring, stage } }: Read): boolean {
  if (!kind.ruleForm.test(title) || kind.ruleIssued.test(title)) return false
  if (QUOTED.test(title) && kind.ruleTaught.test(title)) return false
  return !(hiring.says.test(title) && stage.amendment.test(title))
}

function isPolicy(input: Read): boolean {
  const { kind } = input.words
  if (isRuleText(input)) return true
  return kind.ruleText.test(input.title) && !kind.ruleIssued.test(input.title) && !kind.ruleTaught.test(input.title)
}

const isPaid = ({ title, body, words }: Read) => words.call.paid.test(title) || words.call.paid.test(body)

function isCall(input: Read): boolean {
  const { served, words } = input
  if (!words.call.volunteer.test(served)) return callsInBody(input)
  if (words.call.wanted.test(served)) return !words.call.happened.test(served) || words.call.form.test(served)
  return callsInBody(input)
}

/** A title may hide what it wants; then the text must say both who is wanted and how to come. */
function callsInBody({ title, body, words: { call, kind, hiring } }: Read): boolean {
  if (call.happened.test(title) || kind.names.test(title) || hiring.says.test(title)) return false
  return call.wantedInBody.test(body) && call.comeInBody.test(body) && !call.overInBody.test(body)
}

function isStory({ served, body, words: { kind } }: Read): boolean {
  if (kind.notStory.test(served)) return false
  if (kind.deed.test(served)) return true
  return kind.deedInBody.test(body.slice(0, DEED_REACH)) && !kind.notStoryFromLead.test(served)
}

function isFeature({ title, body, words: { kind } }: Read): boolean {
  if (kind.evergreen.test(title) && !kind.today.test(title)) return true
  return kind.essayOpening.test(body) && !kind.todayInLead.test(body.slice(0, LEAD_LENGTH))
}

const namesPosition = (title: string) => findPosition(title) !== OTHER_POSITION

/** On a list of postings a title that only names an occupation is one. */
function isPosting(input: Read): boolean {
  const { title, listKind, listed, words } = input
  if (listKind !== 'job' || isAboutHiring(input)) return false
  return words.hiring.says.test(title) || words.hiring.offer.test(title) || (listed === true && namesPosition(title))
}

/** Posts offered without a word of hiring: a list of them, or an occupation beside its number and its pay. */
function isOffer(input: Read): boolean {
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
function isNewsOfHiring(input: Read): boolean {
  if (isAnnouncement(input)) return false
  if (input.listed === true && input.listKind === 'news') return true
  const lead = input.body.slice(0, LEAD_LENGTH)
  return input.words.kind.reportedLead.test(lead) && !input.words.kind.applyInBody.test(input.body)
}

const onVolunteerList = ({ listKind, listed, title, words }: Read) =>
  listed === true && listKind === 'volunteer' && !words.call.happened.test(title)

/** In order: a list of names is one even when it ends a recruitment, a paid volunteer is a job. */
const RULES: Rule[] = [
  {
    name: 'names-of-recruitment',
    holds: (input) => isNames(input) && isRecruitment(input),
    verdict: namesOfRecruitment,
  },
  { name: 'names', holds: isNames, verdict: news('names') },
  { name: 'rule-text', holds: isRuleText, verdict: news('policy') },
  { name: 'paid-volunteer', holds: (input) => isCall(input) && isPaid(input), verdict: job('notice') },
  { name: 'call', holds: isCall, verdict: call },
  {
    name: 'volunteer-list-call',
    holds: (input) => onVolunteerList(input) && input.words.call.wanted.test(input.title),
    verdict: call,
  },
  {
    name: 'fair',
    holds: (input) => isFair(input) && !hasHappened(input),
    verdict: () => ({ kind: 'job', type: 'fair', stage: 'open' }),
  },
  {
    name: 'recruitment',
    holds: (input) => !isFair(input) && isRecruitment(input) && !isNewsOfHiring(input),
    verdict: job('notice'),
  },
  { name: 'policy', holds: isPolicy, verdict: news('policy') },
  { name: 'story', holds: isStory, verdict: news('story') },
  { name: 'feature', holds: isFeature, verdict: news('feature') },
  { name: 'offer', holds: (input) => !isFair(input) && isOffer(input), verdict: job('notice') },
  { name: 'job-list', holds: isPosting, verdict: job('notice') },
  {
    name: 'volunteer-list',
    holds: (input) => onVolunteerList(input) && input.words.call.asks.test(`${input.title}\n${input.body}`),
    verdict: call,
  },
]

/** No headline is longer; what pretends to be one is a text. */
const LONGEST_TITLE = 200

/** Always answers; what no rule claims is a report of the day. */
export function findKind(given: KindInput): Verdict {
  const title = given.title.slice(0, LONGEST_TITLE)
  const words = wordsFor(title, given.body, given.languages)
  const input: Read = { ...given, title, words, served: title.replace(words.call.notVolunteer, '') }
  const rule = RULES.find(({ holds }) => holds(input))
  if (!rule) return { kind: 'news', type: 'report', reason: 'rule:report' }
  return { ...rule.verdict(input), reason: `rule:${rule.name}` }
}
