/**
 * What a text is: kind, type and stage (DOMAIN sections 9, 10 and 17). Rules in
 * order, the first that holds decides and its name is the evidence. The words
 * they ask for stand in `words/`, one table per language.
 */
import type { ItemType, Kind, Stage } from './item.ts'
import {
  isCall,
  isFeature,
  isNames,
  isNewsOfHiring,
  isOffer,
  isPaidCall,
  isPolicy,
  isPosting,
  isRuleText,
  isStory,
  type KindInput,
  onVolunteerList,
  type Read,
} from './kind-signs.ts'
import { findStage, hasHappened, isFair, isRecruitment } from './stage.ts'
import { wordsFor } from './words/languages.ts'

export interface Verdict {
  kind: Kind
  type: ItemType
  stage?: Stage
  /** `rule:<name>` */
  reason: string
}

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

/** A fair has no steps, but it may be called off or moved. */
const fair = (input: Read) => {
  const stage = findStage(input)
  return {
    kind: 'job' as const,
    type: 'fair' as const,
    stage: stage === 'cancelled' || stage === 'amendment' ? stage : ('open' as const),
  }
}

/** In order: a list of names is one even when it ends a recruitment, a paid volunteer is a job. */
const RULES: Rule[] = [
  {
    name: 'names-of-recruitment',
    holds: (input) => isNames(input) && isRecruitment(input),
    verdict: namesOfRecruitment,
  },
  { name: 'names', holds: isNames, verdict: news('names') },
  { name: 'rule-text', holds: isRuleText, verdict: news('policy') },
  { name: 'paid-volunteer', holds: isPaidCall, verdict: job('notice') },
  { name: 'call', holds: isCall, verdict: call },
  {
    name: 'volunteer-list-call',
    holds: (input) => onVolunteerList(input) && input.words.call.wanted.test(input.title),
    verdict: call,
  },
  {
    name: 'fair',
    holds: (input) => isFair(input) && !hasHappened(input),
    verdict: fair,
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
