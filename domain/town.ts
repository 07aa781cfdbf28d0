/**
 * The shape of a town: a folder of data under `towns/` (or anywhere). No city
 * name, region, source, synonym or category word stands in code; it stands in
 * files that these schemas describe. `docs/town.schema.json` is made from them.
 */
import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/)
const names = z
  .object({ 'zh-Hans': z.string().optional(), 'zh-Hant': z.string().optional(), en: z.string().optional() })
  .catchall(z.string())
  .describe('Name per language tag; the first language of the town is required.')
export type Names = z.infer<typeof names>

const former = z
  .strictObject({
    name: z.string(),
    until: z.iso.date().describe('Last day on which the name held.'),
    note: z.string().optional(),
  })
  .describe('A name the region had once; it maps here only in texts older than `until`.')

export const regionSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[0-9A-Za-z-]{2,12}$/)
    .describe('National code (adcode in China).'),
  parent: z.string().optional().describe('Code of the region it lies in; absent for the town itself.'),
  level: z.enum(['city', 'county', 'township']).describe('`city` is the town itself, whatever its rank.'),
  names,
  pinyin: z.string().optional(),
  aliases: z.array(z.string()).default([]).describe('Short names; those of one or two characters need a town context.'),
  former: z.array(former).default([]),
  landmarks: z.array(z.string()).default([]).describe('Weak hints: mountains, temples, squares.'),
  exclude: z.array(z.string()).default([]).describe('Strings that contain a name or alias but mean something else.'),
  note: z.string().optional(),
})
export type Region = z.infer<typeof regionSchema>

export const categorySchema = z.strictObject({
  id: slug,
  names,
  words: z
    .array(z.string())
    .default([])
    .describe('Rule words: looked for in the title first, then the column name, then the lead.'),
})
export type Category = z.infer<typeof categorySchema>

const limitsSchema = z
  .strictObject({
    pauseMs: z.number().int().min(0).describe('Least pause between an answer and the next request to the same host.'),
    maxPauseMs: z.number().int().min(0),
    connectMs: z.number().int().positive(),
    totalMs: z.number().int().positive().describe('Deadline of one fetch, redirects and body included.'),
    bodyBytes: z.number().int().positive().describe('Decoded bytes of a page.'),
    attachmentBytes: z.number().int().positive(),
    redirects: z.number().int().min(0),
    linksPerPage: z.number().int().positive(),
    itemsPerRun: z.number().int().positive(),
    listPages: z.number().int().positive().describe('List pages read per column and run.'),
    retryMs: z.number().int().min(0).describe('Pause before the second try within a run.'),
    captureDays: z
      .number()
      .int()
      .min(0)
      .describe('Raw bytes that nothing shows any more are kept so long; those of shown items always.'),
  })
  .partial()
export type Limits = Required<z.infer<typeof limitsSchema>>

export const sourceSchema = z.strictObject({
  slug: slug.describe('Folder-safe name; prefix of item ids and log field. Never change it.'),
  names,
  home: z.url(),
  kind: z
    .enum(['news', 'job', 'volunteer'])
    .optional()
    .describe('What the source mostly publishes; a hint, not a verdict.'),
  region: z.string().describe('Region the source belongs to; 我县 means this one.'),
  lists: z
    .array(
      z.strictObject({
        url: z.url(),
        column: z.string().optional(),
        kind: z.enum(['news', 'job', 'volunteer']).optional(),
        category: slug.optional(),
        everyMinutes: z.number().int().min(5).optional(),
      }),
    )
    .default([]),
  everyMinutes: z
    .number()
    .int()
    .min(5)
    .default(60)
    .describe('How often its lists are asked at first; then each by its own rhythm.'),
  rhythm: z
    .enum(['learned', 'fixed'])
    .optional()
    .describe('`fixed`: the lists are asked every `everyMinutes`, whatever they publish; `learned` is the default.'),
  official: z.boolean().default(false).describe('Published by a public body.'),
  whitelisted: z
    .enum(['yes', 'no', 'unknown'])
    .default('unknown')
    .describe('On the list of units whose news may be reposted.'),
  licence: z.enum(['excerpt', 'full']).default('excerpt').describe('`full` only with proof in `note`.'),
  enabled: z.boolean().default(false).describe('Off until the operator has checked robots and terms.'),
  seen: z
    .enum(['seen', 'unverified', 'blocked'])
    .default('unverified')
    .describe('`seen`: address met in a published page; `blocked`: signs its requests or challenges, never crawled.'),
  allowHttp: z.boolean().default(false).describe('Plain http is accepted.'),
  private: z
    .string()
    .regex(/^[^\s/:]+:\d+$/)
    .optional()
    .describe('Non-public `host:port` that this source, and only it, may reach.'),
  hosts: z.array(z.string()).default([]).describe('Other hosts whose articles this source may fetch.'),
  correct: z
    .strictObject({ title: z.string(), date: z.string(), source: z.string(), body: z.string(), item: z.string() })
    .partial()
    .default({})
    .describe('Selectors an operator has set right by hand; they win over every reader.'),
  note: z.string().optional().describe('Why it is off, what was seen, proof of licence.'),
})
export type Source = z.infer<typeof sourceSchema>

export const townFileSchema = z.strictObject({
  slug,
  names,
  languages: z
    .array(z.enum(['zh-Hans', 'zh-Hant', 'en']))
    .min(1)
    .describe('First is the default of the pages.'),
  script: z.enum(['hans', 'hant', 'latin']).describe('Script in which items are kept.'),
  timeZone: z.string().describe('IANA name.'),
  currency: z.string().length(3),
  country: z.string().length(2),
  root: z.string().describe('Code of the region that is the town.'),
  limits: limitsSchema.default({}),
  calendar: z
    .record(
      z.string().regex(/^\d{4}$/),
      z.strictObject({
        off: z.array(z.iso.date()).describe('Mondays to Fridays on which nobody works.'),
        on: z.array(z.iso.date()).describe('Saturdays and Sundays that are worked.'),
      }),
    )
    .optional()
    .describe('Public holidays by year. A deadline of so many working days is counted only in years that stand here.'),
  site: z
    .strictObject({ port: z.number().int() })
    .optional()
    .describe('Port of the made-up web sites under `site/`, all on one port by host name.'),
  about: names.optional(),
})

export const synonymsSchema = z
  .array(z.array(z.string()).min(2))
  .describe('Groups of words that mean the same to a searcher.')

/** A town as loaded: every file checked, cross references too. */
export interface Town extends z.infer<typeof townFileSchema> {
  regions: Region[]
  categories: Category[]
  synonyms: string[][]
  sources: Source[]
}

/** RELIABILITY section 5; a town's file may override each. */
export const DEFAULT_LIMITS: Limits = {
  pauseMs: 3_000,
  maxPauseMs: 30_000,
  connectMs: 10_000,
  totalMs: 20_000,
  bodyBytes: 5_000_000,
  attachmentBytes: 15_000_000,
  redirects: 5,
  linksPerPage: 200,
  itemsPerRun: 500,
  listPages: 10,
  retryMs: 30_000,
  captureDays: 30,
}
