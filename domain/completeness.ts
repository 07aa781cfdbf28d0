/**
 * Which of the elements that a posting has to show (DOMAIN section 9, 人社厅发〔2025〕60号) its source states. Information
 * and no judgement: nothing is hidden, ordered or flagged by it. An element of the notice counts for each of its
 * positions; of a notice one that every position states counts as its own. Where part of the posting could not be read
 * nothing is said, since what is missing could stand there.
 */
import { findEmployer } from './employer.ts'
import type { Attachment, Completeness, ItemType, Job, Kind, Pay, RequiredElement, Stage } from './item.ts'
import { REQUIRED_ELEMENTS } from './item.ts'
import { type CompletenessWords, completenessWordsFor } from './words/completeness.ts'

/** The text of a posting, whole. */
interface Posting {
  title: string
  body: string
  /** Publisher that the page credits, where it names one. */
  credit?: string
  /** End of registration that it states. */
  closesAt?: string
}

/** Who hires is named at the head of a posting. */
const LEAD_LENGTH = 300

type Stated = Set<RequiredElement>

/** A posting taken over from elsewhere must say from where; any other has no such element. */
function originOf(text: string, { credit }: Posting, words: CompletenessWords): RequiredElement[] | undefined {
  if (credit !== undefined || words.credited.test(text)) return ['origin']
  return words.reposted.test(text) ? [] : undefined
}

function namesEmployer({ title, body }: Posting, words: CompletenessWords): boolean {
  const found = findEmployer(title, body)
  if (found !== undefined && !words.unnamed.test(found)) return true
  return words.employer.test(`${title}\n${body.slice(0, LEAD_LENGTH)}`)
}

function statedByText(posting: Posting, text: string, words: CompletenessWords): Stated {
  const { body, closesAt } = posting
  const pay = words.pay.test(text) && !words.putOff.test(text)
  const says: [RequiredElement, boolean][] = [
    ['employer', namesEmployer(posting, words)],
    ['headcount', words.headcount.test(text)],
    ['conditions', words.conditions.test(text)],
    ['work', words.work.test(body)],
    ['place', words.place.test(body)],
    ['pay', pay],
    ['validity', closesAt !== undefined || words.validity.test(text)],
    ['origin', (originOf(text, posting, words) ?? []).length > 0],
  ]
  return new Set(says.flatMap(([element, said]) => (said ? [element] : [])))
}

const saysPay = ({ min, max, raw }: Pay, { putOff }: CompletenessWords) =>
  min !== undefined || max !== undefined || !putOff.test(raw)

/** By its fields, and by the headers of cells that are no field of ours: 岗位职责. */
function statedByJob(job: Job, words: CompletenessWords): Stated {
  const { employer, headcount, education, degree, majors, age, sex, conditions, place, pay, closes, raw = {} } = job
  const hasColumn = (header: RegExp) => Object.keys(raw).some((label) => header.test(label))
  const asks = [education, degree, majors, age, sex, conditions].some((field) => field !== undefined)
  const says: [RequiredElement, boolean][] = [
    ['employer', employer !== undefined && !words.unnamed.test(employer)],
    ['headcount', headcount !== undefined || hasColumn(words.headcount)],
    ['conditions', asks || hasColumn(words.conditions)],
    ['work', hasColumn(words.work) || words.work.test(conditions ?? '')],
    ['place', place !== undefined || hasColumn(words.place)],
    ['pay', pay !== undefined && saysPay(pay, words)],
    ['validity', closes !== undefined],
  ]
  return new Set(says.flatMap(([element, said]) => (said ? [element] : [])))
}

/** Every element that applies is in one of the two lists, in the order of the notice. */
function listed(stated: Stated, applies: (element: RequiredElement) => boolean): Completeness {
  const elements = REQUIRED_ELEMENTS.filter(applies)
  return {
    stated: elements.filter((element) => stated.has(element)),
    missing: elements.filter((element) => !stated.has(element)),
  }
}

export interface PostingCompleteness {
  /** Of the notice as a whole. */
  notice: Completeness
  /** Of each position, in the order of `jobs`. */
  positions: Completeness[]
}

export function readCompleteness(posting: Posting, jobs: readonly Job[]): PostingCompleteness {
  const text = `${posting.title}\n${posting.body}`
  const words = completenessWordsFor(text)
  const shared = statedByText(posting, text, words)
  const own = jobs.map((job) => statedByJob(job, words))
  const applies = (element: RequiredElement) => element !== 'origin' || originOf(text, posting, words) !== undefined
  const byAll = REQUIRED_ELEMENTS.filter((element) => own.length > 0 && own.every((stated) => stated.has(element)))
  return {
    notice: listed(new Set([...shared, ...byAll]), applies),
    positions: own.map((stated) => listed(new Set([...shared, ...stated]), applies)),
  }
}

/** Shorter texts beside images or files are their captions. */
const SHORT_TEXT = 60

interface ReadPosting {
  kind: Kind
  type: ItemType
  stage?: Stage
  body: string
  images: readonly string[]
  attachments: readonly Attachment[]
  jobs: readonly Job[]
}

/** Files that an applicant fills in; they say nothing about the post. */
const FORM = /登记表|报名表|申请表|推荐表|信息表|承诺书|诚信|证明|样表|application form/iu

/** True for a call for workers of which everything was read: no table left in a file, and no picture in place of a text. */
export function isWholePosting(posting: ReadPosting): boolean {
  const { kind, type, stage, body, images, attachments, jobs } = posting
  if (kind !== 'job' || type !== 'notice' || (stage !== undefined && stage !== 'open')) return false
  const hasTable = jobs.some(({ row }) => row !== undefined)
  if (!hasTable && !attachments.every(({ name }) => FORM.test(name))) return false
  return body.length >= SHORT_TEXT || (images.length === 0 && body !== '')
}
