import { createInterface } from 'node:readline'
import { z } from 'zod'
import { compareStories } from '../../domain/same-story.ts'
import { EXIT, print, UsageError } from '../exit.ts'

const story = z.object({
  title: z.string(),
  body: z.string().default(''),
  url: z.string().default(''),
  source: z.string().default(''),
  publishedAt: z.string().default(''),
})
const pair = z.object({ id: z.union([z.string(), z.number()]).optional(), a: story, b: story })

/** Answers a line for each line: `{id, same, score, why}`, or `{id, error}` where the request makes no sense. */
export async function dedupe(_args: string[], { jsonl }: { jsonl?: boolean }): Promise<number> {
  if (!jsonl) throw new UsageError('give --jsonl, and pairs of stories on stdin, one {"id","a","b"} a line')
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') print(JSON.stringify(answer(line)))
  return EXIT.ok
}

function answer(line: string): object {
  let request: unknown
  try {
    request = JSON.parse(line)
  } catch (cause) {
    return { error: `no JSON: ${cause instanceof Error ? cause.message : String(cause)}` }
  }
  const { success, data, error } = pair.safeParse(request)
  if (!success) return { ...idOf(request), error: z.prettifyError(error) }
  return { id: data.id, ...compareStories(data.a, data.b) }
}

const idOf = (request: unknown) =>
  typeof request === 'object' && request !== null && 'id' in request ? { id: request.id } : {}
