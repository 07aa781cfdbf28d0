/** What a route of the API answers with, as its contract says it. */
import type { z } from '@hono/zod-openapi'
import { problemSchema } from './schemas/problem.ts'

const PROBLEM_TEXTS: Record<number, string> = {
  400: 'A parameter cannot be taken; `parameter` and `allowed` say which and why',
  403: 'Only a signed-in editor may ask for this',
  404: 'No such item',
  410: 'Withdrawn by its publisher',
}

/** The good answer, the problems it may be instead, and 304 for what the asker has already. */
export function answers<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  problems: readonly number[] = [],
) {
  const problem = { 'application/problem+json': { schema: problemSchema } }
  const told = problems.map((status) => [status, { description: PROBLEM_TEXTS[status] ?? '', content: problem }])
  return {
    200: { description, content: { 'application/json': { schema } } },
    304: { description: 'You have it already' },
    ...Object.fromEntries(told),
  } as { 200: { description: string; content: { 'application/json': { schema: Schema } } } }
}
