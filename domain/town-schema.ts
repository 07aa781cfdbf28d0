import { z } from 'zod'
import { categorySchema, regionSchema, sourceSchema, synonymsSchema, townFileSchema } from './town.ts'

/**
 * JSON Schema (draft 2020-12) of a town's files, one definition per file, for editors and
 * for those who write a town without reading our code. `docs/town.schema.json` holds it.
 */
export function townJsonSchema(): Record<string, unknown> {
  const file = (schema: z.ZodType) => {
    const { $schema: _, ...body } = z.toJSONSchema(schema, { io: 'input' })
    return body
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A town of Gulou',
    description: 'Each definition describes one file of the folder; source describes each sources/<slug>.json.',
    $defs: {
      'town.json': file(townFileSchema),
      'regions.json': file(z.array(regionSchema).min(1)),
      'categories.json': file(z.array(categorySchema).min(1)),
      'synonyms.json': file(synonymsSchema),
      source: file(sourceSchema),
    },
  }
}
