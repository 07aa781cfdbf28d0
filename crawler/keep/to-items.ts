/** From a page that was understood to the items that are kept: itself, and one per position of a notice. Pure. */
import { DateTime } from 'luxon'
import type { Item, Job } from '../../domain/item.ts'
import type { Article } from '../../domain/page.ts'
import { excerptOf } from '../../domain/text.ts'
import { threadKey } from '../../domain/thread.ts'
import type { Source } from '../../domain/town.ts'
import type { Understood } from '../../domain/understand.ts'
import { itemId, rowKeys } from '../identity.ts'

export interface ReadPage {
  source: Source
  /** First canonical address: what the ids are made from. */
  url: string
  /** Where the page is now. */
  address: string
  article: Article
  understood: Understood
  /** Date of the list entry, used where the page gives none. */
  listDate?: string
  firstSeenAt: Date
  now: Date
  zone: string
}

/** The page's own item first, then its positions in the order of the table. */
export function toItems(page: ReadPage): [Item, ...Item[]] {
  const item = pageItem(page)
  if (item.type === 'names') return [withoutPersons(item)]
  return [item, ...positions(item, page)]
}

function pageItem(page: ReadPage): Item {
  const { source, article, understood, now } = page
  const { publishedAt, dateOrigin } = publication(page)
  return {
    id: itemId(source.slug, page.url),
    source: source.slug,
    publisher: understood.publisher,
    url: page.address,
    thread: threadOf(page, publishedAt),
    kind: understood.kind,
    type: understood.type,
    stage: understood.stage,
    title: understood.title,
    excerpt: understood.excerpt,
    body: understood.body,
    bodyHtml: source.licence === 'full' ? understood.bodyHtml : '',
    publishedAt,
    dateOrigin,
    author: understood.author,
    regions: understood.regions,
    categories: understood.categories,
    positions: understood.positions,
    images: article.images,
    attachments: understood.attachments,
    volunteer: understood.volunteer,
    completeness: understood.completeness?.notice,
    dates: understood.dates,
    flags: understood.flags,
    closesAt: understood.closesAt,
    repair: understood.repair,
    evidence: evidenceOf(page),
    firstSeenAt: page.firstSeenAt.toISOString(),
    changedAt: now.toISOString(),
    state: understood.holds.length > 0 ? 'held' : 'shown',
  }
}

const IN_THREADS = new Set<Item['type']>(['notice', 'names', 'fair'])

/**
 * Undefined where nothing says whose recruitment it is: a portal that reprints everybody's stands for none of them, and
 * a public body hires under its own name for more than one programme.
 */
function threadOf({ source, article, understood }: ReadPage, publishedAt: string): string | undefined {
  const { kind, type, title, jobs } = understood
  const { body } = article
  if (kind !== 'job' || !IN_THREADS.has(type)) return undefined
  const [employer, ...more] = new Set(jobs.map((job) => job.employer))
  const keyWith = (publisher: string) =>
    threadKey({ title, publishedAt, publisher, body, ...(more.length === 0 && { employer }) })
  const said = keyWith('')
  if (!said.startsWith('|')) return said
  return source.official && !said.endsWith('|other') ? keyWith(understood.publisher) : undefined
}

/** `hold` names the flags for which it waits for an editor, `positions` why those of a file are not known. */
function evidenceOf({ article, understood }: ReadPage): Item['evidence'] {
  const { holds, kind, type, attachments, jobs } = understood
  const unparsed = whyUnparsed({ kind, type, attachments }, jobs.length)
  return {
    ...article.evidence,
    ...understood.evidence,
    ...(holds.length > 0 && { hold: `flags:${holds.join(',')}` }),
    ...(unparsed !== undefined && { positions: unparsed }),
  }
}

/** Spreadsheets by their ending, other files by their name. */
const POSITION_FILE = /岗位|职位|崗位|職位|计划表|一览表|positions?\b|vacanc/iu
const SPREADSHEET = new Set(['xls', 'xlsx', 'et', 'csv'])

/** A recruitment notice whose positions stand in files of which none could be read. */
function whyUnparsed({ kind, type, attachments }: Pick<Item, 'kind' | 'type' | 'attachments'>, jobs: number) {
  if (kind !== 'job' || type !== 'notice' || jobs > 0) return undefined
  const files = attachments.filter((file) => SPREADSHEET.has(file.type) || POSITION_FILE.test(file.name))
  const unread = files.filter(({ hash, problem }) => hash === undefined || problem !== undefined)
  if (files.length === 0 || unread.length < files.length) return undefined
  return `unparsed: ${[...new Set(unread.map(({ problem }) => problem ?? 'not fetched'))].join(', ')}`
}

/** The page's own date, else the list's, else the moment of first sight, which stays the same on every later visit. */
function publication({ article, listDate, firstSeenAt, zone }: ReadPage): Pick<Item, 'publishedAt' | 'dateOrigin'> {
  if (article.publishedAt !== undefined)
    return { publishedAt: article.publishedAt, dateOrigin: article.dateOrigin ?? 'text' }
  if (listDate !== undefined) return { publishedAt: listDate, dateOrigin: 'list' }
  const seen = DateTime.fromJSDate(firstSeenAt, { zone }).toISO({ suppressMilliseconds: true })
  return { publishedAt: seen ?? firstSeenAt.toISOString(), dateOrigin: 'estimated' }
}

/** A list of people is kept as a headline and a link (personal data of persons who asked for none of this). */
function withoutPersons(item: Item): Item {
  return {
    ...item,
    excerpt: '',
    body: '',
    bodyHtml: '',
    images: [],
    attachments: [],
    job: undefined,
    volunteer: undefined,
  }
}

function positions(notice: Item, { url, understood, source }: ReadPage): Item[] {
  const jobs = withoutRepeats(understood.jobs)
  const keys = rowKeys(jobs)
  const told = new Map(understood.jobs.map((job, at) => [job, understood.completeness?.positions[at]]))
  return jobs.map((job, at) => ({
    ...positionItem(notice, job, itemId(source.slug, url, keys[at])),
    completeness: told.get(job),
  }))
}

/** The same table once in the page and once in a file, or in two files, is one table. Rows alike within one are two positions. */
function withoutRepeats(jobs: Job[]): Job[] {
  const first = new Map<string, string>()
  return jobs.filter((job) => {
    const row = JSON.stringify([job.code, job.employer, job.department, job.title, job.headcount])
    const place = job.file ?? ''
    const where = first.get(row) ?? place
    first.set(row, where)
    return where === place
  })
}

function positionItem(notice: Item, job: Job, id: string): Item {
  const body = [job.conditions, job.majors?.join('、'), job.place]
    .filter((part) => part !== undefined && part !== '')
    .join('\n')
  return {
    ...notice,
    id,
    parent: notice.id,
    kind: 'job',
    type: 'position',
    title: [job.title, job.employer].filter((part) => part !== undefined && part !== '').join(' · '),
    excerpt: excerptOf(body),
    body,
    bodyHtml: '',
    regions: job.region === undefined ? notice.regions : [{ code: job.region, by: 'name' }],
    positions: job.position === undefined ? [] : [job.position],
    images: [],
    attachments: [],
    job,
    volunteer: undefined,
    dates: [],
    closesAt: job.closes ?? notice.closesAt,
    evidence: {
      job: job.sheet === undefined ? `row ${job.row ?? '?'}` : `sheet ${job.sheet} row ${job.row ?? '?'}`,
      ...(notice.evidence.hold !== undefined && { hold: notice.evidence.hold }),
    },
  }
}
