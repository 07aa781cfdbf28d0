/** What several shapes of the API hold. */
import { z } from '@hono/zod-openapi'

export const names = z.record(z.string(), z.string()).describe('Name per language tag.').openapi('Names')
export const time = z.string().describe('ISO 8601 with offset, or a bare day.')
