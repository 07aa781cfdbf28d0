/** One line of `gulou try --jsonl`, checked. */
import { z } from 'zod'

const given = z.object({
  title: z.string(),
  teaser: z.string().nullish(),
  body: z.string().nullish(),
  publishedAt: z.string().nullish(),
  source: z.string().nullish().describe('Name of the publisher.'),
  region: z.string().nullish().describe("Code of the publisher's own region."),
})

const inputSchema = z
  .object({
    file: z.string().min(1).nullish(),
    url: z.string().nullish(),
    contentType: z.string().nullish(),
    fetchedAt: z.string().nullish(),
    as: z.enum(['list', 'detail', 'auto']).nullish(),
    town: z.string().min(1).nullish(),
    text: given.nullish(),
  })
  .refine(({ file, url, text }) => Boolean(file || url || text), 'one of "file", "url" and "text" is needed')

/** `file` alone is read, never fetched; `text` is understood without reading a page. */
export type TryInput = z.infer<typeof inputSchema>
export type GivenText = z.infer<typeof given>

/** Throws TypeError that names every wrong key. */
export function parseTryInput(value: unknown): TryInput {
  const parsed = inputSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`)
  throw new TypeError(problems.join('; '))
}
