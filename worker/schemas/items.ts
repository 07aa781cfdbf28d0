/** Items as the OpenAPI document tells them; the compiler holds the shapes to `domain/api.ts`. */
import { z } from '@hono/zod-openapi'
import type * as api from '../../domain/api.ts'
import { EDUCATION, KINDS, REQUIRED_ELEMENTS, STAGES, TYPES } from '../../domain/item.ts'
import { SORTS } from '../../domain/query.ts'
import { names, time } from './parts.ts'

const region = z.object({ code: z.string(), by: z.enum(['name', 'alias', 'landmark', 'source']) })
const flag = z.object({ id: z.string(), raw: z.string().describe('The words that raised it.') })

const pay = z.object({
  min: z.number().optional(),
  max: z.number().optional(),
  period: z.enum(['hour', 'day', 'week', 'month', 'year', 'piece', 'shift']).optional(),
  monthsPerYear: z.number().optional(),
  currency: z.string().optional(),
  negotiable: z.boolean().optional(),
  raw: z.string(),
})

const job = z
  .object({
    employer: z.string(),
    department: z.string(),
    position: z.string().describe('Id of the taxonomy.'),
    code: z.string(),
    headcount: z.number(),
    education: z.enum(EDUCATION),
    degree: z.string(),
    majors: z.array(z.string()),
    age: z.string(),
    sex: z.string(),
    conditions: z.string(),
    place: z.string(),
    region: z.string(),
    pay,
    opens: z.string(),
    closes: z.string(),
    apply: z.string(),
    contact: z.string(),
    sheet: z.string(),
    row: z.number().describe('From 1, as a spreadsheet shows it.'),
    raw: z.record(z.string(), z.string()),
  })
  .partial()
  .extend({ title: z.string() })
  .openapi('Job')

const volunteer = z
  .object({
    organizer: z.string(),
    place: z.string(),
    starts: z.string(),
    ends: z.string(),
    opens: z.string(),
    closes: z.string(),
    seats: z.number(),
    taken: z.number(),
    skills: z.array(z.string()),
    age: z.string(),
    status: z.enum(['upcoming', 'recruiting', 'running', 'full', 'finished', 'cancelled']),
    signup: z.string(),
  })
  .partial()
  .openapi('Volunteer')

const summary = z
  .object({
    id: z.string(),
    kind: z.enum(KINDS),
    type: z.enum(TYPES),
    stage: z.enum(STAGES).optional(),
    title: z.string(),
    excerpt: z.string(),
    url: z.string().describe('Address of the original.'),
    source: z.string(),
    publisher: z.string(),
    publishedAt: time,
    estimated: z.literal(true).optional().describe('The time is only that of first sight.'),
    regions: z.array(region).describe('Most specific first.'),
    categories: z.array(z.string()),
    positions: z.array(z.string()),
    closesAt: time.optional(),
    open: z.boolean().optional().describe('Absent when the source did not say.'),
    parent: z.string().optional(),
    job: job.optional(),
    volunteer: volunteer.optional(),
    flags: z.array(flag),
    pinned: z.object({ until: z.string(), reason: z.string() }).optional(),
    highlight: z.object({ title: z.string(), excerpt: z.string() }).optional(),
  })
  .openapi('ItemSummary') satisfies z.ZodType<api.ItemSummary>

const facet = z.array(z.object({ value: z.string(), n: z.number(), names }))
const query = z.object({
  kind: z.enum(KINDS).optional(),
  region: z.string().optional(),
  category: z.string().optional(),
  position: z.string().optional(),
  q: z.string().optional(),
  source: z.string().optional(),
  stage: z.enum(STAGES).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  open: z.boolean().optional(),
  payMin: z.number().optional(),
  education: z.enum(EDUCATION).optional(),
  sort: z.enum(SORTS),
  limit: z.number(),
  cursor: z.string().optional(),
})

export const itemsSchema = z
  .object({
    items: z.array(summary),
    total: z.object({ n: z.number(), exact: z.boolean().describe('False: that many or more.') }),
    facets: z
      .object({ kind: facet, region: facet, category: facet, position: facet, source: facet, stage: facet })
      .partial(),
    pins: z.array(summary).describe("Editors' pins of this scope, on the first page only."),
    next: z.string().optional().describe('Cursor of the next page.'),
    notices: z.array(
      z.object({
        code: z.enum(['source_silent', 'facets_partial', 'region_unknown', 'engine_down']),
        source: z.string().optional(),
        since: z.string().optional(),
      }),
    ),
    alsoSearched: z
      .array(z.string())
      .optional()
      .describe('Looked for besides the words of `q`: synonyms, readings of pinyin, corrected spellings.'),
    query,
  })
  .openapi('Items') satisfies z.ZodType<api.ItemsResponse>

const elements = z.array(z.enum(REQUIRED_ELEMENTS))
const step = z.enum(['registration', 'review', 'exam', 'interview', 'medical', 'publication', 'event'])
export const itemSchema = summary
  .extend({
    body: z.string().describe('Plain text; empty where only an excerpt may be shown.'),
    bodyHtml: z.string().describe('Sanitised HTML.'),
    author: z.string().optional(),
    dateOrigin: z.enum(['meta', 'jsonld', 'family', 'infoline', 'text', 'list', 'url', 'estimated']),
    images: z.array(z.string()),
    attachments: z.array(
      z.object({
        name: z.string(),
        url: z.string(),
        type: z.string(),
        hash: z.string().optional().describe('SHA-256 of the bytes, once they were fetched.'),
        problem: z.string().optional().describe('Why its content is not shown.'),
      }),
    ),
    dates: z.array(z.object({ what: step, from: z.string().optional(), to: z.string().optional(), raw: z.string() })),
    completeness: z
      .object({ stated: elements, missing: elements })
      .optional()
      .describe('What a posting has to show, and whether its source states it: information, no judgement.'),
    evidence: z.record(z.string(), z.string()).describe('Where each field came from.'),
    repair: z.object({
      class: z.enum(['none', 'A', 'B', 'suspect']),
      notes: z.array(
        z.object({
          offset: z.number(),
          removed: z.string(),
          inserted: z.string().optional(),
          class: z.enum(['A', 'B', 'C', 'D']),
        }),
      ),
    }),
    firstSeenAt: z.string(),
    lastSeenOn: z.string().optional().describe('Day on which its page, or a list that leads there, last showed it.'),
    reposts: z
      .object({ times: z.number().describe('Beyond the first.'), firstOn: z.string() })
      .optional()
      .describe('The same posting, published again by its employer.'),
    changedAt: z.string(),
    versions: z.array(z.object({ no: z.number(), at: z.string(), changed: z.array(z.string()), title: z.string() })),
    alsoAt: z
      .array(z.object({ source: z.string(), publisher: z.string(), url: z.string() }))
      .describe('Other publishers of the same story.'),
    thread: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          stage: z.enum(STAGES).optional(),
          publishedAt: time,
          url: z.string(),
        }),
      )
      .describe('Notices of the same recruitment, itself included, oldest first.'),
    cancelledBy: z.string().optional().describe('Id of the notice that gives this call up.'),
    extended: z
      .object({ by: z.string(), from: z.string().optional() })
      .optional()
      .describe('`closesAt` is what this amendment states; `from` what the call itself does.'),
    children: z.array(summary).describe('Positions read out of this notice, newest 50.'),
  })
  .openapi('Item') satisfies z.ZodType<api.ItemResponse>
