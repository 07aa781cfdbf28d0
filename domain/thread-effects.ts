/**
 * What the later notices of a recruitment do to its calls: one that gives a call up closes it, an amendment of the same
 * publisher may state another end of registration. A notice speaks of the call before it; of a thread with two rounds
 * that is the second one.
 */
import type { Stage } from './item.ts'

export interface ThreadNotice {
  id: string
  /** Slug. */
  source: string
  stage?: Stage
  /** ISO instant or day. */
  publishedAt: string
  /** End of registration that it states. */
  closesAt?: string
  /** Headline and text; asked of amendments alone. */
  text?: string
}

export interface Effects {
  /** Id of the notice that gives it up. */
  cancelledBy?: string
  /** The last amendment that states an end of registration, and that end. */
  extended?: { by: string; closesAt: string }
}

/** Words that stand within one clause: 报名时间由原定5月15日截止延期至5月25日. */
const near = (most: number) => `[^。，；,;\\n]{0,${most}}`
const REGISTRATION = '(?:报名|报考|申报|registration|applications?)'
const ITS_TIME = `${REGISTRATION}${near(6)}(?:时间|日期|截止|期限|deadline|period)`
const LATER = '(?:延长|延期|延至|延后|顺延|推迟|extended|postponed)'
const OTHERWISE = '(?:调整|变更|更改|改为|改至|提前|changed to|moved to)'
/** That registration ends otherwise than was said. A day by which to choose another post is no such end. */
const MOVES_END = new RegExp(
  [
    `${REGISTRATION}${near(40)}${LATER}`,
    `${LATER}${near(20)}${REGISTRATION}`,
    `${ITS_TIME}${near(40)}${OTHERWISE}`,
    `${OTHERWISE}${near(20)}${ITS_TIME}`,
  ].join('|'),
  'iu',
)

const movesEnd = ({ stage, closesAt, text }: ThreadNotice) =>
  stage === 'amendment' && closesAt !== undefined && MOVES_END.test(text ?? '')

/** By id of the call; calls to which nothing happened are not in it. */
export function effectsOf(notices: readonly ThreadNotice[]): Map<string, Effects> {
  const inTime = [...notices].sort((a, b) => compare(a.publishedAt, b.publishedAt) || compare(a.id, b.id))
  const effects = new Map<string, Effects>()
  const add = (call: ThreadNotice, effect: Effects) => effects.set(call.id, { ...effects.get(call.id), ...effect })
  for (const notice of inTime) {
    if (notice.stage === 'cancelled')
      for (const call of callsBefore(notice, inTime))
        if (!effects.get(call.id)?.cancelledBy) add(call, { cancelledBy: notice.id })
    const { closesAt } = notice
    if (closesAt !== undefined && movesEnd(notice))
      for (const call of callsBefore(notice, inTime))
        if (call.source === notice.source && call.closesAt !== closesAt)
          add(call, { extended: { by: notice.id, closesAt } })
  }
  return effects
}

/** The newest call of each publisher that is not newer than the notice; a bare day is as new as any moment of it. */
function callsBefore(notice: ThreadNotice, inTime: readonly ThreadNotice[]): ThreadNotice[] {
  const newest = new Map<string, ThreadNotice>()
  for (const call of inTime)
    if (call.stage === 'open' && call.publishedAt.slice(0, 10) <= notice.publishedAt.slice(0, 10))
      newest.set(call.source, call)
  return [...newest.values()]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
