/** The town, its sources and its figures as the OpenAPI document tells them; the compiler holds the shapes to `domain/api.ts`. */
import { z } from '@hono/zod-openapi'
import type * as api from '../../domain/api.ts'
import { names } from './parts.ts'

const demand = z.object({
  score: z.number(),
  headcount: z.number(),
  employers: z.number(),
  items: z.number().describe('Positions.'),
})
const days = z.object({ from: z.string(), to: z.string() })

export const popularSchema = z
  .object({
    by: z.enum(['position', 'region', 'employer']),
    formula: z.string().describe('In words, so that anyone can compute it again.'),
    window: days.describe('Days of publication that are counted, inclusive.'),
    windowBefore: days.describe('As long, and before it.'),
    values: z
      .array(
        demand.extend({
          value: z.string(),
          names,
          before: demand.describe('Of the window before; zeros when nothing was open.'),
          trend: z
            .enum(['up', 'down', 'same', 'new'])
            .optional()
            .describe('Absent when nothing at all is known of the window before.'),
        }),
      )
      .describe('Highest score first, at most 50.'),
  })
  .openapi('Popular') satisfies z.ZodType<api.PopularResponse>

const node: z.ZodType<api.RegionNode> = z
  .object({
    code: z.string(),
    names,
    level: z.string(),
    n: z.number(),
    get children() {
      return z.array(node)
    },
  })
  .openapi('Region')
export const regionsSchema = node
export const categoriesSchema = z.array(z.object({ id: z.string(), names, n: z.number() }).openapi('Category'))
export const positionsSchema = z.array(
  z.object({ id: z.string(), isco: z.string(), names, n: z.number() }).openapi('Position'),
)

export const sourcesSchema = z.array(
  z
    .object({
      slug: z.string(),
      names,
      home: z.string(),
      region: z.string(),
      official: z.boolean(),
      state: z.enum(['ok', 'silent', 'failing', 'blocked', 'paused', 'new']),
      lastOkAt: z.string().optional(),
      lastTryAt: z.string().optional(),
      lastError: z.string().optional(),
      items: z.number(),
    })
    .openapi('Source'),
) satisfies z.ZodType<api.SourceHealth[]>

export const statsSchema = z
  .object({
    items: z.object({ news: z.number(), job: z.number(), volunteer: z.number() }),
    openJobs: z.number(),
    openHeadcount: z.number(),
    sources: z.object({ ok: z.number(), all: z.number() }),
    newestAt: z.string().optional(),
    lastCrawlAt: z.string().optional(),
  })
  .openapi('Stats') satisfies z.ZodType<api.StatsResponse>

export const suggestSchema = z
  .object({
    q: z.string(),
    suggestions: z.array(
      z.object({
        what: z.enum(['position', 'region', 'category', 'employer', 'item']),
        value: z.string().describe('What the filter takes, the name of an employer, or the id of an item.'),
        text: z.string(),
      }),
    ),
  })
  .openapi('Suggestions') satisfies z.ZodType<api.SuggestResponse>
