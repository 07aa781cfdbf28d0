/** What may be asked, as the OpenAPI document tells it. */
import { z } from '@hono/zod-openapi'
import { EDUCATION, KINDS, STAGES } from '../../domain/item.ts'
import { SORTS } from '../../domain/query.ts'
import { QUERY_DEFAULTS, QUERY_LIMITS } from '../../domain/query-string.ts'
import { ASKED_STATES } from '../questions.ts'

/** Everything comes as text and is parsed by `parseQuery`; here it is only described. An empty value counts as absent. */
const text = (description: string, shape: object = {}) =>
  z
    .string()
    .optional()
    .openapi({ description, type: 'string', ...shape })

export const itemsParameters = z.object({
  kind: text('What readers filter by.', { enum: [...KINDS] }),
  region: text('Code; what lies in it is included.', { example: '140225' }),
  category: text("Id of the town's data."),
  position: text('Id of the taxonomy.', { example: '5414-guard' }),
  q: text(`Words, at most ${QUERY_LIMITS.terms}; all must occur.`, { maxLength: QUERY_LIMITS.characters }),
  source: text('Slug of a source.'),
  stage: text('Step of a recruitment.', { enum: [...STAGES] }),
  from: text("First day, in the town's zone.", { format: 'date' }),
  to: text('Last day.', { format: 'date' }),
  open: text('1: only what one can still apply or sign up for.', { enum: ['1', '0'] }),
  payMin: text("Least pay a month in the town's currency.", { pattern: '^[0-9]+$' }),
  education: text('Jobs that ask for at most this.', { enum: [...EDUCATION] }),
  sort: text('Order.', { enum: [...SORTS], default: QUERY_DEFAULTS.sort }),
  limit: text(`1 to ${QUERY_LIMITS.page}.`, { pattern: '^[0-9]+$', default: String(QUERY_DEFAULTS.limit) }),
  cursor: text('From `next` of the page before.', { maxLength: QUERY_LIMITS.cursor }),
  state: text('all: also what is gone, held or merged, for a signed-in editor.', {
    enum: [...ASKED_STATES],
    default: 'shown',
  }),
})
export const popularParameters = z.object({
  by: text('What is ranked.', { enum: ['position', 'region', 'employer'], default: 'position' }),
  region: text('Code; what lies in it is included.'),
})
export const suggestParameters = z.object({
  q: text('Part of a name or of a headline.', { maxLength: QUERY_LIMITS.characters }),
})
