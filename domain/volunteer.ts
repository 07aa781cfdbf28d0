/** A call for volunteers: who asks, where, when, how many (DOMAIN section 10). */
import { registrationOf } from './deadlines.ts'
import type { DateMark, Volunteer } from './item.ts'
import { findLabelled } from './labelled.ts'
import { findAge, parseHeadcount } from './requirements.ts'

interface VolunteerInput {
  title: string
  body: string
  dates: DateMark[]
  /** Local day of now, `YYYY-MM-DD`: the status depends on it. */
  today: string
}

const LINE = '\\n。；;'
const SEATS =
  /(?:招募|招收|需要|急需|征集|需|限)[^。\n\d]{0,16}(\d{1,5})\s*(?:名|人|位)|(\d{1,5})\s*(?:名|位)(?:[^。\n，,]{0,10})志愿者|志愿者\s*(\d{1,5})\s*(?:名|人|位)/u
const TAKEN = /(?:已报名|已招募|已录用|已有)\s*[:：]?\s*(\d{1,5})\s*(?:名|人|位)/u

const SAID_STATUS: [NonNullable<Volunteer['status']>, RegExp][] = [
  ['cancelled', /(?:活动|项目|招募)(?:已|被)?取消|已取消/u],
  ['full', /(?:名额|人数)已满|已招满|招募(?:已)?(?:结束|满员)|报满/u],
  ['finished', /已结项|(?:项目|活动)已(?:经)?(?:圆满)?结束/u],
]

/** The end of a bare day is its last second, so comparing days is enough. */
const dayOf = (value: string) => value.slice(0, 10)

function statusOf(volunteer: Volunteer, { title, body, today }: VolunteerInput): Volunteer['status'] {
  const said = SAID_STATUS.find(([, words]) => words.test(title) || words.test(body))?.[0]
  if (said) return said
  const { opens, closes, starts, ends, seats, taken } = volunteer
  if (ends && dayOf(ends) < today) return 'finished'
  if (opens && dayOf(opens) > today) return 'upcoming'
  if (seats !== undefined && taken !== undefined && taken >= seats) return 'full'
  if (closes) return dayOf(closes) >= today ? 'recruiting' : runningAt(starts, today)
  return opens || /招募|报名/u.test(title) ? 'recruiting' : undefined
}

const runningAt = (starts: string | undefined, today: string) =>
  starts && dayOf(starts) <= today ? ('running' as const) : undefined

function findSeats(body: string): number | undefined {
  const labelled = findLabelled(body, '(?:计划)?(?:招募|招收|需求)?(?:人数|名额|数量)', '\\n。；;，,')
  const seats = SEATS.exec(body)
  return (
    (labelled ? parseHeadcount(labelled) : undefined) ?? (seats ? Number(seats[1] ?? seats[2] ?? seats[3]) : undefined)
  )
}

function findSkills(body: string): string[] | undefined {
  const said = findLabelled(body, '(?:技能|专业技能|志愿者技能|能力)(?:要求)?', LINE)
  return said
    ?.split(/[、，,]/u)
    .map((skill) => skill.trim())
    .filter(Boolean)
}

/** Every field as the source says it; the status from its words, else from its dates and `today`. */
export function readVolunteer(input: VolunteerInput): Volunteer {
  const { body, dates } = input
  const event = dates.find((mark) => mark.what === 'event')
  const taken = TAKEN.exec(body)?.[1]
  const fields: Volunteer = {
    organizer: findLabelled(
      body,
      '发布组织|组织单位|主办单位|主办方|活动主办|发布单位|招募单位|服务队伍|发起(?:单位|组织)|所属组织',
      `${LINE}，,`,
    ),
    place: findLabelled(body, '服务地点|活动地点|集合地点|服务地址|活动地址|服务区域|地点', LINE),
    starts: event?.from,
    ends: event?.to,
    ...registrationOf(dates),
    seats: findSeats(body),
    taken: taken ? Number(taken) : undefined,
    skills: findSkills(body),
    age: findAge(body),
    signup: findLabelled(body, '报名(?:方式|链接|地址|网址|渠道|途径)|参与方式', LINE),
  }
  const status = statusOf(fields, input)
  return Object.fromEntries(Object.entries({ ...fields, status }).filter(([, value]) => value !== undefined))
}
