/**
 * The only door of understanding: a read article goes in, what readers filter by
 * comes out, each label with its reason. Pure, and driven by the town's data.
 * Order: repair → script → kind → masks → region → categories → jobs → dates →
 * volunteer → flags. Kind comes before the masks, since whose phone number may
 * stay depends on it.
 */

import { isWholePosting, type PostingCompleteness, readCompleteness } from './completeness.ts'
import { findHijack } from './damage/hijacked.ts'
import { registrationOf } from './deadlines.ts'
import { ASKING, type Context, type Findings, find } from './findings.ts'
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
import { findKind, type Verdict } from './kind.ts'
import { dayIn } from './moments.ts'
import type { Article, TextTable } from './page.ts'
import { maskPersonal } from './privacy.ts'
import { findPublisher } from './publisher.ts'
import { findRestoring, mask, maskOptions, type Rewrite, readingOf, rewriteAll, type Text } from './rewriting.ts'
import { excerptOf } from './text.ts'
import { readVolunteer } from './volunteer.ts'

export type { Context } from './findings.ts'

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
  /** Absent for what is no call for workers, or was not read whole. */
  completeness?: PostingCompleteness
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

function judge({ title, body }: Text, { town, source, listKind }: Context): Verdict {
  const read = readingOf(town)
  const hint = listKind ?? source.kind
  return findKind({
    title: read(title),
    body: read(body),
    languages: town.languages,
    listed: listKind !== undefined,
    ...(hint && { listKind: hint }),
  })
}

/** Groups by how many jobs they have, most first. */
function positionsOf(jobs: Job[]): string[] {
  const counts = new Map<string, number>()
  for (const { position } of jobs) if (position) counts.set(position, (counts.get(position) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}

/** An amendment may move the end of registration. */
const DATED: (Stage | undefined)[] = [...ASKING, 'amendment']

const GOVERNMENT_HOST = /^https?:\/\/[^/]*\.gov(?:\.[a-z]{2})?(?:[:/]|$)/iu

const isOfficial = ({ url }: Article, { source }: Context) => source.official || GOVERNMENT_HOST.test(url)

/** A report asks nobody for anything, and a list of people is not shown. */
function flagsOf({ title, body }: Text, { kind, type }: Verdict, jobs: Job[], official: boolean, { town }: Context) {
  const hijack = findHijack({ title, body })
  const asks = kind !== 'news' && type !== 'names'
  // What volunteers are asked to pay is told whoever asks it.
  const excused = official && kind === 'job'
  return [
    ...(hijack === undefined ? [] : [{ id: 'hijacked', raw: hijack }]),
    ...(asks ? findFlags({ title, body, jobs, official: excused, languages: town.languages }) : []),
  ]
}

function completenessOf(article: Article, { title, body }: Text, verdict: Verdict, jobs: Job[], closesAt?: string) {
  const { images, attachments } = article
  if (!isWholePosting({ ...verdict, body, images, attachments, jobs })) return undefined
  return readCompleteness({ title, body, closesAt, credit: article.source }, jobs)
}

/** `missing work pay`, or `stated` where nothing is. */
const elementsText = ({ notice: { missing } }: PostingCompleteness) =>
  missing.length === 0 ? 'stated' : `missing ${missing.join(' ')}`

function explain(article: Article, verdict: Verdict, findings: Findings, whole?: PostingCompleteness): Evidence {
  const { regions, categories, jobReason } = findings
  return {
    ...article.evidence,
    kind: verdict.reason,
    ...(verdict.stage && { stage: 'rule:stage' }),
    ...(regions[0] && { region: `${regions[0].by}:${regions[0].code}` }),
    ...(categories.length > 0 && { category: 'words:town' }),
    ...(jobReason && { jobs: `jobs:${jobReason}` }),
    ...(whole && { completeness: elementsText(whole) }),
  }
}

/** The text as it is shown; of a list of people nothing but its title. */
const shownOf = ({ title, body, bodyHtml, tables }: Text, listed: boolean) =>
  listed
    ? { title, body: '', bodyHtml: '', excerpt: '', tables: [] }
    : { title, body, bodyHtml, excerpt: excerptOf(body), tables }

/** Never throws, on any strings. For type `names` the list itself is gone: no body, no tables, no jobs. */
export function understand(article: Article, context: Context): Understood {
  const { town, source, now } = context
  const { restore, repair } = findRestoring(article, town)
  const restored = rewriteAll(article, restore)
  const verdict = judge(restored, context)
  const options = maskOptions(verdict, restored, town)
  const text = mask(restored, options)
  const named: Rewrite = (name) => maskPersonal(restore(name), options)
  const findings = find(text, verdict, article.publishedAt ?? '', context)
  const { regions, categories, dates, jobs } = findings
  const { kind, type, stage } = verdict
  const call = { ...text, dates, today: dayIn(town.timeZone, now), languages: town.languages }
  const closes = DATED.includes(stage) ? registrationOf(dates).closes : undefined
  const official = isOfficial(article, context)
  const flags = flagsOf(text, verdict, jobs, official, context)
  const listed = type === 'names'
  const completeness = completenessOf(article, text, verdict, jobs, closes)
  return {
    ...shownOf(text, listed),
    kind,
    type,
    ...(stage && { stage }),
    categories,
    regions,
    positions: positionsOf(jobs),
    dates,
    jobs,
    ...(kind === 'volunteer' && { volunteer: readVolunteer(call) }),
    ...(completeness && { completeness }),
    flags,
    holds: findHold(flags, official),
    ...(closes && { closesAt: closes }),
    publisher: findPublisher(article.source === undefined ? undefined : named(article.source), source, town),
    ...(article.author !== undefined && { author: named(article.author) }),
    attachments: listed ? [] : article.attachments.map((file) => ({ ...file, name: named(file.name) })),
    repair,
    evidence: explain(article, verdict, findings, completeness),
  }
}
