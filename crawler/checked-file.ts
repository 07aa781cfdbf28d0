/** A file of data against its shape: the value, or every problem with its place. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { JsonError, type PlacedJson, parsePlacedJson } from './json-places.ts'
import type { Problem } from './problems.ts'
import { toProblems } from './source-advice.ts'

export interface CheckedFile<T> {
  file: string
  json?: PlacedJson
  /** Absent when the file is wrong. */
  value?: T
  problems: Problem[]
}

/** Never rejects: a file that cannot be read is a problem like any other. `file` is relative to the folder. */
export async function readChecked<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<CheckedFile<T>> {
  let text: string
  try {
    text = await readFile(join(folder, file), 'utf8')
  } catch (error) {
    return { file, problems: [{ file, at: '', message: error instanceof Error ? error.message : String(error) }] }
  }
  return { file, ...check(file, text, schema) }
}

function check<T>(file: string, text: string, schema: z.ZodType<T>): Omit<CheckedFile<T>, 'file'> {
  try {
    const json = parsePlacedJson(text)
    const parsed = schema.safeParse(json.value)
    if (parsed.success) return { json, value: parsed.data, problems: [] }
    return { json, problems: toProblems(file, json, parsed.error.issues, fieldsOf(schema)) }
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    return { problems: [{ file, ...error.place, at: '', message: `no JSON: ${error.message}` }] }
  }
}

function fieldsOf(schema: z.ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}
