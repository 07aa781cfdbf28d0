/** When an article was published, and how we know. */
import { dateFromUrl, findDate, findDates } from '../../domain/dates.ts'
import type { DateOrigin } from '../../domain/item.ts'
import type { OpenDocument, ReadingContext } from './document.ts'
import { select } from './document.ts'
import type { Family } from './families/family.ts'
import type { Labelled } from './info-line.ts'
import { squash } from './lines.ts'
import type { Head } from './meta.ts'

export interface Published {
  value: string
  origin: DateOrigin
  by: string
}

const META = [
  'PubDate',
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'publishdate',
  'publish_date',
  'datePublished',
  'publish-date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date',
  'parsely-pub-date',
  'sailthru.date',
  'weibo: article:create_at',
  'date',
]

/** Lines whose date says something else. */
const NOT_PUBLISHED = /成文|生成|更新|截止|截至|有效|实施|施行|今天是|当前|現在|现在时间/
/** Pages that a script fills carry their article as an object. */
const INLINE =
  /["']?(?:pub_?time|publish_?time|publish_?date|pub_?date|datePublished|ptime|newsTime|publishedAt)["']?\s*[:=]\s*["']([^"'<>]{8,40})["']/i

interface Told {
  head: Head
  labels: Labelled[]
  /** Lines between title and text, and a little around. */
  zone: string[]
  family?: Family
}

/** The first of the ladder; when a later rung says the same day with a time, the time is taken from there. */
export function readPublished(document: OpenDocument, context: ReadingContext, told: Told): Published | undefined {
  const rungs = [...ladder(document, context, told)]
  const [first] = rungs
  if (!first || first.value.length > 10) return first
  const precise = rungs.find(
    ({ value, origin }) => value.length > 10 && value.startsWith(first.value) && origin !== 'text',
  )
  return precise ? { ...first, value: precise.value } : first
}

function* ladder(document: OpenDocument, context: ReadingContext, told: Told): Generator<Published> {
  const { $, page } = document
  const read = function* (text: string | undefined, origin: DateOrigin, by: string) {
    const found = text ? findDate(text, context) : undefined
    if (found) yield { value: found.value, origin, by }
  }
  const { correct } = context
  if (correct?.date) yield* read(textOfFirst(document, correct.date), 'family', `correct:${correct.date}`)
  for (const name of META) {
    const said = told.head.meta(name)
    yield* read(said?.value, 'meta', said?.by ?? '')
  }
  const json = told.head.jsonLd('datePublished')
  yield* read(json?.value, 'jsonld', json?.by ?? '')
  for (const selector of told.family?.date ?? [])
    yield* read(textOfFirst(document, selector), 'family', `family:${told.family?.name} ${selector}`)
  for (const { label, value } of told.labels)
    if (label === 'published') yield* read(value, 'infoline', 'label:published')
  const bare = told.zone
    .filter((line) => !NOT_PUBLISHED.test(line) && !/[。！？]/.test(line))
    .flatMap((line) => findDates(line, context))
  const explicit = bare.filter(({ raw }) => /\d{4}|前|刚|昨|今天|ago/.test(raw))
  const found = explicit.find(({ value }) => value.length > 10) ?? explicit[0]
  if (found) yield { value: found.value, origin: 'infoline', by: `line:${found.raw}` }
  for (const { label, value } of told.labels) if (label === 'updated') yield* read(value, 'infoline', 'label:updated')
  const time = $('time[datetime], [itemprop="datePublished"]').first()
  yield* read(time.attr('datetime') ?? time.attr('content') ?? time.text(), 'text', 'time')
  yield* read(INLINE.exec(page.text)?.[1], 'text', 'script')
  const fromUrl = dateFromUrl(page.url)
  if (fromUrl) yield { value: fromUrl, origin: 'url', by: 'url' }
}

function textOfFirst({ $ }: OpenDocument, selector: string): string {
  return squash(select($, selector).first().text())
}
