/**
 * The only door of understanding: a read article goes in, what readers filter by
 * comes out, each label with its reason. Pure, and driven by the town's data.
 * Order: repair → script → kind → masks → region → categories → jobs → dates →
 * volunteer → flags. Kind comes before the masks, since whose phone number may
 * stay depends on it.
 */
import { findCategories } from './category.ts'
import { findHijack } from './damage/hijacked.ts'
import { findDates, registrationOf } from './deadlines.ts'
import { findEmployer } from './employer.ts'
import { findFlags } from './flags.ts'
import { findHold } from './hold.ts'
import type {
  Attachment,
  DateMark,
  Evidence,
  Flag,
  ItemType,
  Job,
  Kind,
  RegionTag,
  Repair,
  Stage,
  Volunteer,
} from './item.ts'
import { readJobTables } from './job-tables.ts'
import { readJobText } from './job-text.ts'
import { findKind, type Verdict } from './kind.ts'
import { dayIn } from './moments.ts'
import type { Article, TextTable } from './page.ts'
import { type MaskOptions, maskHtml, maskPersonal, maskRows } from './privacy.ts'
import { findPublisher } from './publisher.ts'
import { findRegions } from './region.ts'
import { repairDocument, repairPiece } from './repair.ts'
import { isTraditional, toSimplified } from './script.ts'
import { excerptOf } from './text.ts'
import type { Source, Town } from './town.ts'
import { readVolunteer } from './volunteer.ts'

export interface Context {
  town: Town
  /** A source whose region the town does not know is one from elsewhere: 我市 and a missing place mean nothing there. */
  source: Source
  column?: string
  listKind?: Kind
  listCategory?: string
  now: Date
}

export interface Understood {
  title: string
  body: string
  bodyHtml: string
  excerpt: string
  kind: Kind
  type: ItemType
  stage?: Stage
  categories: string[]
  regions: RegionTag[]
  positions: string[]
  dates: DateMark[]
  jobs: Job[]
  volunteer?: Volunteer
  flags: Flag[]
  /** Ids of the flags for which an editor looks first; empty when the item may be shown. */
  holds: string[]
  closesAt?: string
  publisher: string
  author?: string
  /** Names repaired and masked; none of a list of people. */
  attachments: Attachment[]
  repair: Repair
  evidence: Evidence
  /** Repaired, in the town's script, masked: what attachments-readers and tests compare with. */
  tables: TextTable[]
}

interface Text {
  title: string
  body: string
  bodyHtml: string
  tables: TextTable[]
}

type Rewrite = (text: string) => string

const betweenTags = (html: string, rewrite: Rewrite) =>
  html
    .split(/(<[^<>]*>)/u)
    .map((piece) => (piece.startsWith('<') ? piece : rewrite(piece)))
    .join('')

/** Where the table was read from stays as it is. */
const inTable = (table: TextTable, rewrite: Rewrite): TextTable => ({
  ...table,
  ...(table.caption !== undefined && { caption: rewrite(table.caption) }),
  rows: table.rows.map((row) => row.map(rewrite)),
})

function rewriteAll(text: Text, rewrite: Rewrite): Text {
  return {
    title: rewrite(text.title),
    body: rewrite(text.body),
    bodyHtml: betweenTags(text.bodyHtml, rewrite),
    tables: text.tables.map((table) => inTable(table, rewrite)),
  }
}

/** Title and body together decide; what is short or the same text again (HTML, tables, names) follows their verdict. */
function findRestoring(article: Article, town: Town): { restore: Rewrite; repair: Repair } {
  const { title, body } = article
  const { repair, parts } = repairDocument({ title, body })
  const repairs: Rewrite = (text) => repairPiece(text, repair.class)
  const converts = town.script === 'hans' && isTraditional(`${parts.title}\n${parts.body}`)
  return { restore: converts ? (text) => toSimplified(repairs(text)) : repairs, repair }
}

/** The rules are written in simplified script, and so they read a traditional town's text that way. */
function judge({ title, body }: Text, { town, source, listKind }: Context): Verdict {
  const read: Rewrite = town.script === 'hant' ? toSimplified : (text) => text
  const hint = listKind ?? source.kind
  return findKind({
    title: read(title),
    body: read(body),
    languages: town.languages,
    listed: listKind !== undefined,
    ...(hint && { listKind: hint }),
  })
}

/** A body's own announcement, whatever its kind: the phone it gives for questions is meant to be read. */
const ANNOUNCEMENT = /公告|通知|通告|启事|公示|招募|征集|须知|指南|邀请函|预告|预约/u
/** Texts that carry private numbers of people in need or in grief. */
const PRIVATE_MATTER =
  /讣告|寻人|寻找|急寻|寻[物亲狗猫宠]|寻[^，。]{0,6}启事|招领|感谢|致谢|鸣谢|求助|来信|失踪|走失|认领|公开信|捐款|募捐|悼|追思|遗失|挂失|\b(?:obituar|missing person|in memoriam)/iu

function maskOptions({ kind, type }: Verdict, title: string): MaskOptions {
  if (PRIVATE_MATTER.test(title) && type !== 'call') return { contacts: false, grief: true }
  return { contacts: kind !== 'news' || ANNOUNCEMENT.test(title), call: kind !== 'news' }
}

function mask(text: Text, options: MaskOptions): Text {
  const masked = rewriteAll({ ...text, bodyHtml: '', tables: [] }, (part) => maskPersonal(part, options))
  const tables = text.tables.map((table) => ({
    ...inTable({ ...table, rows: [] }, (part) => maskPersonal(part, options)),
    rows: maskRows(table.rows, options),
  }))
  return { ...masked, bodyHtml: maskHtml(text.bodyHtml, options), tables }
}

/** Day of publication in the town's zone; that of the crawl when the page names none. */
function publishedDay(article: Article, { town, now }: Context): string {
  const said = article.publishedAt ?? ''
  if (/^\d{4}-\d{2}-\d{2}$/u.test(said)) return said
  const instant = new Date(said)
  return dayIn(town.timeZone, Number.isNaN(instant.getTime()) ? now : instant)
}

/** Only the call itself is taken apart; an amendment and every later notice name the same positions again, or cut some. */
const ASKING: (Stage | undefined)[] = ['open', undefined]
/** An amendment may move the end of registration. */
const DATED: (Stage | undefined)[] = [...ASKING, 'amendment']

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

/** Groups by how many jobs they have, most first. */
function positionsOf(jobs: Job[]): string[] {
  const counts = new Map<string, number>()
  for (const { position } of jobs) if (position) counts.set(position, (counts.get(position) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}

const GOVERNMENT_HOST = /^https?:\/\/[^/]*\.gov(?:\.[a-z]{2})?(?:[:/]|$)/iu

interface Findings {
  regions: RegionTag[]
  categories: string[]
  dates: DateMark[]
  jobs: Job[]
  jobReason?: string
}

function find(text: Text, verdict: Verdict, article: Article, context: Context): Findings {
  const { town, source, column, listCategory } = context
  const published = publishedDay(article, context)
  const { title, body } = text
  const regions = findRegions({ title, body, type: verdict.type, sourceRegion: source.region, published }, town)
  const categories = findCategories({ ...verdict, title, body, column, listCategory }, town)
  const dates =
    verdict.kind === 'news' || verdict.type === 'names'
      ? []
      : findDates(`${title}\n${body}`, {
          published,
          zone: town.timeZone,
          monthFirst: town.country === 'US',
          ...(town.calendar && { calendar: town.calendar }),
          ...(verdict.type === 'fair' && { unlabelled: 'event' as const }),
        })
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

function explain(article: Article, verdict: Verdict, { regions, categories, jobReason }: Findings): Evidence {
  return {
    ...article.evidence,
    kind: verdict.reason,
    ...(verdict.stage && { stage: 'rule:stage' }),
    ...(regions[0] && { region: `${regions[0].by}:${regions[0].code}` }),
    ...(categories.length > 0 && { category: 'words:town' }),
    ...(jobReason && { jobs: `jobs:${jobReason}` }),
  }
}

/** Never throws, on any strings. For type `names` the list itself is gone: no body, no tables, no jobs. */
export function understand(article: Article, context: Context): Understood {
  const { town, source } = context
  const { restore, repair } = findRestoring(article, town)
  const restored = rewriteAll(article, restore)
  const verdict = judge(restored, context)
  const options = maskOptions(verdict, restored.title)
  const text = mask(restored, options)
  const named: Rewrite = (name) => maskPersonal(restore(name), options)
  const findings = find(text, verdict, article, context)
  const { regions, categories, dates, jobs } = findings
  const { title, body } = text
  const { kind, type, stage } = verdict
  const volunteer =
    kind === 'volunteer'
      ? readVolunteer({ title, body, dates, today: dayIn(town.timeZone, context.now), languages: town.languages })
      : undefined
  const closes = DATED.includes(stage) ? registrationOf(dates).closes : undefined
  const official = source.official || GOVERNMENT_HOST.test(article.url)
  const listed = type === 'names'
  const hijack = findHijack({ title, body })
  const flags = [
    ...(hijack === undefined ? [] : [{ id: 'hijacked', raw: hijack }]),
    ...(kind === 'news' || listed ? [] : findFlags({ title, body, jobs, official })),
  ]
  return {
    title,
    body: listed ? '' : body,
    bodyHtml: listed ? '' : text.bodyHtml,
    excerpt: listed ? '' : excerptOf(body),
    kind,
    type,
    ...(stage && { stage }),
    categories,
    regions,
    positions: positionsOf(jobs),
    dates,
    jobs,
    ...(volunteer && { volunteer }),
    flags,
    holds: findHold(flags, official),
    ...(closes && { closesAt: closes }),
    publisher: findPublisher(article.source === undefined ? undefined : named(article.source), source, town),
    ...(article.author !== undefined && { author: named(article.author) }),
    attachments: listed ? [] : article.attachments.map((file) => ({ ...file, name: named(file.name) })),
    repair,
    evidence: explain(article, verdict, findings),
    tables: listed ? [] : text.tables,
  }
}
