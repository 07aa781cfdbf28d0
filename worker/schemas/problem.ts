/** What is answered where nothing else can be (RFC 9457). */
import { z } from '@hono/zod-openapi'

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string().describe('Stable; programs decide by it.'),
    detail: z.string().optional(),
    parameter: z.string().optional(),
    allowed: z.array(z.string()).optional().describe('What the parameter may be.'),
  })
  .openapi('Problem')
