/** A call for volunteers: who asks, where, when, how many (DOMAIN section 10). */
import { registrationOf } from './deadlines.ts'
import { findEmployer } from './employer.ts'
import type { DateMark, Volunteer } from './item.ts'
import { findLabelled } from './labelled.ts'
import { findAge, parseHeadcount } from './requirements.ts'
import { wordsFor } from './words/languages.ts'
import type { CallFieldWords } from './words/words.ts'

interface VolunteerInput {
  title: string
  body: string
  dates: DateMark[]
  /** Local day of now, `YYYY-MM-DD`: the status depends on it. */
  today: string
  /** Of the town; else the text's own script decides. */
  languages?: readonly string[]
}

const LINE = '\\n。；;'
const CLAUSE = `${LINE}，,`

/** The end of a bare day is its last second, so comparing days is enough. */
const dayOf = (value: string) => value.slice(0, 10)

function statusOf(volunteer: Volunteer, input: VolunteerInput, words: CallFieldWords): Volunteer['status'] {
  const { title, body, today } = input
  const said = words.status.find(([, says]) => says.test(title) || says.test(body))?.[0]
  if (said) return said
  const { opens, closes, starts, ends, seats, taken } = volunteer
  const last = ends ?? starts
  if (last && dayOf(last) < today && (ends || !closes)) return 'finished'
  if (opens && dayOf(opens) > today) return 'upcoming'
  if (seats !== undefined && taken !== undefined && taken >= seats) return 'full'
  if (closes && dayOf(closes) < today) return afterClosing(input, volunteer, words)
  if (closes) return 'recruiting'
  return opens || words.open.test(title) || words.open.test(body) ? 'recruiting' : undefined
}

/** Characters on either side of a day: from 5 May, 5月5日起. */
const BESIDE_DAY = 6

/** A service that began goes on unless it was for one day. */
function afterClosing(
  { body, dates, today }: VolunteerInput,
  { starts, ends }: Volunteer,
  words: CallFieldWords,
): Volunteer['status'] {
  if (!starts || dayOf(starts) > today) return undefined
  const day = dates.find((mark) => mark.what === 'event')?.raw ?? ''
  const at = body.indexOf(day)
  const said = body.slice(Math.max(0, at - BESIDE_DAY), at + day.length + BESIDE_DAY)
  return ends || dayOf(starts) === today || words.goesOn.test(said) ? 'running' : 'finished'
}

/** The number that the words catch, by whichever of their groups. */
const numberIn = (text: string, words: RegExp): number | undefined => {
  const digits = words.exec(text)?.slice(1).find(Boolean)
  return digits === undefined ? undefined : Number(digits)
}

/** 语文支教3名、数学支教2名: posts one after the other share out the seats; absent where fewer than two stand so. */
function sumOfPosts(body: string, { posts, post }: CallFieldWords): number | undefined {
  const row = posts.exec(body)?.[0]
  return row === undefined ? undefined : [...row.matchAll(post)].reduce((sum, [, count]) => sum + Number(count), 0)
}

function findSeats(body: string, words: CallFieldWords): number | undefined {
  const posts = sumOfPosts(body, words)
  if (posts !== undefined) return posts
  const labelled = findLabelled(body, words.seatsLabel, `${CLAUSE}.`)
  return (
    (labelled ? (parseHeadcount(labelled) ?? numberIn(labelled, /(\d{1,5})/u)) : undefined) ??
    numberIn(body, words.seats)
  )
}

function findTaken(body: string, seats: number | undefined, words: CallFieldWords): number | undefined {
  const left = numberIn(body, words.left)
  const taken = numberIn(body, words.taken)
  return taken ?? (left !== undefined && seats !== undefined && left <= seats ? seats - left : undefined)
}

function findSkills(body: string, words: CallFieldWords): string[] | undefined {
  return findLabelled(body, words.skills, LINE)
    ?.split(/[、，,]/u)
    .map((skill) => skill.trim())
    .filter(Boolean)
}

/** Every field as the source says it; the status from its words, else from its dates and `today`. */
export function readVolunteer(input: VolunteerInput): Volunteer {
  const { title, body, dates, languages } = input
  const words = wordsFor(title, body, languages).callFields
  const event = dates.find((mark) => mark.what === 'event')
  const seats = findSeats(body, words)
  const fields: Volunteer = {
    organizer: findLabelled(body, words.organizer, CLAUSE) ?? findEmployer(title, body),
    place: findLabelled(body, words.place, LINE),
    starts: event?.from,
    ends: event?.to,
    ...registrationOf(dates),
    seats,
    taken: findTaken(body, seats, words),
    skills: findSkills(body, words),
    age: words.age.exec(body)?.[0] ?? findAge(body),
    signup: findLabelled(body, words.signup, LINE),
  }
  const status = statusOf(fields, input, words)
  return Object.fromEntries(Object.entries({ ...fields, status }).filter(([, value]) => value !== undefined))
}
