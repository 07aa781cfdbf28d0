/** What `gulou try` answers. Every key is always there; what was not found is null, or an empty list or object. */
import type {
  Attachment,
  DateMark,
  DateOrigin,
  Evidence,
  Flag,
  ItemType,
  Job,
  Kind,
  RegionTag,
  Repair,
  Stage,
  Volunteer,
} from '../domain/item.ts'
import type { Article, ReadList } from '../domain/page.ts'
import type { Understood } from '../domain/understand.ts'

export interface TryOutput {
  url: string | null
  as: 'list' | 'detail' | null
  title: string | null
  publishedAt: string | null
  dateOrigin: DateOrigin | null
  source: string | null
  author: string | null
  body: string
  bodyHtml: string
  images: string[]
  attachments: Attachment[]
  items: { url: string; title: string; date: string | null }[]
  next: string | null
  repair: Repair
  kind: Kind | null
  type: ItemType | null
  stage: Stage | null
  categories: string[]
  regions: RegionTag[]
  positions: string[]
  dates: DateMark[]
  jobs: Job[]
  volunteer: Volunteer
  flags: Flag[]
  evidence: Evidence
  error: string | null
}

function emptyOutput(url: string | null): TryOutput {
  return {
    url,
    as: null,
    title: null,
    publishedAt: null,
    dateOrigin: null,
    source: null,
    author: null,
    body: '',
    bodyHtml: '',
    images: [],
    attachments: [],
    items: [],
    next: null,
    repair: { class: 'none', notes: [] },
    kind: null,
    type: null,
    stage: null,
    categories: [],
    regions: [],
    positions: [],
    dates: [],
    jobs: [],
    volunteer: {},
    flags: [],
    evidence: {},
    error: null,
  }
}

export function failedOutput(url: string | null, error: unknown): TryOutput {
  return { ...emptyOutput(url), error: error instanceof Error ? error.message : String(error) }
}

export function listOutput(url: string, { items, next, evidence }: ReadList): TryOutput {
  return {
    ...emptyOutput(url),
    as: 'list',
    items: items.map(({ url: address, title, date }) => ({ url: address, title, date: date ?? null })),
    next: next ?? null,
    evidence,
  }
}

/** Of what was understood, only what a reader is told: fields of the page where they stay as they are. */
export function articleOutput(article: Article, understood: Understood): TryOutput {
  return {
    ...emptyOutput(article.url === '' ? null : article.url),
    as: 'detail',
    title: understood.title,
    publishedAt: article.publishedAt ?? null,
    dateOrigin: article.dateOrigin ?? null,
    source: article.source ?? null,
    author: understood.author ?? null,
    body: understood.body,
    bodyHtml: understood.bodyHtml,
    images: article.images,
    attachments: understood.attachments,
    repair: understood.repair,
    kind: understood.kind,
    type: understood.type,
    stage: understood.stage ?? null,
    categories: understood.categories,
    regions: understood.regions,
    positions: understood.positions,
    dates: understood.dates,
    jobs: understood.jobs,
    volunteer: understood.volunteer ?? {},
    flags: understood.flags,
    evidence: { ...article.evidence, ...understood.evidence },
  }
}
