/** What readers filter by, found in a text whose kind is known: places, categories, dates, jobs. */
import { findCategories } from './category.ts'
import { findDates, registrationOf } from './deadlines.ts'
import { findEmployer } from './employer.ts'
import type { DateMark, Job, Kind, RegionTag, Stage } from './item.ts'
import { readJobTables } from './job-tables.ts'
import { readJobText } from './job-text.ts'
import type { Verdict } from './kind.ts'
import { dayIn } from './moments.ts'
import { findRegions } from './region.ts'
import type { Text } from './rewriting.ts'
import type { Source, Town } from './town.ts'

export interface Context {
  town: Town
  /** A source whose region the town does not know is one from elsewhere: 我市 and a missing place mean nothing there. */
  source: Source
  column?: string
  listKind?: Kind
  listCategory?: string
  now: Date
}

export interface Findings {
  regions: RegionTag[]
  categories: string[]
  dates: DateMark[]
  jobs: Job[]
  /** How the jobs were read: `table`, `text`. */
  jobReason?: string
}

/** Day of publication in the town's zone; that of the crawl when the page names none. */
function publishedDay(said: string, { town, now }: Context): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(said)) return said
  const instant = new Date(said)
  return dayIn(town.timeZone, Number.isNaN(instant.getTime()) ? now : instant)
}

/** Only the call itself is taken apart; an amendment and every later notice name the same positions again, or cut some. */
export const ASKING: (Stage | undefined)[] = ['open', undefined]

function readJobs(text: Text, verdict: Verdict, { town }: Context): { jobs: Job[]; reason?: string } {
  if (verdict.kind !== 'job' || verdict.type === 'names' || !ASKING.includes(verdict.stage)) return { jobs: [] }
  const employer = findEmployer(text.title, text.body)
  const fromTables = readJobTables(text.tables, { currency: town.currency, employer })
  if (fromTables.length > 0) return { jobs: fromTables, reason: 'table' }
  // A fair names firms and figures, not posts.
  if (verdict.type === 'fair') return { jobs: [] }
  const jobs = readJobText({ title: text.title, body: text.body, currency: town.currency })
  return jobs.length > 0 ? { jobs, reason: 'text' } : { jobs: [] }
}

/** The county that a job's own place or employer names, else the only one of its notice. */
function placeJob(job: Job, regions: RegionTag[], published: string, { town, source }: Context): Job {
  const own = findRegions(
    { title: job.place ?? '', body: job.employer ?? '', type: 'feature', sourceRegion: source.region, published },
    town,
  )
  const region = (own.length === 1 ? own[0] : regions.length === 1 ? regions[0] : undefined)?.code
  return region ? { ...job, region } : job
}

function datesOf({ title, body }: Text, { kind, type }: Verdict, published: string, { town }: Context): DateMark[] {
  if (kind === 'news' || type === 'names') return []
  return findDates(`${title}\n${body}`, {
    published,
    zone: town.timeZone,
    monthFirst: town.country === 'US',
    ...(town.calendar && { calendar: town.calendar }),
    call: kind === 'volunteer',
    ...(type === 'fair' && { unlabelled: 'event' as const }),
    ...(kind === 'volunteer' && { named: 'event' as const }),
  })
}

/** `publishedAt`: as the page says it, empty where it does not. */
export function find(text: Text, verdict: Verdict, publishedAt: string, context: Context): Findings {
  const { town, source, column, listCategory } = context
  const published = publishedDay(publishedAt, context)
  const { title, body } = text
  const regions = findRegions({ title, body, type: verdict.type, sourceRegion: source.region, published }, town)
  const categories = findCategories({ ...verdict, title, body, column, listCategory }, town)
  const dates = datesOf(text, verdict, published, context)
  const { jobs, reason } = readJobs(text, verdict, context)
  const registration = registrationOf(dates)
  return {
    regions,
    categories,
    dates,
    jobs: jobs.map((job) => placeJob({ ...registration, ...job }, regions, published, context)),
    jobReason: reason,
  }
}
